"""The ages of a group ("six victims, ages 16 to 28"), and in what role a person of some age is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.tables import english, word_set
from claimcheck.text.sentences import Sentence
from claimcheck.text.tokens import Token

LONGEST_GAP = 12


@dataclass(frozen=True, slots=True)
class GroupAges:
    """The ages of all of a group at tokens [first, last): from the lowest to the highest, or each one."""

    first: int
    last: int
    role: str
    lowest: int
    highest: int
    each: tuple[int, ...]


@cache
def _decades() -> dict[str, int]:
    return {str(word): int(start) for word, start in english("persons")["decades"].items()}


@cache
def _roles() -> dict[str, frozenset[str]]:
    table = english("persons")["roles"]
    return {str(role): frozenset(str(word) for word in words) for role, words in table.items()}


def find_group_ages(sentence: Sentence) -> Iterator[GroupAges]:
    """The ages that a sentence gives for a whole group of victims or suspects.

    >>> from claimcheck.text.sentences import split_sentences
    >>> def read(text):
    ...     return [(g.role, g.lowest, g.highest, g.each) for g in find_group_ages(split_sentences(text)[0])]
    >>> read("All six victims are in their 20s or 30s, police said.")
    [('victim', 20, 39, ())]
    >>> read("Both suspects, ages 19 and 23, were arrested.")
    [('suspect', 19, 23, (19, 23))]
    >>> read("The five victims range in age from 16 to 28.")
    [('victim', 16, 28, ())]
    """
    lowers = sentence.lowers
    role = _group_role(sentence)
    if role is None or _of_a_part(sentence):
        return
    for at, lower in enumerate(lowers):
        if lower == "their" and at + 1 < len(lowers):
            found = _decades_behind(sentence, at + 1)
            if found is not None:
                lowest, highest, last = found
                yield GroupAges(at, last, role, lowest, highest, ())
                return
        one_of_two = lower == "age" and at > 0 and lowers[at - 1] == "one"
        if (
            lower in ("ages", "aged")
            or one_of_two
            or (lower == "age" and lowers[at + 1 : at + 2] == ("from",))
        ):
            ages, last, ranged = _numbers_behind(sentence, at + 1)
            if len(ages) > 1:
                each = () if ranged else tuple(sorted(ages))
                yield GroupAges(at, last, role, min(ages), max(ages), each)
                return


def _of_a_part(sentence: Sentence) -> bool:
    """Whether a word makes the group a part of another: "four others"; "the other" of two does not."""
    parts = word_set("persons", "part_of_group")
    return any(
        lower in parts and not (lower == "other" and sentence.lowers[max(0, at - 1)] == "the")
        for at, lower in enumerate(sentence.lowers)
    )


def _group_role(sentence: Sentence) -> str | None:
    """The role of the group that a sentence speaks of, by its plural noun, else by what became of it."""
    for role, nouns in _roles().items():
        if not nouns.isdisjoint(sentence.lowers):
            return role
    if word_set("persons", "groups").isdisjoint(sentence.lowers):
        return None
    return role_of_person(sentence, 0)


def _decades_behind(sentence: Sentence, at: int) -> tuple[int, int, int] | None:
    """ "early 30s", "20s or 30s": the lowest and the highest age, and where the words end."""
    half = sentence.lowers[at] if sentence.lowers[at] in ("early", "mid", "late") else ""
    here = at + bool(half)
    found: list[int] = []
    while here < len(sentence.lowers):
        lower = sentence.lowers[here]
        if lower in _decades():
            found.append(_decades()[lower])
        elif sentence.lowers[here + 1 : here + 2] == ("s",) and lower.isdigit() and int(lower) % 10 == 0:
            found.append(int(lower))
            here += 1
        elif lower not in ("or", "and", "to", "-") or not found:
            break
        here += 1
    if not found:
        return None
    lowest, highest = min(found), max(found) + 9
    if len(found) == 1 and half:
        lowest, highest = lowest + (5 if half == "late" else 0), highest - (4 if half == "early" else 0)
    return lowest, highest, here


def _numbers_behind(sentence: Sentence, at: int) -> tuple[list[int], int, bool]:
    """The ages in a row behind "ages", where they end, and whether they are the ends of a range."""
    ages: list[int] = []
    ranged = False
    here = last = at
    while here < min(len(sentence.tokens), at + LONGEST_GAP * 3) and here - last < LONGEST_GAP:
        token, lower = sentence.tokens[here], sentence.lowers[here]
        age = _age(token)
        if age is not None:
            months = sentence.lowers[here + 1 : here + 2] in (("months",), ("weeks",), ("days",))
            ages.append(0 if months else age)
            last = here + 1
        elif lower in ("to", "-", "–") and ages:
            ranged = True
        elif lower not in word_set("persons", "between_ages"):
            break
        here += 1
    return ages, last, ranged or "between" in sentence.lowers[max(0, at - 4) : at + 1]


def _age(token: Token) -> int | None:
    return (
        int(token.text) if token.kind == "number" and token.text.isdigit() and int(token.text) < 110 else None
    )


def role_of_person(sentence: Sentence, at: int) -> str | None:
    """In what role the person at a token is named: suspect, or victim; None where the sentence tells neither or both.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Police arrested Owen Price, 24, and charged him with murder.")[0]
    >>> role_of_person(sentence, 2)
    'suspect'
    """
    before = at - 2 if sentence.lowers[max(0, at - 1)] == "of" else at - 1
    if before >= 0 and sentence.lowers[before] in word_set("persons", "victim_verbs"):
        return "victim"
    if not word_set("persons", "charged").isdisjoint(sentence.lowers):
        return "suspect"
    suspect = not word_set("persons", "suspect_words").isdisjoint(sentence.lowers)
    victim = not word_set("persons", "victim_words").isdisjoint(sentence.lowers)
    if suspect == victim:
        return None
    return "suspect" if suspect else "victim"
