"""Cheap keys that bring together only claims worth comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.figures import units
from claimcheck.model import Claim

LARGEST_BLOCK = 400
"""A block larger than this is compared only with its nearest neighbours in order: the cost stays linear."""


def block_keys(claim: Claim, domain: Domain) -> tuple[str, ...]:
    """What two claims of a story must share to be compared.

    Figures share their measure (its whole for a part), open measures their noun or the dimension of
    their unit; what is said to be nothing meets the evidence for it; statuses share their event,
    manners their axis, occurrences their kind.
    """
    content = claim.content
    keys = []
    if claim.kind in ("quantity", "zero"):
        measured = _measure_key(claim, domain)
        if measured is not None:
            keys.append(measured)
    if claim.kind == "status":
        keys.append(f"status:{claim.event.type if claim.event else ''}")
    if claim.kind == "zero" or "evidence" in content or content.get("extent") == "all":
        keys.append("evidence")
    if "attribute" in content:
        keys.append(f"{content['attribute']}:{content['of']}")
    for slot in ("occurrence", "axis"):
        if slot in content:
            keys.append(f"{slot}:{content[slot]}")
    return tuple(keys)


def _measure_key(claim: Claim, domain: Domain) -> str | None:
    measure, quantity = claim.measure, claim.quantity
    if measure is None:
        return None
    if measure in domain.measures:
        return domain.whole_of(measure) or measure
    if quantity is None:
        return measure
    if quantity.noun is not None:
        return f"noun:{quantity.noun}"
    unit = units().by_name.get(quantity.unit or "")
    return f"unit:{unit.dimension if unit else quantity.unit or ''}"


def blocks(claims: Iterable[Claim], domain: Domain) -> Iterator[Sequence[Claim]]:
    """The claims that share a key, keys in order, claims as they came."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in block_keys(claim, domain):
            found[claim.story, key].append(claim)
    for story_key in sorted(found):
        if len(found[story_key]) > 1:
            yield found[story_key]


def pairs(block: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of a block at different places, each once, in order."""
    for number, left in enumerate(block):
        for right in block[number + 1 : number + 1 + LARGEST_BLOCK]:
            if left.document != right.document or (left.field, left.start, left.end) != (
                right.field,
                right.start,
                right.end,
            ):
                yield left, right
