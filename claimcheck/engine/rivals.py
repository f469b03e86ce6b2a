"""Two sources that count one thing of one day otherwise, though both figures can hold."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.engine.context import Context
from claimcheck.engine.judgement import one_speaker, speaker_key
from claimcheck.engine.ranges import Ranges, factor_between
from claimcheck.engine.vagueness import is_floor, is_vague
from claimcheck.model import Claim


def rival_floors(least: Decimal | None, ranges: Ranges, left: Claim, right: Claim, context: Context) -> bool:
    """Whether two sources give different floors of one day: "at least 22, state media said; at least 24, monitors said".

    Between reports one must be at least `least` times the other. Inside one report, which sets the two beside each
    other, any difference counts; there a lower figure of a district or another place is a part.
    """
    factor = factor_between(ranges)
    if least is None or factor is None or not (is_floor(left) or is_floor(right)):
        return False
    lower = min(left, right, key=_value)
    if is_vague(left) or is_vague(right) or "alone" in lower.content:
        return False
    if left.document != right.document:
        stated = [_value(claim) for claim in (left, right)]
        # "about 180" is no floor of 144 against "more than 200"
        apart = max(stated) / min(stated) if min(stated) > 0 else factor
        return min(factor, apart) >= least and _two_voices(left, right) and _of_one_day(left, right, context)
    placed = None in (left.place, right.place) or left.place == right.place
    part = "district" in lower.content or not placed
    return factor > 1 and not part and not one_speaker(speaker_key(left), speaker_key(right))


def _two_voices(left: Claim, right: Claim) -> bool:
    """Whether two reports do not quote one speaker."""
    one, two = speaker_key(left), speaker_key(right)
    return one is None or two is None or not one_speaker(one, two)


def _of_one_day(left: Claim, right: Claim, context: Context) -> bool:
    """Whether neither figure is of a later report, or told to be a newer one."""
    if left.content.get("updated") or right.content.get("updated"):
        return False
    one, two = context.published(left), context.published(right)
    return one is None or two is None or one[:10] == two[:10]


def _value(claim: Claim) -> Decimal:
    value = claim.quantity.value if claim.quantity is not None else None
    return value if isinstance(value, Decimal) else Decimal(0)
