"""Classes made by `model/frozen.py` behave like those of the standard library."""

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

import backjournal
from backjournal.model import frozen


class Plain:
    """A class before it is made one of data."""

    number: int
    text: str = "some"

    def __post_init__(self) -> None:
        """Clean the text."""
        object.__setattr__(self, "text", self.text.strip())

    @property
    def twice(self) -> int:
        """Compute with a field."""
        return 2 * self.number


class WithMapping:
    """A class with a default that is made anew, and left out of the hash."""

    name: str
    values: Mapping[str, int]


def made_by(library: Any, **options: Any) -> Any:
    """Return the first class above as one library makes it."""
    return library.dataclass(frozen=True, slots=True, **options)(type("Plain", (), dict(vars(Plain))))


def with_mapping(library: Any) -> Any:
    """Return the second class above as one library makes it."""
    default = {"values": library.field(default_factory=dict, hash=False)}
    return library.dataclass(frozen=True, slots=True)(type("WithMapping", (), dict(vars(WithMapping)) | default))


BOTH = pytest.mark.parametrize("library", [dataclasses, frozen], ids=["the standard library's", "ours"])


@BOTH
def test_fields_are_set_in_order_or_by_name_and_completed(library: Any) -> None:
    cls = made_by(library)
    for made in (cls(4), cls(number=4), cls(4, " some "), cls(text="some", number=4)):
        assert (made.number, made.text, made.twice) == (4, "some", 8)


@BOTH
@pytest.mark.parametrize("given", [{}, {"number": 1, "other": 2}, {"text": "none"}])
def test_missing_and_unknown_fields_are_refused(library: Any, given: dict[str, Any]) -> None:
    cls = made_by(library)
    for _ in range(2):
        with pytest.raises(TypeError):
            cls(**given)


@BOTH
def test_equal_objects_have_equal_fields_and_hashes(library: Any) -> None:
    cls, other = made_by(library), made_by(library)
    assert cls(4) == cls(4, "some ")
    assert hash(cls(4)) == hash(cls(4, "some "))
    assert cls(4) != cls(5)
    assert cls(4) != other(4)
    assert cls(4) != (4, "some")


@BOTH
def test_without_comparison_an_object_equals_only_itself(library: Any) -> None:
    one, other = [made_by(library, eq=False)(4) for _ in range(2)]
    assert one == one  # noqa: PLR0124
    assert one != other
    assert len({one, other}) == 2


@BOTH
def test_objects_are_frozen_and_have_slots_alone(library: Any) -> None:
    made = made_by(library)(4)
    with pytest.raises(AttributeError):
        made.number = 5
    with pytest.raises(AttributeError):
        del made.number
    assert made.number == 4
    assert not hasattr(made, "__dict__")


@BOTH
def test_an_object_is_written_with_its_fields(library: Any) -> None:
    assert repr(made_by(library)(4)) == "Plain(number=4, text='some')"
    assert repr(made_by(library, repr=False)(4)).startswith("<")


@BOTH
def test_a_default_is_made_anew_for_each_object_and_need_not_count_in_the_hash(library: Any) -> None:
    cls = with_mapping(library)
    one, other = cls("one"), cls("one")
    assert one.values == {}
    assert one.values is not other.values
    one.values["pain"] = 4
    assert one != other
    assert hash(one) == hash(other)
    assert cls("one", {"pain": 4}) == one


@BOTH
def test_an_object_can_be_like_another_with_some_fields_changed(library: Any) -> None:
    made = made_by(library)(4)
    for replace in (library.replace, dataclasses.replace):
        assert replace(made, text="other ").text == "other"
        assert replace(made, number=5).number == 5
        with pytest.raises(TypeError):
            replace(made, unknown=1)


@BOTH
def test_the_standard_library_knows_the_fields(library: Any) -> None:
    assert [(each.name, each.type) for each in dataclasses.fields(made_by(library))] == [("number", int), ("text", str)]
    assert dataclasses.asdict(made_by(library)(4)) == {"number": 4, "text": "some"}
    assert dataclasses.asdict(with_mapping(library)("one")) == {"name": "one", "values": {}}


@BOTH
def test_objects_are_matched_by_place(library: Any) -> None:
    cls = made_by(library)
    match cls(4):
        case cls(number, text):
            assert (number, text) == (4, "some")


def test_other_classes_are_left_to_the_standard_library() -> None:
    with pytest.raises(TypeError, match="the standard library's"):
        frozen.dataclass(frozen=False, slots=True)


def all_classes() -> Iterator[type]:
    """Yield the classes of the whole program that hold data."""
    for module in pkgutil.walk_packages(backjournal.__path__, "backjournal."):
        if not module.name.endswith("__main__"):
            for _, cls in inspect.getmembers(importlib.import_module(module.name), dataclasses.is_dataclass):
                if isinstance(cls, type) and cls.__module__ == module.name:
                    yield cls


def test_the_standard_library_would_accept_the_classes_of_the_program() -> None:
    # It refuses, for example, a field without a default after one with a default.
    assert len([dataclasses.fields(cls) for cls in all_classes() if dataclasses.is_dataclass(cls)]) > 100
