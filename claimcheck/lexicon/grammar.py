"""Word classes: closed classes from lists, verbs with all their forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimcheck.lexicon.inflection import past, progressive, third_person
from claimcheck.lexicon.tables import english, words

VerbForm = Literal["base", "third", "past", "participle", "progressive"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: its base and which forms it can be."""

    base: str
    forms: frozenset[VerbForm]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Typed view of words.yml and verbs.yml."""

    closed: dict[str, str]
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    nouns_despite_ending: frozenset[str]
    verbs: dict[str, Verb]
    also_nouns: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    negators: frozenset[str]
    person_nouns: frozenset[str]
    head_adjectives: frozenset[str]
    unchanging_verbs: frozenset[str]
    adjectives_behind_article: frozenset[str]


CLASSES = (
    ("adverbs", "R"),
    ("prepositions", "P"),
    ("subordinators", "S"),
    ("wh_words", "W"),
    ("determiners", "D"),
    ("pronouns", "O"),
    ("coordinators", "C"),
    ("modals", "M"),
    ("do", "X"),
    ("have", "X"),
    ("be", "X"),
)
"""Later lists win where a word stands in several; the tagger settles the real cases in context."""


def _verb_forms(table: dict[str, list[str]], regular: list[str], doubling: frozenset[str]) -> dict[str, Verb]:
    forms: dict[str, dict[str, set[VerbForm]]] = {}

    def note(form: str, base: str, kind: VerbForm) -> None:
        forms.setdefault(form, {}).setdefault(base, set()).add(kind)

    for base in [*table, *(verb for verb in regular if verb not in table)]:
        preterite, participle = table.get(base) or (past(base, doubling), past(base, doubling))
        note(base, base, "base")
        note(third_person(base), base, "third")
        note(preterite, base, "past")
        note(participle, base, "participle")
        note(progressive(base, doubling), base, "progressive")
    # the form of a verb that is not its base wins: "found" is find, "left" is leave
    return {
        form: Verb(base, frozenset(kinds))
        for form, bases in forms.items()
        for base, kinds in [
            min(bases.items(), key=lambda item: ("base" in item[1] and len(bases) > 1, item[0]))
        ]
    }


@cache
def grammar() -> Grammar:
    """The word classes of English.

    >>> grammar().verbs["withdrew"].base
    'withdraw'
    """
    table, verb_table = english("words"), english("verbs")
    closed = {word: tag for key, tag in CLASSES for word in words(table, key)}
    doubling = words(verb_table, "doubling")
    return Grammar(
        closed=closed,
        adjectives=words(table, "adjectives"),
        adjective_endings=tuple(table["adjective_endings"]),
        nouns_despite_ending=words(table, "noun_despite_ending"),
        verbs=_verb_forms(dict(verb_table["irregular"]), list(verb_table["regular"]), doubling),
        also_nouns=words(verb_table, "also_nouns"),
        be=words(table, "be"),
        have=words(table, "have"),
        negators=words(table, "negators"),
        person_nouns=words(table, "person_nouns"),
        head_adjectives=words(table, "dead_heads"),
        unchanging_verbs=words(verb_table, "unchanging"),
        adjectives_behind_article=words(table, "adjectives_behind_article"),
    )
