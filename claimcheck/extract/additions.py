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
        quantity, measure = claim.quantity, claim.measure or ""
        if quantity is None or measure not in domain.measures:
            found.append(claim)
            continue
        others = told.setdefault(measure, set()) - {quantity.value}
        if claim.content.get("another") and not others and domain.measures[measure].others != "rest":
            kept = {key: value for key, value in claim.content.items() if key != "another"}
            claim = replace(claim, content=MappingProxyType(kept))
        told[measure].add(quantity.value)
        found.append(claim)
    return found
