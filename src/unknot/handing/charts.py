"""Charts of the page as SVG: legible without colour, drawn in the colour of the text, and told in words beside it."""

from collections.abc import Iterator
from datetime import date, timedelta

from unknot.handing.markup import NOTHING, element, text
from unknot.units import Value

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 360, 178, 26, 8, 8, 34
_LETTER, _DOT, _HALF_CROSS = 11, 2.8, 3.5
_UNDER = _HEIGHT - _BOTTOM + 9  # where sessions are marked


class Line(Value, frozen=True):
    """Values by day, oldest first. The second line of a chart is dashed, with open dots."""

    places: tuple[tuple[date, float], ...]


class Axis(Value, frozen=True):
    """The values from 0 to `most`, with a line at each `step`, and the first and last day."""

    most: int
    step: int
    first: date
    last: date

    def x(self, day: date) -> float:
        """How far to the right a day lies; a single day lies in the middle."""
        whole = self.last - self.first
        share = (day - self.first) / whole if whole > timedelta(0) else 0.5
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        """How far down a value lies."""
        return _TOP + (1 - min(max(value / self.most, 0), 1)) * (_HEIGHT - _TOP - _BOTTOM)


def chart(
    alt: str, lines: tuple[Line, ...], most: int, step: int, done: tuple[date, ...] = (), stopped: tuple[date, ...] = ()
) -> str:
    """A chart of lines over days; nothing where no line has a value.

    alt: what it shows, for whoever cannot see it. done, stopped: days of sessions, marked below; a stop is a cross.
    """
    days = [day for line in lines for day, _ in line.places]
    if not days:
        return NOTHING
    axis = Axis(most, step, min(days), max(days))
    parts = (
        *_grid(axis),
        *(part for place, line in enumerate(lines) for part in _drawn(line, axis, is_second=place > 0)),
        *(_tick(axis.x(day)) for day in dict.fromkeys(done) if axis.first <= day <= axis.last),
        *(_cross(axis.x(day)) for day in dict.fromkeys(stopped) if axis.first <= day <= axis.last),
    )
    return element("svg", *parts, viewBox=f"0 0 {_WIDTH} {_HEIGHT}", role="img", aria_label=alt, class_="chart")


def _grid(axis: Axis) -> Iterator[str]:
    for value in range(0, axis.most + 1, axis.step):
        y = f"{axis.y(value):.1f}"
        yield element("path", d=f"M{_LEFT} {y}H{_WIDTH - _RIGHT}", stroke="currentColor", stroke_opacity="0.25")
        yield _text(str(value), _LEFT - 5, axis.y(value) + _LETTER / 3, "end")
    ends: tuple[tuple[date, int, str], ...] = ((axis.first, _LEFT, "start"), (axis.last, _WIDTH - _RIGHT, "end"))
    if axis.first == axis.last:
        ends = ((axis.first, round(axis.x(axis.first)), "middle"),)
    for day, x, anchor in ends:
        yield _text(day.isoformat(), x, _HEIGHT - 5, anchor)


def _text(words: str, x: float, y: float, anchor: str) -> str:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text_anchor": anchor}
    return element("text", text(words), **place, font_size=str(_LETTER), fill="currentColor")


def _drawn(line: Line, axis: Axis, *, is_second: bool) -> Iterator[str]:
    places = [(axis.x(day), axis.y(value)) for day, value in line.places]
    if len(places) > 1:
        way = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        dashes = {"stroke_dasharray": "5 4"} if is_second else {}
        yield element("path", d=f"M{way}", fill="none", stroke="currentColor", stroke_width="1.6", **dashes)
    inside = "none" if is_second else "currentColor"
    for x, y in places:
        at = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{_DOT}"}
        yield element("circle", **at, fill=inside, stroke="currentColor", stroke_width="1.2")


def _tick(x: float) -> str:
    return element("path", d=f"M{x:.1f} {_UNDER - 4}v8", stroke="currentColor", stroke_width="1.4")


def _cross(x: float) -> str:
    corner, whole = f"{x - _HALF_CROSS:.1f} {_UNDER - _HALF_CROSS}", f"{2 * _HALF_CROSS:g}"
    way = f"M{corner}l{whole} {whole}m0 -{whole}l-{whole} {whole}"
    return element("path", d=way, fill="none", stroke="currentColor", stroke_width="2")
