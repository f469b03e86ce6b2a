"""Whether a figure says how far something moved ("rose 5 %") rather than where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.tables import english, words
from claimcheck.model import Change
from claimcheck.text.sentences import Sentence

REACH = 9
"""How many tokens may stand between a verb of change and the "by" of its figure."""


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Typed view of changes.yml: every form of the words that say a figure moved."""

    verbs: dict[str, Change]
    adverbs: dict[str, Change]
    nouns: dict[str, Change]
    behind: dict[str, Change]
    level_nouns: frozenset[str]
    moves: frozenset[str]
    money_verbs: frozenset[str]


@cache
def change_words() -> ChangeWords:
    """The words of change with their direction.

    >>> change_words().verbs["fell"], change_words().adverbs["up"]
    ('down', 'up')
    """
    table = english("changes")
    verbs: dict[str, Change] = {}
    adverbs: dict[str, Change] = {}
    nouns: dict[str, Change] = {}
    behind: dict[str, Change] = {}
    directions: tuple[Change, Change] = ("up", "down")
    for direction in directions:
        bases = words(table[direction], "verbs")
        verbs.update({form: direction for form, verb in grammar().verbs.items() if verb.base in bases})
        adverbs.update(dict.fromkeys(words(table[direction], "adverbs"), direction))
        nouns.update(dict.fromkeys(words(table[direction], "nouns"), direction))
        behind.update(dict.fromkeys(words(table[direction], "behind"), direction))
    moves, money = (_forms(words(table, key)) for key in ("moves", "money_verbs"))
    return ChangeWords(verbs, adverbs, nouns, behind, words(table, "level_nouns"), moves, money)


def _forms(bases: frozenset[str]) -> frozenset[str]:
    return frozenset(form for form, verb in grammar().verbs.items() if verb.base in bases)


def change_of(
    sentence: Sentence, first: int, last: int, *, measured: bool, share: bool, money: bool = False
) -> Change | None:
    """Which way the figure at tokens [first, last) says something moved, or None for a level.

    `measured` says that the figure has a unit (percent, money, points): only such a figure can be a
    change behind a bare verb ("rose 5 %", but "lost three soldiers" is a count).

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The bank lifted its main rate by 2 percent.")[0]
    >>> change_of(sentence, 7, 9, measured=True, share=True)
    'up'
    """
    by = first > 0 and sentence.lowers[first - 1] == "by"
    found = _before(sentence, first - 1 - by, by=by, money=money) if measured or by else None
    if found is None and by:
        found = _verb_far_before(sentence, first - 2)
    if found is None and (measured or by):
        found = _noun_before(sentence, first, by=by)
    return found or (_behind(sentence, last, share=share) if measured else None)


def _before(sentence: Sentence, here: int, *, by: bool, money: bool) -> Change | None:
    """The verb or adverb of change right before a figure, adverbs between them aside."""
    table, lowers = change_words(), sentence.lowers
    while here >= 0 and sentence.tags[here] == "R" and lowers[here] not in table.adverbs:
        here -= 1
    if here < 0:
        return None
    word = lowers[here]
    if word in table.adverbs:
        graded = word in table.behind and here > 0 and sentence.tags[here - 1] in "DAJ"
        return None if graded else table.adverbs[word]  # "the lower 95 percent" is a group
    if word in table.verbs and sentence.tags[here] in ("VGTIN" if not by else "VGTINJ"):
        return None if not by and money and word in table.money_verbs else table.verbs[word]
    return None


def _verb_far_before(sentence: Sentence, here: int) -> Change | None:
    """The verb of "by 2 points" with its object between: "lifted its main rate by"."""
    for at in range(here, max(here - REACH, -1), -1):
        if sentence.tags[at] in "VGTI":
            return change_words().verbs.get(sentence.lowers[at])
        if sentence.tags[at] in "USWXMY":
            return None
    return None


def _noun_before(sentence: Sentence, first: int, *, by: bool) -> Change | None:
    """ "a rise of 5 percent", "an increase by 3": a loss of money is a level."""
    table, lowers = change_words(), sentence.lowers
    if first < 2 or not (by or lowers[first - 1] == "of"):
        return None
    noun = lowers[first - 2]
    return None if noun in table.level_nouns else table.nouns.get(noun)


def _behind(sentence: Sentence, last: int, *, share: bool) -> Change | None:
    """ "8 percent lower", "a 3 percent pay rise"; a length "less than" another is a comparison."""
    table, lowers = change_words(), sentence.lowers
    if last >= len(lowers):
        return None
    if lowers[last] in table.behind and sentence.tags[last] != "U":
        return table.behind[lowers[last]] if share or lowers[last + 1 : last + 2] != ("than",) else None
    for here in range(last, min(last + 3, len(lowers))):
        if lowers[here] in table.nouns and lowers[here] not in table.level_nouns:
            return table.nouns[lowers[here]]
        if sentence.tags[here] not in "JN":
            break
    return None
