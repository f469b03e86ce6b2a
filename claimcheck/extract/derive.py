"""Claims computed from others: "half of those soldiers" is half of what was counted before."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.lexicon.grammar import grammar
from claimcheck.model import Claim, Derivation, Interval, grouped

PERCENT = Decimal("0.01")
POINTING = frozenset({"those", "these", "them", "the", "its", "their", "that"})
LOOK_BACK = 12


def derive_shares(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each share of an earlier count pointing at it and followed by the count it makes.

    "Half of those soldiers" behind "an estimated 20,000 troops" gives 10,000, with the ranges of the
    antecedent halved.
    """
    derived: list[Claim] = []
    for number, claim in enumerate(claims):
        antecedent = _antecedent(claims, number)
        if antecedent is None:
            derived.append(claim)
            continue
        quantity = claim.quantity
        assert quantity is not None
        share = replace(claim, quantity=replace(quantity, of=antecedent.id))
        derived += [share, _count(share, antecedent)]
    return derived


def _antecedent(claims: Sequence[Claim], number: int) -> Claim | None:
    """The last earlier count of the same kind of people or things, where the share points back to one."""
    claim = claims[number]
    quantity = claim.quantity
    if (
        quantity is None
        or quantity.unit not in ("share", "percent")
        or quantity.value is None
        or isinstance(quantity.value, tuple)
    ):
        return None
    words = str(claim.content.get("of", "")).split()
    if not words or words[0] not in POINTING:
        return None
    for earlier in reversed(claims[max(0, number - LOOK_BACK) : number]):
        known = earlier.quantity
        if (
            known is not None
            and earlier.field == claim.field
            and earlier.derived is None
            and known.unit in ("person", "item")
            and known.change is None
            and (
                known.noun == quantity.noun
                or words[-1] == "them"
                or (known.unit == "person" and words[0] in ("those", "these") and _people(quantity.noun))
            )
        ):
            return earlier
    return None


def _people(noun: str | None) -> bool:
    return noun is not None and (noun in grammar().person_nouns or noun + "s" in grammar().person_nouns)


def _count(share: Claim, antecedent: Claim) -> Claim:
    """The count that a share of an antecedent makes."""
    part, whole = share.quantity, antecedent.quantity
    assert part is not None and whole is not None
    scale = Decimal(1) if part.unit == "share" else PERCENT
    stated = (
        part.value * whole.value * scale
        if isinstance(part.value, Decimal) and isinstance(whole.value, Decimal)
        else None
    )
    quantity = replace(
        part,
        value=stated,
        hard=_product(part.hard.times(scale), whole.hard),
        soft=_product(part.soft.times(scale), whole.soft),
        qualifier=whole.qualifier if part.qualifier == "exact" else part.qualifier,
        unit=whole.unit,
        noun=whole.noun,
    )
    result = grouped(stated) if stated is not None else quantity.hard.describe()
    steps = (
        f"“{part.text}” is a share of “{whole.text} {whole.noun or ''}".rstrip() + "”",
        f"{part.text} × {whole.text} = {result}",
    )
    key = f"{share.id}\0{antecedent.id}\0derived"
    return replace(
        share,
        id="c" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10],
        quantity=quantity,
        actor=share.actor or antecedent.actor,
        derived=Derivation((antecedent.id, share.id), steps),
    )


def _product(left: Interval, right: Interval) -> Interval:
    low = left.low * right.low if left.low is not None and right.low is not None else None
    high = left.high * right.high if left.high is not None and right.high is not None else None
    return Interval(low, high, left.low_closed and right.low_closed, left.high_closed and right.high_closed)
