"""Figures that come on top of others: "12 were hurt on Monday; 30 more on Tuesday", not "44 dead and dozens more hurt"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from claimcheck.lexicon.domain import Domain
from claimcheck.model import Claim


def with_true_additions(claims: Sequence[Claim], domain: Domain) -> list[Claim]:
    """The claims, a figure counting as an addition only where the report gave one of the same measure before it.

    "Another 65 were injured" behind eleven dead is all that were injured.
    """
    told: dict[str, set[object]] = {}
    found = []
    for claim in sorted(claims, key=lambda one: (one.field != "title", one.start)):
        known = domain.measures.get(claim.measure or "")
        if known is None or claim.quantity is None:
            found.append(claim)
            continue
        before = told.setdefault(known.name, set())
        alone = not before - {claim.quantity.value} and known.others != "rest"
        found.append(_without_addition(claim) if alone else claim)
        before.add(claim.quantity.value)
    return found


def _without_addition(claim: Claim) -> Claim:
    if "another" not in claim.content:
        return claim
    kept = {key: value for key, value in claim.content.items() if key != "another"}
    return replace(claim, content=MappingProxyType(kept))
