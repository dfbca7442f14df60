"""What happened, resource by resource: each function tells one thing of the story."""

from collections.abc import Iterator, Mapping
from functools import cache

from unknot.guiding import Ending
from unknot.planning import HANDS, Step
from unknot.screening import Answer, Question, QuestionKind, Tier
from unknot.sharing.fhir.answering import answer_code, unsure_item
from unknot.sharing.fhir.codes import codes, concept, measure_concept, own, score, seconds
from unknot.sharing.fhir.elements import Annotation, CodeableConcept, Coding
from unknot.sharing.fhir.naming import name_of, refer
from unknot.sharing.fhir.questionnaire import canonical
from unknot.sharing.fhir.resources import (
    Activity,
    ActivityDetail,
    ActivityStatus,
    AnyResource,
    CarePlan,
    Component,
    EventStatus,
    Observation,
    Prediction,
    Procedure,
    QuestionnaireResponse,
    RequestStatus,
    ResponseAnswer,
    ResponseItem,
    RiskAssessment,
)
from unknot.sharing.story import Dose, Measure, MeasureKind, StoryCheckIn, StoryPlan, StorySession
from unknot.words import is_said, say

SELF = "self"
_SUBJECT = refer("person", SELF)
_CHECK_IN, _VERDICT, _PLAN, _SESSION = "check-in", "verdict", "plan", "session"
_SURVEY = CodeableConcept(coding=(Coding(system=codes().systems.observation_category, code="survey"),))

_PLAN_STATUS: dict[Ending, RequestStatus] = {
    Ending.FINISHED: "completed",
    Ending.STOPPED: "revoked",
    Ending.RUNNING: "unknown",
    Ending.UNSTARTED: "unknown",
}
_SESSION_STATUS: dict[Ending, EventStatus] = {
    Ending.FINISHED: "completed",
    Ending.STOPPED: "stopped",
    Ending.RUNNING: "unknown",
    Ending.UNSTARTED: "unknown",
}


def of_check_in(one: StoryCheckIn, questions: Mapping[str, Question]) -> Iterator[AnyResource]:
    """The answers of a check-in and, when it came to a verdict, the verdict."""
    yield QuestionnaireResponse(
        id=name_of(_CHECK_IN, one.id),
        questionnaire=canonical(one.visit, one.rules),
        status="in-progress" if one.tier is None else "completed",
        subject=_SUBJECT,
        authored=one.at.isoformat(),
        source=_SUBJECT,
        item=tuple(_answered(id, answer, questions.get(id)) for id, answer in one.answers.items()),
    )
    if one.tier is not None:
        yield RiskAssessment(
            id=name_of(_VERDICT, one.id),
            status="final",
            method=CodeableConcept(coding=(own("rules"),), text=say("fhir-rules-version", version=one.rules)),
            code=concept("check-in-verdict"),
            subject=_SUBJECT,
            occurrence_date_time=one.at.isoformat(),
            basis=(refer(_CHECK_IN, one.id),),
            prediction=tuple(_predictions(one)),
            mitigation=_what_to_do(one.tier),
            note=(Annotation(text=say("report-warning")),),
        )


def _answered(id: str, answer: Answer, question: Question | None) -> ResponseItem:
    text = say(f"question-{id}") if is_said(f"question-{id}") else None
    is_number = question is not None and question.kind is QuestionKind.NUMBER
    if is_number and isinstance(answer, int):
        return ResponseItem(link_id=id, text=text, answer=(ResponseAnswer(value_integer=answer),))
    chosen = answer if isinstance(answer, tuple) else (answer,)
    answers = tuple(ResponseAnswer(value_coding=answer_code(question, one)) for one in chosen)
    return ResponseItem(link_id=unsure_item(id) if is_number else id, text=text, answer=answers)


def _predictions(one: StoryCheckIn) -> Iterator[Prediction]:
    if not one.fired:
        yield Prediction(qualitative_risk=concept(f"tier-{one.tier}"))
    for fired in one.fired:
        said = concept(f"rule-{fired.rule}").coding[0].display
        yield Prediction(qualitative_risk=concept(f"tier-{fired.tier}"), rationale=said)


def of_plan(one: StoryPlan, session: StorySession | None) -> Iterator[AnyResource]:
    """The drawing that led to a plan, when anything was marked, and the plan."""
    supporting = [refer(_VERDICT, one.check_in)]
    if one.drawing:
        supporting.append(refer("drawing", one.id))
        yield Observation(
            id=name_of("drawing", one.id),
            status="final",
            category=(_SURVEY,),
            code=concept("pain-drawing"),
            subject=_SUBJECT,
            effective_date_time=one.made_at.isoformat(),
            component=tuple(_mark(place, strength) for place, strength in one.drawing.items()),
        )
    done = {dose.step for dose in session.doses if dose.seconds} if session else set()
    ending = Ending.UNSTARTED if session is None else session.ending
    yield CarePlan(
        id=name_of(_PLAN, one.id),
        status=_PLAN_STATUS[ending],
        intent="plan",
        title=say("fhir-plan"),
        subject=_SUBJECT,
        created=one.made_at.isoformat(),
        supporting_info=tuple(supporting),
        activity=tuple(_activity(step, _step_status(step, done, ending)) for step in one.steps),
    )


