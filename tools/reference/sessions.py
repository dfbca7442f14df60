"""Pages on what a session is made of, and within which limits."""

from reference.markdown import bullets, codes, page, reading, span, table, words
from unknot.anatomy import Zone
from unknot.coach import Knowledge
from unknot.planning import Ceilings, Technique, Tool

_MEANINGS = {
    "spots": "spots in one session",
    "holds_per_spot": "holds on one spot",
    "session_s": "longest session, in seconds",
    "sessions": "sessions with pressing in 24 hours",
    "hours_between": "hours between two of them",
    "first_week_days": "days that count as the first week, after the first session",
    "first_week_share": "share of the dose in the first week",
    "light_pressure_0_10": "pressure where a condition says light only",
    "light_hold_s": "seconds of a hold where a condition says light only",
    "good_pain_0_10": "pressure anywhere",
    "limited_pressure_0_10": "pressure on a trigger point that is limited",
    "hold_s": "what a hold lasts where nothing stricter applies, in seconds; each technique has its own range",
    "minutes": "minutes that can be asked for",
    "unhurried_minutes": "minutes from which there is time for warmth, a stretch and more spots",
    "stroke_grain": "how finely the way of a stroke is checked, in units of the frame",
    "ready_s": "seconds to get ready for a step",
    "release_s": "seconds to let go after each repetition",
}


def zones_and_ceilings(knowledge: Knowledge) -> str:
    """The page of the zones and of what no plan exceeds."""
    body, book = knowledge.body, knowledge.techniques
    shapes = [
        (f"`{zone.id}`", str(shape.frame), " ".join(f"({x:g}, {y:g})" for x, y in shape.polygon))
        for zone in body.zones
        for shape in zone.shape
    ]
    breath = book.breath
    return page(
        "Zones and ceilings",
        "Where pressure is forbidden, limited or allowed, as it stands in `src/unknot/knowledge/zones.toml`. A point "
        "outside every zone may not be pressed. Where zones overlap, the strictest holds. The whole way of a stroke "
        "counts, not only where it begins.",
        table(("Zone", "Rule", "Pressure", "Hold", "Techniques", "Positions", "Why"), map(_zone, body.zones)),
        "## How the sources are read",
        table(
            ("Zone", "Reading", "Source"),
            [(f"`{zone.id}`", reading(zone.reads_as), codes(zone.source)) for zone in body.zones],
        ),
        "## Shapes",
        "Corners in units of the frame, for the right side; x mirrors to the left. The edge belongs to the zone. "
        "The frames are drawn in [regions and points](regions-and-points.md).",
        table(("Zone", "Frame", "Corners"), shapes),
        "## Ceilings",
        f"What no plan exceeds, whatever is asked for: `src/unknot/knowledge/ceilings.toml`, from "
        f"{codes(book.ceilings.source)}. {reading(book.ceilings.reads_as)}",
        table(("Key", "Value", "What it bounds"), _ceilings(book.ceilings)),
        f"Breath: {breath.in_ms / 1000:g} s in, {breath.out_ms / 1000:g} s out ({codes(breath.source)}).",
    )


def techniques_and_tools(knowledge: Knowledge) -> str:
    """The page of techniques, tools, positions and places."""
    book = knowledge.techniques
    hows = [f"**{words(f'technique-{one.id}')}**. {words(f'technique-{one.id}', 'how')}" for one in book.techniques]
    positions = [
        (
            words(f"position-{one.id}"),
            ", ".join(words(f"place-{place}") for place in one.places),
            "both hands, none crosses the chest" if one.both_hands else "",
            codes(one.source),
        )
        for one in book.positions
    ]
    return page(
        "Techniques and tools",
        "What a session is made of, as it stands in `src/unknot/knowledge/techniques.toml` and `tools.toml`. Each "
        "range is what is advised, and in brackets what is allowed. A plan lies inside the advised range and is cut "
        "further by zone, tool, point and condition.",
        "## Techniques",
        table(
            ("Technique", "Part", "Hold", "Repetitions", "Rest", "Pressure", "Column", "Positions", "Source"),
            map(_technique, book.techniques),
        ),
        "### How they are explained",
        bullets(hows),
        "## Tools",
        table(
            ("Tool", "Techniques", "Zones", "Hold", "Pressure", "In a session", "Asked about later", "Never", "Source"),
            map(_tool, book.tools),
        ),
        bullets(f"`{tool.id}`: {reading(tool.reads_as)}" for tool in book.tools if tool.reads_as),
        "## Positions",
        table(("Position", "Possible", "Hands", "Source"), positions),
    )


def _zone(zone: Zone) -> tuple[str, ...]:
    closed = not zone.techniques
    return (
        f"{words(f'zone-{zone.id}')} `{zone.id}`",
        f"**{zone.rule}**",
        "" if closed else f"{zone.pressure_0_10}/10",
        "" if closed else f"{zone.hold_s} s",
        codes(zone.techniques),
        ", ".join(words(f"position-{id}") for id in zone.positions),
        words(f"zone-{zone.id}", "why"),
    )


def _ceilings(ceilings: Ceilings) -> list[tuple[str, str, str]]:
    names = [name for name in ceilings.__struct_fields__ if name not in ("source", "reads_as")]
    return [(f"`{name}`", _value(getattr(ceilings, name)), _MEANINGS[name]) for name in names]


def _value(value: float | tuple[int, int]) -> str:
    return span(value) if isinstance(value, tuple) else f"{value:g}"


def _technique(one: Technique) -> tuple[str, ...]:
    pressure = f"{span(one.pressure.advised)}/10 ({span(one.pressure.allowed)})" if one.pressure else "none"
    repetitions = f"{span(one.repetitions.advised)} ({span(one.repetitions.allowed)})"
    return (
        f"{words(f'technique-{one.id}')} `{one.id}`",
        words(f"phase-{one.phase}"),
        f"{span(one.hold.advised, 's')} ({span(one.hold.allowed)})",
        repetitions + (", once a day" if one.once_a_day else ""),
        f"{one.rest_s} s" if one.rest_s else "",
        pressure,
        words(f"modality-{one.modality}") if one.modality else "",
        ", ".join(words(f"position-{id}") for id in one.positions),
        codes(one.source),
    )


def _tool(one: Tool) -> tuple[str, ...]:
    return (
        f"{words(f'tool-{one.id}')} `{one.id}`",
        codes(one.techniques),
        codes(one.zones),
        f"{one.hold_s} s",
        f"{one.pressure_0_10}/10",
        f"{one.total_s} s",
        "yes" if one.near_neck else "",
        words(f"tool-{one.id}", "never"),
        codes(one.source),
    )
