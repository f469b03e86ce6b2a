"""Claims on how far an event has come: announced, under way, half done, completed, completed by all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from claimcheck.extract.scene import Scene
from claimcheck.extract.stance import factuality_of, polarity_of
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.grammar import grammar
from claimcheck.model import Claim, ContentValue, EventReference, plain
from claimcheck.text.groups import clause_bounds
from claimcheck.text.patterns import LemmaPatterns, lemmas
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

UNIVERSAL = frozenset({"all", "every", "entire", "whole", "everyone", "everybody"})
EVERYBODY = frozenset({"everyone", "everybody"})
Told = tuple[int, str, str | None]
"""A status at a token, with its event where the words name one."""


@lru_cache(maxsize=8)
def _status_verbs(domain: Domain) -> dict[str, str]:
    return {verb: status for status, form in domain.progress.items() for verb in form.verbs}


@lru_cache(maxsize=8)
def _status_words(domain: Domain) -> PhraseIndex[str]:
    return PhraseIndex((word, status) for status, form in domain.progress.items() for word in form.words)


@lru_cache(maxsize=8)
def _status_patterns(domain: Domain) -> LemmaPatterns[str]:
    return LemmaPatterns(
        (words, status) for status, form in domain.progress.items() for words in form.patterns
    )


@lru_cache(maxsize=8)
def _verbs_of_all(domain: Domain) -> dict[str, tuple[tuple[str, str | None], ...]]:
    """The verbs too general to name an event alone, with the events they can mean and who does it there."""
    found: dict[str, list[tuple[str, str | None]]] = {}
    for event, form in domain.events.items():
        for verb in form.verbs_of_all:
            found.setdefault(verb, []).append((event, form.counted))
    # "all soldiers have left" is a withdrawal before it is an evacuation of people
    return {
        verb: tuple(sorted(events, key=lambda event: event[1] in (None, "person")))
        for verb, events in found.items()
    }


def status_claims(scene: Scene) -> Iterator[Claim]:
    """The claims of a sentence on how far an event has come; one without an event is on the report's main one."""
    told = (*_by_patterns(scene), *_by_words(scene), *_by_verb(scene))
    found = {anchor: (status, event) for anchor, status, event in told}
    whole = {universal.verb: universal for universal in _by_universal(scene)}
    for anchor in sorted({*found, *whole}):
        universal = whole.get(anchor)
        status, event = ("completed", universal.event) if universal is not None else found[anchor]
        content: dict[str, ContentValue] = {
            "status": status,
            "progress": scene.domain.progress[status].share,
        }
        first, last = clause_bounds(scene.sentence, anchor)
        if universal is not None:
            first = min(first, universal.every)
            content["extent"] = "all"
            scope = scene.domain.events[universal.event].scope
            if scope:
                content["scope"] = tuple(scope)
            if universal.general is not None:
                content["verb"] = universal.general
        claim = scene.claim("status", (first, last), anchor)
        if universal is not None and universal.every < clause_bounds(scene.sentence, anchor)[0]:
            # "everyone who wanted to leave has left" is no plan
            own = factuality_of(scene.sentence, _auxiliary(scene.sentence, anchor), last, anchor)
            claim = replace(claim, factuality=own)
        if claim.polarity == "affirmed":
            claim = replace(claim, polarity=polarity_of(scene.sentence, anchor, anchor))
        claim = scene.located(replace(claim, content=MappingProxyType(content)), anchor, event)
        yield claim if event is not None else replace(claim, event=None)


def is_too_general(claim: Claim, domain: Domain) -> bool:
    """Whether the verb of a status names its event only in a report that speaks of one: "all have left"."""
    event = domain.events.get(claim.event.type) if claim.event is not None else None
    return event is not None and claim.kind == "status" and claim.content.get("verb") in event.verbs_of_all


def _by_patterns(scene: Scene) -> Iterable[Told]:
    """ "convoys were still moving", "the last buses are still waiting to leave"."""
    for first, last, status in _status_patterns(scene.domain).every(scene.sentence):
        verbs = (at for at in range(last - 1, first, -1) if scene.sentence.tags[at] in "VGT")
        yield next(verbs, last - 1), status, None


def _by_verb(scene: Scene) -> Iterable[Told]:
    """ "completed the withdrawal", "the withdrawal was completed", "announced it was withdrawing"."""
    sentence, domain = scene.sentence, scene.domain
    table = _status_verbs(domain)
    words = lemmas(sentence)
    for at, base in enumerate(words):
        if sentence.tags[at] not in "VTG":
            continue
        # "wrapped up the withdrawal", but not "went on to withdraw"
        phrase = " ".join((base, *sentence.lowers[at + 1 : at + 2]))
        status = table.get(base)
        if phrase in table and sentence.lowers[at + 2 : at + 3] != ("to",):
            status = table[phrase]
        event = _event_near(sentence, words, at, domain) if status is not None else None
        if status is not None and event is not None:
            yield at, status, event


