"""The table of the players' guards, from the zones and limits: all that they know, and they know nothing else."""

import json
from typing import Any

from unknot.anatomy import Zone, ZoneRule
from unknot.coach import Knowledge
from unknot.planning import Technique, Tool


def guard_table(knowledge: Knowledge) -> str:
    """The table as JSON, one entry a line."""
    book = knowledge.techniques
    table: dict[str, Any] = {
        "session_s": book.ceilings.session_s,
        "spots": book.ceilings.spots,
        "holds_per_spot": book.ceilings.holds_per_spot,
        "hold_s": book.ceilings.hold_s[-1],
        "pressure_0_10": book.ceilings.good_pain_0_10,
        "back_to_0_10": book.coaching.back_to_0_10,
        "rises_by_0_10": book.coaching.rises_by_0_10,
        "grain": book.ceilings.stroke_grain,
        "valid_min": knowledge.rules.valid_min,
        "zones": {zone.id: _zone(zone) for zone in knowledge.body.zones},
        "techniques": {technique.id: _technique(technique) for technique in book.techniques},
        "tools": {tool.id: _tool(tool) for tool in book.tools},
    }
    lines = []
    for key, value in table.items():
        if isinstance(value, dict):
            entries = ",\n".join(f"    {json.dumps(id)}: {json.dumps(entry)}" for id, entry in value.items())
            lines.append(f"  {json.dumps(key)}: {{\n{entries}\n  }}")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _zone(zone: Zone) -> dict[str, Any]:
    return {
        "allowed": zone.rule is not ZoneRule.FORBIDDEN,
        "pressure_0_10": zone.pressure_0_10,
        "hold_s": zone.hold_s,
        "techniques": list(zone.techniques),
        "positions": list(zone.positions),
        "shapes": [{"frame": shape.frame.value, "polygon": shape.polygon} for shape in zone.shape],
    }


def _technique(technique: Technique) -> dict[str, Any]:
    return {
        "presses": technique.presses,
        "moves_on": bool(technique.strokes),
        "hold_s": technique.hold.allowed[-1],
        "repetitions": technique.repetitions.allowed[-1],
        "pressure_0_10": technique.pressure.allowed[-1] if technique.pressure else 0,
        "positions": list(technique.positions),
    }


def _tool(tool: Tool) -> dict[str, Any]:
    return {
        "by_hand": tool.by_hand,
        "techniques": list(tool.techniques),
        "zones": list(tool.zones),
        "hold_s": tool.hold_s,
        "total_s": tool.total_s,
        "pressure_0_10": tool.pressure_0_10,
        "keeps_off_neck": tool.keeps_off_neck,
    }
