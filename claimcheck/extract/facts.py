"""Claims without a figure: how far an event has come, what happened, in what manner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from claimcheck.extract.circumstances import event_of, named_place, place_of
from claimcheck.extract.scene import Scene
from claimcheck.extract.stance import polarity_of
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, ContentValue, EventReference, Polarity, plain
from claimcheck.text.groups import clause_bounds
from claimcheck.text.patterns import LemmaPatterns, lemmas
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

UNIVERSAL = frozenset({"all", "every", "entire", "whole"})


@lru_cache(maxsize=8)
def _occurrences(domain: Domain) -> LemmaPatterns[str]:
    return LemmaPatterns(
        (pattern, name) for name, form in domain.occurrences.items() for pattern in form.patterns
    )


@lru_cache(maxsize=8)
def _poles(domain: Domain) -> PhraseIndex[tuple[str, str]]:
    return PhraseIndex(
        (word, (axis, pole))
        for axis, poles in domain.opposites.items()
        for pole, form in poles.items()
        for word in form.words
    )


@lru_cache(maxsize=8)
def _status_verbs(domain: Domain) -> dict[str, str]:
    return {verb: status for status, form in domain.progress.items() for verb in form.verbs}


@lru_cache(maxsize=8)
def _status_words(domain: Domain) -> PhraseIndex[str]:
    return PhraseIndex((word, status) for status, form in domain.progress.items() for word in form.words)


def fact_claims(scene: Scene) -> Iterator[Claim]:
    """The claims of a sentence about status, occurrences and manner."""
    yield from _occurrence_claims(scene)
    yield from _manner_claims(scene)
    yield from _status_claims(scene)


def _located(scene: Scene, claim: Claim, anchor: int, event: str | None = None) -> Claim:
    """The claim with its event, side and place."""
    sentence = scene.sentence
    first, last = clause_bounds(sentence, anchor)
    named = event or event_of(sentence, first, last, None, scene.domain)
    return replace(
        claim,
        event=EventReference(named) if named else None,
        actor=_side(sentence, first, last, anchor),
        place=place_of(sentence, first, last, anchor, scene.domain),
    )


def _side(sentence: Sentence, first: int, last: int, anchor: int) -> str | None:
    """Whose people or things the clause speaks of: the people named nearest before the anchor, else behind it."""
    found = [
        (at > anchor, abs(at - anchor), country)
        for at in range(first, last)
        if (country := gazetteer().people.get(sentence.lowers[at])) is not None and sentence.tags[at] in "EJN"
    ]
    return min(found)[2] if found else None


def _occurrence_claims(scene: Scene) -> Iterator[Claim]:
    seen: set[str] = set()
    for first, last, name in _occurrences(scene.domain).every(scene.sentence):
        if name in seen:
            continue
        seen.add(name)
        form = scene.domain.occurrences[name]
        content: dict[str, ContentValue] = {"occurrence": name}
        if form.evidence:
            content |= {
                "evidence": tuple(form.evidence),
                "scope": tuple(form.scope),
                "strength": form.strength,
            }
        if scene.read.part is not None:
            content["part"] = scene.read.part
        claim = scene.claim("occurrence", _around(scene.sentence, first, last), first)
        claim = replace(claim, content=MappingProxyType(content))
        if claim.polarity == "affirmed":
            verb = next((at for at in range(first, last) if scene.sentence.tags[at] in "VTG"), first)
            denied = _nobody_did(scene.sentence, verb)
            polarity: Polarity = "negated" if denied else polarity_of(scene.sentence, verb, first)
            claim = replace(claim, polarity=polarity)
        located = _located(scene, claim, first)
        bounds = clause_bounds(scene.sentence, first)
        located = replace(located, place=named_place(scene.sentence, *bounds, first, scene.domain))
        yield located if form.side == "named" else replace(located, actor=None)


def _nobody_did(sentence: Sentence, verb: int) -> bool:
    """Whether the subject right before a verb is nobody: "Nobody fired a shot"."""
    here = verb - 1
    while here >= 0 and sentence.tags[here] in "RXM":
        here -= 1
    words = (
        {sentence.lowers[here], " ".join(sentence.lowers[max(here - 1, 0) : here + 1])} if here >= 0 else ()
    )
    return not word_set("figures", "nobody").isdisjoint(words)


LONG_OPENING = 8
SHORT_OPENING = 3


def _around(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The clause around the tokens of a pattern; of a long opening only the words right before."""
    bounds = clause_bounds(sentence, first)
    start = min(bounds[0], first)
    if first - start > LONG_OPENING:
        start = first - SHORT_OPENING
    return start, max(bounds[1], last)


