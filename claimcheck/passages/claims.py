"""How one passage stands to another: contradiction, tension, supported or not comparable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.align.comparisons import Comparison, Slot, compare, conversion
from claimcheck.engine.context import Context
from claimcheck.model import Claim, Finding

PassageRelation = Literal["contradiction", "tension", "supported", "not_comparable"]
SLOTS: tuple[Slot, ...] = ("unit", "measure", "scope", "actor", "period", "factuality", "polarity")


@dataclass(frozen=True, slots=True)
class Answer:
    """The relation of passage b to passage a, the claims and findings it rests on, and why."""

    relation: PassageRelation
    claims: tuple[str, ...]
    findings: tuple[Finding, ...]
    why: str


def answer(
    left: Sequence[Claim], right: Sequence[Claim], findings: Sequence[Finding], context: Context
) -> Answer:
    """How the claims of b (`right`) stand to those of a (`left`), given what the rules found between them."""
    between = [finding for finding in findings if _spans(finding, left, right)]
    for relation in ("contradiction", "tension"):
        found = tuple(finding for finding in between if finding.relation == relation)
        if found:
            ids = tuple(dict.fromkeys(name for finding in found for name in finding.claims))
            return Answer(relation, ids, found, found[0].explanation)
    checkable = [claim for claim in right if claim.quantity is not None and claim.derived is None]
    if not checkable:
        return Answer("not_comparable", (), (), "b states nothing that can be checked")
    supporting: list[str] = []
    for claim in checkable:
        support = next((other for other in left if follows(claim, other, context)), None)
        if support is None:
            return Answer("not_comparable", (claim.id,), (), f"nothing in a gives “{claim.quote}”")
        supporting += [support.id, claim.id]
    return Answer("supported", tuple(dict.fromkeys(supporting)), (), "every figure of b follows from a")


def _spans(finding: Finding, left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    return any(claim.id in finding.claims for claim in left) and any(
        claim.id in finding.claims for claim in right
    )


def follows(claim: Claim, other: Claim, context: Context) -> bool:
    """Whether a claim holds wherever the other does: the same thing, and the other's range inside its own."""
    one, two = claim.quantity, other.quantity
    if one is None or two is None:
        return False
    comparisons = compare(other, claim, context.domain, SLOTS)
    if any(item.level == "different" and not _loosely_same(item, other, claim) for item in comparisons):
        return False
    factor = conversion(one, two)
    if factor is None:
        factor = conversion(one, one)
    assert factor is not None
    hard = two.hard.times(factor)
    return hard.within(one.hard) or (
        one.value is not None and one.value == two.value and one.qualifier == two.qualifier
    )


def _loosely_same(item: Comparison, left: Claim, right: Claim) -> bool:
    """A measure named by other words still counts where the nouns agree."""
    if item.slot != "measure" or left.quantity is None or right.quantity is None:
        return False
    return left.quantity.noun == right.quantity.noun or None in (left.quantity.noun, right.quantity.noun)
