"""Words that can be verbs: which form they have in their context."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.lexicon.figures import figure_words, number_words
from claimcheck.lexicon.grammar import Grammar
from claimcheck.text.tokens import Token

BEFORE_NOUN = frozenset("DJQA")
SUBJECT = frozenset("NEO")


@cache
def number_class() -> frozenset[str]:
    """The words that are numbers."""
    table = number_words()
    return frozenset([*table.ones, *table.tens, *table.magnitudes, *table.bands])


def noun_may_follow(tokens: Sequence[Token], at: int, words: Grammar) -> bool:
    """The next word could be the noun that an adjective here stands before."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if following.kind != "word" or following.lower in ("'s",):
        return following.lower == "-" and at + 2 < len(tokens) and tokens[at + 2].kind == "word"
    return following.lower not in words.closed and following.lower not in number_class()


def participle_tag(tokens: Sequence[Token], tags: list[str], at: int) -> str:
    """The tag of a word in -ed that stands in no list."""
    before = tags[-1] if tags else ""
    if before in BEFORE_NOUN or (before == "R" and len(tags) > 1 and tags[-2] in BEFORE_NOUN):
        return "J"
    return "V" if before in SUBJECT or _auxiliary_before(tokens, tags) else "T"


def _plural_subject(tokens: Sequence[Token], at: int, next_tag: str, words: Grammar) -> bool:
    """Whether a noun in the plural before a verb that is a noun too is its subject: "15 people need help"."""
    subject = tokens[at - 1].lower
    plural = subject.endswith("s")
    if plural and next_tag in ("D", "O", "S"):
        return True
    people = subject in words.person_nouns and (plural or subject in figure_words().plurals)
    if (
        not people
        or at + 1 >= len(tokens)
        or tokens[at + 1].kind == "sign"
        or "base" not in words.verbs[tokens[at].lower].forms
    ):
        return False
    following = words.verbs.get(tokens[at + 1].lower)
    if following is not None and tokens[at + 1].lower not in words.also_nouns:
        return False
    return next_tag in ("D", "O", "S", "P", "R", "") and tokens[at + 1].lower != "of"


def _auxiliary_before(tokens: Sequence[Token], tags: list[str]) -> str:
    """The word of the nearest auxiliary or modal to the left with only adverbs between, or ""."""
    for back in range(len(tags) - 1, max(len(tags) - 5, -1), -1):
        if tags[back] in "XM":
            return tokens[back].lower
        if tags[back] != "R":
            return ""
    return ""


def verb_tag(tokens: Sequence[Token], tags: list[str], at: int, words: Grammar) -> str:
    """The tag of a word that can be a verb: finite, infinitive, participle, or the noun or adjective it also is."""
    lower = tokens[at].lower
    forms = words.verbs[lower].forms
    before = tags[-1] if tags else ""
    noun_too = (
        lower in words.also_nouns
        or (lower.endswith("s") and lower[:-1] in words.also_nouns)
        or (lower.endswith("es") and lower[:-2] in words.also_nouns)
    )
    helper = _auxiliary_before(tokens, tags)
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    next_tag = words.closed.get(following, "")
    if before == "Y":
        return "I"
    if "progressive" in forms:
        if helper:
            return "V"
        if before in ("D", "J", "A") and not (at + 1 < len(tokens) and next_tag in ("D", "O")):
            return "N"
        return "G"
    if helper and "participle" in forms:
        return "V"
    if helper and "base" in forms and helper not in words.be:
        return "V"
    if before in ("D", "J", "A", "Q") or (before == "P" and noun_too and "base" in forms):
        if "participle" in forms and "base" not in forms and not noun_too:
            return "J" if noun_may_follow(tokens, at, words) or lower in words.head_adjectives else "T"
        if noun_too or lower in words.person_nouns or lower in words.adjectives:
            if lower in words.adjectives and not noun_too:
                return "J"
            if "participle" in forms and before == "Q":
                # "12 wounded", "12 shot": the figure is the subject, but not of "one shot was fired"
                if next_tag == "X":
                    return "N"
                return "J" if lower in words.head_adjectives else "V"
            return "N"
        if before in ("D", "A"):
            return "J" if "participle" in forms else "N"
        return "V" if "past" in forms or "third" in forms else "N"
    if before in ("S", "W") and lower in words.head_adjectives and noun_may_follow(tokens, at, words):
        return "J"
    if "past" in forms and "base" not in forms:
        if before == "R" and len(tags) > 1 and tags[-2] in "DJ" and noun_may_follow(tokens, at, words):
            return "J"
        if before in SUBJECT or before in ("R", "W", "U", "C", "", "X", "T", "V"):
            if before == "V" or (before == "T"):
                return "T"
            return "V" if before != "U" or not tags else "T"
        return "T"
    if "third" in forms and noun_too:
        if (
            before in ("N", "E") and (next_tag in ("D", "P", "O", "S", "R", "M") and next_tag != "P")
        ) or before == "O":
            return "V"
        return "V" if before == "W" else "N"
    if "third" in forms:
        return "V"
    if "participle" in forms and "past" not in forms:
        return "T"
    if noun_too:
        if lower in words.unchanging_verbs and before in SUBJECT:
            return "V"
        if before == "O" or (before == "N" and _plural_subject(tokens, at, next_tag, words)):
            return "V"
        return "N"
    if lower in words.adjectives:
        return "J"
    return "V"
