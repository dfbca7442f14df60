"""A made-up course of self-care: someone who comes once a day and tells everything that can be told.

There are stops, a condition, measures with a correction and one taken back, knots joined and gone, causes, own words,
and a check-in for someone else.
"""

from datetime import UTC, datetime, timedelta, timezone

from msgspec.structs import replace
from tests.conftest import HEALTHY, RETURNING
from tests.unit.coach.conftest import Diary

from unknot import coach
from unknot.coach import ActivitiesNamed, AskingFor, CausesNamed, Happening, KnotEdited, Knowledge, Measured
from unknot.locating import Complaint, Pain, PainKind, Since
from unknot.planning import Situation
from unknot.prevention import CauseAnswer
from unknot.progress import KnotEdit, Measure, Reach, Relation, Soreness
from unknot.screening import NONE_OF_THESE, Answers, Cleared, NeedsAnswers, Visit

BEGAN = datetime(2025, 11, 20, 7, 30, tzinfo=UTC)
HOME = timezone(timedelta(hours=1))
"""The person's own clock; the log is kept in UTC."""

COMPLAINTS = (
    Complaint({"shoulder_top_R": 6, "neck_postlat_R": 4}),
    Complaint({"shoulder_top_L": 5, "temple_L": 3}),
    Complaint(
        pains=(Pain(("scap_medial_R",), 4, PainKind.ACHE, Since.WEEKS), Pain(("shoulder_top_R",), 2, PainKind.BURNING))
    ),
)
WORDS = "Right shoulder tight after long days at the desk"
ACTIVITIES = {"look": "look over my shoulder", "bag": "=carry a bag"}
CALM = {"pain-control": "pain-bearable"}
_ID = "019a0000-0000-7000-8000-"
TOOLS = ((), ("tennis-ball", "heat-pack"), ("cane",))


class Course(Diary):
    """A diary that remembers everything that was told, as a log would keep it."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self.now = BEGAN
        self._ids = 0
        self.told: list[tuple[str, datetime, Happening]] = []

    def tell(self, id: str, happening: Happening) -> "Course":
        """Let something happen now, and remember it."""
        id = id if len(id) == len(_ID) + 12 else self.new_id()
        super().tell(id, happening)
        self.told.append((id, self.now, happening))
        return self

    def new_id(self) -> str:
        """The next id, as a client would make it."""
        self._ids += 1
        return f"{_ID}{self._ids:012x}"

    def day(self, number: int) -> "Course":
        """One visit: check in, plan, play to the end or stop, and say how it was."""
        pain = max(1, 4 - number // 12 + number % 3 // 2)
        words = "" if number else WORDS
        self.tell(self.new_id(), coach.check_in(self.person, self._answers(number, pain), self.now, words=words))
        last = self.person.check_in
        if last is None or not isinstance(last.told.verdict, Cleared):
            return self
        situation = Situation(10, TOOLS[number % 3])
        made = coach.make_plan(self.person, last.id, COMPLAINTS[number % 3], situation, (), self.now)
        plan = self.new_id()
        self.tell(plan, made)
        if number % 20 == 13:
            self.move(0, "start", 0, plan=plan).move(1, "stop", 60_000, plan=plan)
            return self.move(2, "felt", 61_000, "too-sore" if number % 40 == 13 else None, plan=plan)
        return self.play(plan).say(pain, max(0, pain - 1 - number % 2), plan)

    def aside(self, number: int) -> "Course":
        """What else is told on some days."""
        if number == 0:
            self.tell(self.new_id(), ActivitiesNamed(ACTIVITIES))
            self.tell(self.new_id(), CausesNamed({"C1": CauseAnswer.OFTEN, "C2": CauseAnswer.NO}))
        if number == 7:
            danger = {"head-signs": ("thunderclap",)}
            self.tell(self.new_id(), coach.check_in(self.person, danger, self.now, AskingFor.SOMEONE_ELSE, "my mother"))
        if number == 40:
            first, second, *_, last = (knot.id for knot in coach.knots(self.person))
            self.tell(self.new_id(), KnotEdited(KnotEdit(Relation.JOINED, first, self.now, second)))
            self.tell(self.new_id(), KnotEdited(KnotEdit(Relation.GONE, last, self.now)))
        return self.measure(number) if number % 5 == 0 else self

    def measure(self, number: int) -> "Course":
        """Tell how it is; the third time correct it afterwards, the fourth time take it back."""
        at, entry = self.now.astimezone(HOME), self.new_id()
        told = Measure(
            at,
            pain_now=3,
            pain_worst=6,
            pain_average=4,
            change=min(5, number // 12),
            activities={"look": min(10, 4 + number // 10), "bag": 7},
            reach_left=Reach.SHORT if number < 30 else Reach.TO,
            reach_right=Reach.PAST,
            turned_left_deg=50 + number // 5,
            trouble={one.id: 1 for one in self.person.knowledge.progress.everyday},
            sleep_0_10=6,
            stress_0_10=4,
            soreness=Soreness.UNDER_A_DAY,
            sore_0_10=1,
            drawing={"neck_postlat_R": 3, "shoulder_top_R": 0},
        )
        self.tell(entry, Measured(told))
        if number == 10:
            self.tell(self.new_id(), Measured(replace(told, pain_worst=8), corrects=entry))
        if number == 15:
            self.tell(self.new_id(), Measured(Measure(at), corrects=entry))
        return self

    def _answers(self, number: int, pain: int) -> Answers:
        """Well, with a mild blood thinner from the second first visit on; what else is asked is answered as none."""
        if coach.visit_at(self.person, self.now) is Visit.RETURN:
            kept = self.person.kept_at(self.now)
            answers = {id: answer for id, answer in RETURNING.items() if id not in kept} | {"pain-now": pain}
        elif number:
            answers = {**HEALTHY, "pain-now": pain, "health": ("health-blood",), "blood": ("mild-blood-thinning",)}
        else:
            answers = {**HEALTHY, "pain-now": pain}
        verdict = coach.check_in(self.person, answers, self.now).verdict
        while isinstance(verdict, NeedsAnswers):
            answers[verdict.missing[0]] = CALM.get(verdict.missing[0], NONE_OF_THESE)
            verdict = coach.check_in(self.person, answers, self.now).verdict
        return answers


def course_of(knowledge: Knowledge, days: int) -> Course:
    """A course of so many days."""
    course = Course(knowledge)
    for number in range(days):
        course.day(number).aside(number)
        course.now = BEGAN + timedelta(days=number + 1)
    return course
