"""Noun groups and clauses over tagged sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.speech import speech_words
from claimcheck.lexicon.tables import english, words
from claimcheck.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class NounGroup:
    """A noun with what stands before it: tokens [first, last), the head being the last noun."""

    first: int
    last: int
    head: int


@cache
def _timely() -> frozenset[str]:
    table = english("calendar")
    return frozenset([*table["weekdays"], *table["months"]]) - words(english("calendar"), "weak_months")


def noun_group(sentence: Sentence, at: int) -> NounGroup | None:
    """The noun group that starts at a token (behind a figure or a determiner), or None.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Some 20,000 Russian troops had been stationed there.")[0]
    >>> group = noun_group(sentence, 2)
    >>> sentence.lowers[group.head]
    'troops'
    """
    tags, lowers = sentence.tags, sentence.lowers
    count = len(tags)
    head = -1
    here = at
    while here < count:
        kind = tags[here]
        if kind == "N":
            head = here
        elif kind == "E":
            if lowers[here] in _timely() or (head >= 0 and tags[head] == "N"):
                break
            if head < 0 or tags[head] == "E":
                head = here
        elif kind in "JTG":
            if head >= 0 and tags[head] == "N":
                break
            if kind != "J" and not _leads_to_noun(sentence, here):
                break
            if kind == "J" and _names_people(lowers[here]) and not _leads_to_noun(sentence, here):
                head = here
        elif kind == "R":
            if head >= 0 or not _leads_to_noun(sentence, here):
                break
        elif kind == "O":
            if head < 0 and lowers[here] in ("others", "them", "us", "those", "these"):
                head = here
                here += 1
            break
        elif kind == "A":
            if head < 0:
                break
        elif (
            lowers[here] == "-"
            and here > at
            and here + 1 < count
            and _tight(sentence, here)
            and tags[here + 1] in "NEJTGP"
        ) or (kind == "D" and lowers[here] in ("other", "more", "such", "many") and head < 0):
            pass
        else:
            break
        here += 1
    if head < 0:
        return None
    return NounGroup(at, head + 1, head)


def _names_people(lower: str) -> bool:
    """An adjective that can stand for people: "12 wounded", "one civilian"."""
    return lower in grammar().head_adjectives or lower in grammar().person_nouns


def _tight(sentence: Sentence, at: int) -> bool:
    tokens = sentence.tokens
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _leads_to_noun(sentence: Sentence, at: int) -> bool:
    """Whether a noun follows behind more words that can stand before one."""
    for kind in sentence.tags[at + 1 : at + 5]:
        if kind in "NE":
            return True
        if kind not in "JTGR":
            return False
    return False


CLAUSE_SIGNS = frozenset(';:—–“”"()')
"""Signs that close a clause; a comma does only before a new verb."""


OPENING_QUOTES = frozenset({"“", '"'})


def clause_bounds(sentence: Sentence, at: int) -> tuple[int, int]:
    """Tokens [first, last) of the clause around a token.

    A clause ends at a semicolon, colon, dash, quotation mark or bracket, before a subordinator or a
    relative word, and at a comma or "and" behind which a clause with its own verb follows.
    """
    first = at
    while first > 0 and not _boundary(sentence, first - 1):
        first -= 1
    last = at + 1
    count = len(sentence.tags)
    while last < count and not _boundary(sentence, last):
        last += 1
    return first, last


def _boundary(sentence: Sentence, at: int) -> bool:
    kind, lower = sentence.tags[at], sentence.lowers[at]
    if kind == "U":
        if lower in CLAUSE_SIGNS or (lower == "--"):
            return True
        return lower == "," and _new_verb_behind(sentence, at)
    if kind == "S" or (kind == "W" and lower != "that"):
        return True
    if kind != "C" or lower not in ("and", "but", "or") or not _new_verb_behind(sentence, at):
        return False
    return not _joins_subjects(sentence, at)


def _joins_subjects(sentence: Sentence, at: int) -> bool:
    """Whether "and" stands between two subjects of one verb: "all forces and equipment had left"."""
    if sentence.tags[at + 1] in "VXMGO":
        return False
    for here in range(at - 1, max(at - 9, -1), -1):
        kind = sentence.tags[here]
        if kind in "VG":
            return sentence.lowers[here] in speech_words().verbs
        if kind == "X" and "there" in sentence.lowers[max(0, here - 2) : here]:
            return not _finite_behind(sentence, at)
        if sentence.lowers[here] in OPENING_QUOTES and here < at - 1:
            return True
        if kind in "USWXMT":
            return False
    return True


def _finite_behind(sentence: Sentence, at: int) -> bool:
    """Whether the first verb behind is a modal or an auxiliary: "there were 20 dead and the toll could rise"."""
    behind = (kind for kind in sentence.tags[at + 1 : at + 9] if kind in "VXMG")
    return next(behind, "") in ("X", "M")


def _new_verb_behind(sentence: Sentence, at: int) -> bool:
    """Whether a verb follows before the next comma or conjunction, behind at most a few words."""
    for here in range(at + 1, min(at + 9, len(sentence.tags))):
        kind = sentence.tags[here]
        if kind in "VXMG":
            return True
        if kind in "USWP" or (kind == "C"):
            return False
    return False
