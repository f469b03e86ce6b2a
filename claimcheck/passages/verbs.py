"""The verb of a sentence that seems to have none."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.lexicon.grammar import grammar
from claimcheck.text.sentences import Sentence

FINITE = frozenset("VXM")


def with_verb(sentence: Sentence) -> Sentence:
    """A sentence in which no verb was seen, with the first noun that can be one read as its verb: "Ada supports it".

    >>> from claimcheck.text.sentences import split_sentences
    >>> with_verb(split_sentences("Marsh supports global talks.")[0]).tags
    'EVJNU'
    """
    if not FINITE.isdisjoint(sentence.tags):
        return sentence
    for at, (lower, tag) in enumerate(zip(sentence.lowers, sentence.tags, strict=True)):
        verb = grammar().verbs.get(lower)
        inflected = verb is not None and not verb.forms <= {"base"}
        before = sentence.tags[at - 1] in "NER" or sentence.lowers[at - 1] == "longer"
        if at and tag == "N" and inflected and before:
            return replace(sentence, tags=f"{sentence.tags[:at]}V{sentence.tags[at + 1 :]}")
    return sentence
