"""Knots with a history, measures, change that is real, the dose that follows, and what works for this person."""

from unknot.progress.ahead import AheadBook
from unknot.progress.belief import Belief
from unknot.progress.change import Band, Change, ChangeBook, Trend, change_in, trends_in
from unknot.progress.course import CourseBook, history_signs
from unknot.progress.days import DayPain, Felt, days_of, episode_of, felt_in, next_felt
from unknot.progress.easing import Easing, Share
from unknot.progress.judging import Judgement, Sign, judge
from unknot.progress.knots import Knot, KnotBook, KnotEdit, KnotSession, Relation, Spot, knots_of, refuse_edit
from unknot.progress.measures import (
    Everyday,
    Measure,
    MeasuringBook,
    Reach,
    Soreness,
    refuse_measure,
    trouble_score,
)
from unknot.progress.past import Helped, PastSession, Treated, Turning
from unknot.progress.response import Course, ResponseBook, Stage, easing_of, is_flare, stage_of
from unknot.progress.trials import trials_of
from unknot.progress.trying import (
    ALONE,
    Arm,
    Effect,
    Effects,
    Finding,
    Learned,
    Tried,
    TryingBook,
    Way,
    choose_arm,
    learn,
)

__all__ = [
    "ALONE",
    "AheadBook",
    "Arm",
    "Band",
    "Belief",
    "Change",
    "ChangeBook",
    "Course",
    "CourseBook",
    "DayPain",
    "Easing",
    "Effect",
    "Effects",
    "Everyday",
    "Felt",
    "Finding",
    "Helped",
    "Judgement",
    "Knot",
    "KnotBook",
    "KnotEdit",
    "KnotSession",
    "Learned",
    "Measure",
    "MeasuringBook",
    "PastSession",
    "Reach",
    "Relation",
    "ResponseBook",
    "Share",
    "Sign",
    "Soreness",
    "Spot",
    "Stage",
    "Treated",
    "Trend",
    "Tried",
    "TryingBook",
    "Turning",
    "Way",
    "change_in",
    "choose_arm",
    "days_of",
    "easing_of",
    "episode_of",
    "felt_in",
    "history_signs",
    "is_flare",
    "judge",
    "knots_of",
    "learn",
    "next_felt",
    "refuse_edit",
    "refuse_measure",
    "stage_of",
    "trends_in",
    "trials_of",
    "trouble_score",
]
