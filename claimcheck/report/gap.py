"""How far apart the figures of a finding are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model import Claim, Interval, grouped


def gap_words(claims: Sequence[Claim]) -> str | None:
    """The size of the gap between two figures in words; None where there is none to measure."""
    quantities = [claim.quantity for claim in claims if claim.quantity]
    if len(claims) != 2 or len(quantities) != 2:
        return None
    left, right = quantities
    if left.unit != right.unit or left.change != right.change:
        return None
    if left.hard.disjoint(right.hard):
        return _words(left.hard, right.hard, "")
    if left.soft.disjoint(right.soft):
        return _words(left.soft, right.soft, " by what a reader expects")
    return None


def _words(left: Interval, right: Interval, how: str) -> str | None:
    lower, upper = (left, right) if left.below(right) else (right, left)
    if lower.high is None or upper.low is None:
        return None
    points = left.low == left.high and right.low == right.high
    distance = upper.low - lower.high
    if not distance:
        return "The ranges touch, but have no number in common"
    least = "" if points else "at least "
    factor = _factor(lower.high, upper.low)
    return f"{least}{grouped(distance)} apart{how}{f', a factor of {factor}' if factor else ''}".capitalize()


def _factor(low: Decimal, high: Decimal) -> str | None:
    if low <= 0:
        return None
    factor = high / low
    return grouped(factor.quantize(Decimal("0.01") if factor < 10 else Decimal(1)))