def _mark(place: str, strength: int) -> Component:
    region, _, side = place.rpartition("_")
    sides = {"L": "side-left", "R": "side-right"}
    if side not in sides:
        return Component(code=concept(f"region-{place}"), value_quantity=score(strength))
    coding = (own(f"region-{region}"), own(sides[side]))
    return Component(code=CodeableConcept(coding=coding), value_quantity=score(strength))


def _step_status(step: Step, done: set[str], ending: Ending) -> ActivityStatus:
    if step.id in done:
        return "completed" if ending is Ending.FINISHED else "unknown"
    return "cancelled" if ending in (Ending.FINISHED, Ending.STOPPED) else "not-started"


def _activity(step: Step, status: ActivityStatus) -> Activity:
    said = _dose_in_words(step.seconds, step.repetitions, step.ceiling_0_10)
    coding = _how_and_where(step.technique, step.tool, step.muscle, step.point, step.side)
    return Activity(detail=ActivityDetail(code=CodeableConcept(coding=coding), status=status, description=said))


@cache
def _dose_in_words(once_s: int, repetitions: int, ceiling: int) -> str:
    return say("fhir-step", seconds=once_s, repetitions=repetitions, ceiling=ceiling)


@cache
def _what_to_do(tier: Tier) -> str:
    return say(f"tier-{tier}", "do")


def _how_and_where(
    technique: str, tool: str, muscle: str | None, point: str | None, side: str | None
) -> tuple[Coding, ...]:
    parts = {"technique": technique, "tool": tool, "muscle": muscle, "trigger-point": point, "side": side}
    return tuple(own(f"{kind}-{id}") for kind, id in parts.items() if id is not None)


def of_session(one: StorySession) -> Iterator[AnyResource]:
    """A session, the doses that were really given, the feeling that stopped it, and whether it helped."""
    used = dict.fromkeys(dose.tool for dose in one.doses if dose.seconds and dose.tool != HANDS)
    yield Procedure(
        id=name_of(_SESSION, one.plan),
        based_on=(refer(_PLAN, one.plan),),
        status=_SESSION_STATUS[one.ending],
        code=concept("self-massage-session"),
        subject=_SUBJECT,
        performed_date_time=one.ended_at.isoformat(),
        used_code=tuple(concept(f"tool-{tool}") for tool in used),
    )
    doses = tuple(_dose(dose) for dose in one.doses if dose.seconds)
    if doses:
        yield _of_session(one, "dose", component=doses)
    if one.stop is not None:
        feeling = "feeling-unsaid" if one.stop.tier is None else f"feeling-{one.stop.feeling}"
        yield _of_session(one, "stopped-for", value=concept(feeling))
    if one.helped is not None:
        yield _of_session(one, "helped", value=concept(f"helped-{one.helped}"))


def _dose(dose: Dose) -> Component:
    coding = _how_and_where(dose.technique, dose.tool, dose.muscle, dose.point, dose.side)
    return Component(code=CodeableConcept(coding=coding), value_quantity=seconds(dose.seconds))


def _of_session(
    one: StorySession, code: str, value: CodeableConcept | None = None, component: tuple[Component, ...] = ()
) -> Observation:
    return Observation(
        id=name_of(code, one.plan),
        status="final",
        code=concept(code),
        subject=_SUBJECT,
        effective_date_time=one.ended_at.isoformat(),
        part_of=(refer(_SESSION, one.plan),),
        value_codeable_concept=value,
        component=component,
    )


def of_measure(one: Measure) -> Observation:
    """A measure, with what it was taken with and what it belongs to."""
    at_check_in = one.kind is MeasureKind.PAIN_NOW
    return Observation(
        id=name_of(f"measure-{one.kind}", one.of),
        status="final",
        category=(_SURVEY,),
        code=measure_concept(one.kind),
        subject=_SUBJECT,
        effective_date_time=one.at.isoformat(),
        part_of=() if at_check_in else (refer(_SESSION, one.of),),
        value_quantity=score(one.value) if isinstance(one.value, int) else None,
        value_codeable_concept=None if isinstance(one.value, int) else concept(f"turning-{one.value}"),
        method=concept(f"device-{one.device}"),
        derived_from=(refer(_CHECK_IN, one.of),) if at_check_in else (),
    )
