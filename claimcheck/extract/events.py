"""Which event a figure speaks of: the one its report is about, another one, or a longer past.

A news report leads with its event (the inverted pyramid, Bell 1991): headline and first sentences give its
place and day. A later figure is of the same event only where its words say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from claimcheck.extract.circumstances import places_of
from claimcheck.extract.reading import ReadSentence, read_fields
from claimcheck.extract.times.find import find_times
from claimcheck.lexicon.calendar import month_names, weekday_names
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, Document, EventReference, Part
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import split_sentences
from claimcheck.text.tokens import tokenize

MAIN, OTHER, HISTORY = "main", "other", "history"
LEAD_SENTENCES = 3
LEAD_CHARACTERS = 2000
LONG_AGO = timedelta(days=3)
DEFINITE = frozenset({"the", "this", "these", "'s"})


@dataclass(frozen=True, slots=True)
class Lead:
    """What the headline and the first sentences say of the event: its places, all names, and days.

    `end` is the offset behind the last sentence of the lead.
    """

    places: frozenset[str]
    names: frozenset[str]
    first_day: date | None
    last_day: date | None
    end: int


@cache
def _phrases(key: str) -> PhraseIndex[str]:
    return PhraseIndex((phrase, phrase) for phrase in word_set("narrative", key))


def _lead(reads: Sequence[ReadSentence], domain: Domain, today: date | None) -> Lead:
    places: set[str] = set()
    days: list[date] = []
    for read in reads:
        places.update(places_of(read.sentence, domain))
        for time in find_times(read.sentence, today):
            if time.start is not None and time.end is not None and time.end - time.start < timedelta(days=2):
                days.append(time.start.date())
    recent = [day for day in days if today is None or timedelta(0) <= today - day <= timedelta(days=4)]
    end = max((read.sentence.end for read in reads if read.part != "headline"), default=0)
    named = {word for place in places for word in place.split("_")} - _countries()
    names = frozenset(name for read in reads for name in _names_in(read))
    return Lead(
        frozenset(named), names - _countries(), min(recent, default=None), max(recent, default=None), end
    )


def _names_in(read: ReadSentence) -> Iterator[str]:
    """The names of a sentence of the lead, those of its speakers and of days apart."""
    sentence = read.sentence
    spoken = {
        at
        for mention in read.speech
        if mention.speaker
        for at in range(mention.speaker.first, mention.speaker.last)
    }
    for at, (lower, tag) in enumerate(zip(sentence.lowers, sentence.tags, strict=True)):
        named = tag == "E" or (read.part == "headline" and tag == "N")
        if named and at not in spoken and len(lower) > 3 and lower not in _calendar():
            yield lower


def lead_of(document: Document, domain: Domain, today: date | None) -> Lead:
    """The lead of a document: its title and its first sentences."""
    head = replace(document, text=document.text[:LEAD_CHARACTERS], parts=_parts_within(document))
    reads = [
        read
        for field in read_fields(head)
        for read in (field.sentences if field.name == "title" else field.sentences[:LEAD_SENTENCES])
    ]
    return _lead(reads, domain, today)


def _parts_within(document: Document) -> tuple[Part, ...]:
    return tuple(part for part in document.parts if part.span.end <= LEAD_CHARACTERS)


def identify_events(claims: Sequence[Claim], lead: Lead, domain: Domain) -> list[Claim]:
    """The claims, figures marked as of the main event, another event or history, in their event's id.

    Ids are "main", "other" and "history" within one document; "other" never equals another "other".
    A figure whose words do not tell is of the event spoken of last.
    """
    number, running = 0, MAIN
    places = {
        claim.sentence: _named(claim.sentence, domain) for claim in claims if claim.quantity is not None
    }
    found = []
    for claim in sorted(claims, key=lambda one: (one.field != "title", one.start)):
        known = domain.measures.get(claim.measure or "")
        if claim.kind not in ("quantity", "zero") or (known is not None and "event" not in known.needs):
            found.append(claim)
            continue
        identity = _identity(claim, lead, places.get(claim.sentence, frozenset()))
        if identity == OTHER:
            number += 1
            running = identity = f"{OTHER}-{number}"
        elif identity == MAIN:
            running = MAIN
        elif identity is None:
            identity = running
        reference = EventReference(claim.event.type if claim.event else "unknown", identity)
        found.append(replace(claim, event=reference, content=_updated_content(claim)))
    return _without_second_figures(found)


def _without_second_figures(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, where one voice gives several figures of one measure only the first one of the main event.

    A report that says 56 and then 13 in its own voice speaks of two things; the lead comes first.
    """
    first: dict[tuple[str | None, ...], Claim] = {}
    found = []
    for claim in claims:
        quantity = claim.quantity
        if quantity is None or claim.kind != "quantity" or claim.event is None or claim.event.id != MAIN:
            found.append(claim)
            continue
        key = (
            claim.measure,
            quantity.noun,
            claim.speaker.entity or claim.speaker.name if claim.speaker else None,
        )
        known = first.setdefault(key, claim)
        same = known.quantity is not None and known.quantity.value == quantity.value
        if same or claim.content.get("updated") or _phrases("toll_nouns").every(_lowers(claim.sentence)):
            found.append(claim)
        else:
            found.append(replace(claim, event=EventReference(claim.event.type, f"{OTHER}-{claim.start}")))
    return found


