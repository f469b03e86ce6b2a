"""Who holds a post at a time, and as what somebody works: of each there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.relations import relations
from claimcheck.passages.dates import find_days
from claimcheck.passages.likeness import FOLLOWING, sense_of
from claimcheck.passages.phrases import Phrase, noun_phrases, one_thing
from claimcheck.passages.words import Word
from claimcheck.text.sentences import Sentence

YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")
MOST_HOLDERS = 3


@dataclass(frozen=True, slots=True)
class Post:
    """A post, of what it is, who holds it, and the years that the sentence tells, first and last."""

    word: Word
    body: Phrase
    holders: tuple[Phrase, ...]
    years: tuple[int, int]


def held_by_others(
    first: Sequence[Sentence], left: Sequence[Word], second: Sequence[Sentence], right: Sequence[Word]
) -> str | None:
    """Why two passages give one post at one time to different people, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = map(split_sentences, ("The coach of Velm Rovers from 2014 to 2018 was Lee Marsh.",
    ...     "In 2017 the coach of Velm Rovers was Max Orlo."))
    >>> held_by_others(one, read_words(one), two, read_words(two))
    'a says the coach of Velm Rovers was “Lee Marsh” (2014 to 2018), b says “Max Orlo” (2017)'
    """
    for one in _posts(first, left):
        for two in _posts(second, right):
            meet = one.years[0] <= two.years[1] and two.years[0] <= one.years[1]
            if not meet or sense_of(one.word, two.word) != "same" or not one_thing(one.body, two.body):
                continue
            if not any(one_thing(a, b) for a in one.holders for b in two.holders):
                return f"a says the {one.word.text} of {one.body.text} was {_holders(one)}, b says {_holders(two)}"
    return None


def _holders(post: Post) -> str:
    low, high = post.years
    names = " and ".join(f"“{holder.text}”" for holder in post.holders)
    return f"{names} ({low if low == high else f'{low} to {high}'})"


def _posts(sentences: Sequence[Sentence], words: Sequence[Word]) -> Iterator[Post]:
    """The posts in sentences such as "The coach of Velm in 2017 was Lee Marsh"."""
    for number, sentence in enumerate(sentences):
        years = [int(found) for token in sentence.tokens for found in YEAR.findall(token.text)]
        if not years:
            continue
        phrases = noun_phrases(sentence, [word for word in words if word.sentence == number])
        for at, phrase in enumerate(phrases[:-1]):
            body = phrases[at + 1]
            of = sentence.lowers[phrase.last : body.first] in (("of",), ("of", "the"))
            if phrase.head.key not in relations().posts or not of or not body.names:
                continue
            holders = tuple(_named_behind(sentence, phrases[at + 2 :], body.last))
            if holders:
                yield Post(phrase.head, body, holders, (min(years), max(years)))


def _named_behind(sentence: Sentence, phrases: Sequence[Phrase], start: int) -> Iterator[Phrase]:
    """The people behind the first "was" from a token on, where nothing but time stands between."""
    verb = next((at for at in range(start, len(sentence.tokens)) if sentence.tags[at] in "XVMW"), None)
    if verb is None or sentence.lowers[verb] not in grammar().be:
        return
    last = verb + 1
    for phrase in phrases:
        if phrase.first < last:
            continue
        if phrase.first > last + 1 or not phrase.names or len(phrase.names) != len(phrase.words):
            return
        yield phrase
        last = phrase.last


def works_otherwise(
    first: Sequence[Sentence], left: Sequence[Word], second: Sequence[Sentence], right: Sequence[Word]
) -> str | None:
    """Why two passages give somebody two jobs in one year, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = map(split_sentences, ("Ada Byte worked as a nurse in 2020.", "In 2020 Ada Byte worked as a roofer."))
    >>> works_otherwise(one, read_words(one), two, read_words(two))
    'a says “nurse” in 2020, b says “roofer”'
    """
    ours, theirs = ({word.key for word in side if word.kind == "name"} for side in (left, right))
    if not ours & theirs:
        return None
    told, said = list(_jobs(first, left)), list(_jobs(second, right))
    for name, year, job in said:
        rivals = [other for known, then, other in told if then == year and {*known} & {*name}]
        if rivals and all(
            sense_of(other.head, job.head) not in FOLLOWING
            and sense_of(job.head, other.head) not in FOLLOWING
            for other in rivals
        ):
            return f"a says “{rivals[0].text}” in {year}, b says “{job.text}”"
    return None


def _jobs(
    sentences: Sequence[Sentence], words: Sequence[Word]
) -> Iterator[tuple[tuple[str, ...], int, Phrase]]:
    """Names, a year and the job in sentences such as "In 2020 she works as a nurse"."""
    named: tuple[str, ...] = ()
    for number, sentence in enumerate(sentences):
        held = [word for word in words if word.sentence == number]
        phrases = noun_phrases(sentence, held)
        years = {day.year for day in find_days(held) if day.year is not None}
        own = tuple(word.key for phrase in phrases for word in phrase.names)
        named = own or named
        for at, lower in enumerate(sentence.lowers[:-1]):
            verb = grammar().verbs.get(lower)
            if verb is None or verb.base not in ("work", "serve") or sentence.lowers[at + 1] != "as":
                continue
            job = next((phrase for phrase in phrases if phrase.first == at + 2), None)
            if job is not None and job.head.tag == "N" and len(years) == 1:
                yield named, years.pop(), job
