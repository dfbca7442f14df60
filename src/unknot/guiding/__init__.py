"""A plan becomes a cue sheet; the events of its player become a record of what was done."""

from unknot.guiding.compile import compile_cues
from unknot.guiding.cues import Cue, CueKind, CueSheet, Tone
from unknot.guiding.replay import Ending, EventKind, SessionEvent, SessionRecord, StepDone, cue_at, replay
from unknot.guiding.stopping import Feeling, Sensation, StopRule, rule_for

__all__ = [
    "Cue",
    "CueKind",
    "CueSheet",
    "Ending",
    "EventKind",
    "Feeling",
    "Sensation",
    "SessionEvent",
    "SessionRecord",
    "StepDone",
    "StopRule",
    "Tone",
    "compile_cues",
    "cue_at",
    "replay",
    "rule_for",
]
