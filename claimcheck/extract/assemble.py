"""Joins the mentions of a document into claims."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.extract.additions import with_true_additions
from claimcheck.extract.alternatives import alternative_claims
from claimcheck.extract.chains import Chains
from claimcheck.extract.circumstances import events_named
from claimcheck.extract.derive import derive_shares
from claimcheck.extract.entities import NameHistory
from claimcheck.extract.events import Place, identify_events, setting_place
from claimcheck.extract.facts import fact_claims, main_event
from claimcheck.extract.lead import FOLLOWING_SENTENCES, LEAD_SENTENCES, Lead, lead_of
from claimcheck.extract.particulars.claims import particular_claims
from claimcheck.extract.particulars.event import (
    Beside,
    Key,
    beside,
    particular_key,
    place_particulars,
)
from claimcheck.extract.quantity_claims import quantity_claims
from claimcheck.extract.reading import ReadField, ReadSentence, read_fields
from claimcheck.extract.scene import Scene
from claimcheck.extract.settings import Setting, names_own_place, points_back, sentence_setting, setting_of
from claimcheck.extract.statuses import is_too_general, progress_of_shares, status_claims
from claimcheck.extract.times.anchor import published_day
from claimcheck.extract.times.days import Days
from claimcheck.extract.times.find import TimeMention, find_times
from claimcheck.lexicon.domain import Domain, shipped_domain
from claimcheck.model import Attribution, Claim, Document, EventReference

HEAD_PARTS = frozenset({"headline", "dateline"})
"""Parts above the text: they belong to the lead, but do not count as sentences of it."""

OWN_PLACE_SENTENCES = 3
"""How many sentences “our neighbourhood” reaches."""


def extract_claims(
    document: Document, domain: Domain | None = None, today: date | None = None
) -> tuple[Claim, ...]:
    """The claims of a document in the order of its text, title first.

    `today` is the day of the report, against which weekdays and "yesterday" are read; without it the
    day the document says it was published.

    >>> document = Document("d", "s", "Moscow said it pulled back more than 30,000 troops.")
    >>> [(c.quantity.text, c.measure, c.attribution[0].name) for c in extract_claims(document)]
    [('more than 30,000', 'troops_withdrawn', 'Moscow')]
    """
    return read_document(document, domain, today).claims


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The claims of a document and what it leads with."""

    claims: tuple[Claim, ...]
    lead: Lead


def read_document(
    document: Document, domain: Domain | None = None, today: date | None = None
) -> ReadDocument:
    """The claims and the lead of a document; `today` as in `extract_claims`."""
    vocabulary = domain if domain is not None else shipped_domain()
    day = today or published_day(document)
    history = NameHistory(vocabulary)
    claims: list[Claim] = []
    settings: dict[Place, Setting] = {}
    around: dict[Key, Beside] = {}
    persons: dict[str, str] = {}
    leading: list[tuple[ReadSentence, tuple[TimeMention, ...]]] = []
    following: list[ReadSentence] = []
    fields = tuple(read_fields(document))
    for field in fields:
        open_speech: tuple[Attribution, ...] = ()
        paragraph = -1
        named: Days | None = None
        told, bygone = 0, False
        own: int | None = None
        for number, read in enumerate(field.sentences):
            if read.sentence.paragraph != paragraph and not read.quoted:
                open_speech = ()
            paragraph = read.sentence.paragraph
            chains = Chains(field, read, history, open_speech)
            times = tuple(find_times(read.sentence, day, named))
            named = next((time.days for time in reversed(times) if time.days is not None), named)
            if field.name == "title" or told < LEAD_SENTENCES:
                leading.append((read, times))
            elif told < FOLLOWING_SENTENCES:
                following.append(read)
            told += read.part not in HEAD_PARTS
            scene = Scene(document, field, read, chains, times, vocabulary)
            bygone = scene.tells_of_earlier_year() or (bygone and points_back(read.sentence))
            own = number if names_own_place(read.sentence) else own
            own_place = own is not None and number - own < OWN_PLACE_SENTENCES
            claims.extend(
                _placed(scene, quantity_claims(scene), settings, bygone=bygone, own_place=own_place)
            )
            claims.extend(fact_claims(scene))
            claims.extend(status_claims(scene))
            particulars = _placed(scene, particular_claims(scene, persons), settings, bygone=bygone)
            claims.extend(_beside(scene, particulars, around))
            claims.extend(_beside(scene, list(alternative_claims(scene)), around))
            history.note_groups(read.sentence)
            open_speech = chains.carried()
    claims = with_true_additions(claims, vocabulary)
    claims = derive_shares([replace(claim, id=claim_id(claim)) for claim in claims])
    claims += [replace(claim, id=claim_id(claim)) for claim in progress_of_shares(claims, vocabulary)]
    lead = lead_of(leading, following, vocabulary, day)
    claims = identify_events(
        _with_main_event(_of_named_events(claims, fields, vocabulary)), lead, vocabulary, settings
    )
    claims = place_particulars(claims, lead, vocabulary, around)
    claims.sort(key=lambda claim: (claim.field != "title", claim.start, claim.end, claim.id))
    return ReadDocument(tuple(_unique(claims)), lead)