def _event_near(sentence: Sentence, words: Sequence[str], at: int, domain: Domain) -> str | None:
    """The event whose name is the object (else the passive subject) of the verb at a token."""
    for here in range(at + 1, min(at + 7, len(words))):
        if sentence.tags[here] == "U" and sentence.lowers[here] not in (",",):
            break
        if sentence.tags[here] == "N" and words[here] in domain.event_nouns:
            return domain.event_nouns[words[here]]
        if sentence.tags[here] in "VGI" and words[here] in domain.event_verbs:
            return domain.event_verbs[words[here]]
        if sentence.tags[here] in "VM" and words[here] not in ("be", "have"):
            break
    passive = any(sentence.lowers[here] in grammar().be for here in range(max(0, at - 3), at))
    if passive or sentence.tags[at - 1 : at] in ("N", "R"):
        for here in range(at - 1, max(at - 10, -1), -1):
            if sentence.tags[here] == "N" and words[here] in domain.event_nouns:
                return domain.event_nouns[words[here]]
            if sentence.tags[here] in "SW":
                break
    return None


def _by_words(scene: Scene) -> Iterable[Told]:
    """ "the withdrawal is over", "the retreat was still under way"."""
    sentence, domain = scene.sentence, scene.domain
    words = lemmas(sentence)
    for first, _, status in _status_words(domain).every(sentence.lowers):
        helper = any(sentence.lowers[here] in grammar().be for here in range(max(0, first - 3), first))
        if not helper:
            continue
        for here in range(first - 1, max(first - 12, -1), -1):
            if sentence.tags[here] == "N" and words[here] in domain.event_nouns:
                yield first, status, domain.event_nouns[words[here]]
                break


@dataclass(frozen=True, slots=True)
class Universal:
    """What all are said to have done: the tokens of "all" and of the verb; `general` is a verb that names no event."""

    every: int
    verb: int
    event: str
    general: str | None = None


def _by_universal(scene: Scene) -> Iterable[Universal]:
    """ "all forces had been transferred": done for all is done."""
    sentence, domain = scene.sentence, scene.domain
    if "completed" not in domain.progress or not UNIVERSAL.intersection(sentence.lowers):
        return
    words = lemmas(sentence)
    for at, base in enumerate(words):
        if sentence.tags[at] not in "VT":
            continue
        first, _ = clause_bounds(sentence, at)
        perfect = any(sentence.tags[here] == "X" for here in range(max(first, at - 4), at))
        every = next(
            (here for here in _opening(sentence, first, at) if sentence.lowers[here] in UNIVERSAL), None
        )
        if not perfect or every is None:
            continue
        if base in domain.event_verbs:
            yield Universal(every, at, domain.event_verbs[base])
            continue
        # a general verb has its auxiliary beside it: "had been transferred to the left" has no leaving
        general = _verbs_of_all(domain).get(base, ()) if _has_auxiliary(sentence, at) else ()
        for event, counted in general:
            if _is_said_of(sentence, every, at, counted, domain):
                yield Universal(every, at, event, base)
                break


def _has_auxiliary(sentence: Sentence, at: int) -> bool:
    return "X" in sentence.tags[_auxiliary(sentence, at) : at]


def _auxiliary(sentence: Sentence, verb: int) -> int:
    """Where the auxiliaries and adverbs right before a verb begin; the verb itself without any."""
    first = verb
    while first > 0 and sentence.tags[first - 1] in "RX":
        first -= 1
    return first


def _opening(sentence: Sentence, first: int, at: int) -> Iterator[int]:
    """The tokens of a clause before its verb, and who it speaks of before "who wanted to"."""
    yield from range(first, at)
    if first > 1 and sentence.tags[first - 1] == "W" and sentence.lowers[first - 2] in EVERYBODY:
        yield first - 2


def _is_said_of(sentence: Sentence, every: int, verb: int, counted: str | None, domain: Domain) -> bool:
    """Whether all of a class are said to have done what the verb says."""
    if sentence.lowers[every] in EVERYBODY:
        return counted in (None, "person")
    return any(
        counted is None or counted in domain.classes.get(sentence.lowers[here], ())
        for here in range(every + 1, verb)
        if sentence.tags[here] in "NJ"
    )


def progress_of_shares(claims: Sequence[Claim], domain: Domain) -> Iterator[Claim]:
    """A status claim for each share of a set that an event has reached: half of those withdrawn is half done."""
    for claim in claims:
        quantity = claim.quantity
        if quantity is None or quantity.of is None or quantity.soft.low is None or claim.derived is not None:
            continue
        event = domain.event_verbs.get(str(claim.content.get("verb", "")))
        if event is None:
            continue
        share = quantity.soft.low if quantity.unit == "share" else quantity.soft.low / 100
        content: dict[str, ContentValue] = {"status": "partly_done", "progress": plain(share)}
        yield replace(
            claim,
            kind="status",
            event=EventReference(event),
            measure=None,
            quantity=None,
            content=MappingProxyType(content),
        )
