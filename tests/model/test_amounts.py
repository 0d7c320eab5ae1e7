"""Amounts of medicines as people write them, and those that are left to the reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.amounts import Amount, amount_of
from backjournal.model.marks import Mark, MarkKind


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("400 mg", 400, "mg"),
        ("400mg", 400, "mg"),
        ("400 MG", 400, "mg"),
        ("2 × 200 mg", 400, "mg"),
        ("2x200mg", 400, "mg"),
        ("2 * 200 mg", 400, "mg"),
        ("200 mg x2", 400, "mg"),
        ("200 mg × 3", 600, "mg"),
        ("1 g", 1000, "mg"),
        ("0,5 g", 500, "mg"),
        ("1 tablet", 1, "tablet"),
        ("2 Tablets", 2, "tablet"),
        ("2 tabs", 2, "tablet"),
        ("2 patches", 2, "patch"),
        ("20 drops", 20, "drop"),
        ("½", 0.5, ""),
        ("½ tablet", 0.5, "tablet"),
        ("1½ tablets", 1.5, "tablet"),
        ("1 ½ tablets", 1.5, "tablet"),
        ("1/2 tablet", 0.5, "tablet"),
        ("1 1/2 tablets", 1.5, "tablet"),
        ("2 × ½ tablet", 1, "tablet"),
        ("1,5 ml", 1.5, "ml"),
        ("1.5 mL", 1.5, "ml"),
        ("0.125 mg", 0.125, "mg"),
        ("25 mcg", 25, "µg"),
        ("25 µg", 25, "µg"),
        ("2", 2, ""),
        ("500 mg.", 500, "mg"),
    ],
)
def test_an_amount_is_read(text: str, number: float, unit: str) -> None:
    assert amount_of(text) == Amount(pytest.approx(number), unit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one",
        "some",
        "1-2 tablets",
        "1 – 2 tablets",
        "400 or 600 mg",
        "400 mg 3x daily",
        "400 mg twice",
        "1.000 mg",
        "1,000 mg",
        "1 500 mg",
        "5/325 mg",
        "1/5 tablet",
        "400 mg/day",
        "3 × daily 400 mg",
        "400 mg retard",
        "10 %",
        "-5 mg",
        "1.2.3 mg",
    ],
)
def test_what_is_not_clearly_one_amount_is_never_guessed(text: str) -> None:
    assert amount_of(text) is None


@given(st.text(st.sampled_from("0123456789.,/½× xmgtablet-"), max_size=12) | st.text(max_size=12))
def test_any_text_is_an_amount_above_all_doubt_or_none(text: str) -> None:
    found = amount_of(text)
    assert found is None or (found.number >= 0 and not any(char.isdigit() for char in found.unit))


def test_a_fraction_begins_the_amount_of_a_medicine() -> None:
    assert Mark.parse(MarkKind.MEDICINE, "ibuprofen ½ tablet") == Mark(MarkKind.MEDICINE, "ibuprofen", "½ tablet")
    assert Mark.parse(MarkKind.TRIGGER, "sitting ½ day") == Mark(MarkKind.TRIGGER, "sitting ½ day")
