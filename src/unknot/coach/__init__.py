"""The use cases: the one door through which every adapter enters. Values in, values out."""

from unknot.coach.case import Advice, Case, advise, cue_case, locate_case, screen_case
from unknot.coach.happenings import (
    KINDS,
    CausesNamed,
    CheckedIn,
    Happening,
    OutcomeTold,
    PlanMade,
    SessionMoved,
    SettingsChanged,
    happening_of,
    kind_of,
)
from unknot.coach.knowledge import Citation, EmergencyNumber, Knowledge
from unknot.coach.locating import find_for, painful_sides
from unknot.coach.person import CheckIn, Person, Session
from unknot.coach.sessions import (
    Heard,
    causes,
    cue_sheet,
    find,
    hear,
    knots,
    make_plan,
    open_session,
    refuse_stray,
    refuse_unknown_causes,
    sessions_on_day,
)
from unknot.coach.visits import check_in, screen_again, signs_of_history, visit_at

__all__ = [
    "KINDS",
    "Advice",
    "Case",
    "CausesNamed",
    "CheckIn",
    "CheckedIn",
    "Citation",
    "EmergencyNumber",
    "Happening",
    "Heard",
    "Knowledge",
    "OutcomeTold",
    "Person",
    "PlanMade",
    "Session",
    "SessionMoved",
    "SettingsChanged",
    "advise",
    "causes",
    "check_in",
    "cue_case",
    "cue_sheet",
    "find",
    "find_for",
    "happening_of",
    "hear",
    "kind_of",
    "knots",
    "locate_case",
    "make_plan",
    "open_session",
    "painful_sides",
    "refuse_stray",
    "refuse_unknown_causes",
    "screen_again",
    "screen_case",
    "sessions_on_day",
    "signs_of_history",
    "visit_at",
]
