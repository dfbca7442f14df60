"""A value that need not be at hand: plans and check-ins are large, many, and seldom looked at again."""

from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")


class Shelved(Generic[V]):  # noqa: PLW1641  a value with dicts in it has no hash
    """A value that is held, or looked up once when it is first asked for. Two are equal when their values are.

    What looks it up comes from outside and has to give the same value whenever it is asked.

    >>> Shelved.of("a plan").value
    'a plan'
    """

    __slots__ = ("_find", "_found")

    def __init__(self, find: Callable[[], V]) -> None:
        self._find = find
        self._found: tuple[V] | None = None

    @classmethod
    def of(cls, value: V) -> "Shelved[V]":
        """A value that is at hand."""
        held = cls(lambda: value)
        held._found = (value,)
        return held

    @property
    def value(self) -> V:
        """The value. Raises: whatever looking it up raises."""
        if self._found is None:
            self._found = (self._find(),)
        return self._found[0]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shelved) and (self is other or self.value == other.value)

    def __repr__(self) -> str:
        return f"Shelved({'' if self._found is None else repr(self._found[0])})"
