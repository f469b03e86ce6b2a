"""Reports that count soldiers or rebels beside civilians, so that their people are not the civilians of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from claimcheck.align.comparisons import is_main
from claimcheck.align.scopes import scope_of
from claimcheck.lexicon.domain import Domain
from claimcheck.model import Claim

OF_ANYBODY = frozenset({None, "child", "woman", "man"})
"""Groups by age and sex are found among civilians too."""
Told = dict[str | None, set[object]]


def with_mixed(claims: Sequence[Claim], domain: Domain) -> tuple[Claim, ...]:
    """The claims, figures marked as mixed where their report counts several groups by the same measure.

    Those are the figures of measures with `may_mean`: a report that has 51 people and 15 civilians killed, or 15
    civilians and 27 soldiers, does not mean civilians by people.
    """
    told: dict[tuple[str, str, str | None], Told] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        if claim.kind == "zero" or claim.quantity is None or _group(claim, domain) is None:
            continue
        if is_main(claim):
            told[_key(claim)][scope_of(claim, domain)].add(claim.quantity.value)
    return tuple(_marked(claim, told.get(_key(claim), {}), domain) for claim in claims)


def _group(claim: Claim, domain: Domain) -> str | None:
    """The group that a figure for anybody may mean, where its measure says so."""
    known = domain.measures.get(claim.measure or "")
    return known.may_mean if known is not None and claim.quantity is not None else None


def _key(claim: Claim) -> tuple[str, str, str | None]:
    return claim.story, claim.document, claim.measure


def _marked(claim: Claim, told: Told, domain: Domain) -> Claim:
    group = _group(claim, domain)
    if group is None or scope_of(claim, domain) not in (group, "generic"):
        return claim
    others = told.keys() - OF_ANYBODY - {group, "generic"}
    parts = told.get(group, set()) - told.get("generic", set())
    if others or (parts and told.get("generic")):
        return replace(claim, content=MappingProxyType({**claim.content, "mixed": "true"}))
    return claim
