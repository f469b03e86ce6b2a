"""Claims that answer a question with one of several answers that exclude each other: caught or at large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from claimcheck.extract.circumstances import named_place
from claimcheck.extract.scene import Scene
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.grammar import grammar
from claimcheck.model import Claim
from claimcheck.text.groups import clause_bounds
from claimcheck.text.patterns import LemmaPatterns
from claimcheck.text.sentences import Sentence

LONGEST_OPENING = 12
FURTHEST_NEGATOR = 6
PROGNOSIS = frozenset({"expect", "expects", "expected"})
NOBODY = frozenset({"no", "none", "nobody"})


@lru_cache(maxsize=8)
def _patterns(domain: Domain) -> LemmaPatterns[tuple[str, str, bool]]:
    """The patterns with their question and answer, and whether they deny something themselves."""
    return LemmaPatterns(
        (pattern, (axis, value, _is_negated(pattern)))
        for axis, form in domain.alternatives.items()
        for value, answer in form.values.items()
        for pattern in answer.patterns
    )


def _is_negated(pattern: str) -> bool:
    words = pattern.split()
    return any(word in grammar().negators or word in NOBODY or word.endswith("n't") for word in words)


def alternative_claims(scene: Scene) -> Iterator[Claim]:
    """The claims of a sentence that answer a question of the lexicon, from left to right; denied ones are left out.

    Where two answers overlap the longer pattern holds, and of two equally long ones the negated: "not an
    accident" is no "an accident".
    """
    sentence = scene.sentence
    found = sorted(
        _patterns(scene.domain).every(sentence),
        key=lambda hit: (hit[2][0], hit[0] - hit[1], hit[0], not hit[2][2]),
    )
    taken: list[tuple[str, int, int]] = []
    answered: set[tuple[str, str]] = set()
    for first, last, (axis, value, denies) in found:
        if (axis, value) in answered or any(
            axis == other and first < end and begin < last for other, begin, end in taken
        ):
            continue
        taken.append((axis, first, last))
        # "ceasefires have not held" is no "ceasefire ... hold"
        if _denied(sentence, first) or (not denies and _negator_in(sentence, first, last)):
            continue
        answered.add((axis, value))
        bounds = clause_bounds(sentence, first)
        start = max(min(bounds[0], first), first - LONGEST_OPENING)
        claim = scene.claim(scene.domain.alternatives[axis].kind, (start, max(bounds[1], last)), first)
        content = {"attribute": axis, "of": "event", "value": value}
        if scene.read.part is not None:
            content["part"] = scene.read.part
        if claim.factuality == "planned" and not PROGNOSIS.isdisjoint(sentence.lowers[first:last]):
            # "are expected to survive" is what doctors say today
            claim = replace(claim, factuality="asserted")
        place = named_place(sentence, bounds[0], bounds[1], first, scene.domain)
        yield replace(claim, polarity="affirmed", place=place, content=MappingProxyType(content))


def _negator_in(sentence: Sentence, first: int, last: int) -> bool:
    return not grammar().negators.isdisjoint(sentence.lowers[first:last])


def _denied(sentence: Sentence, at: int) -> bool:
    """Whether a negator stands before a token in its clause: "no suspects are in custody", "do not believe it was"."""
    first, _ = clause_bounds(sentence, at)
    before = sentence.lowers[max(first, at - FURTHEST_NEGATOR) : at]
    return any(lower in grammar().negators or lower in NOBODY for lower in before)
