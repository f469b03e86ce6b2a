"""Claims about persons, streets and the hour of the main event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from claimcheck.extract.circumstances import event_of
from claimcheck.extract.particulars.parties import party_among
from claimcheck.extract.particulars.persons import find_persons, surname
from claimcheck.extract.particulars.responsibility import find_responsibility
from claimcheck.extract.particulars.streets import find_streets
from claimcheck.extract.scene import Scene
from claimcheck.extract.times.find import TimeMention
from claimcheck.extract.times.parts import read_part
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, EventReference
from claimcheck.text.groups import clause_bounds
from claimcheck.text.sentences import Sentence

POINTING = frozenset({"the", "this", "that", "these", "those", "'s", "any", "such", "its", "their"})
LONGEST_EVENT = 31
"""So many days an event lasts at most; what is said of a longer time is of another one."""
OPEN_BOUNDS = frozenset({"after", "before", "by", "since", "until"})


def particular_claims(scene: Scene) -> Iterator[Claim]:
    """The claims of a sentence about persons (name and age), streets and clock times."""
    sentence = scene.sentence
    for person in find_persons(sentence):
        content = {"attribute": "person", "of": surname(person.name), "value": person.name}
        if person.age is not None and not _long_ago(scene):
            content["age"] = str(person.age)
        bounds = clause_bounds(sentence, person.first)
        span = (min(bounds[0], person.first), max(bounds[1], min(person.last + 2, len(sentence.tokens))))
        yield replace(scene.claim("identity", span, person.first), content=MappingProxyType(content))
    for street in find_streets(sentence):
        content = {"attribute": "street", "of": street.name, "value": street.kind}
        if street.block:
            content["block"] = street.block
        bounds = clause_bounds(sentence, street.first)
        span = (min(bounds[0], street.first), max(bounds[1], street.last))
        yield replace(scene.claim("place", span, street.first), content=MappingProxyType(content))
    yield from _hour_claims(scene)
    yield from _responsibility_claims(scene)


def _responsibility_claims(scene: Scene) -> Iterator[Claim]:
    """The claims of a sentence about who did it."""
    sentence = scene.sentence
    for mention in find_responsibility(sentence):
        if mention.form == "accusation" and not _names_deed(sentence):
            continue
        event = event_of(sentence, 0, len(sentence.tokens), None, scene.domain)
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
        if any(_is_long_past(scene, time) for time in scene.times):
            content["past"] = "true"
        if denied and not word_set("responsibility", "habits").isdisjoint(
            sentence.lowers[max(0, mention.at - 3) : mention.at]
        ):
            content["habit"] = "true"
        yield replace(
            claim,
            event=EventReference(event) if event else None,
            actor=party,
            polarity="negated" if denied else "affirmed",
            content=MappingProxyType(content),
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


def _long_ago(scene: Scene) -> bool:
    """Whether the sentence speaks of another year than its report's: an age then is no age now."""
    year = (scene.document.published or "")[:4]
    return bool(year) and any(time.end is not None and str(time.end.year) < year for time in scene.times)


def _is_long_past(scene: Scene, time: TimeMention) -> bool:
    """Whether a time is longer than any single event ("in 2014") or of an earlier year than its report."""
    if time.start is None or time.end is None:
        return False
    year = (scene.document.published or "")[:4]
    return time.end - time.start > timedelta(days=LONGEST_EVENT) or (bool(year) and str(time.end.year) < year)


def _hour_claims(scene: Scene) -> Iterator[Claim]:
    """The clock time in a sentence that tells when the event happened ("occurred", "broke out")."""
    sentence = scene.sentence
    happening = word_set("narrative", "happening")
    if happening.isdisjoint(sentence.lowers):
        return
    for time in scene.times:
        minutes = _minutes(scene, time)
        if (
            minutes is None
            or sentence.lowers[time.first] in OPEN_BOUNDS
            or not _tells_when(scene, time, happening)
        ):
            continue
        event = event_of(sentence, 0, len(sentence.tokens), None, scene.domain)
        if event is None and word_set("narrative", "surely_happening").isdisjoint(sentence.lowers):
            continue
        first, last = clause_bounds(sentence, time.first)
        claim = scene.claim("time", (min(first, time.first), max(last, time.last)), time.first)
        content = {"attribute": "hour", "of": "event", "value": f"{minutes // 60:02}:{minutes % 60:02}"}
        yield replace(
            claim,
            event=EventReference(event) if event else None,
            time=time.reference(scene.field.text, sentence),
            content=MappingProxyType(content),
        )
        return


def _minutes(scene: Scene, time: TimeMention) -> int | None:
    for at in range(time.first, time.last):
        part = read_part(scene.sentence, at)
        if part is not None and part.minutes is not None:
            return part.minutes
    return None


def _tells_when(scene: Scene, time: TimeMention, happening: frozenset[str]) -> bool:
    """Whether the clause of the time holds the verb of happening."""
    first, last = clause_bounds(scene.sentence, time.first)
    return not happening.isdisjoint(scene.sentence.lowers[first:last])
