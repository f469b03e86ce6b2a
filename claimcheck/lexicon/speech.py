"""Verbs and nouns that signal who says something."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.tables import english, words


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Typed view of cues.yml; verbs are all forms mapped to their base."""

    verbs: dict[str, str]
    weak: frozenset[str]
    deny: frozenset[str]
    doubt: frozenset[str]
    report_nouns: frozenset[str]
    according: tuple[str, ...]
    source_nouns: frozenset[str]
    hearers: frozenset[str]
    titles: frozenset[str]
    back_references: frozenset[str]


@cache
def speech_words() -> SpeechWords:
    """The cue words of English.

    >>> speech_words().verbs["told"]
    'tell'
    """
    table = english("cues")
    bases = words(table, "assert")
    return SpeechWords(
        verbs={form: verb.base for form, verb in grammar().verbs.items() if verb.base in bases},
        weak=words(table, "weak"),
        deny=words(table, "deny"),
        doubt=words(table, "doubt"),
        report_nouns=words(table, "report_nouns"),
        according=tuple(table["according"]),
        source_nouns=words(table, "source_nouns"),
        hearers=words(table, "hearers"),
        titles=words(table, "titles"),
        back_references=words(table, "back_references"),
    )