def _manner_claims(scene: Scene) -> Iterator[Claim]:
    seen: set[tuple[str, str]] = set()
    for first, last, (axis, pole) in _poles(scene.domain).every(scene.sentence.lowers):
        event = event_of(scene.sentence, 0, len(scene.sentence.tokens), None, scene.domain)
        if (axis, pole) in seen:
            continue
        seen.add((axis, pole))
        form = scene.domain.opposites[axis][pole]
        word = " ".join(scene.sentence.lowers[first:last])
        content: dict[str, ContentValue] = {"axis": axis, "pole": pole, "word": word}
        if form.evidence:
            content |= {"evidence": tuple(form.evidence), "scope": tuple(form.scope), "strength": "weak"}
        if scene.read.part is not None:
            content["part"] = scene.read.part
        bounds = clause_bounds(scene.sentence, first)
        claim = scene.claim("manner", (min(bounds[0], first), max(bounds[1], last)), first)
        without = scene.sentence.lowers[max(first - 1, 0)] in ("no", "without")
        polarity: Polarity = "negated" if without else polarity_of(scene.sentence, first, first)
        claim = replace(claim, content=MappingProxyType(content), polarity=polarity)
        yield _located(scene, claim, first, event)


def _status_claims(scene: Scene) -> Iterator[Claim]:
    found = {anchor: (status, event) for anchor, status, event in (*_by_words(scene), *_by_verb(scene))}
    whole = {anchor: ("completed", event) for anchor, event in _by_universal(scene)}
    for anchor, (status, event) in sorted({**found, **whole}.items()):
        form = scene.domain.progress[status]
        bounds = clause_bounds(scene.sentence, anchor)
        claim = scene.claim("status", bounds, anchor)
        content: dict[str, ContentValue] = {"status": status, "progress": form.share}
        if anchor in whole:
            content["extent"] = "all"
        if claim.polarity == "affirmed":
            claim = replace(claim, polarity=polarity_of(scene.sentence, anchor, anchor))
        yield _located(scene, replace(claim, content=MappingProxyType(content)), anchor, event)


def _by_verb(scene: Scene) -> Iterable[tuple[int, str, str]]:
    """ "completed the withdrawal", "the withdrawal was completed", "announced it was withdrawing"."""
    sentence, domain = scene.sentence, scene.domain
    table = _status_verbs(domain)
    words = lemmas(sentence)
    for at, base in enumerate(words):
        if sentence.tags[at] not in "VTG" or base not in table:
            continue
        event = _event_near(sentence, words, at, domain)
        if event is not None:
            yield at, table[base], event


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


def _by_words(scene: Scene) -> Iterable[tuple[int, str, str]]:
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


def _by_universal(scene: Scene) -> Iterable[tuple[int, str]]:
    """ "all forces had been transferred": done for all is done."""
    sentence, domain = scene.sentence, scene.domain
    if "completed" not in domain.progress or not UNIVERSAL.intersection(sentence.lowers):
        return
    words = lemmas(sentence)
    for at, base in enumerate(words):
        if sentence.tags[at] not in "VT" or base not in domain.event_verbs:
            continue
        first, _ = clause_bounds(sentence, at)
        perfect = any(sentence.tags[here] == "X" for here in range(max(first, at - 4), at))
        if perfect and any(sentence.lowers[here] in UNIVERSAL for here in range(first, at)):
            yield at, domain.event_verbs[base]


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


def main_event(claims: Sequence[Claim]) -> str | None:
    """The type of event that most claims of a document speak of; of equals the first by name."""
    counts = Counter(claim.event.type for claim in claims if claim.event is not None)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
