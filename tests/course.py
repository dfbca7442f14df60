"""A made-up course of self-care: someone who comes once a day, with stops, flares, conditions and days left out."""

from datetime import UTC, datetime, timedelta

from tests.conftest import HEALTHY, RETURNING
from tests.unit.coach.conftest import Diary

from unknot import coach
from unknot.coach import Happening, Knowledge
from unknot.locating import Complaint
from unknot.planning import Situation
from unknot.screening import NONE_OF_THESE, Answers, Cleared, NeedsAnswers, Visit

BEGAN = datetime(2025, 11, 20, 7, 30, tzinfo=UTC)
DRAWINGS = (
    {"shoulder_top_R": 6, "neck_postlat_R": 4},
    {"shoulder_top_L": 5, "temple_L": 3},
    {"scap_medial_R": 4, "shoulder_top_R": 2},
)
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
        self.check_in(self._answers(number, pain), id=self.new_id())
        last = self.person.check_in
        if last is None or not isinstance(last.told.verdict, Cleared):
            return self
        drawing, tools = DRAWINGS[number % 3], TOOLS[number % 3]
        situation = Situation(10, tools)
        made = coach.make_plan(self.person, last.id, Complaint(drawing), situation, (), self.now)
        plan = self.new_id()
        self.tell(plan, made)
        if number % 20 == 13:
            self.move(0, "start", 0, plan=plan).move(1, "stop", 60_000, plan=plan)
            return self.move(2, "felt", 61_000, "too-sore" if number % 40 == 13 else None, plan=plan)
        return self.play(plan).say(pain, max(0, pain - 1 - number % 2), plan)

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
        course.day(number)
        course.now = BEGAN + timedelta(days=number + 1)
    return course
