"""The page of the body: regions, muscles, trigger points, and how the locator weighs them."""

from collections.abc import Iterator, Mapping

from reference.markdown import codes, page, reading, table, words
from unknot.anatomy import Region, TriggerPoint
from unknot.coach import Knowledge
from unknot.locating import NO_PATTERN, Alternative, Fingers, LocatingNumbers, Movement
from unknot.units import Frame

_FRAMES = {
    Frame.P: "Back of head, neck and back. Origin the bump at the base of the neck (C7). "
    "x = 1 at the outer corner of the shoulder, about 19 cm; y = 1 at the bump at the back of the skull, about 13 cm.",
    Frame.L: "Side of the head. Origin the front of the ear. x = 1 at the outer corner of the eye, "
    "y = 1 at the top of the head.",
    Frame.A: "Front of the chest. Origin the notch above the breastbone. "
    "One unit is the way to the tip of the shoulder.",
    Frame.R: "Arm. t = 0 at the tip of the shoulder, 1 at the elbow, 2 at the wrist; "
    "the other number says where around the arm.",
}


def regions_and_points(knowledge: Knowledge) -> str:
    """The page of regions, muscles and trigger points."""
    body, book = knowledge.body, knowledge.locating
    muscles = [
        (words(f"muscle-{one.id}"), f"`{one.id}`", one.layer, words(f"muscle-{one.id}", "about"), codes(one.source))
        for one in body.muscles
    ]
    others = [one for one in book.alternatives if one.id != NO_PATTERN]
    return page(
        "Regions and points",
        f"{len(body.regions)} regions in which a person can say that it hurts, {len(body.muscles)} muscles, "
        f"{len(body.trigger_points)} trigger points. They stand in `regions.toml`, `muscles.toml` and "
        "`trigger_points.toml` of `src/unknot/knowledge`.",
        "## Frames",
        "Places are given in parts of a person's own landmarks, for the right side. x mirrors to the left.",
        table(("Frame", "What it is"), [(str(frame), _FRAMES[frame]) for frame in Frame]),
        "## Regions",
        "In a drawing a region has `_L` or `_R` behind its id; one on the midline has neither.",
        table(("Region", "Id", "Frame", "Centre", "Radius", ""), map(_region, body.regions)),
        "## Muscles",
        table(("Muscle", "Id", "Layer", "What is said of it", "Source"), muscles),
        "## Trigger points",
        "The weights are chances: how likely a person marks the region when this point is the source. All of them are "
        "editorial. No study gives such numbers.",
        table(
            ("Point", "Muscle", "At", "Permission", "Hand reaches", "Prior", "Essential", "Spillover", "Source"),
            map(_point, body.trigger_points),
        ),
        "## What else it could be",
        "Each pattern is as likely as the others of its row. What holds back is not pressed near before its questions "
        "have been answered again.",
        table(
            ("Source of pain", "Prior", "Sides", "Patterns", "Questions", "How the source is read", "Source"),
            map(_alternative, others),
        ),
        'A last alternative gives every region the same small chance. When it wins, the answer is "I can\'t tell".',
        "## What moving can tell",
        "Asked as what a person notices, and never of someone whose check-in forbids it.",
        table(("Movement", "Speaks for", "Speaks against", "Questions", "Source"), map(_movement, book.movements)),
        "## What is asked again",
        "Where something serious feels just like a point, its questions are asked again whenever the point is shown.",
        table(
            ("Points", "Questions", "How the source is read", "Source"),
            [
                (codes(one.points), codes(one.questions), reading(one.reads_as), codes(one.source))
                for one in book.cautions
            ],
        ),
        "## The numbers of the locator",
        *_numbers(book.numbers),
        "## How far fingers are believed",
        *_numbers(book.fingers),
    )


def _region(one: Region) -> tuple[str, ...]:
    notes = [*(["midline"] if one.midline else []), *(["never pressed"] if one.never_pressed else [])]
    aspect = f" {one.aspect}" if one.aspect else ""
    return (
        words(f"region-{one.id}"),
        f"`{one.id}`",
        f"{one.frame}{aspect}",
        _pair(one.centre),
        _pair(one.radius),
        ", ".join(notes),
    )


def _point(one: TriggerPoint) -> tuple[str, ...]:
    only = f"<br>only {codes(one.techniques)}" if one.techniques else ""
    return (
        f"{words(f'trigger-point-{one.id}')} `{one.id}`",
        f"`{one.muscle}`",
        f"{one.frame} {_pair(one.at)}",
        f"**{one.permission}**{only}",
        "yes" if one.hand_reaches else "",
        f"{one.prior:g}",
        _weights(one.essential),
        _weights(one.spillover),
        codes(one.source),
    )


def _alternative(one: Alternative) -> tuple[str, ...]:
    about = f"{words(f'alternative-{one.id}')} `{one.id}`"
    left_right = "" if one.left == one.right else f", left to right {one.left:g} : {one.right:g}"
    return (
        f"{about}{'<br>**holds back**' if one.holds_back else ''}",
        f"{one.prior:g}",
        f"both {one.bilateral:g}{left_right}",
        "<br>".join(map(_weights, one.patterns)),
        codes(one.questions),
        reading(one.reads_as),
        codes(one.source),
    )


def _movement(one: Movement) -> tuple[str, ...]:
    return (
        f"{reading(one.reads_as)} `{one.id}`",
        codes(one.raises),
        codes(one.lowers),
        codes(one.questions),
        codes(one.source),
    )


def _numbers(numbers: LocatingNumbers | Fingers) -> Iterator[str]:
    """Every number of an entry, with where they come from."""
    yield f"From {codes(numbers.source)}. {reading(numbers.reads_as)}"
    values = {name: getattr(numbers, name) for name in numbers.__struct_fields__ if name not in ("source", "reads_as")}
    told = [(f"`{name}`", codes(value) if isinstance(value, tuple) else f"{value:g}") for name, value in values.items()]
    yield table(("Key", "Value"), told)


def _weights(weights: Mapping[str, float]) -> str:
    return ", ".join(f"{region} {weight:g}" for region, weight in weights.items())


def _pair(pair: tuple[float, float]) -> str:
    return f"({pair[0]:g}, {pair[1]:g})"
