"""Figures that are vague ("dozens") or only floors ("at least 20"), and what a vague one can still be set against."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.engine.ranges import Ranges
from claimcheck.model import Claim, Relation


def is_vague(claim: Claim) -> bool:
    """Whether a claim gives its figure by a vague word only."""
    return claim.quantity is not None and claim.quantity.qualifier == "vague"


def is_floor(claim: Claim) -> bool:
    """Whether a claim gives only the least that its figure is: "at least 20"."""
    return claim.quantity is not None and claim.quantity.is_floor


def too_loose(relation: Relation, least: Decimal | None, ranges: Ranges, left: Claim, right: Claim) -> bool:
    """Whether a vague figure is too loose to strain the other: "dozens" beside 160; "several" beside hundreds is not.

    `least`: how many times the most that the vague one can mean the other must be.
    """
    lower, higher = ranges.in_order(left, right)
    if relation == "tension":
        return is_vague(lower) or is_vague(higher)
    return is_vague(lower) and not is_vague(higher) and not far_above(least, ranges)


def far_above(least: Decimal | None, ranges: Ranges) -> bool:
    """Whether the higher figure begins at so many times the most that a reader takes the lower one for."""
    lower, higher = ranges.left_soft, ranges.right_soft
    if not lower.below(higher):
        lower, higher = higher, lower
    if least is None or lower.high is None or higher.low is None:
        return False
    return higher.low >= least * lower.high
