"""Every word and pattern of the shipped lexicon is found by the extractor in a sentence built around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from _pytest.mark import ParameterSet
from lexicon_sentences import (
    described_sentences,
    head_sentences,
    occurrence_sentences,
    progress_verb_sentences,
    verb_sentences,
)
from rules_cases import shipped_lexicons

from claimcheck.engine.checks import ZeroVsEvidence
from claimcheck.engine.packs import load_rules
from claimcheck.extract.assemble import extract_claims
from claimcheck.lexicon.domain import shipped_domain
from claimcheck.model import Claim, Document

DOMAIN = shipped_domain()
LEXICONS = shipped_lexicons()
EVIDENCE_ASKED_FOR = {
    rule.form.check.evidence
    for rule in load_rules([], None).rules
    if isinstance(rule.form.check, ZeroVsEvidence)
}

GAPS: dict[object, str] = {
    "prisoner of war": "a head of three words",
    "prisoners of war": "a head of three words",
    "lose life": "a verb with its object: lost their lives",
    "suffer injury": "a verb with its object: suffered injuries",
    "be missing": "read as the verb to miss",
    "be unaccounted": "read as a verb without a form of be",
    "bring home": "home is no particle of the governing verb",
    "go on": "a status verb of two words",
    "wrap up": "a status verb of two words",
    ("shot", "gun down"): "deaths has the verb too and comes first",
    ("troops_stationed", "remain"): "remaining has the verb too and comes first",
}
"""What the extractor does not reach yet, and why."""


def _gaps(cases: Iterable[tuple[str | bool, ...]]) -> list[ParameterSet]:
    """The cases, those that are not reached yet marked as expected to fail."""
    marked = []
    for case in cases:
        why = GAPS.get(case[1]) or GAPS.get((case[0], case[1]))
        marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
        marked.append(pytest.param(*case, marks=marks))
    return marked


def found(sentences: Iterable[str], fits: Callable[[Claim], bool]) -> str | None:
    """The first of the sentences in which the extractor finds a claim that fits."""
    return next(
        (
            sentence
            for sentence in sentences
            if any(fits(claim) for claim in extract_claims(Document("d", "s", sentence), DOMAIN))
        ),
        None,
    )


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        (name, pattern)
        for lexicon in LEXICONS
        for name, form in lexicon.occurrences.items()
        for pattern in form.patterns
    ],
)
def test_the_pattern_of_an_occurrence_is_found(name: str, pattern: str) -> None:
    assert found(occurrence_sentences(pattern), lambda claim: claim.content.get("occurrence") == name), (
        f"no sentence built of “{pattern}” is read as {name}"
    )


@pytest.mark.parametrize(
    ("name", "head"),
    _gaps(
        (name, head) for lexicon in LEXICONS for name, form in lexicon.measures.items() for head in form.heads
    ),
)
def test_the_noun_of_a_measure_is_found(name: str, head: str) -> None:
    assert found(head_sentences(head), lambda claim: claim.measure == name), f"“{head}” is not read as {name}"


@pytest.mark.parametrize(
    ("name", "verb", "undergone"),
    _gaps(
        (name, verb, undergone)
        for lexicon in LEXICONS
        for name, form in lexicon.measures.items()
        for undergone, verbs in ((True, form.undergone), (False, form.done))
        for verb in verbs
    ),
)
def test_the_verb_of_a_measure_is_found(name: str, verb: str, undergone: bool) -> None:
    sentences = verb_sentences(verb, DOMAIN.measures[name].counted, undergone=undergone)
    assert found(sentences, lambda claim: claim.measure == name), f"“{verb}” is not read as {name}"


@pytest.mark.parametrize(
    ("name", "verb"),
    _gaps(
        (name, verb) for lexicon in LEXICONS for name, form in lexicon.progress.items() for verb in form.verbs
    ),
)
def test_the_verb_of_a_status_is_found(name: str, verb: str) -> None:
    assert found(progress_verb_sentences(verb), lambda claim: claim.content.get("status") == name), (
        f"“{verb}” is not read as {name}"
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (name, words)
        for lexicon in LEXICONS
        for name, form in lexicon.progress.items()
        for words in form.words
    ],
)
def test_the_words_of_a_status_are_found(name: str, words: str) -> None:
    assert found(described_sentences(words), lambda claim: claim.content.get("status") == name), (
        f"“{words}” is not read as {name}"
    )


@pytest.mark.parametrize(
    ("axis", "pole", "words"),
    [
        (axis, pole, words)
        for lexicon in LEXICONS
        for axis, poles in lexicon.opposites.items()
        for pole, form in poles.items()
        for words in form.words
    ],
)
def test_the_words_of_a_pole_are_found(axis: str, pole: str, words: str) -> None:
    assert found(
        described_sentences(words),
        lambda claim: (claim.content.get("axis"), claim.content.get("pole")) == (axis, pole),
    ), f"“{words}” is not read as {pole}"


@pytest.mark.parametrize("name", sorted(DOMAIN.occurrences))
def test_nothing_is_evidence_that_no_rule_asks_for(name: str) -> None:
    assert set(DOMAIN.occurrences[name].evidence) <= EVIDENCE_ASKED_FOR
