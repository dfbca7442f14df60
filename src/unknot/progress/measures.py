"""What a person says of how it is: pain, change, their own activities, turning, everyday trouble, sleep, stress.

Only what may be given away freely is asked, in words of our own. Why others are not: docs/guide/measures.md.

Source: clinical 6.1, 6.2.
"""

from datetime import timedelta
from enum import StrEnum

from unknot.errors import InputError
from unknot.locating import Drawing
from unknot.units import Change11, Degrees, Instant, Score0To10, Sources, Trouble0To3, Value


class Reach(StrEnum):
    """How far the chin comes when the head turns, against the outer end of the collarbone."""

    PAST = "past"
    TO = "to"
    SHORT = "short"


class Soreness(StrEnum):
    """How long the place was sore after the last session."""

    NONE = "none"
    UNDER_A_DAY = "under-a-day"
    UP_TO_TWO_DAYS = "up-to-two-days"
    OVER_TWO_DAYS = "over-two-days"


class Measure(Value, frozen=True):
    """One answer to "How is it now?": what was not asked or not said is None or left out.

    `at` is when it was so, on the person's own clock; worst and average look back 24 hours. Activities are scored
    0 (cannot do it) to 10 (as before); degrees are given only by a camera. `sore_0_10` is the soreness from pressing.
    """

    at: Instant
    pain_now: Score0To10 | None = None
    pain_worst: Score0To10 | None = None
    pain_average: Score0To10 | None = None
    change: Change11 | None = None
    activities: dict[str, Score0To10] = {}
    reach_left: Reach | None = None
    reach_right: Reach | None = None
    turned_left_deg: Degrees | None = None
    turned_right_deg: Degrees | None = None
    trouble: dict[str, Trouble0To3] = {}
    sleep_0_10: Score0To10 | None = None
    stress_0_10: Score0To10 | None = None
    soreness: Soreness | None = None
    sore_0_10: Score0To10 | None = None
    drawing: Drawing = {}

    @property
    def is_empty(self) -> bool:
        """True when nothing is said but when."""
        return self.pain_now is None and self == Measure(self.at)  # the first alone decides nearly always, and fast


class Everyday(Value, frozen=True):
    """Something of every day that our own short check asks about; the check is not validated."""

    id: str
    source: Sources


class MeasuringBook(Value, frozen=True):
    """What is asked, how late it may be told, and from which size on a change counts.

    `late_days`: how far back an entry may lie; `ahead_min`: how far a clock may be ahead.
    """

    late_days: int
    ahead_min: int
    most_activities: int
    judged_days: int
    change_by: int
    activities_by: float
    activity_by: int
    turned_by_deg: int
    source: Sources
    reads_as: str = ""


def refuse_measure(
    measure: Measure, activities: dict[str, str], everyday: tuple[Everyday, ...], book: MeasuringBook, now: Instant
) -> None:
    """Returns if an entry can be kept.

    activities: the names of the person's own activities by id.

    Raises: InputError: it lies in the future or too far back, names an activity or a question that is not asked, or
    its pains contradict each other.
    """
    if measure.at - now > timedelta(minutes=book.ahead_min):
        raise InputError("at", "measure-in-future")
    if now - measure.at > timedelta(days=book.late_days):
        raise InputError("at", "measure-too-late", days=book.late_days)
    _refuse_unknown(measure, activities, everyday)
    worst = measure.pain_worst
    for field, pain in (("pain_average", measure.pain_average), ("pain_now", measure.pain_now)):
        if worst is not None and pain is not None and pain > worst:
            raise InputError(field, "measure-above-worst")


def _refuse_unknown(measure: Measure, activities: dict[str, str], everyday: tuple[Everyday, ...]) -> None:
    for id in measure.activities:
        if id not in activities:
            raise InputError(f"activities.{id}", "measure-no-such-activity")
    asked = {one.id for one in everyday}
    for id in measure.trouble:
        if id not in asked:
            raise InputError(f"trouble.{id}", "input-no-such-question", question=id)


def trouble_score(measure: Measure, everyday: tuple[Everyday, ...]) -> int | None:
    """The sum of our own check; None unless every question was answered. Not validated, so no verdict rests on it.

    Source: clinical 6.1.
    """
    if any(one.id not in measure.trouble for one in everyday):
        return None
    return sum(measure.trouble[one.id] for one in everyday)
