"""A plan becomes a cue sheet; the events of its player become a record of what was done."""

from unknot.guiding.breathing import BreathPhase, Pace, at_pace, breath_at
from unknot.guiding.compile import compile_cues, compile_timeline
from unknot.guiding.course import cue_at, following, index_at, play_on
from unknot.guiding.cues import Branch, Cue, CueKind, CueSheet, Hearing, Line, Tone, Turn
from unknot.guiding.levels import Eased, ceiling_now, ceiling_said
from unknot.guiding.replay import Ending, EventKind, SessionEvent, SessionRecord, StepDone, Taken, replay
from unknot.guiding.saying import Saying, saying_at
from unknot.guiding.scripts import Script, ScriptBook, ScriptLine, Teaching, halfway_ms
from unknot.guiding.stopping import Feeling, Sensation, StopRule, rule_for

__all__ = [
    "Branch",
    "BreathPhase",
    "Cue",
    "CueKind",
    "CueSheet",
    "Eased",
    "Ending",
    "EventKind",
    "Feeling",
    "Hearing",
    "Line",
    "Pace",
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
    "at_pace",
    "breath_at",
    "ceiling_now",
    "ceiling_said",
    "compile_cues",
    "compile_timeline",
    "cue_at",
    "following",
    "halfway_ms",
    "index_at",
    "play_on",
    "replay",
    "rule_for",
    "saying_at",
]
