"""Claims that answer a question with one of several answers that exclude each other: caught or at large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from claimcheck.extract.scene import Scene
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.grammar import grammar
from claimcheck.model import Claim
from claimcheck.text.groups import clause_bounds
from claimcheck.text.patterns import LemmaPatterns
from claimcheck.text.sentences import Sentence

LONGEST_OPENING = 12
FURTHEST_NEGATOR = 6


@lru_cache(maxsize=8)
def _patterns(domain: Domain) -> LemmaPatterns[tuple[str, str]]:
    return LemmaPatterns(
        (pattern, (axis, value))
        for axis, form in domain.alternatives.items()
        for value, answer in form.values.items()
        for pattern in answer.patterns
    )


def alternative_claims(scene: Scene) -> Iterator[Claim]:
    """The claims of a sentence that answer a question of the lexicon, from left to right; denied ones are left out.

    Where two answers overlap the longer pattern holds: "not an accident" is no "an accident".
    """
    sentence = scene.sentence
    found = sorted(
        _patterns(scene.domain).every(sentence), key=lambda hit: (hit[2][0], hit[0] - hit[1], hit[0])
    )
    taken: list[tuple[str, int, int]] = []
    answered: set[tuple[str, str]] = set()
    for first, last, (axis, value) in found:
        if (axis, value) in answered or any(
            axis == other and first < end and begin < last for other, begin, end in taken
        ):
            continue
        taken.append((axis, first, last))
        if _denied(sentence, first):
            continue
        answered.add((axis, value))
        bounds = clause_bounds(sentence, first)
        start = max(min(bounds[0], first), first - LONGEST_OPENING)
        claim = scene.claim(scene.domain.alternatives[axis].kind, (start, max(bounds[1], last)), first)
        content = {"attribute": axis, "of": "event", "value": value}
        if scene.read.part is not None:
            content["part"] = scene.read.part
        yield replace(claim, polarity="affirmed", content=MappingProxyType(content))


def _denied(sentence: Sentence, at: int) -> bool:
    """Whether a negator stands before a token in its clause: "no suspects are in custody", "do not believe it was"."""
    first, _ = clause_bounds(sentence, at)
    before = sentence.lowers[max(first, at - FURTHEST_NEGATOR) : at]
    return any(lower in grammar().negators or lower in ("no", "none", "nobody") for lower in before)