def _placed(
    scene: Scene,
    claims: Iterable[Claim],
    settings: dict[Place, Setting],
    *,
    bygone: bool,
    own_place: bool = False,
) -> list[Claim]:
    """The claims of a sentence; what stands around each figure and each deed is added to `settings`.

    `bygone`: the sentence points back to a deed of an earlier year: "Damascus was accused of that attack";
    `own_place`: its speaker tells of "our neighbourhood".
    """
    found = list(claims)
    events = [(place, claim) for claim in found if (place := setting_place(claim)) is not None]
    if events:
        whole = sentence_setting(scene.sentence, scene.domain, scene.read.spoken)
        starts = [token.start for token in scene.sentence.tokens]
        for place, _ in events:
            at = max(bisect_right(starts, place[1]) - 1, 0)
            around = setting_of(scene.sentence, at, whole, scene.read.speech)
            history = around.history or (bygone and not scene.names_a_day())
            settings[place] = replace(around, history=history, own_place=own_place)
    return found


def _of_named_events(claims: Sequence[Claim], fields: Sequence[ReadField], domain: Domain) -> list[Claim]:
    """The claims without those whose verb means an event only where the report names it: "all had left"."""
    general = {claim.id for claim in claims if is_too_general(claim, domain)}
    if not general:
        return list(claims)
    named = {
        event for field in fields for read in field.sentences for event in events_named(read.sentence, domain)
    }
    return [
        claim
        for claim in claims
        if claim.id not in general or (claim.event is not None and claim.event.type in named)
    ]


def _beside(scene: Scene, claims: list[Claim], around: dict[Key, Beside]) -> list[Claim]:
    """The particulars of a sentence; what stands beside them in it is added to `around`."""
    if claims:
        known = beside(scene.sentence, scene.domain)
        around.update((particular_key(claim), known) for claim in claims)
    return claims


def _with_main_event(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those without a figure that name no event being of the document's main one."""
    main = main_event(claims)
    if main is None:
        return list(claims)
    return [
        replace(claim, event=EventReference(main))
        if claim.event is None and claim.kind in ("manner", "occurrence", "zero", "status")
        else claim
        for claim in claims
    ]


def claim_id(claim: Claim) -> str:
    """An id that is the same on every run over the same content."""
    place = claim.quantity.start if claim.quantity else claim.start
    where = (
        claim.story,
        claim.document,
        claim.field,
        claim.kind,
        claim.start,
        claim.end,
        place,
        claim.measure,
    )
    key = "\0".join(map(str, where))
    return "c" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _unique(claims: Sequence[Claim]) -> Iterable[Claim]:
    """The claims with a letter behind an id that stands twice."""
    seen: dict[str, int] = {}
    for claim in claims:
        count = seen.get(claim.id, 0)
        seen[claim.id] = count + 1
        yield claim if not count else replace(claim, id=f"{claim.id}-{count}")
