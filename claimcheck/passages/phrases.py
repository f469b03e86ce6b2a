"""The noun phrases of a sentence: who and what it speaks of, and who owns them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.passages.likeness import FOLLOWING, sense_of
from claimcheck.passages.words import Word
from claimcheck.text.sentences import Sentence

INSIDE = frozenset("DJQNE")
SHORTEST_INITIAL = 2


@dataclass(frozen=True)
class Phrase:
    """The words of a noun phrase at tokens [first, last) of a sentence; `owner` is whose it is, in "Ada's boat"."""

    words: tuple[Word, ...]
    first: int
    last: int
    owner: Phrase | None = None

    @cached_property
    def names(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.kind == "name")

    @property
    def head(self) -> Word:
        return self.words[-1]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def within(self, start: int) -> Phrase:
        """The part of the phrase from its word `start` on."""
        return replace(self, words=self.words[start:], first=self.words[start].first, owner=None)


def noun_phrases(sentence: Sentence, words: Sequence[Word]) -> list[Phrase]:
    """The noun phrases of a sentence in order, each with its owner where one stands before it.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> found = split_sentences("Ada's brother, the pilot Lee Marsh, flew to Oslo.")
    >>> [phrase.text for phrase in noun_phrases(found[0], read_words(found))]
    ['Ada', 'brother', 'pilot Lee Marsh', 'Oslo']
    """
    starting = {word.first: word for word in words}
    found: list[Phrase] = []
    at, count = 0, len(sentence.tokens)
    while at < count:
        if not _inside(sentence, at, at):
            at += 1
            continue
        first = at
        at += 1
        while at < count and _inside(sentence, at, first) and not _anew(sentence, at):
            at += 1
        held = tuple(starting[place] for place in range(first, at) if place in starting)
        if held:
            owned = first > 0 and sentence.tags[first - 1] == "A" and found and found[-1].last == first - 1
            found.append(Phrase(held, first, at, found[-1] if owned else None))
    return found


def _inside(sentence: Sentence, at: int, first: int) -> bool:
    tag = sentence.tags[at]
    if tag in INSIDE:
        return True
    if sentence.tokens[at].text == "." and at > first:
        return len(sentence.tokens[at - 1].text) < SHORTEST_INITIAL
    if tag == "G":
        return at > first or sentence.tags[at + 1 : at + 2] in ("N", "")
    return tag == "R" and at > first and sentence.tags[at + 1 : at + 2] == "N"


def _anew(sentence: Sentence, at: int) -> bool:
    """Whether an article opens another phrase, unlike in "Elizabeth the Second"."""
    if sentence.tags[at] != "D" or sentence.tags[at - 1] == "D":
        return False
    behind = sentence.tokens[at + 1].text[:1] if at + 1 < len(sentence.tokens) else ""
    return not (sentence.tags[at - 1] == "E" and behind.isupper())


def one_thing(one: Phrase, two: Phrase) -> bool:
    """Whether two phrases can name one person or thing: names above all, heads where there are none.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> james, clark, jones = (noun_phrases(s, read_words([s]))[0]
    ...     for s in split_sentences("James Clark ran. Clark ran. James Jones ran."))
    >>> one_thing(james, clark), one_thing(james, jones)
    (True, False)
    """
    if one.names and two.names:
        short, long = sorted((_naming(one), _naming(two)), key=len)
        return all(any(sense_of(other, word) in FOLLOWING for other in long) for word in short)
    if one.names or two.names:
        return one.head.text.lower() == two.head.text.lower()
    return sense_of(one.head, two.head) in FOLLOWING or sense_of(two.head, one.head) in FOLLOWING


def _naming(phrase: Phrase) -> tuple[Word, ...]:
    """The names of a phrase without the nations among them, where there are others: "Russian Gazprom"."""
    told = gazetteer().people
    return tuple(word for word in phrase.names if word.text.lower() not in told) or phrase.names
