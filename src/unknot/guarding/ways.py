"""The longest of all ways through a cue sheet, by any measure of its cues. A circle has no longest way."""

from collections.abc import Callable
from graphlib import TopologicalSorter

from unknot.guarding.seen import Cue, Sheet

Measure = Callable[[Cue], int]


class Ways:
    """The ways of a sheet, whose cues lead nowhere but to its cues and to its end.

    Raises: graphlib.CycleError: one of them never ends.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._cues = sheet.cues
        self._leads_to = [_leads_to(index, cue) for index, cue in enumerate(sheet.cues)]
        self._last_first = tuple(TopologicalSorter(dict(enumerate(self._leads_to))).static_order())

    def longest(self, measure: Measure) -> int:
        """The most of a measure that any way from the first cue to the end can come to."""
        found = {len(self._cues): 0}
        for index in self._last_first:
            if index < len(self._cues):
                found[index] = measure(self._cues[index]) + max(found[to] for to in self._leads_to[index])
        return found[0]


def _leads_to(index: int, cue: Cue) -> set[int]:
    follows = index + 1 if cue.goes_to is None else cue.goes_to
    return {follows, *(branch.to for branch in cue.branches if branch.to != index)}
