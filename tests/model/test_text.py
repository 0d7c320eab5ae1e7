"""Text and numbers as people type them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.errors import InvalidValue
from backjournal.model.numbers import decimal_text, parse_decimal, parse_hours, parse_whole, rounded
from backjournal.model.text import clean_line, clean_note, split_words
from tests.helpers.words import ANY_TEXT


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        (" , ;; \n", ()),
        ("left hip, lower back", ("left hip", "lower back")),
        ("a;b\nc,d", ("a", "b", "c", "d")),
        ("a\rb\u2028c\u037ed", ("a", "b", "c", "d")),
        ("Bru\u0308cke, Br\u00fccke", ("Br\u00fccke",)),
        ("sitting, sitting", ("sitting",)),
        ("codeine 0,5 g, rest", ("codeine 0,5 g", "rest")),
    ],
)
def test_the_words_of_a_field(text: str, words: tuple[str, ...]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("plain", "plain"),
        ("  two\r\nlines \rand\tmore\n\n", "two\nlines\nand more"),
        ("\x1b[2J\x1b]0;title\x07gone", "[2J]0;titlegone"),
        ("\x9b31mred", "31mred"),
        ("a\u202eb\u2066c", "abc"),
        ("half \ud83d a character", "half \ufffd a character"),
        ("one\x0btwo\x0cthree\x85four\u2028five\u2029six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("Bru\u0308cke", "Br\u00fccke"),
        ("e\x07\u0301", "\u00e9"),
        ("[/]oops [bold]kept[/bold]", "[/]oops [bold]kept[/bold]"),
        ("Rücken 背中 👩‍⚕️", "Rücken 背中 👩‍⚕️"),
        ("\x00", ""),
    ],
)
def test_text_loses_what_could_act_on_a_terminal(text: str, clean: str) -> None:
    assert clean_note(text) == clean


@given(ANY_TEXT)
def test_clean_text_can_be_kept_and_shown_whatever_was_typed(text: str) -> None:
    clean = clean_note(text)
    assert clean_note(clean) == clean
    assert clean.encode().decode() == clean
    assert not {unicodedata.category(char) for char in clean.replace("\n", "")} & {"Cc", "Cs"}
    assert not set(clean) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert unicodedata.is_normalized("NFC", clean)
    line = clean_line(text)
    assert clean_line(line) == line
    assert "\n" not in line


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean_note(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "number"), [("", None), ("  ", None), ("0", 0), (" 10 ", 10), ("007", 7), ("1\x1b0", 10)]
)
def test_whole_numbers(text: str, number: int | None) -> None:
    assert parse_whole("pain", "pain", text, 0, 10) == number


@pytest.mark.parametrize("text", ["11", "-1", "5.5", "five", "٣", "9" * 5000, "1 0", "+1"])
def test_what_is_no_whole_number_in_range_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="whole number from 0 to 10") as refusal:
        parse_whole("pain", "pain", text, 0, 10)
    assert refusal.value.field == "pain"


@pytest.mark.parametrize(
    ("text", "hours"),
    [("", None), ("7", 7), ("7.5", 7.5), ("7,5", 7.5), ("7:30", 7.5), ("7 h", 7), ("0:20", 0.33), ("24", 24)],
)
def test_hours(text: str, hours: float | None) -> None:
    assert parse_hours("sleep_hours", "sleep", text) == hours


@pytest.mark.parametrize("text", ["24.5", "24:01", "7:60", "-1", "7.555", "nan", "1e1", "seven"])
def test_what_is_no_number_of_hours_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        parse_hours("sleep_hours", "sleep", text)
    assert refusal.value.field == "sleep_hours"


@given(st.integers(-100_000_000, 100_000_000))
def test_a_number_with_decimals_is_read_as_it_is_written(thousandths: int) -> None:
    number = thousandths / 1000
    assert parse_decimal("low", "lowest value", decimal_text(number)) == number


def test_a_little_below_zero_is_not_minus_zero() -> None:
    assert (rounded(-0.04), rounded(-0.06), rounded(None)) == ("0", "-0.1", "–")
