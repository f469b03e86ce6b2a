"""Which group of people a figure counts."""

from __future__ import annotations

from claimcheck.lexicon.domain import Domain
from claimcheck.model import Claim


def scope_of(claim: Claim, domain: Domain) -> str | None:
    """The group of people a claim counts: by its noun, else by a modifier; None for things and unknown nouns."""
    noun = noun_of(claim)
    if noun is None:
        return "generic" if claim.measure in domain.measures else None
    scope = domain.scopes.get(noun) or domain.scopes.get(noun + "s")
    for modifier in claim.content.get("modifiers", ()):
        # "regime fighters" are soldiers
        named = domain.scopes.get(f"{modifier} {noun}") or domain.scopes.get(f"{modifier} {noun}s")
        if named is not None:
            return named
    whose = claim.content.get("whose")
    if scope in (None, "generic") and isinstance(whose, str):
        return domain.scopes.get(whose) or domain.scopes.get(whose + "s") or whose
    if scope in (None, "generic"):
        for modifier in claim.content.get("modifiers", ()):
            found = domain.scopes.get(modifier)
            if found not in (None, "generic"):
                return found
    return scope


def noun_of(claim: Claim) -> str | None:
    """The base form of the noun that a figure counts; None without one."""
    return claim.quantity.noun if claim.quantity else None
