"""Draws the ranges of a finding's sides on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from html import escape

from claimcheck.model import Interval, grouped

# Narrow, so that the letters keep their size on a telephone.
_WIDTH, _MARGIN, _ROW, _HEAD = 360, 14, 40, 6
_LABEL, _ARROW, _RING, _TICKS = 50, 8, 4, 4
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_WORDS = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One side of the chart: its name, what its words allow, what a reader expects."""

    label: str
    hard: Interval
    soft: Interval | None = None


@dataclass(frozen=True, slots=True)
class _Axis:
    low: Decimal
    high: Decimal

    def x(self, number: Decimal) -> Decimal:
        share = (number - self.low) / (self.high - self.low)
        return _MARGIN + min(max(share, Decimal(0)), Decimal(1)) * (_WIDTH - 2 * _MARGIN)


def range_chart(rows: Sequence[RangeRow]) -> str:
    """An inline SVG with one bar a row, open ends as arrows, and the same in words as its title.

    Colours come from outside: each row is a `<g class="side-1">`, `side-2`, … drawn in `currentColor`.
    """
    axis = _axis(rows)
    base = _HEAD + _ROW * len(rows)
    words = "; ".join(f"{row.label}: {row.hard.describe()}" for row in rows)
    body = "".join(_row(row, number, axis) for number, row in enumerate(rows, start=1))
    return (
        f'<svg class="ranges" role="img" viewBox="0 0 {_WIDTH} {base + 26}" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{escape(words)}</title>{body}{_scale(axis, base)}</svg>"
    )


def _axis(rows: Sequence[RangeRow]) -> _Axis:
    """From the lowest to the highest end, with room for arrows; zero is the floor of what is counted."""
    spans = [span for row in rows for span in (row.hard, row.soft) if span]
    ends = [end for span in spans for end in (span.low, span.high) if end is not None]
    low, high = min(ends, default=Decimal(0)), max(ends, default=Decimal(1))
    if low >= 0 and any(row.hard.low is None for row in rows):
        low = Decimal(0)
    room = (high - low) * Decimal("0.15") or abs(high) * Decimal("0.2") or Decimal(1)
    floor = low - room
    return _Axis(max(floor, Decimal(0)) if low >= 0 else floor, high + room)


def _row(row: RangeRow, number: int, axis: _Axis) -> str:
    top = _HEAD + _ROW * (number - 1)
    label = row.label if len(row.label) <= _LABEL else f"{row.label[: _LABEL - 1].rstrip()}…"
    y = top + 26
    return (
        f'<g class="side-{number}">'
        f'<text x="{_MARGIN}" y="{top + 12}" font-size="12" fill="currentColor">{escape(label)}</text>'
        f"{_expected(row, axis, y)}{_bar(row.hard, axis, y)}</g>"
    )


def _expected(row: RangeRow, axis: _Axis, y: int) -> str:
    """A faint band where a reader expects the figure."""
    soft = row.soft
    if soft is None or soft.low is None or soft.high is None or soft.low == soft.high:
        return ""
    left, right = axis.x(soft.low), axis.x(soft.high)
    return (
        f'<rect x="{left:.1f}" y="{y - 6}" width="{right - left:.1f}" height="12" '
        'fill="currentColor" fill-opacity="0.22"/>'
    )


def _bar(hard: Interval, axis: _Axis, y: int) -> str:
    left = Decimal(_MARGIN) if hard.low is None else axis.x(hard.low)
    right = Decimal(_WIDTH - _MARGIN) if hard.high is None else axis.x(hard.high)
    start = left if hard.low_closed else left + _RING
    stop = right if hard.high_closed else right - _RING
    line = (
        f'<line x1="{start:.1f}" y1="{y}" x2="{stop:.1f}" y2="{y}" stroke="currentColor" stroke-width="3"/>'
        if start < stop
        else ""
    )
    low_end = _end(hard.low, hard.low_closed, left, y, -1)
    return line + low_end + _end(hard.high, hard.high_closed, right, y, 1)


def _end(end: Decimal | None, closed: bool, x: Decimal, y: int, way: int) -> str:
    """A dot for an end that counts, a ring for one that does not, an arrow for none at all."""
    if end is None:
        tip, back = x + way * 4, x - way * (_ARROW - 4)
        points = f"{tip:.1f},{y} {back:.1f},{y - 6} {back:.1f},{y + 6}"
        return f'<polygon class="open-end" points="{points}" fill="currentColor"/>'
    if closed:
        return f'<circle cx="{x:.1f}" cy="{y}" r="4.5" fill="currentColor"/>'
    return (
        f'<circle class="excluded" cx="{x:.1f}" cy="{y}" r="{_RING}" '
        'fill="none" stroke="currentColor" stroke-width="2"/>'
    )


def _scale(axis: _Axis, base: int) -> str:
    line = f'<line x1="{_MARGIN}" y1="{base}" x2="{_WIDTH - _MARGIN}" y2="{base}" stroke="currentColor"/>'
    return f'<g class="axis">{line}{"".join(_tick(number, axis, base) for number in _ticks(axis))}</g>'


def _tick(number: Decimal, axis: _Axis, base: int) -> str:
    x = axis.x(number)
    anchor = "start" if x < 40 else "end" if x > _WIDTH - 40 else "middle"
    return (
        f'<line x1="{x:.1f}" y1="{base}" x2="{x:.1f}" y2="{base + 5}" stroke="currentColor"/>'
        f'<text x="{x:.1f}" y="{base + 18}" font-size="11" text-anchor="{anchor}" fill="currentColor">'
        f"{_tick_label(number)}</text>"
    )


def _ticks(axis: _Axis) -> list[Decimal]:
    """Round numbers along the axis, a handful at most."""
    rough = (axis.high - axis.low) / _TICKS
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(factor * power for factor in _STEPS if factor * power >= rough)
    first = (axis.low / step).to_integral_value(ROUND_CEILING) * step
    count = int((axis.high - first) / step) + 1
    return [first + step * place for place in range(count)]


def _tick_label(number: Decimal) -> str:
    for size, word in _WORDS:
        if abs(number) >= size:
            return f"{grouped(number / size)} {word}"
    return grouped(number)
