"""Names the events of a story: reports that lead with one event share its id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from claimcheck.extract.events import MAIN
from claimcheck.extract.lead import Lead
from claimcheck.model import Claim, EventReference

APART = timedelta(days=1)
SHARED_NAMES = 2
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
    """For each report the id of its event: that of the first earlier report whose lead can be the same."""
    names: dict[Key, str] = {}
    first: dict[str, list[Key]] = {}
    for key in sorted(leads):
        story = key[0]
        same = next((other for other in first.get(story, ()) if one_event(leads[other], leads[key])), None)
        if same is None:
            first.setdefault(story, []).append(key)
            names[key] = f"e{len(first[story])}"
        else:
            names[key] = names[same]
    return names


def one_event(left: Lead, right: Lead) -> bool:
    """Whether two leads can speak of one event: a place or two names in common, and days that touch."""
    apart = left.places and right.places and left.places.isdisjoint(right.places)
    if apart and len(left.names & right.names) < SHARED_NAMES:
        return False
    if left.first_day is None or right.first_day is None or left.last_day is None or right.last_day is None:
        return True
    return left.first_day <= right.last_day + APART and right.first_day <= left.last_day + APART
