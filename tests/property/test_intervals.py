"""The laws of intervals, on which every comparison of figures rests."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from property.strategies import filled_intervals, intervals

from claimcheck.model import Interval

shares = st.decimals(min_value=0, max_value=2, places=2)
factors = st.integers(-5, 5).filter(bool).map(Decimal)
points = st.integers(-10, 10).map(Decimal).map(Interval.point)


@given(intervals, intervals)
def test_overlap_is_symmetric(left: Interval, right: Interval) -> None:
    assert left.overlaps(right) == right.overlaps(left)


@given(intervals, intervals)
def test_disjoint_means_without_overlap(left: Interval, right: Interval) -> None:
    assert left.disjoint(right) != left.overlaps(right)


@given(filled_intervals, filled_intervals)
def test_within_implies_overlap(left: Interval, right: Interval) -> None:
    if left.within(right):
        assert left.overlaps(right)


@given(intervals, intervals, intervals)
def test_within_is_transitive(left: Interval, middle: Interval, right: Interval) -> None:
    if left.within(middle) and middle.within(right):
        assert left.within(right)


@given(intervals)
def test_every_interval_is_within_itself(interval: Interval) -> None:
    assert interval.within(interval)


@given(filled_intervals, shares)
def test_a_widened_interval_contains_what_it_was(interval: Interval, share: Decimal) -> None:
    assert interval.within(interval.widened(share))


@given(filled_intervals, filled_intervals, factors)
def test_a_factor_keeps_overlap_and_a_positive_one_keeps_order(
    left: Interval, right: Interval, factor: Decimal
) -> None:
    assert left.overlaps(right) == left.times(factor).overlaps(right.times(factor))
    if factor > 0:
        assert left.below(right) == left.times(factor).below(right.times(factor))
    else:
        assert left.below(right) == right.times(factor).below(left.times(factor))


@given(filled_intervals, filled_intervals)
def test_the_gap_is_symmetric_and_nothing_where_intervals_meet(left: Interval, right: Interval) -> None:
    assert left.gap(right) == right.gap(left) >= 0
    if left.overlaps(right):
        assert left.gap(right) == 0


@given(filled_intervals, points)
def test_a_point_is_within_or_disjoint(interval: Interval, point: Interval) -> None:
    assert point.within(interval) != point.disjoint(interval)


@pytest.mark.parametrize("low", [None, Decimal(40)])
def test_an_interval_without_a_bound_is_never_empty(low: Decimal | None) -> None:
    assert not Interval(low, None, low_closed=False, high_closed=False).empty
