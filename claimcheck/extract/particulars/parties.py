"""The party that words name: a country's government, an armed group, or only "the government" or "rebels"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.tables import english, word_set
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

GOVERNMENT, REBELS = "government", "rebels"
LED = frozenset({"led"})


@cache
def _entries() -> tuple[tuple[str, str], ...]:
    """Every name and role of a party, with its key; roles give "government" or "rebels"."""
    table = gazetteer()
    entries: list[tuple[str, str]] = []
    for names in (table.names, table.people, table.seats):
        entries += names.items()
    for section in ("leaders", "groups"):
        entries += (
            (str(name), str(key))
            for key, names in english("responsibility")[section].items()
            for name in names
        )
    entries += ((word, GOVERNMENT) for word in word_set("responsibility", "government"))
    entries += ((word, REBELS) for word in word_set("responsibility", "rebels"))
    return tuple(entries)


@cache
def _names() -> PhraseIndex[str]:
    return PhraseIndex(_entries())


@cache
def _single_names() -> frozenset[str]:
    return frozenset(name for name, _ in _entries())


def party_among(lowers: Sequence[str]) -> str | None:
    """The party that lower-cased words name: an armed group, then rebels, then a country, then a government.

    >>> party_among("the syrian air force".split()), party_among("insurgents near aleppo".split())
    ('syria', 'rebels')
    """
    found = list(_parties(lowers))
    groups = [key for key in found if key in word_set("responsibility", "groups")]
    if groups:
        return groups[0]
    if REBELS in found:
        return REBELS
    return next((key for key in found if key != GOVERNMENT), GOVERNMENT if found else None)


def _parties(lowers: Sequence[str]) -> Iterator[str]:
    """The keys of parties in order; "rebel-held" and "government-controlled" name no actor, "US-led" does."""
    words = tuple(_singular(lower) for lower in lowers)
    for first, last, key in _names().every(words):
        behind = lowers[last : last + 2]
        if behind[:1] == ("-",) and not LED.issuperset(behind[1:]):
            continue
        if first and lowers[first - 1] == "against":
            continue
        yield key


def _singular(lower: str) -> str:
    """A word without the s of a possessive that lost its apostrophe: "assads", "damascuss"."""
    known = _single_names()
    return lower[:-1] if lower.endswith("s") and lower not in known and lower[:-1] in known else lower


def party_in(sentence: Sentence, first: int, last: int) -> str | None:
    """The key of the party that the tokens [first, last) name, or None."""
    return party_among(sentence.lowers[max(first, 0) : min(last, len(sentence.lowers))])
