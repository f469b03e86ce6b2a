"""Claims about persons, streets, the site and hour of an event, and who did it."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from claimcheck.extract.circumstances import event_of
from claimcheck.extract.particulars.clocks import clock_claims
from claimcheck.extract.particulars.doers import find_doers
from claimcheck.extract.particulars.parties import party_among
from claimcheck.extract.particulars.responsibility import find_responsibility
from claimcheck.extract.particulars.statements import stated_particulars
from claimcheck.extract.scene import Scene
from claimcheck.extract.times.find import TimeMention
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, ContentValue, EventReference
from claimcheck.text.groups import clause_bounds
from claimcheck.text.sentences import Sentence

POINTING = frozenset({"the", "this", "that", "these", "those", "'s", "any", "such", "its", "their"})
STOPS = frozenset({",", ".", ";", ":", "-", "–", "—", "(", "which", "who"})
LONGEST_EVENT = 31
"""So many days an event lasts at most; what is said of a longer time is of another one."""


def particular_claims(scene: Scene, persons: MutableMapping[str, str]) -> Iterator[Claim]:
    """The claims of a sentence about persons, streets, sites, hours, clock times in two zones and who did it.

    `persons` leads from last names to the full names of the report so far, and grows.
    """
    yield from stated_particulars(scene, persons)
    yield from clock_claims(scene)
    yield from _responsibility_claims(scene)
    yield from _doer_claims(scene)


def _doer_claims(scene: Scene) -> Iterator[Claim]:
    """The claims of a sentence about whose planes or guns struck."""
    if scene.read.part is not None:
        return  # a headline drops the "or" of its report
    for mention in find_doers(scene.sentence):
        claim = scene.claim("actor", clause_bounds(scene.sentence, mention.first), mention.first)
        if claim.factuality not in ("asserted", "hedged") or claim.polarity != "affirmed":
            continue
        content: dict[str, ContentValue] = {
            "attribute": "doer",
            "of": "event",
            "value": mention.told,
            "parties": mention.parties,
            "joint": mention.joint,
            "sure": "true" if mention.sure else "false",
        }
        yield replace(claim, factuality="asserted", content=MappingProxyType(content))


def _responsibility_claims(scene: Scene) -> Iterator[Claim]:
    """The claims of a sentence about who did it."""
    sentence = scene.sentence
    mentions = list(find_responsibility(sentence))
    if not mentions:
        return
    event = event_of(sentence, 0, len(sentence.tokens), None, scene.domain)
    long_past = any(_is_long_past(scene, time) for time in scene.times)
    for mention in mentions:
        if mention.form == "accusation" and not (
            _names_deed(sentence) or _blames_barely(sentence, mention.at)
        ):
            continue
        denied = mention.form == "denial"
        claim = scene.claim("denial" if denied else "actor", clause_bounds(sentence, mention.at), mention.at)
        party = mention.party or _party_of_speakers(claim)
        if party is None:
            continue
        content = {
            "attribute": "responsibility",
            "of": "deed",
            "value": party,
            "form": mention.form,
            "denied": "true" if denied else "false",
        }
        if not _names_own_event(sentence, mention.at):
            content["answers"] = "true"
        if long_past:
            content["past"] = "true"
        if denied and _of_no_accusation_of_today(sentence, mention.at):
            content["habit"] = "true"
        yield replace(
            claim,
            event=EventReference(event) if event else None,
            actor=party,
            polarity="negated" if denied else "affirmed",
            content=MappingProxyType(content),
        )


def _of_no_accusation_of_today(sentence: Sentence, at: int) -> bool:
    """Whether a denial answers none in particular: "has always denied it", "denied previous accusations"."""
    lowers = sentence.lowers
    return not (
        word_set("responsibility", "habits").isdisjoint(lowers[max(0, at - 3) : at])
        and word_set("responsibility", "of_before").isdisjoint(lowers[at + 1 : at + 4])
    )


def _party_of_speakers(claim: Claim) -> str | None:
    """The party that denies by its own mouth: the first of the speakers who stands for one."""
    names = (attribution.name.lower().split() for attribution in claim.attribution)
    return next((party for party in map(party_among, names) if party is not None), None)


def _names_own_event(sentence: Sentence, at: int) -> bool:
    """Whether a statement names a deed that was not told of before: "accused rebels of using poison gas"."""
    nouns = word_set("narrative", "event_nouns")
    first, last = clause_bounds(sentence, at)
    behind = sentence.lowers[at:last]
    if not word_set("narrative", "other_deed").isdisjoint(sentence.lowers[first:last]):
        return True
    if not word_set("responsibility", "dismissed_things").isdisjoint(behind[:6]):
        return False
    if not word_set("responsibility", "weapons").isdisjoint(behind):
        return True
    return any(
        sentence.lowers[here] in nouns and POINTING.isdisjoint(sentence.lowers[max(first, here - 4) : here])
        for here in range(at, last)
    )


def _names_deed(sentence: Sentence) -> bool:
    return not word_set("narrative", "event_nouns").isdisjoint(sentence.lowers) or not word_set(
        "narrative", "deed_words"
    ).isdisjoint(sentence.lowers)


def _blames_barely(sentence: Sentence, at: int) -> bool:
    """ "The government blamed “terrorists”": for what the report told before, where nothing else is named."""
    _, last = clause_bounds(sentence, at)
    until = next((here for here in range(at + 1, len(sentence.tags)) if sentence.lowers[here] in STOPS), last)
    return sentence.lowers[at].startswith("blam") and "for" not in sentence.lowers[at:until]


def _is_long_past(scene: Scene, time: TimeMention) -> bool:
    """Whether a time is longer than any single event ("in 2014") or of an earlier year than its report."""
    if time.start is None or time.end is None:
        return False
    return time.end - time.start > timedelta(days=LONGEST_EVENT) or scene.is_of_earlier_year(time)
