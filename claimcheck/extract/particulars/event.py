"""Which particulars speak of the event that a report is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.extract.circumstances import places_of
from claimcheck.extract.events import DAY_BESIDE, MAIN, OTHER
from claimcheck.extract.lead import Lead, countries
from claimcheck.extract.particulars.sites import find_site
from claimcheck.extract.particulars.streets import street_kinds
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, EventReference
from claimcheck.text.listed import tells
from claimcheck.text.sentences import Sentence

OF_PERSONS = frozenset({"person", "street", "phone", "responsibility", "doer"})
"""Particulars that hold whatever event a report tells beside them."""
Key = tuple[str, int, str, str]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a particular in its sentence: words of another event, and the towns it names."""

    another_event: bool
    places: frozenset[str]


def beside(sentence: Sentence, domain: Domain) -> Beside:
    """What stands in a sentence beside its particulars.

    >>> from claimcheck.lexicon.domain import shipped_domain
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("A second shooting was reported in Selby at 9 p.m.")[0]
    >>> beside(sentence, shipped_domain()).another_event
    True
    """
    bodies = word_set("narrative", "institutions")
    addressed = not street_kinds().keys().isdisjoint(sentence.lowers)  # names of streets are no towns
    named = (
        [] if addressed or find_site(sentence) else [key.split("_") for key in places_of(sentence, domain)]
    )
    places = {word for parts in named if bodies.isdisjoint(parts) for word in parts}
    return Beside(tells("narrative", "other_event", sentence.lowers), frozenset(places - countries()))


def particular_key(claim: Claim) -> Key:
    """What tells one particular of a document from another."""
    return claim.field, claim.start, str(claim.content.get("attribute")), str(claim.content.get("value"))


def place_particulars(
    claims: Sequence[Claim], lead: Lead, domain: Domain, settings: Mapping[Key, Beside]
) -> list[Claim]:
    """The claims, particulars of an event with its id: "main", or another one for which each stands alone.

    Of several clock times in one report the first holds; questions that ask for a single one (where did
    the victim die) are left out where the report counts more.
    """
    found: list[Claim] = []
    hours: dict[str, object] = {}
    many = _counted_more(claims)
    unsteady = len({claim.content.get("value") for claim in claims if _counts_assailants(claim)}) > 1
    for claim in sorted(claims, key=lambda one: (one.field != "title", one.start)):
        attribute = claim.content.get("attribute")
        setting = settings.get(particular_key(claim))
        if attribute is None or setting is None or attribute in OF_PERSONS:
            found.append(claim)
            continue
        axis = domain.alternatives.get(str(attribute))
        other = _of_other_event(claim, lead, setting) or (
            axis is not None and not many.isdisjoint(axis.single)
        )
        other = other or (unsteady and _counts_assailants(claim))
        if attribute == "hour" and not other:
            value = claim.content.get("value")
            other = hours.setdefault(str(claim.content.get("exact")), value) != value
        kind = claim.event.type if claim.event else "unknown"
        identity = f"{OTHER}-{attribute}-{claim.start}-{claim.document}" if other else MAIN
        found.append(replace(claim, event=EventReference(kind, identity)))
    return found


def _of_other_event(claim: Claim, lead: Lead, setting: Beside) -> bool:
    if setting.another_event or (
        claim.content.get("attribute") == "hour" and lead.touches(claim.time, DAY_BESIDE) is False
    ):
        return True
    elsewhere = bool(lead.places and setting.places) and lead.places.isdisjoint(setting.places)
    return elsewhere and claim.start >= lead.end


def _counts_assailants(claim: Claim) -> bool:
    return claim.content.get("attribute") == "assailants"


def _counted_more(claims: Iterable[Claim]) -> frozenset[str]:
    """The measures of which the report counts more than one in its main event."""
    return frozenset(
        claim.measure
        for claim in claims
        if claim.measure is not None
        and claim.quantity is not None
        and claim.event is not None
        and claim.event.id == MAIN
        and isinstance(claim.quantity.value, Decimal)
        and claim.quantity.value > 1
    )
