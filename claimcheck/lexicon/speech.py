"""Verbs, nouns and phrases that signal who says something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.tables import english, words


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Typed view of cues.yml, whose comments say what each list is for; verbs are all forms mapped to their base."""

    verbs: Mapping[str, str]
    triggers: frozenset[str]
    according: tuple[str, ...]
    frames: Mapping[str, frozenset[str]]
    opening: Mapping[str, frozenset[str]]
    weak: frozenset[str]
    deny: frozenset[str]
    doubt: frozenset[str]
    report_nouns: frozenset[str]
    source_nouns: frozenset[str]
    hearers: frozenset[str]
    titles: frozenset[str]
    objects: frozenset[str]
    infinitives: frozenset[str]
    hearing: frozenset[str]
    inverting: frozenset[str]
    plain: frozenset[str]
    speaking: frozenset[str]
    written: frozenset[str]
    showing: frozenset[str]
    passives: frozenset[str]
    attributive: frozenset[str]
    quoting: frozenset[str]
    inner: frozenset[str]
    spoken_nouns: frozenset[str]
    promises: frozenset[str]
    measures: frozenset[str]
    plans: frozenset[str]
    documents: frozenset[str]
    researchers: frozenset[str]
    media: frozenset[str]
    knowing: frozenset[str]
    unsaid: frozenset[str]
    taking: frozenset[str]
    near: frozenset[str]
    mute: frozenset[str]
    labels: frozenset[str]
    lone: frozenset[str]
    time_nouns: frozenset[str]
    attaching: frozenset[str]
    envoys: frozenset[str]
    occasions: frozenset[str]
    settings: frozenset[str]
    narrating: frozenset[str]
    turning: frozenset[str]
    joining: frozenset[str]
    money: frozenset[str]
    bodies: frozenset[str]
    body_references: frozenset[str]


READ_APART = frozenset({"verbs", "triggers", "according", "frames", "opening"})


@cache
def speech_words() -> SpeechWords:
    """The cue words of English.

    >>> speech_words().verbs["told"]
    'tell'
    """
    table = english("cues")
    bases = words(table, "assert")
    verbs = {form: verb.base for form, verb in grammar().verbs.items() if verb.base in bases}
    according = tuple(table["according"])
    opening = _lists(table["opening"])
    participles = {f for f, v in grammar().verbs.items() if v.base in words(table, "attributive")}
    return SpeechWords(
        verbs=verbs,
        triggers=frozenset(
            {*verbs, *(phrase.split()[0] for phrase in according), *opening, "by", *participles}
            | words(table, "spoken_nouns")
            | words(table, "report_nouns")
        ),
        according=according,
        frames=_lists(table["frames"]),
        opening=opening,
        **{item.name: words(table, item.name) for item in fields(SpeechWords) if item.name not in READ_APART},
    )


def _lists(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {str(key): frozenset(map(str, listed)) for key, listed in table.items()}
