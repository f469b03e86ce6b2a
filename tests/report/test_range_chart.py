"""Ranges drawn on one axis."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from claimcheck.model import Interval
from claimcheck.report.range_chart import RangeRow, range_chart

ESTIMATE = RangeRow("Estern", Interval(Decimal(16000), Decimal(24000)))
MORE = RangeRow("Norland", Interval(Decimal(30000), None, low_closed=False))
FEWER = RangeRow("Third", Interval(None, Decimal(100), high_closed=False))
NEGATIVE = RangeRow("Frost", Interval(Decimal(-12), Decimal("-3.5")))
ANY = RangeRow("Nobody", Interval(None, None))


def test_an_open_end_is_an_arrow_and_an_excluded_one_a_ring() -> None:
    drawn = range_chart([ESTIMATE, MORE])
    assert drawn.count('class="open-end"') == 1
    assert drawn.count('class="excluded"') == 1
    assert drawn.count('r="4.5"') == 2


def test_the_arrow_points_out_of_the_chart() -> None:
    xs = [
        float(point.split(",")[0])
        for points in re.findall(r'points="([^"]+)"', range_chart([FEWER, MORE]))
        for point in points.split()
    ]
    left, right = xs[:3], xs[3:]
    assert left[0] < min(left[1:])
    assert right[0] > max(right[1:])


def test_the_chart_says_in_words_what_it_shows() -> None:
    drawn = range_chart([ESTIMATE, MORE])
    assert 'role="img"' in drawn
    assert "<title>Estern: 16,000 to 24,000; Norland: more than 30,000</title>" in drawn


def test_ranges_that_do_not_meet_are_drawn_apart() -> None:
    ends = [float(x) for x in re.findall(r'<circle[^>]* cx="([0-9.]+)"', range_chart([ESTIMATE, MORE]))]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    "rows",
    [
        [ESTIMATE],
        [FEWER, MORE],
        [NEGATIVE, FEWER],
        [ANY],
        [RangeRow("Zero", Interval.point(Decimal(0)))],
        [RangeRow("Same", Interval.point(Decimal(7))), RangeRow("Same", Interval.point(Decimal(7)))],
        [
            RangeRow("Tiny", Interval.point(Decimal("1e-9"))),
            RangeRow("Huge", Interval(Decimal("1e30"), None)),
        ],
        [],
    ],
)
def test_every_chart_is_well_formed_and_stays_inside_its_frame(rows: list[RangeRow]) -> None:
    root = ElementTree.fromstring(range_chart(rows))
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    for node in root.iter():
        for name in ("x", "x1", "x2", "cx"):
            assert 0 <= float(node.get(name, "0")) <= width
        for name in ("y", "y1", "y2", "cy"):
            assert 0 <= float(node.get(name, "0")) <= height


def test_a_label_cannot_leave_its_place() -> None:
    drawn = range_chart([RangeRow("</title><script>x</script>", Interval.point(Decimal(1)))])
    assert "<script>" not in drawn
