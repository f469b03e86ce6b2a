"""Who is said to have done it, and who denies it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.tables import english, word_set
from claimcheck.text.patterns import lemmas
from claimcheck.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class ResponsibilityMention:
    """A party that is said to have done a deed (`denied` False) or denies it, with the token of the verb."""

    at: int
    party: str
    denied: bool


@cache
def _set(key: str) -> frozenset[str]:
    return word_set("responsibility", key)


@cache
def _leaders() -> dict[str, str]:
    table = english("responsibility")["leaders"]
    return {str(name): country for country, names in table.items() for name in names}


def find_responsibility(sentence: Sentence) -> Iterator[ResponsibilityMention]:
    """The parties a sentence blames or lets deny, from left to right.

    >>> from claimcheck.text.sentences import split_sentences
    >>> def read(text):
    ...     return [(m.party, m.denied) for m in find_responsibility(split_sentences(text)[0])]
    >>> read("The Syrian regime has denied any responsibility for the attack.")
    [('syria', True)]
    >>> read("Paris blamed Syrian government forces for the massacre.")
    [('syria', False)]
    """
    bases = lemmas(sentence)
    for at, base in enumerate(bases):
        if base in _set("deny") and sentence.tags[at] in "VTG" and _denied_thing(sentence, at):
            party = _party_before(sentence, at)
            denied = True
        elif base in _set("blame") and sentence.tags[at] in "VTGI":
            party = _blamed(sentence, at)
            denied = False
        elif sentence.lowers[at] in _set("guilty") and _be_before(sentence, at):
            party = _party_before(sentence, at)
            denied = _negated(sentence, at)
        elif base == "claim" and sentence.tags[at] in "VT" and _claimed(sentence, at):
            party = (
                _party_before(sentence, at)
                if not _claimed_by(sentence, at)
                else _party(sentence, at + 2, at + 10)
            )
            denied = False
        else:
            continue
        if party is not None:
            yield ResponsibilityMention(at, party, denied)


def _denied_thing(sentence: Sentence, at: int) -> bool:
    return not _set("denied_things").isdisjoint(sentence.lowers[at + 1 : at + 5])


def _claimed(sentence: Sentence, at: int) -> bool:
    return _claimed_by(sentence, at) or not _set("claimed_things").isdisjoint(
        sentence.lowers[at + 1 : at + 4]
    )


def _claimed_by(sentence: Sentence, at: int) -> bool:
    return sentence.lowers[at + 1 : at + 2] == ("by",)


def _be_before(sentence: Sentence, at: int) -> bool:
    return any(lower in grammar().be for lower in sentence.lowers[max(0, at - 3) : at])


def _negated(sentence: Sentence, at: int) -> bool:
    return any(lower in grammar().negators for lower in sentence.lowers[max(0, at - 4) : at])


def _blamed(sentence: Sentence, at: int) -> str | None:
    """The object of "blame X for"; for "blamed the attack on X" what stands behind "on"."""
    end = min(at + 14, len(sentence.lowers))
    for here in range(at + 1, end):
        if sentence.lowers[here] == "on" and sentence.tags[here] == "P":
            return _party(sentence, here + 1, min(here + 7, len(sentence.lowers)))
        if sentence.lowers[here] in ("for", "of") or sentence.tags[here] in "VSW":
            return _party(sentence, at + 1, here)
    return _party(sentence, at + 1, end)


def _party_before(sentence: Sentence, at: int) -> str | None:
    """The party that the subject of a verb names."""
    first = at - 1
    while first > 0 and at - first < 14 and sentence.tags[first - 1] not in "SV" and sentence.lowers[first - 1] not in (
        ";", ":", "“", "”", '"', "that", "and", "but",
    ):  # fmt: skip
        first -= 1
    return _party(sentence, first, at)


def _party(sentence: Sentence, first: int, last: int) -> str | None:
    """The key of the party that tokens name: a country, else "government" or "rebels"."""
    table = gazetteer()
    country = role = None
    for at in range(first, min(last, len(sentence.lowers))):
        lower = sentence.lowers[at]
        found = (
            table.names.get(lower)
            or table.people.get(lower)
            or _leaders().get(lower)
            or table.seats.get(lower)
        )
        if found is None and lower.endswith("s"):
            found = table.names.get(lower[:-1])
        country = country or found
        if lower in _set("rebels"):
            role = "rebels"
        elif lower in _set("government") and role is None:
            role = "government"
    return "rebels" if role == "rebels" else country or role
