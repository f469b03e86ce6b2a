"""Every word and pattern of the shipped lexicon is found by the extractor in a sentence built around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from lexicon_sentences import (
    all_sentences,
    class_sentences,
    described_sentences,
    event_verb_sentences,
    head_sentences,
    occurrence_sentences,
    progress_verb_sentences,
    verb_sentences,
)
from rules_cases import shipped_lexicons

from claimcheck.align.scopes import scope_of
from claimcheck.engine.checks import ZeroVsEvidence
from claimcheck.engine.packs import load_rules
from claimcheck.extract.assemble import extract_claims
from claimcheck.lexicon.domain import shipped_domain
from claimcheck.model import Claim, Document

LEXICONS = shipped_lexicons()
DOMAIN = shipped_domain()
EVIDENCE_ASKED_FOR = {
    rule.form.check.evidence
    for rule in load_rules([], None).rules
    if isinstance(rule.form.check, ZeroVsEvidence)
}


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
    [(name, head) for lexicon in LEXICONS for name, form in lexicon.measures.items() for head in form.heads],
)
def test_the_noun_of_a_measure_is_found(name: str, head: str) -> None:
    assert found(head_sentences(head), lambda claim: claim.measure == name), f"“{head}” is not read as {name}"


@pytest.mark.parametrize(
    ("name", "verb", "undergone"),
    [
        (name, verb, undergone)
        for lexicon in LEXICONS
        for name, form in lexicon.measures.items()
        for undergone, verbs in ((True, form.undergone), (False, form.done))
        for verb in verbs
    ],
)
def test_the_verb_of_a_measure_is_found(name: str, verb: str, undergone: bool) -> None:
    sentences = verb_sentences(verb, DOMAIN.measures[name].counted, undergone=undergone)
    assert found(sentences, lambda claim: claim.measure == name), f"“{verb}” is not read as {name}"


@pytest.mark.parametrize(
    ("name", "verb"),
    [(name, verb) for lexicon in LEXICONS for name, form in lexicon.progress.items() for verb in form.verbs],
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
    ("name", "pattern"),
    [
        (name, pattern)
        for lexicon in LEXICONS
        for name, form in lexicon.progress.items()
        for pattern in form.patterns
    ],
)
def test_the_pattern_of_a_status_is_found(name: str, pattern: str) -> None:
    assert found(occurrence_sentences(pattern), lambda claim: claim.content.get("status") == name), (
        f"no sentence built of “{pattern}” is read as {name}"
    )


@pytest.mark.parametrize(
    ("name", "noun"),
    [(name, noun) for lexicon in LEXICONS for name, form in lexicon.events.items() for noun in form.nouns],
)
def test_the_noun_of_an_event_is_found(name: str, noun: str) -> None:
    sentences = [f"Officials said 12 people were hurt in the {noun}."]
    assert found(sentences, lambda claim: _type(claim) == name), f"“{noun}” is not read as {name}"


@pytest.mark.parametrize(
    ("name", "verb"),
    [(name, verb) for lexicon in LEXICONS for name, form in lexicon.events.items() for verb in form.verbs],
)
def test_the_verb_of_an_event_is_found(name: str, verb: str) -> None:
    assert found(event_verb_sentences(verb), lambda claim: _type(claim) == name), (
        f"“{verb}” is not read as {name}"
    )


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        (name, verb)
        for lexicon in LEXICONS
        for name, form in lexicon.events.items()
        for verb in form.verbs_of_all
    ],
)
def test_the_verb_of_all_is_found_where_its_event_is_named(name: str, verb: str) -> None:
    form = DOMAIN.events[name]
    sentences = all_sentences(verb, form.counted, form.nouns[0])
    assert found(sentences, lambda claim: _type(claim) == name and claim.content.get("verb") == verb)


@pytest.mark.parametrize(
    ("name", "noun"),
    [(name, noun) for lexicon in LEXICONS for name, nouns in lexicon.classes.items() for noun in nouns],
)
def test_the_noun_of_a_class_is_counted_with_it(name: str, noun: str) -> None:
    def fits(claim: Claim) -> bool:
        measure = DOMAIN.measures.get(claim.measure or "")
        return name in claim.content.get("scope", ()) or (measure is not None and measure.counted == name)

    assert found(class_sentences(noun, *verbs_counting(name)), fits), f"“{noun}” is not counted as {name}"


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        (name, noun)
        for lexicon in LEXICONS
        for name, nouns in lexicon.scopes.items()
        for noun in nouns
        if name != "generic"
    ],
)
def test_the_noun_of_a_scope_is_counted_in_it(name: str, noun: str) -> None:
    sentences = [
        f"The attack killed 12 {noun}.",
        f"The attack killed a {noun} and 12 {noun}s.",
        f"One {noun} was killed.",
    ]
    assert found(sentences, lambda claim: scope_of(claim, DOMAIN) == name), f"“{noun}” is not of scope {name}"


def verbs_counting(name: str) -> tuple[list[str], list[str]]:
    """The verbs of the measures that count a class: those that it undergoes, and those that it does."""
    forms = [form for lexicon in LEXICONS for form in lexicon.measures.values() if form.counted == name]
    return [verb for form in forms for verb in form.undergone], [verb for form in forms for verb in form.done]


def _type(claim: Claim) -> str | None:
    return claim.event.type if claim.event else None


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


@pytest.mark.parametrize(
    ("axis", "value", "pattern"),
    [
        (axis, value, pattern)
        for axis, form in DOMAIN.alternatives.items()
        for value, answer in form.values.items()
        for pattern in answer.patterns
    ],
)
def test_the_pattern_of_an_answer_is_found(axis: str, value: str, pattern: str) -> None:
    assert found(
        occurrence_sentences(pattern),
        lambda claim: (claim.content.get("attribute"), claim.content.get("value")) == (axis, value),
    ), f"no sentence built of “{pattern}” is read as {value}"


@pytest.mark.parametrize("name", sorted(DOMAIN.occurrences))
def test_nothing_is_evidence_that_no_rule_asks_for(name: str) -> None:
    assert set(DOMAIN.occurrences[name].evidence) <= EVIDENCE_ASKED_FOR
