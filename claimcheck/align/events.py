"""Names the events of a story: reports that lead with one event share its id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

from claimcheck.extract.events import ELSEWHERE, MAIN
from claimcheck.extract.lead import Lead, kinds_in
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.speech import speech_words
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, EventReference
from claimcheck.similarity.names import alike

APART = timedelta(days=1)
SHARED_NAMES = 2
MOST_KNOWN = 5
Key = tuple[str, str]


def name_events(claims: Sequence[Claim], leads: Mapping[Key, Lead]) -> tuple[Claim, ...]:
    """The claims with the events of a story named e1, e2, …: one id for one event that reports lead with.

    What a report tells beside its own event has the id of another report's where its place and day are those.
    """
    names = _names(leads)
    known = _known_events(names, leads)
    beside: dict[tuple[Key, str], str] = {}
    for claim in claims:
        key = (claim.story, claim.document)
        own = claim.event.id if claim.event is not None else None
        if own is None or not own.startswith(ELSEWHERE) or (key, own) in beside:
            continue
        found = _led_with(claim, leads[key], known[claim.story])
        beside[key, own] = found or f"{own}@{claim.document}"
    return tuple(_named(claim, names[claim.story, claim.document], beside) for claim in claims)


def _named(claim: Claim, name: str, beside: Mapping[tuple[Key, str], str]) -> Claim:
    event = claim.event
    if event is None or event.id is None:
        return claim
    key = (claim.story, claim.document)
    own = name if event.id == MAIN else beside.get((key, event.id), f"{event.id}@{claim.document}")
    return replace(claim, event=EventReference(event.type, own))


def _known_events(names: Mapping[Key, str], leads: Mapping[Key, Lead]) -> dict[str, dict[str, list[Lead]]]:
    """The first few leads of each event, by story and id."""
    known: dict[str, dict[str, list[Lead]]] = {}
    for key, name in names.items():
        event = known.setdefault(key[0], {}).setdefault(name, [])
        if len(event) < MOST_KNOWN:
            event.append(leads[key])
    return known


def _led_with(claim: Claim, own: Lead, events: Mapping[str, Sequence[Lead]]) -> str | None:
    """The id of the event that other reports lead with and that a claim beside its report's own event speaks of."""
    for other in sorted(events):
        if any(lead is not own and _speaks_of(claim, own, lead) for lead in events[other]):
            return other
    return None


def _speaks_of(claim: Claim, own: Lead, lead: Lead) -> bool:
    """Whether the place and the day of a claim are those of a lead; without a place the day and the kind of deed."""
    days = lead.touches(claim.time)
    if days is False:
        return False
    named = frozenset((claim.place or "").split("_")) - {""} - general_names()
    if named:
        return _share(named, lead.places - lead.regions - own.places)
    kinds = kinds_in(claim.sentence.lower().split())
    return days is True and own.touches(claim.time) is False and not kinds.isdisjoint(lead.kinds)


def _names(leads: Mapping[Key, Lead]) -> dict[Key, str]:
    """For each report the id of its event: that of the first earlier reports whose lead can be the same.

    Each event is known by its first few reports, so that a long story stays linear.
    """
    names: dict[Key, str] = {}
    known: dict[str, list[list[Lead]]] = {}
    for key in sorted(leads):
        events = known.setdefault(key[0], [])
        lead = leads[key]
        number = next(
            (n for n, event in enumerate(events) if any(one_event(own, lead) for own in event)), None
        )
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
        shared = (left.names & right.names) - general_names() - left.regions - right.regions
        return len(shared) >= SHARED_NAMES
    if _share(left.regions, wide[1]) or _share(right.regions, wide[0]):
        return True
    if _share(towns[0], right.later) or _share(towns[1], left.later):
        return True
    return not left.kinds or not right.kinds or not left.kinds.isdisjoint(right.kinds)


def _share(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of names have one in common, in any spelling: "Raqa" and "Raqqa", "Al-Tukhar" and "Tokhar"."""
    if not left.isdisjoint(right):
        return True
    one, two = ({name.removeprefix("al-").removeprefix("el-") for name in names} for names in (left, right))
    return not one.isdisjoint(two) or any(alike(a, b) for a in one for b in two)


def _days_touch(left: Lead, right: Lead) -> bool:
    if left.first_day is None or right.first_day is None or left.last_day is None or right.last_day is None:
        return True
    return left.first_day <= right.last_day + APART and right.first_day <= left.last_day + APART


@cache
def general_names() -> frozenset[str]:
    """Names that tell no event from another: peoples, titles, bodies, and what headlines say of any event."""
    said = grammar().person_nouns | word_set("narrative", "event_nouns")
    bodies = word_set("narrative", "institutions") | speech_words().titles
    return frozenset(gazetteer().people) | bodies | said
