"""What happened, resource by resource: check-ins, plans and sessions."""

from collections.abc import Iterator, Mapping
from functools import cache

from unknot.guiding import Ending
from unknot.locating import Pain
from unknot.planning import HANDS, Step
from unknot.screening import Answer, Question, QuestionKind, Tier
from unknot.sharing.chronicle import Dose, ToldCheckIn, ToldPlan, ToldSession
from unknot.sharing.fhir.answering import answer_code, unsure_item
from unknot.sharing.fhir.codes import concept, own, score, seconds
from unknot.sharing.fhir.elements import Annotation, CodeableConcept, Reference
from unknot.sharing.fhir.forms import QuestionnaireResponse, ResponseAnswer, ResponseItem, ResponseStatus
from unknot.sharing.fhir.marking import (
    CHECK_IN,
    DRAWING,
    PLAN,
    SESSION,
    SUBJECT,
    SURVEY,
    VERDICT,
    how_and_where,
    mark,
)
from unknot.sharing.fhir.naming import name_of, refer, url_of
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
    RequestStatus,
    RiskAssessment,
)
from unknot.words import is_said, say

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


def of_check_in(one: ToldCheckIn, questions: Mapping[str, Question]) -> Iterator[AnyResource]:
    """The answers of a check-in and, when it came to a verdict, the verdict."""
    yield QuestionnaireResponse(
        id=name_of(CHECK_IN, one.id),
        questionnaire=canonical(one.visit, one.rules),
        status=_response_status(one),
        subject=SUBJECT,
        authored=one.at.isoformat(),
        source=SUBJECT,
        item=tuple(_answered(id, answer, questions.get(id)) for id, answer in one.answers.items()),
    )
    if one.words:
        yield Observation(
            id=name_of("own-words", one.id),
            status="final",
            category=(SURVEY,),
            code=concept("own-words"),
            subject=SUBJECT,
            effective_date_time=one.at.isoformat(),
            value_string=one.words,
            derived_from=(refer(CHECK_IN, one.id),),
        )
    if one.tier is not None:
        yield RiskAssessment(
            id=name_of(VERDICT, one.id),
            status="final",
            method=CodeableConcept(coding=(own("rules"),), text=_rules_named(one.rules)),
            code=concept("check-in-verdict"),
            subject=SUBJECT,
            occurrence_date_time=one.at.isoformat(),
            basis=(refer(CHECK_IN, one.id),),
            prediction=tuple(_predictions(one)),
            mitigation=_what_to_do(one.tier),
            note=(Annotation(text=say("report-warning")),),
        )


def _response_status(one: ToldCheckIn) -> ResponseStatus:
    """A check-in that a danger ended is never filled in to its end."""
    if one.tier is None:
        return "in-progress"
    return "stopped" if one.open_questions else "completed"


def _answered(id: str, answer: Answer, question: Question | None) -> ResponseItem:
    text = _said(f"question-{id}")
    is_number = question is not None and question.kind is QuestionKind.NUMBER
    if is_number and isinstance(answer, int):
        return ResponseItem(link_id=id, text=text, answer=(ResponseAnswer(value_integer=answer),))
    chosen = answer if isinstance(answer, tuple) else (answer,)
    answers = tuple(ResponseAnswer(value_coding=answer_code(question, one)) for one in chosen)
    return ResponseItem(link_id=unsure_item(id) if is_number else id, text=text, answer=answers)


def _predictions(one: ToldCheckIn) -> Iterator[Prediction]:
    if not one.fired:
        yield Prediction(qualitative_risk=concept(f"tier-{one.tier}"))
    for fired in one.fired:
        said = concept(f"rule-{fired.rule}").coding[0].display
        yield Prediction(qualitative_risk=concept(f"tier-{fired.tier}"), rationale=said)


