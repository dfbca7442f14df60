"""The pictures of the report, as SVG that reads well in black and white: the body map and the course of the pain."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import escape
from typing import TypeAlias

from unknot.anatomy import sided
from unknot.knowledge.views import RegionOutline, View
from unknot.locating import Drawing
from unknot.sharing.chronicle import ToldSession
from unknot.sharing.readings import Reading, ReadingKind
from unknot.units import Instant, Side, Value
from unknot.words import say

_FONT = 'font-family="Libertinus Serif"'
_FIRST_VIEWS = ("back", "front")
_DARKEST = 0.62
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 350, 140, 18, 6, 6, 16
_WORST = 10
_LETTER, _DOT = 10, 2.2
_NUMBER, _EDGE = 76, 6
_NUMBERS = re.compile(r"-?[0-9.]+")
_SVG = "http://www.w3.org/2000/svg"

Place: TypeAlias = tuple[float, float]


class Tick(Value, frozen=True):
    """A mark on the time axis: when, and what stands under it."""

    at: Instant
    text: str


def views_showing(drawing: Drawing, views: dict[str, View]) -> tuple[str, ...]:
    """The views that show every marked place: back and front, and others only for what those do not show."""
    chosen, shown = list(_FIRST_VIEWS), _shown_in(_FIRST_VIEWS, views)
    marked = {place for place, strength in drawing.items() if strength}
    for name in views:
        if name not in chosen and (_shown_in((name,), views) - shown) & marked:
            chosen.append(name)
            shown |= _shown_in((name,), views)
    return tuple(chosen)


def _shown_in(names: tuple[str, ...], views: dict[str, View]) -> set[str]:
    return {_name(region) for name in names for region in views[name].regions}


def _name(region: RegionOutline) -> str:
    return region.id if region.side is None else sided(region.id, region.side)


def body_map(view: View, drawing: Drawing) -> str:
    """One view as SVG: the outline of the body, each marked place darker the more it hurts, with its number."""
    marked = [(region, drawing[_name(region)]) for region in view.regions if drawing.get(_name(region))]
    areas = (
        f'<path d="{region.path}" fill="#000" fill-opacity="{strength / _WORST * _DARKEST:.2f}" '
        'stroke="#000" stroke-width="3"/>'
        for region, strength in marked
    )
    numbers = (_number(region, strength) for region, strength in marked)
    outline = f'<path d="{view.silhouette}" fill="#f4f4f4" stroke="#555" stroke-width="3"/>'
    return _svg((outline, *areas, *numbers, *_sides(view)), *_bounds(view))


def _sides(view: View) -> Iterator[str]:
    """L and R in the corners above, where the view shows both sides: the person's own, whichever way they face."""
    left, top, width, _ = _bounds(view)
    middle = left + width / 2
    for side, letter in ((Side.LEFT, say("report-left")), (Side.RIGHT, say("report-right"))):
        xs = [region.label_at[0] for region in view.regions if region.side is side]
        if xs and {region.side for region in view.regions} >= set(Side):
            is_on_left = sum(xs) / len(xs) < middle
            x, anchor = (left + _EDGE, "start") if is_on_left else (left + width - _EDGE, "end")
            at = f'x="{x:.0f}" y="{top + _NUMBER:.0f}" text-anchor="{anchor}" font-size="{_NUMBER}"'
            yield f'<text {at} {_FONT} fill="#444">{letter}</text>'


def _number(region: RegionOutline, strength: int) -> str:
    """The number on a place, with a white rim: drawn under it, because not every reader of SVG knows paint-order."""
    x, y = region.label_at
    at = f'x="{x}" y="{y + _NUMBER / 3:.0f}" text-anchor="middle" font-size="{_NUMBER}" font-weight="bold" {_FONT}'
    rim = 'stroke="#fff" stroke-width="16" stroke-linejoin="round"'
    return f"<text {at} {rim}>{strength}</text><text {at}>{strength}</text>"


def _bounds(view: View) -> tuple[float, float, float, float]:
    """The part of a view that the body fills: left, top, width and height."""
    numbers = [float(number) for number in _NUMBERS.findall(view.silhouette)]
    xs, ys = numbers[0::2], numbers[1::2]
    left, top = min(xs) - _EDGE, min(ys) - _EDGE
    return left, top, max(xs) + _EDGE - left, max(ys) + _EDGE - top


def pain_course(readings: tuple[Reading, ...], sessions: tuple[ToldSession, ...], ticks: tuple[Tick, ...]) -> str:
    """Pain over time as SVG: before a session filled, after it open, at a check-in a small line; stops are crosses."""
    moments = [*(one.at for one in readings), *(one.ended_at for one in sessions), *(one.at for one in ticks)]
    first, last = min(moments), max(moments)
    whole = (last - first) or timedelta(days=1)

    def place(at: Instant, pain: int) -> Place:
        inner_w, inner_h = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
        return _LEFT + (at - first) / whole * inner_w, _TOP + (1 - pain / _WORST) * inner_h

    parts = [
        *_grid(),
        *(_tick(place(one.at, 0), one.text) for one in ticks),
        *_line([place(one.at, one.value) for one in readings if _is_before(one) and isinstance(one.value, int)]),
        *(_dot(one, place(one.at, one.value)) for one in readings if isinstance(one.value, int)),
        *(_cross(place(one.ended_at, 0)) for one in sessions if one.stop is not None),
    ]
    return _svg(tuple(parts), 0, 0, _WIDTH, _HEIGHT)


def _is_before(one: Reading) -> bool:
    return one.kind is ReadingKind.PAIN_BEFORE


def _grid() -> Iterator[str]:
    for pain in (0, 2, 4, 6, 8, _WORST):
        y = _TOP + (1 - pain / _WORST) * (_HEIGHT - _TOP - _BOTTOM)
        yield f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#bbb" stroke-width="0.4"/>'
        at = f'x="{_LEFT - 4}" y="{y + _LETTER / 3:.1f}"'
        yield f'<text {at} text-anchor="end" font-size="{_LETTER}" {_FONT}>{pain}</text>'


def _tick(at: Place, text: str) -> str:
    x = min(max(at[0], _LEFT + 24), _WIDTH - _RIGHT - 24)
    return (
        f'<text x="{x:.1f}" y="{_HEIGHT - 3}" text-anchor="middle" font-size="{_LETTER}" {_FONT}>{escape(text)}</text>'
    )


def _line(places: list[Place]) -> Iterator[str]:
    if len(places) > 1:
        way = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        yield f'<path d="M{way}" fill="none" stroke="#000" stroke-width="0.8"/>'


def _dot(one: Reading, at: Place) -> str:
    x, y = at
    match one.kind:
        case ReadingKind.PAIN_BEFORE:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_DOT}"/>'
        case ReadingKind.PAIN_AFTER:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_DOT}" fill="#fff" stroke="#000" stroke-width="0.9"/>'
        case _:
            return f'<path d="M{x - 2.5:.1f} {y:.1f}h5" stroke="#555" stroke-width="1.2"/>'


def _cross(at: Place) -> str:
    x, y = at[0], at[1] - 5
    return f'<path d="M{x - 3:.1f} {y - 3:.1f}l6 6m0 -6l-6 6" stroke="#000" stroke-width="1.5"/>'


def _svg(parts: tuple[str, ...], left: float, top: float, width: float, height: float) -> str:
    box = f"{left:g} {top:g} {width:g} {height:g}"
    return f'<svg xmlns="{_SVG}" viewBox="{box}">{"".join(parts)}</svg>'
