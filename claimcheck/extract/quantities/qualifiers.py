"""The words around a figure that make it a bound, an estimate or a change."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claimcheck.lexicon.figures import End, Hedge, hedges
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.tables import english, words
from claimcheck.model import Change, Interval, Value
from claimcheck.text.numerals import Numeral
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence


@cache
def _before() -> PhraseIndex[Hedge]:
    seen: dict[str, Hedge] = {}
    for hedge in hedges():
        for phrase in hedge.before:
            seen[phrase] = hedge  # the more telling list comes later in the table
    return PhraseIndex(seen.items())


@cache
def _after() -> PhraseIndex[Hedge]:
    return PhraseIndex((phrase, hedge) for hedge in hedges() for phrase in hedge.after)


def hedge_named(name: str) -> Hedge:
    """The hedge of that name in hedges.yml."""
    return next(hedge for hedge in hedges() if hedge.name == name)


def hedge_before(sentence: Sentence, at: int) -> tuple[Hedge, int] | None:
    """The qualifier that ends right before a token, and its first token.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Moscow pulled back more than 30,000 troops.")[0]
    >>> hedge_before(sentence, 5)[0].name
    'more_than'
    """
    first = at
    found: Hedge | None = None
    while first > 0:
        hit = _before().ending(sentence.lowers, first - 1)
        if hit is None or not _really(sentence, first - hit[0], first - 1):
            break
        first -= hit[0]
        if (
            found is None
            or found.name == "exact"
            or (
                hit[1].name in ("at_least", "at_most", "more_than", "less_than")
                and found.qualifier == "about"
            )
        ):
            found = hit[1]
    return None if found is None else (found, first)


def _really(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a word of the list is a qualifier here: not "the past 5 years", "turned over 5"."""
    lower = sentence.lowers[last]
    before = sentence.lowers[first - 1] if first else ""
    if lower in ("past", "over", "above", "under", "below", "beyond", "within", "near") and first == last:
        if lower == "past":
            return (
                before not in ("the", "these", "this", "'s", "his", "her", "their", "our")
                and sentence.tags[first - 1 : first] != "N"
            )
        if lower == "over" and before in ("all", "turned", "turn", "took", "take", "handed"):
            return False
    return lower != "as" or first != last or before not in ("such", "well")


def hedge_behind(sentence: Sentence, at: int) -> tuple[Hedge, int] | None:
    """The qualifier that starts at a token ("or more"), and the token behind it."""
    if at >= len(sentence.lowers):
        return None
    hit = _after().starting(sentence.lowers, at)
    if hit is None:
        return None
    if sentence.lowers[at] in (
        "maximum",
        "max",
        "tops",
        "odd",
        "approximately",
        "flat",
        "altogether",
        "minimum",
        "plus",
        "ish",
    ) and sentence.tags[at + 1 : at + 2] in ("N", "J", "Q", "E"):
        return None
    return hit[1], at + hit[0]


def _end_of(end: End, value: Decimal) -> Decimal | None:
    if end.factor is None:
        return None
    return end.factor * value


def interval_for(hedge: Hedge, low: Decimal, high: Decimal) -> tuple[Interval, Interval]:
    """The hard and the soft range of a figure (or of a range or band low to high) under a hedge.

    >>> hard, soft = interval_for(hedge_named("about"), Decimal(20000), Decimal(20000))
    >>> hard.describe(), soft.describe()
    ('16,000 to 24,000', '18,000 to 22,000')
    """
    down, up = hedge.hard
    hard = Interval(
        _end_of(down, low),
        _end_of(up, high),
        down.closed and down.factor is not None,
        up.closed and up.factor is not None,
    )
    soft = Interval(_end_of(hedge.soft[0], low), _end_of(hedge.soft[1], high))
    return hard, soft


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Typed view of changes.yml: every form of the words that say a figure moved."""

    verbs: dict[str, Change]
    adverbs: dict[str, Change]
    nouns: dict[str, Change]
    behind: dict[str, Change]


@cache
def change_words() -> ChangeWords:
    """The words of change with their direction."""
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
    return ChangeWords(verbs, adverbs, nouns, behind)


def change_of(sentence: Sentence, first: int, last: int, *, measured: bool) -> Change | None:
    """Which way the figure at tokens [first, last) says something moved, or None for a level.

    `measured` says that the figure has a unit (percent, money, points): only such a figure can be a
    change behind a bare verb ("rose 5 %", but "lost three soldiers" is a count).
    """
    lowers, table = sentence.lowers, change_words()
    here = first - 1
    if here >= 0 and lowers[here] == "by":
        here -= 1
    while here >= 0 and sentence.tags[here] == "R" and lowers[here] not in table.adverbs:
        here -= 1
    if here >= 0 and (measured or lowers[first - 1] == "by"):
        word = lowers[here]
        if word in table.adverbs:
            return table.adverbs[word]
        if word in table.verbs and sentence.tags[here] in "VGTIN":
            return table.verbs[word]
        if lowers[first - 1] in ("of", "by") and word != "by":
            noun = lowers[first - 2] if lowers[first - 1] == "of" and first >= 2 else word
            if noun in table.nouns:
                return table.nouns[noun]
    if measured and last < len(lowers):
        if lowers[last] in table.behind and sentence.tags[last : last + 1] not in ("U",):
            return table.behind[lowers[last]]
        for here in range(last, min(last + 3, len(lowers))):
            if lowers[here] in table.nouns and lowers[here] not in ("loss", "fall", "cut", "gain"):
                return table.nouns[lowers[here]]
            if sentence.tags[here] not in "JN":
                break
    return None


def value_of(numeral: Numeral) -> Value:
    """The stated value of a number phrase; None for a vague band."""
    return None if numeral.form == "band" else numeral.low
