"""Frozen dataclasses that are quick to define: what a command waits for at its start is mostly the making of classes.

To a type checker, and to whoever reads a class, `dataclass`, `field` and `replace` are those of the standard library,
which writes and compiles six methods for each class, with modules that take as long to load as SQLite. Here a class
gets the same methods as they are, and only its `__init__` is compiled, when its first object is made.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass", "field", "replace"]


class _Made:
    """A default that is made anew for each object, of a field that may not count in the hash."""

    def __init__(self, make: Callable[[], Any], *, hashed: bool) -> None:
        self.make, self.hashed = make, hashed


def _field(*, default_factory: Callable[[], Any], hash: bool = True) -> Any:  # noqa: A002
    return _Made(default_factory, hashed=hash)


def _replace(obj: Any, /, **changes: Any) -> Any:
    """Return an object like another one, with some fields changed."""
    cls = type(obj)
    return cls(**{name: getattr(obj, name) for name in cls.__match_args__} | changes)


def _dataclass(*, frozen: bool, slots: bool, eq: bool = True, repr: bool = True) -> Callable[[type], type]:  # noqa: A002
    """Return a decorator that makes a frozen class with slots of the annotated names of a class."""
    if not (frozen and slots):
        raise TypeError("only frozen classes with slots are made here: take the standard library's for others")

    def made(cls: type) -> type:
        return _frozen(cls, (_comparing(cls) if eq else {}) | ({"__repr__": _repr} if repr else {}))

    return made


def _frozen(cls: type, methods: Mapping[str, Any]) -> type:
    names, given = tuple(cls.__annotations__), vars(cls)
    defaults = {name: given[name] for name in names if name in given}

    def init(self: Any, /, *args: Any, **kwargs: Any) -> None:
        made.__init__ = _compiled_init(made, defaults)  # type: ignore[misc]
        made.__init__(self, *args, **kwargs)  # type: ignore[misc]

    own = {
        "__qualname__": cls.__qualname__,
        "__slots__": names,
        "__match_args__": names,
        "__dataclass_fields__": _Fields(defaults),
        "__init__": init,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }
    # Slots cannot be added to a class, so that it is made once more, with what was written in it.
    written = {name: value for name, value in given.items() if name not in (*names, "__dict__", "__weakref__")}
    made: type = type(cls)(cls.__name__, cls.__bases__, {**own, **methods, **written})
    return made


def _comparing(cls: type) -> dict[str, Any]:
    """Return the methods of a class whose objects are equal if their fields are."""
    names, given = cls.__annotations__, vars(cls)
    compared = attrgetter(*names)
    left_out = {name for name, value in given.items() if isinstance(value, _Made) and not value.hashed}
    hashed = attrgetter(*(name for name in names if name not in left_out))

    def equals(self: Any, other: Any) -> bool:
        return compared(self) == compared(other) if type(other) is type(self) else NotImplemented

    def hash_of(self: Any) -> int:
        return hash(hashed(self))

    return {"__eq__": equals, "__hash__": hash_of}


def _compiled_init(cls: type, defaults: Mapping[str, Any]) -> Any:
    """Return the `__init__` of a class: it sets each field, and ends with the checks of `__post_init__`."""
    names: tuple[str, ...] = cls.__match_args__  # type: ignore[attr-defined]
    parameters = [f"{name}=_default_{name}" if name in defaults else name for name in names]
    lines = [f"def __init__(self, {', '.join(parameters)}):"]
    lines += [
        f" if {name} is _default_{name}: {name} = {name}.make()"
        for name, value in defaults.items()
        if isinstance(value, _Made)
    ]
    lines += [f" _set_{name}(self, {name})" for name in names]
    lines += [" self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    # The slots set themselves: for all others, `__setattr__` refuses.
    known = {f"_set_{name}": vars(cls)[name].__set__ for name in names}
    known |= {f"_default_{name}": value for name, value in defaults.items()}
    exec("\n".join(lines), known)  # noqa: S102 - of the names of fields, which are in the code
    return known["__init__"]


def _repr(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({fields})"


def _refuse(self: Any, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"a {type(self).__name__} is frozen: its {name} stays as it is")


class _Fields:
    """What the standard library's `fields`, `asdict` and `replace` ask a class for; it is made when they do."""

    def __init__(self, defaults: Mapping[str, Any]) -> None:
        self._defaults = defaults

    def __get__(self, _: object, cls: type) -> Any:
        import dataclasses

        def declared(name: str) -> Any:
            default = self._defaults.get(name, dataclasses.MISSING)
            if isinstance(default, _Made):
                return dataclasses.field(default_factory=default.make, hash=default.hashed or None)
            return dataclasses.field(default=default)

        fields = [(name, cls.__annotations__[name], declared(name)) for name in cls.__annotations__]
        return vars(dataclasses.make_dataclass(cls.__name__, fields))["__dataclass_fields__"]


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _field, _replace