def of_plan(one: ToldPlan, session: ToldSession | None, *, has_drawing: bool) -> Iterator[AnyResource]:
    """A plan, after the single pains that it was made for; their drawing is told with the other drawings."""
    pains = tuple(_pain(one, place, pain) for place, pain in enumerate(one.pains))
    yield from pains
    doses = session.doses if session else ()
    ending = Ending.UNSTARTED if session is None else session.ending
    yield CarePlan(
        id=name_of(PLAN, one.id),
        status=_PLAN_STATUS[ending],
        intent="plan",
        title=say("fhir-plan"),
        subject=SUBJECT,
        created=one.made_at.isoformat(),
        supporting_info=(
            refer(VERDICT, one.check_in),
            *((refer(DRAWING, one.id),) if has_drawing else ()),
            *(Reference(reference=url_of(pain.id)) for pain in pains),
        ),
        activity=tuple(_activity(step, _step_status(step, doses, ending)) for step in one.steps),
        note=tuple(Annotation(text=said) for note in one.notes if (said := _said(f"note-{note}")) is not None),
    )


def _pain(one: ToldPlan, place: int, pain: Pain) -> Observation:
    kinds = {"pain-kind": pain.kind, "pain-since": pain.since}
    return Observation(
        id=name_of(f"pain {place}", one.id),
        status="final",
        category=(SURVEY,),
        code=concept("pain-of-several"),
        subject=SUBJECT,
        effective_date_time=one.made_at.isoformat(),
        value_quantity=score(pain.strength),
        component=(
            *(mark(where, pain.strength) for where in pain.places),
            *(
                Component(code=concept(code), value_codeable_concept=concept(f"{code}-{said}"))
                for code, said in kinds.items()
                if said is not None
            ),
        ),
    )


def _step_status(step: Step, doses: tuple[Dose, ...], ending: Ending) -> ActivityStatus:
    """Done for as long as was planned, or ended before that: by a stop, or because the person went on."""
    given = [dose for dose in doses if dose.step == step.id and dose.seconds]
    if given and ending in (Ending.FINISHED, Ending.STOPPED):
        is_short = sum(dose.seconds for dose in given) < step.seconds * step.repetitions
        is_cut = ending is Ending.STOPPED and is_short and given[-1] is _last_given(doses)
        return "stopped" if is_cut or any(dose.skipped for dose in given) else "completed"
    if given:
        return "unknown"
    return "cancelled" if ending in (Ending.FINISHED, Ending.STOPPED) else "not-started"


def _last_given(doses: tuple[Dose, ...]) -> Dose | None:
    """What was under way, or just done, when a session ended."""
    return next((dose for dose in reversed(doses) if dose.seconds), None)


def _activity(step: Step, status: ActivityStatus) -> Activity:
    said = _dose_in_words(step.seconds, step.repetitions, step.ceiling_0_10)
    coding = how_and_where(step.technique, step.tool, step.muscle, step.point, step.side)
    return Activity(detail=ActivityDetail(code=CodeableConcept(coding=coding), status=status, description=said))


@cache
def _rules_named(version: str) -> str:
    return say("fhir-rules-version", version=version)


@cache
def _said(id: str) -> str | None:
    """A sentence of today; None for what is of another version."""
    return say(id) if is_said(id) else None


@cache
def _dose_in_words(once_s: int, repetitions: int, ceiling: int) -> str:
    return say("fhir-step", seconds=once_s, repetitions=repetitions, ceiling=ceiling)


@cache
def _what_to_do(tier: Tier) -> str:
    return say(f"tier-{tier}", "do")


def of_session(one: ToldSession) -> Iterator[AnyResource]:
    """A session, the doses that were really given, the feeling that stopped it, and whether it helped."""
    used = dict.fromkeys(dose.tool for dose in one.doses if dose.seconds and dose.tool != HANDS)
    yield Procedure(
        id=name_of(SESSION, one.plan),
        based_on=(refer(PLAN, one.plan),),
        status=_SESSION_STATUS[one.ending],
        code=concept("self-massage-session"),
        subject=SUBJECT,
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
    coding = how_and_where(dose.technique, dose.tool, dose.muscle, dose.point, dose.side)
    return Component(code=CodeableConcept(coding=coding), value_quantity=seconds(dose.seconds))


def _of_session(
    one: ToldSession, code: str, value: CodeableConcept | None = None, component: tuple[Component, ...] = ()
) -> Observation:
    return Observation(
        id=name_of(code, one.plan),
        status="final",
        code=concept(code),
        subject=SUBJECT,
        effective_date_time=one.ended_at.isoformat(),
        part_of=(refer(SESSION, one.plan),),
        value_codeable_concept=value,
        component=component,
    )
