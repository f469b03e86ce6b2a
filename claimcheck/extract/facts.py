"""Claims without a figure about what happened and in what manner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from claimcheck.extract.circumstances import event_of, named_place
from claimcheck.extract.scene import Scene
from claimcheck.extract.stance import polarity_of
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, ContentValue, Polarity
from claimcheck.text.groups import clause_bounds
from claimcheck.text.patterns import LemmaPatterns
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence


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


def fact_claims(scene: Scene) -> Iterator[Claim]:
    """The claims of a sentence about occurrences and manner."""
    yield from _occurrence_claims(scene)
    yield from _manner_claims(scene)


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
            denied = _nobody_did(scene.sentence, verb) or _none_of(scene.sentence, first)
            polarity: Polarity = "negated" if denied else polarity_of(scene.sentence, verb, first)
            claim = replace(claim, polarity=polarity)
        located = scene.located(claim, first)
        bounds = clause_bounds(scene.sentence, first)
        located = replace(located, place=named_place(scene.sentence, *bounds, first, scene.domain))
        yield located if form.side == "named" else replace(located, actor=None)


def _none_of(sentence: Sentence, first: int) -> bool:
    """Whether "no" stands before what a pattern begins with: "there is no suspect in custody"."""
    opening = sentence.lowers[first - 2 : first] if first > 1 else sentence.lowers[:first]
    return "no" in opening and "no" not in sentence.lowers[first : first + 1] and sentence.tags[first] in "NJ"


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
        yield scene.located(claim, first, event)


def main_event(claims: Sequence[Claim]) -> str | None:
    """The type of event that most claims of a document speak of; of equals the first by name."""
    counts = Counter(claim.event.type for claim in claims if claim.event is not None)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
