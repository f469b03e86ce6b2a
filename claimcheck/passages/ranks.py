"""Places in an order of size: "the second largest city in Egypt", "the 5th largest city by area"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.lexicon.senses import senses
from claimcheck.passages.likeness import FOLLOWING, sense_of
from claimcheck.passages.phrases import noun_phrases
from claimcheck.passages.words import Word
from claimcheck.text.sentences import Sentence

PLACING = frozenset({"in", "of", "on", "within"})
MEASURING = (("by",), ("in", "terms", "of"), ("measured", "by"))
FIRST = Decimal(1)


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of a thing: `order` 2 for "second largest"; `by` is the measure and `among` the place told, if any."""

    order: Decimal
    superlative: str
    noun: Word
    by: str | None
    among: str | None
    text: str


def ranked_apart(
    first: Sequence[Sentence], left: Sequence[Word], second: Sequence[Sentence], right: Sequence[Word]
) -> str | None:
    """Why two passages give one thing two places in one order, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = map(split_sentences, ("Velm is the second largest port in Peru.", "Velm is the largest port in Peru."))
    >>> ranked_apart(one, read_words(one), two, read_words(two))
    'a says “second largest port”, b says “largest port”'
    """
    ours = {word.key for word in left if word.kind == "name"}
    if not ours & {word.key for word in right if word.kind == "name"}:
        return None
    told, said = list(_ranks(first, left)), list(_ranks(second, right))
    for one in told:
        for two in said:
            if (
                one.order != two.order
                and _one_order(one, two)
                and not any(_one_order(other, two) and other.order == two.order for other in told)
            ):
                return f"a says “{one.text}”, b says “{two.text}”"
    return None


def _one_order(one: Rank, two: Rank) -> bool:
    if (
        one.superlative != two.superlative
        or one.by != two.by
        or sense_of(one.noun, two.noun) not in FOLLOWING
    ):
        return False
    if one.among is None or two.among is None:
        return one.by is not None
    return one.among == two.among


def _ranks(sentences: Sequence[Sentence], words: Sequence[Word]) -> Iterator[Rank]:
    for number, sentence in enumerate(sentences):
        held = [word for word in words if word.sentence == number]
        phrases = noun_phrases(sentence, held)
        for at, lower in enumerate(sentence.lowers):
            if lower not in senses().superlatives:
                continue
            phrase = next((item for item in phrases if item.first <= at < item.last), None)
            if phrase is None or phrase.head.tag != "N" or phrase.head.first <= at:
                continue
            before = next((word for word in phrase.words if word.first < at and word.kind == "ordinal"), None)
            order = before.range.low if before is not None and before.range is not None else FIRST
            text = " ".join(
                token.text for token in sentence.tokens[before.first if before else at : phrase.last]
            )
            among = next((item for item in phrases if item.first >= phrase.last), None)
            placed = (
                among is not None
                and sentence.lowers[phrase.last] in PLACING
                and _near(sentence, phrase.last, among.first)
            )
            yield Rank(
                order or FIRST,
                lower,
                phrase.head,
                _measure(sentence, phrase.last, at),
                among.head.key if among is not None and placed else None,
                text,
            )


def _near(sentence: Sentence, start: int, end: int) -> bool:
    return end - start <= 2 and "," not in sentence.lowers[start:end]


def _measure(sentence: Sentence, last: int, at: int) -> str | None:
    """What is measured: named behind the rank, or before it since the last rank: "in terms of area, …"."""
    behind = _measures(sentence, last, min(last + 4, len(sentence.tokens)))
    if behind:
        return behind[0]
    start = max(
        (here + 1 for here in range(at) if sentence.lowers[here] in senses().superlatives | {";"}), default=0
    )
    ahead = _measures(sentence, start, at)
    return ahead[-1] if ahead else None


def _measures(sentence: Sentence, start: int, end: int) -> list[str]:
    found = []
    for here in range(start, end):
        for wording in MEASURING:
            last = here + len(wording)
            if (
                sentence.lowers[here:last] == wording
                and last < len(sentence.lowers)
                and sentence.tags[last] == "N"
            ):
                found.append(sentence.lowers[last])
    return found
