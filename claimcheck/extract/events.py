"""Which event a figure speaks of: the one its report is about, another one, or a longer past.

A news report leads with its event (the inverted pyramid, Bell 1991): headline and first sentences give its
place and day. A later figure is of the same event only where its words say so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from claimcheck.extract.lead import Lead, countries
from claimcheck.extract.settings import Setting
from claimcheck.lexicon.domain import Domain
from claimcheck.model import Claim, ContentValue, EventReference

MAIN, OTHER, ELSEWHERE, HISTORY = "main", "other", "elsewhere", "history"
LONG_AGO = timedelta(days=3)
DAY_BESIDE = timedelta(days=1)
LONGEST_EVENT = 3
LONGEST_LEADING = 31
DEEDS = frozenset({"responsibility", "doer"})
Place = tuple[str, int, str]
"""The field and the offset of a figure or of the clause that tells a deed, and which of the two."""


def setting_place(claim: Claim) -> Place | None:
    """Where the words around a claim tell its event: at its figure, or at the clause that tells who did it."""
    attribute = claim.content.get("attribute")
    if attribute in DEEDS:
        return claim.field, claim.start, str(attribute)
    return (claim.field, claim.quantity.start, "figure") if claim.quantity is not None else None


def identify_events(
    claims: Sequence[Claim], lead: Lead, domain: Domain, settings: Mapping[Place, Setting]
) -> list[Claim]:
    """The claims, figures and deeds marked as of the main event, another event or history, in their event's id.

    Ids are "main", "other-N", "elsewhere-N" (told by a place or a day that is not the lead's) and "history" within
    one document; no "other" equals another "other".
    A claim whose words do not tell is of the event spoken of last. Measures that need no event keep none.
    """
    number, running, before = 0, MAIN, MAIN
    told = set[str]()
    found = []
    for claim in sorted(claims, key=lambda one: (one.field != "title", one.start)):
        known = domain.measures.get(claim.measure or "")
        place = setting_place(claim)
        setting = settings.get(place) if place is not None else None
        if setting is None or (known is not None and "event" not in known.needs):
            found.append(claim)
            continue
        identity = _identity(claim, lead, setting)
        if identity is None and setting.resuming and before == HISTORY:
            identity = HISTORY
        if identity is None and setting.introduced:
            identity = OTHER if (claim.measure or "") in told else MAIN
        if identity in (OTHER, ELSEWHERE):
            number += 1
            running = identity = f"{identity}-{number}"
        elif identity == MAIN:
            running = MAIN
            told.add(claim.measure or "")
        elif identity == HISTORY and claim.quantity is None:
            # "accused Damascus of the 2013 attack. Damascus denied it": the answer follows its accusation
            running = HISTORY
        reference = EventReference(claim.event.type if claim.event else "unknown", identity or running)
        before = identity or running
        found.append(replace(claim, event=reference, content=_content(claim, setting)))
    return _without_second_figures(found, settings)


def _without_second_figures(claims: Sequence[Claim], settings: Mapping[Place, Setting]) -> list[Claim]:
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
        speaker = claim.speaker
        key = (claim.measure, quantity.noun, (speaker.entity or speaker.name) if speaker else None)
        known = first.setdefault(key, claim)
        same = known.quantity is not None and known.quantity.value == quantity.value
        if (
            same
            or claim.content.get("updated")
            or settings[claim.field, quantity.start, "figure"].sentence.toll
        ):
            found.append(claim)
        else:
            found.append(replace(claim, event=EventReference(claim.event.type, f"{OTHER}-{claim.start}")))
    return found


def _content(claim: Claim, setting: Setting) -> Mapping[str, ContentValue]:
    """The content with marks: the figure replaces another or was replaced, is of one place, or of an earlier day."""
    marks = {
        "superseded": setting.superseded,
        "updated": setting.sentence.updated and not setting.superseded,
        "alone": setting.alone or setting.own_place,
        "said_before": setting.said_before,
        "district": bool(setting.sentence.around),
    }
    true = {mark: "true" for mark, told in marks.items() if told}
    return MappingProxyType({**claim.content, **true}) if true else claim.content


def _identity(claim: Claim, lead: Lead, setting: Setting) -> str | None:
    """Main, other, elsewhere or history for a figure; None where the words do not tell."""
    if setting.history or claim.content.get("past") or _is_history(claim, lead):
        return HISTORY
    if lead.touches(claim.time, DAY_BESIDE) is False:
        return ELSEWHERE
    if setting.alone:
        return MAIN
    if _elsewhere(claim, lead, setting):
        return ELSEWHERE
    if claim.in_headline:
        return MAIN
    if setting.beside:
        return OTHER
    if setting.elsewhere:
        return None if claim.end <= lead.end else OTHER
    if claim.end <= lead.end:
        return MAIN
    if setting.introduced:
        return None
    if setting.sentence.pointed:
        return MAIN
    return OTHER if setting.other else None


def _is_history(claim: Claim, lead: Lead) -> bool:
    """The time of the clause is a long one, or begins long before the lead's."""
    time = claim.time
    if time is None:
        return False
    if time.bound in ("since", "from"):
        if lead.first_day is None or time.start is None:
            return True
        return time.start[:10] < (lead.first_day - LONG_AGO).isoformat()
    if time.start is None or time.end is None:
        return False
    # what a report leads with may have taken weeks: "executed 700 people during the past two weeks"
    longest = LONGEST_LEADING if claim.end <= lead.end else LONGEST_EVENT
    return _days(time.start, time.end) > longest


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days


def _elsewhere(claim: Claim, lead: Lead, setting: Setting) -> bool:
    """The clause, or else the sentence, names a place, and none of the lead's."""
    if not lead.places or not lead.places.isdisjoint(setting.sentence.around):
        return False
    named = set(claim.place.split("_")) - countries() if claim.place is not None else set()
    named = named or set(setting.sentence.places)
    return bool(named) and lead.places.isdisjoint(named)
