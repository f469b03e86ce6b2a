"""Cheap keys that bring together only claims worth comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.align.comparisons import is_main
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.figures import units
from claimcheck.model import Claim

LARGEST_BLOCK = 200
"""Of a larger block only so many claims are compared with each other, so that the cost stays linear."""


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
    if content.get("attribute") == "person":
        keys.append(f"first name:{str(content['value']).partition(' ')[0]}")
    if "role" in content:
        keys.append("role:victim" if content["role"] == "child" else f"role:{content['role']}")
    for slot in ("occurrence", "axis"):
        if slot in content:
            keys.append(f"{slot}:{content[slot]}")
    return tuple(keys)


def _measure_key(claim: Claim, domain: Domain) -> str | None:
    measure, quantity = claim.measure, claim.quantity
    if measure is None:
        return None
    if measure in domain.measures:
        return domain.outermost(measure)
    if quantity is None:
        return measure
    if quantity.noun is not None:
        return f"noun:{quantity.noun}"
    unit = units().by_name.get(quantity.unit or "")
    return f"unit:{unit.dimension if unit else quantity.unit or ''}"


@dataclass(frozen=True, slots=True)
class Block:
    """The claims of one story that share a key; `left_out` were too many to compare."""

    story: str
    claims: tuple[Claim, ...]
    left_out: int

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """The pairs at different places, each once, in order."""
        for number, left in enumerate(self.claims):
            for right in self.claims[number + 1 :]:
                if left.document != right.document or _place(left) != _place(right):
                    yield left, right


def _place(claim: Claim) -> tuple[str, int, int]:
    return claim.field, claim.start, claim.end


def blocks(claims: Iterable[Claim], domain: Domain) -> Iterator[Block]:
    """The blocks of two claims and more, keys in order, claims as they came.

    Of too large a block the claims on the reports' main events come first, headlines before all.
    """
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in block_keys(claim, domain):
            found[claim.story, key].append(claim)
    for (story, _), members in sorted(found.items(), key=lambda item: item[0]):
        if len(members) > 1:
            kept = members if len(members) <= LARGEST_BLOCK else sorted(members, key=_weight)[:LARGEST_BLOCK]
            yield Block(story, tuple(kept), len(members) - len(kept))


def _weight(claim: Claim) -> tuple[bool, bool]:
    """What is left out last: headlines, then claims on a main event."""
    return not claim.in_headline, not is_main(claim)
