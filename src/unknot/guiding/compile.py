"""From a plan to its cue sheet."""

from itertools import chain

from msgspec.structs import replace

from unknot.guiding.branching import Aim, aims_of
from unknot.guiding.cues import Branch, Cue, CueSheet, Turn
from unknot.guiding.scripts import ScriptBook, ms_of
from unknot.guiding.strands import END, Strand, main_strands, spare_strands
from unknot.planning import Plan

_APART_S = 1
_SAID = {
    Turn.EASE: "cue-eased",
    Turn.TOO_SORE: "cue-too-sore",
    Turn.LEVEL_OVER: "cue-level-over",
    Turn.LEVEL_RISING: "cue-level-rising",
    Turn.LEVEL_FADED: "cue-level-faded",
    Turn.LEVEL_STEADY: "cue-level-steady",
}
"""What is said to a turn; the others are answered by the cue that they lead to."""


def compile_cues(plan: Plan, scripts: ScriptBook) -> CueSheet:
    """The timeline of a plan with everything that is said in it: what a player plays.

    Source: protocol M1-M10, T1-T8.
    """
    sheet = compile_timeline(plan)
    steps = sheet.steps
    cues = (replace(cue, lines=scripts.lines_for(cue, steps[cue.step], plan)) for cue in sheet.cues)
    return replace(sheet, cues=tuple(cues))


def compile_timeline(plan: Plan) -> CueSheet:
    """The timeline of a plan: get ready, hold or stroke, release, rest, change of side, one after the other.

    Beside it, after a second that belongs to no cue, stands everything that a turn can lead to. No cue has lines: what
    was done does not hang on what was said.

    Source: protocol M1-M10, T1-T8.
    """
    main = main_strands(plan)
    strands = (*main, *spare_strands(plan, main))
    total_ms = sum(cue.for_ms for strand in main for cue in strand.cues)
    beside = sum(len(strand.cues) for strand in main)
    indexed = _Indexed(strands)
    cues: list[Cue] = []
    at_ms = 0
    for cue in chain.from_iterable(indexed.cues_of(strand, plan) for strand in strands):
        if len(cues) == beside:
            at_ms += ms_of(_APART_S)
        cues.append(replace(cue, at_ms=at_ms))
        at_ms += cue.for_ms
    return CueSheet(plan, tuple(cues), total_ms)


class _Indexed:
    """Strands with the index at which each begins in the sheet."""

    def __init__(self, strands: tuple[Strand, ...]) -> None:
        self._begins: dict[str, int] = {}
        self._end = 0
        for strand in strands:
            self._begins[strand.name] = self._end
            self._end += len(strand.cues)

    def cues_of(self, strand: Strand, plan: Plan) -> list[Cue]:
        """The cues of a strand with their branches, and with what follows where that is not the next one."""
        last = len(strand.cues) - 1
        return [
            replace(
                cue,
                branches=tuple(self._branch(aim) for aim in aims_of(strand, place, plan.coaching)),
                goes_to=self._goes_to(strand) if place == last else None,
            )
            for place, cue in enumerate(strand.cues)
        ]

    def _branch(self, aim: Aim) -> Branch:
        return Branch(aim.on, self._index(aim.strand, aim.place), _SAID.get(aim.on, ""), aim.eases, aim.at_most_0_10)

    def _goes_to(self, strand: Strand) -> int | None:
        to = self._index(strand.leads_to, strand.enters_at)
        return None if to == self._begins[strand.name] + len(strand.cues) else to

    def _index(self, strand: str, place: int) -> int:
        return self._end if strand == END else self._begins[strand] + place
