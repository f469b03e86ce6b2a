"""Ranges of two figures brought into one unit and set against each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.align.comparisons import conversion
from claimcheck.model import Claim, Interval, grouped


@dataclass(frozen=True, slots=True)
class Ranges:
    """The hard and soft ranges of two claims in the unit of the left one."""

    left_hard: Interval
    left_soft: Interval
    right_hard: Interval
    right_soft: Interval

    def in_order(self, left: Claim, right: Claim) -> tuple[Claim, Claim]:
        """The two claims, the one whose figure a reader takes for lower first."""
        return (left, right) if self.left_soft.below(self.right_soft) else (right, left)

    def gap(self, tolerance: Decimal = Decimal(0)) -> Decimal:
        return self.left_hard.gap(self.right_hard) or self.left_soft.gap(self.right_soft)


def ranges_of(left: Claim, right: Claim) -> Ranges | None:
    """The ranges of two claims, or None where there is nothing to compare."""
    if left.quantity is None or right.quantity is None:
        return None
    factor = conversion(left.quantity, right.quantity) or Decimal(1)
    one, two = _of_all(left), _of_all(right)
    return Ranges(one[0], one[1], two[0].times(factor), two[1].times(factor))


def _of_all(claim: Claim) -> tuple[Interval, Interval]:
    """The ranges of a figure; that of one place alone is a floor for all places: "160 in Tokhar alone"."""
    assert claim.quantity is not None
    hard, soft = claim.quantity.hard, claim.quantity.soft
    if not claim.content.get("alone"):
        return hard, soft
    return replace(hard, high=None, high_closed=False), replace(soft, high=None, high_closed=False)


def factor_between(ranges: Ranges) -> Decimal | None:
    """How many times the larger figure is the smaller; None where one is zero or open."""
    lows = [value for value in (ranges.left_soft.low, ranges.right_soft.low) if value is not None]
    return None if len(lows) < 2 or min(lows) <= 0 else max(lows) / min(lows)


def times_words(ranges: Ranges) -> str:
    """The factor between two figures in words, "2.5 times"; "" where there is none."""
    factor = factor_between(ranges)
    return "" if factor is None else f"{grouped(factor.quantize(Decimal('0.1')))} times"
