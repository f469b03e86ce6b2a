"""Cheap keys that bring together only claims worth comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.figures import units
from claimcheck.model import Claim

LARGEST_BLOCK = 400
"""A block larger than this is compared only with its nearest neighbours in order: the cost stays linear."""


def block_key(claim: Claim, domain: Domain) -> tuple[str, str] | None:
    """What two claims must share to be compared: the story, and the measure (its whole for a part).

    Open measures share their noun, else the dimension of their unit. None where nothing is counted.
    """
    measure = claim.measure
    if measure is None:
        return None
    if measure in domain.measures:
        return claim.story, domain.whole_of(measure) or measure
    quantity = claim.quantity
    if quantity is None:
        return claim.story, measure
    if quantity.noun is not None:
        return claim.story, f"noun:{quantity.noun}"
    unit = units().by_name.get(quantity.unit or "")
    return claim.story, f"unit:{unit.dimension if unit else quantity.unit or ''}"


def blocks(claims: Iterable[Claim], domain: Domain) -> Iterator[Sequence[Claim]]:
    """The claims that share a key, keys in order, claims as they came."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = block_key(claim, domain)
        if key is not None:
            found[key].append(claim)
    for key in sorted(found):
        if len(found[key]) > 1:
            yield found[key]


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
