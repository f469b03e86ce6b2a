"""Names the events of a story: reports that lead with one event share its id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

from claimcheck.extract.events import MAIN
from claimcheck.extract.lead import Lead
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.speech import speech_words
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, EventReference
from claimcheck.similarity.names import alike

APART = timedelta(days=1)
SHARED_NAMES = 2
MOST_KNOWN = 5
Key = tuple[str, str]


def name_events(claims: Sequence[Claim], leads: Mapping[Key, Lead]) -> tuple[Claim, ...]:
    """The claims with the main event of each report named e1, e2, …; one id for one event of a story."""
    names = _names(leads)
    return tuple(_named(claim, names[claim.story, claim.document]) for claim in claims)


def _named(claim: Claim, name: str) -> Claim:
    event = claim.event
    if event is None or event.id is None:
        return claim
    own = name if event.id == MAIN else f"{event.id}@{claim.document}"
    return replace(claim, event=EventReference(event.type, own))


def _names(leads: Mapping[Key, Lead]) -> dict[Key, str]:
    """For each report the id of its event: that of the first earlier reports whose lead can be the same.

    Each event is known by its first few reports, so that a long story stays linear.
    """
    names: dict[Key, str] = {}
    known: dict[str, list[list[Lead]]] = {}
    for key in sorted(leads):
        events = known.setdefault(key[0], [])
        lead = leads[key]
        number = next((n for n, event in enumerate(events) if any(one_event(own, lead) for own in event)), None)
        if number is None:
            number = len(events)
            events.append([])
        if len(events[number]) < MOST_KNOWN:
            events[number].append(lead)
        names[key] = f"e{number + 1}"
    return names


def one_event(left: Lead, right: Lead) -> bool:
    """Whether two leads can speak of one event: a place in common (else two names, else the kind), and days that touch.

    A province or county in common is no place where both name towns in it.
    """
    return _one_place(left, right) and _days_touch(left, right)


def _one_place(left: Lead, right: Lead) -> bool:
    towns = [lead.places - lead.regions - general_names() for lead in (left, right)]
    wide = [lead.places | lead.regions | lead.names for lead in (left, right)]
    if _share(towns[0], wide[1] - right.regions) or _share(towns[1], wide[0] - left.regions):
        return True
    if all(towns):
        return len((left.names & right.names) - general_names()) >= SHARED_NAMES
    if _share(left.regions, wide[1]) or _share(right.regions, wide[0]):
        return True
    return not left.kinds or not right.kinds or not left.kinds.isdisjoint(right.kinds)


def _share(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of names have one in common, in any spelling: "Raqa" and "Raqqa"."""
    return not left.isdisjoint(right) or any(alike(one, two) for one in left for two in right)


def _days_touch(left: Lead, right: Lead) -> bool:
    if left.first_day is None or right.first_day is None or left.last_day is None or right.last_day is None:
        return True
    return left.first_day <= right.last_day + APART and right.first_day <= left.last_day + APART


@cache
def general_names() -> frozenset[str]:
    """Names that tell no event from another: peoples, titles, bodies and agencies."""
    return frozenset(gazetteer().people) | word_set("narrative", "institutions") | speech_words().titles