def _named(text: str, domain: Domain) -> frozenset[str]:
    """The words of the places that a sentence names, countries apart."""
    bodies = word_set("narrative", "institutions")
    found: set[str] = set()
    for sentence in split_sentences(text):
        for place in places_of(sentence, domain):
            parts = place.split("_")
            if bodies.isdisjoint(parts):
                found.update(parts)
    return frozenset(found - _countries())


def _updated_content(claim: Claim) -> MappingProxyType[str, str | tuple[str, ...]]:
    """The content with a mark where the words say that the figure replaces or was replaced."""
    lowers = _lowers(claim.sentence)
    content = dict(claim.content)
    quantity = claim.quantity
    place = len(
        tokenize(claim.sentence[: max(0, (quantity.start - _sentence_start(claim)) if quantity else 0)])
    )
    before = lowers[: place + 1]
    if _phrases("superseded").every(before):
        content["superseded"] = "true"
    elif _phrases("updated").every(lowers):
        content["updated"] = "true"
    return MappingProxyType(content)


def _sentence_start(claim: Claim) -> int:
    offset = claim.sentence.find(claim.quote)
    return claim.start - max(offset, 0)


def _lowers(text: str) -> list[str]:
    return [token.lower for token in tokenize(text)]


def _identity(claim: Claim, lead: Lead, places: frozenset[str]) -> str | None:
    """Main, other or history for a figure; None where the words do not tell.

    `places` are the words of the places that its sentence names.
    """
    near = _near(claim)
    lowers = _lowers(claim.sentence)
    if _is_history(claim, near, lead):
        return HISTORY
    if _elsewhere(claim, lead, places) or _at_another_time(claim, lead):
        return OTHER
    if claim.field == "title" or claim.content.get("part") == "headline":
        return MAIN
    if _phrases("elsewhere").every(near):
        return None if claim.end <= lead.end else OTHER
    if claim.end <= lead.end or _phrases("toll_nouns").every(lowers) or _definite_event(lowers):
        return MAIN
    return OTHER if _phrases("other").every(near) else None


WINDOW_BEFORE, WINDOW_BEHIND = 10, 8


def _near(claim: Claim) -> list[str]:
    """The words around a figure; capitalised ones, which are names, are left out."""
    tokens = tokenize(claim.sentence)
    if claim.quantity is None:
        return [token.lower for token in tokens]
    at = claim.quantity.start - _sentence_start(claim)
    place = next((number for number, token in enumerate(tokens) if token.end > at), len(tokens))
    window = tokens[max(0, place - WINDOW_BEFORE) : place + WINDOW_BEHIND]
    return [token.lower if token.text[0].islower() or token is tokens[0] else token.text for token in window]


def _is_history(claim: Claim, near: Sequence[str], lead: Lead) -> bool:
    if any(phrase != "since" for _, _, phrase in _phrases("history").every(near)):
        return True
    time = claim.time
    if time is None:
        return False
    if time.bound in ("since", "from") and (
        time.start is None
        or lead.first_day is None
        or time.start[:10] < (lead.first_day - LONG_AGO).isoformat()
    ):
        return True
    return time.start is not None and time.end is not None and _days(time.start, time.end) > 3


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days


def _elsewhere(claim: Claim, lead: Lead, places: frozenset[str]) -> bool:
    """The clause, or else the sentence, names a place, and none of the lead's."""
    if not lead.places:
        return False
    named = set(claim.place.split("_")) - _countries() if claim.place is not None else set()
    named = named or set(places)
    return bool(named) and lead.places.isdisjoint(named)


@cache
def _calendar() -> frozenset[str]:
    return frozenset([*month_names(), *weekday_names()])


@cache
def _countries() -> frozenset[str]:
    names = frozenset(gazetteer().names.values()) | frozenset(gazetteer().names)
    return names | {name + "s" for name in names}


def _at_another_time(claim: Claim, lead: Lead) -> bool:
    """The clause names a day that is not the lead's."""
    time = claim.time
    if (
        time is None
        or lead.first_day is None
        or lead.last_day is None
        or time.start is None
        or time.end is None
    ):
        return False
    early = (lead.first_day - timedelta(days=1)).isoformat()
    late = (lead.last_day + timedelta(days=1)).isoformat()
    return time.end[:10] < early or time.start[:10] > late


def _definite_event(lowers: Sequence[str]) -> bool:
    """ "the attack", "Sunday's shooting": an event that was told of before."""
    nouns = word_set("narrative", "event_nouns")
    for at, lower in enumerate(lowers):
        if lower in nouns and any(word in DEFINITE for word in lowers[max(0, at - 3) : at]):
            return True
    return False
