"""A plan becomes a cue sheet; the events of its player become a record of what was done."""

from unknot.guiding.compile import compile_cues, compile_timeline
from unknot.guiding.course import cue_at, following, index_at, play_on
from unknot.guiding.cues import Branch, Cue, CueKind, CueSheet, Hearing, Line, Tone, Turn
from unknot.guiding.levels import ceiling_now
from unknot.guiding.replay import Ending, EventKind, SessionEvent, SessionRecord, StepDone, Taken, replay
from unknot.guiding.saying import Saying, saying_at
from unknot.guiding.scripts import Script, ScriptBook, ScriptLine, Teaching
from unknot.guiding.stopping import Feeling, Sensation, StopRule, rule_for

__all__ = [
    "Branch",
    "Cue",
    "CueKind",
    "CueSheet",
    "Ending",
    "EventKind",
    "Feeling",
    "Hearing",
    "Line",
    "Saying",
    "Script",
    "ScriptBook",
    "ScriptLine",
    "Sensation",
    "SessionEvent",
    "SessionRecord",
    "StepDone",
    "StopRule",
    "Taken",
    "Teaching",
    "Tone",
    "Turn",
    "ceiling_now",
    "compile_cues",
    "compile_timeline",
    "cue_at",
    "following",
    "index_at",
    "play_on",
    "replay",
    "rule_for",
    "saying_at",
]
