"""What is said within a cue, and when: the script of every technique and tool."""

from collections.abc import Iterator
from datetime import timedelta
from statistics import fmean

from unknot.guiding.cues import Cue, CueKind, Hearing, Line
from unknot.planning import Coaching, Plan, Step
from unknot.units import Millis, Seconds, Sources, Value

_SECOND_MS = timedelta(seconds=1) // timedelta(milliseconds=1)


class ScriptLine(Value, frozen=True):
    """A message, said so many seconds after its cue began."""

    at_s: Seconds
    say: str


class Script(Value, frozen=True):
    """The lines of one kind of cue of a technique; `tools` and `positions` are the only ones it is for, if any.

    `halfway` is said at half time, where a cue has one, instead of the message for any hold.
    """

    technique: str
    kind: CueKind
    lines: tuple[ScriptLine, ...]
    source: Sources
    tools: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    halfway: str = ""

    def is_for(self, step: Step, kind: CueKind) -> bool:
        """True for a cue of that kind of the step."""
        return (
            (self.technique, self.kind) == (step.technique, kind)
            and (not self.tools or step.tool in self.tools)
            and (not self.positions or step.position in self.positions)
        )


class Teaching(Value, frozen=True):
    """How the scale of good pain is taught, once, and how far apart lines are said at least.

    Source: protocol S6; clinical 3.1.
    """

    lines: tuple[ScriptLine, ...]
    apart_s: Seconds
    source: Sources
    reads_as: str = ""


class ScriptBook(Value, frozen=True):
    """Every script. Of several that are for a cue, the first in the file is taken."""

    scripts: tuple[Script, ...]
    teaching: Teaching

    def lines_for(self, cue: Cue, step: Step, plan: Plan) -> tuple[Line, ...]:
        """The lines of a cue, in time: first what is asked, then the script wherever it leaves room.

        The scale is taught in the first cue of the first session that presses. A line that would run into another, or
        out of its cue, is left out.
        """
        kept = [line for line in _asked(cue, plan.coaching) if self._has_room(line, [], cue)]
        script = next((one for one in self.scripts if one.is_for(step, cue.kind)), None)
        scripted = () if script is None else script.lines
        for line in (*self._teaching(cue, plan), *(_line(one) for one in scripted)):
            if self._has_room(line, kept, cue):
                kept.append(line)
        if script is not None and script.halfway and cue.halfway_tone:
            kept.append(Line(halfway_ms(cue), script.halfway))
        return tuple(sorted(kept, key=lambda line: line.at_ms))

    def _teaching(self, cue: Cue, plan: Plan) -> Iterator[Line]:
        if plan.is_first and plan.presses and cue.step == 0:
            yield from (_line(one) for one in self.teaching.lines)

    def _has_room(self, line: Line, kept: list[Line], cue: Cue) -> bool:
        apart_ms = ms_of(self.teaching.apart_s)
        taken = [0, cue.for_ms, *(other.at_ms for other in kept)]
        if cue.halfway_tone:
            taken.append(halfway_ms(cue))
        return all(abs(line.at_ms - at_ms) >= apart_ms for at_ms in taken) and line.at_ms < cue.for_ms


def _asked(cue: Cue, coaching: Coaching | None) -> Iterator[Line]:
    """The question for the level where a cue presses, and once more before it ends; a silence is heard, and said."""
    if coaching is None or not cue.presses:
        return
    at_ms = ms_of(coaching.ask_at_s)
    yield Line(at_ms, "cue-ask-level", asks=True)
    at_ms += ms_of(coaching.ask_again_s)
    yield Line(at_ms, "cue-ask-level-again", asks=True, when=Hearing.TOLD)
    yield Line(at_ms, "cue-tell-me", asks=True, when=Hearing.SILENT)


def halfway_ms(cue: Cue) -> Millis:
    """The middle of a cue, after its beginning."""
    return round(fmean((0, cue.for_ms)))


def ms_of(seconds: Seconds) -> Millis:
    """Whole seconds in milliseconds."""
    return seconds * _SECOND_MS


def _line(one: ScriptLine) -> Line:
    return Line(ms_of(one.at_s), one.say)
