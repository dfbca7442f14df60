"""Knots with a history, trends, and the course rules that send a person to someone else."""

from unknot.progress.course import CourseBook, Trend, history_signs, trend_of
from unknot.progress.knots import Knot, KnotSession, knots_of
from unknot.progress.past import Helped, PastSession, Treated, Turning

__all__ = [
    "CourseBook",
    "Helped",
    "Knot",
    "KnotSession",
    "PastSession",
    "Treated",
    "Trend",
    "Turning",
    "history_signs",
    "knots_of",
    "trend_of",
]
