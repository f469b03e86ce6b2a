"""Who made, found or wrote what is made, found or written once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.relations import relations
from claimcheck.passages.links import Reading, objects_of, readings, subjects_of
from claimcheck.passages.phrases import Phrase, one_thing
from claimcheck.passages.words import Word
from claimcheck.text.sentences import Sentence

JOINING = frozenset({",", "and", "&"})


@dataclass(frozen=True, slots=True)
class _Making:
    deed: Word
    thing: Phrase
    makers: tuple[Phrase, ...]

    def wording(self) -> str:
        return f"“{self.deed.text}” of “{self.thing.text}”: " + " and ".join(
            f"“{maker.text}”" for maker in self.makers
        )


def made_by_others(
    first: Sequence[Sentence], left: Sequence[Word], second: Sequence[Sentence], right: Sequence[Word]
) -> str | None:
    """Why two passages name different makers of one thing, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = map(split_sentences, ("The Orlo Psalms were composed by Ada Byte.",
    ...     "Lee Marsh composed the Orlo Psalms."))
    >>> made_by_others(one, read_words(one), two, read_words(two))
    'a names for “composed” of “Orlo Psalms”: “Ada Byte”; b for “composed” of “Orlo Psalms”: “Lee Marsh”'
    """
    told = list(_makings(first, left))
    for said in _makings(second, right):
        rivals = [
            one
            for one in told
            if one.deed.key == said.deed.key and one_thing(one.thing, said.thing) and one.thing.names
        ]
        if rivals and not any(one_thing(a, b) for one in rivals for a in one.makers for b in said.makers):
            return f"a names for {rivals[0].wording()}; b for {said.wording()}"
    return None


def _makings(sentences: Sequence[Sentence], words: Sequence[Word]) -> Iterator[_Making]:
    for reading in readings(sentences, words):
        for word in reading.words:
            if (
                word.key not in relations().done_once
                or reading.tag(word.first) not in "VT"
                or reading.denied(word.first)
            ):
                continue
            passive = reading.token(word.first - 1) in grammar().be or reading.token(word.first + 1) == "by"
            subjects, objects = subjects_of(reading, word.first), objects_of(reading, word, by=passive)
            things, makers = (subjects, objects) if passive else (objects, subjects)
            named = tuple(_joined(reading, makers[0])) if makers else ()
            if things and named and all(maker.names for maker in named):
                yield _Making(word, things[0], named)


def _joined(reading: Reading, phrase: Phrase) -> Iterator[Phrase]:
    """A phrase and those joined to it: "by Ada Byte and Lee Marsh"."""
    yield phrase
    last = phrase.last
    for other in reading.phrases:
        between = {reading.token(here) for here in range(last, other.first)}
        if other.first >= last and between and between <= JOINING:
            yield other
            last = other.last
