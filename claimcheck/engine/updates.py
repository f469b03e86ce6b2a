"""Whether of two figures of one thing the one is a newer state of the other: tolls rise, those missing get fewer."""

from __future__ import annotations

from claimcheck.engine.checks import NumberMismatch
from claimcheck.engine.context import Context
from claimcheck.engine.judgement import earlier
from claimcheck.engine.ranges import Ranges, factor_between
from claimcheck.engine.vagueness import far_above, is_floor, is_vague
from claimcheck.model import Claim


def is_update(check: NumberMismatch, ranges: Ranges, left: Claim, right: Claim, context: Context) -> bool:
    """Whether the higher figure of something that grows may simply be the later one, or the lower of what shrinks.

    It is where its words say so ("has risen to"), where its report is later, and where the lower figure
    is only a floor that the higher one does not break, or a vague word not far below it.
    """
    trend = context.domain.trend(left.measure)
    if check.when_rising == "ignore" or trend is None:
        return False
    if trend == "falling":
        return _fallen(ranges, left, right, context)
    lower, higher = ranges.in_order(left, right)
    if higher.content.get("updated") and not lower.content.get("updated"):
        return True
    one, two = context.published(lower), context.published(higher)
    if one is not None and two is not None and earlier(one, two):
        return True
    if left.document == right.document:
        return False
    if is_vague(lower):
        return not far_above(check.tolerance.beyond_vague, ranges)
    overlap = ranges.left_hard.overlaps(ranges.right_hard)
    return is_floor(lower) and overlap and not _floors_apart(check, ranges)


def _fallen(ranges: Ranges, left: Claim, right: Claim, context: Context) -> bool:
    """Whether the lower figure is of the later report, or its words say that it replaces another."""
    lower, higher = ranges.in_order(left, right)
    if lower.content.get("updated") and not higher.content.get("updated"):
        return True
    one, two = context.published(higher), context.published(lower)
    return one is not None and two is not None and earlier(one, two)


def _floors_apart(check: NumberMismatch, ranges: Ranges) -> bool:
    """Whether one figure begins at so many times the other that nobody would call them one toll."""
    factor = factor_between(ranges)
    return check.tolerance.floors is not None and factor is not None and factor >= check.tolerance.floors
