"""A count on one side and, on the other, the names that are counted: "nine cities", "Cities: Arn, Bex and Cory"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.model import Interval
from claimcheck.passages.coverage import coverage
from claimcheck.passages.likeness import sense_of
from claimcheck.passages.phrases import noun_phrases
from claimcheck.passages.words import Word
from claimcheck.text.sentences import Sentence

FEWEST, MOST = 2, 30
LONGEST_MEMBER = 6
LEAST_ALIGNED = 0.6
SEPARATORS = frozenset({",", ";", "and", "&"})
OPENING = frozenset({":"})
OPEN_ENDED = frozenset({"etc", "etc.", "others", "more", "among", "including", "like", "..."})


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed behind a colon: the words before it, the noun that is counted and how many members there are."""

    before: tuple[Word, ...]
    noun: Word
    members: int
    text: str


def miscounted(left: Sequence[Word], second: Sequence[Sentence], right: Sequence[Word]) -> str | None:
    """Why a count in a does not fit what b lists, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one = read_words(split_sentences("The league has four clubs."))
    >>> two = split_sentences("Clubs of the league: Arn, Bex and Cory.")
    >>> miscounted(one, two, read_words(two))
    'a says “four clubs”, b lists 3: “Arn, Bex and Cory”'
    """
    for number, sentence in enumerate(second):
        listing = _listing(sentence, [word for word in right if word.sentence == number])
        if listing is None:
            continue
        for at, figure in enumerate(left[:-1]):
            noun = next(_counted(left, at), None)
            if figure.kind != "figure" or noun is None or figure.range is None or figure.range.low is None:
                continue
            if figure.range.low > MOST:
                continue
            if sense_of(noun, listing.noun) not in ("same", "synonym") or Interval.point(
                Decimal(listing.members)
            ).within(figure.range):
                continue
            told = [word for word in left if word.sentence == figure.sentence]
            if coverage(told, listing.before).share >= LEAST_ALIGNED:
                return f"a says “{figure.text} {noun.text}”, b lists {listing.members}: “{listing.text}”"
    return None


def _counted(words: Sequence[Word], at: int) -> Iterator[Word]:
    """The noun behind a figure, adjectives between them passed over."""
    for word in words[at + 1 : at + 4]:
        if word.sentence != words[at].sentence or word.range is not None:
            return
        if word.tag == "N" and word.text.isalpha() and len(word.text) > 1:
            yield word
        if word.tag not in "NJ":
            return


def _listing(sentence: Sentence, words: Sequence[Word]) -> Listing | None:
    """What a sentence lists by name behind its only colon, up to its end."""
    colons = [at for at, lower in enumerate(sentence.lowers) if lower in OPENING]
    if len(colons) != 1 or not OPEN_ENDED.isdisjoint(sentence.lowers):
        return None
    members = _members(sentence, colons[0] + 1)
    before = tuple(word for word in words if word.first < colons[0])
    heads = noun_phrases(sentence, before)
    if members is None or not heads:
        return None
    ending = [
        phrase for phrase in heads if phrase.last == colons[0] and sentence.tags[phrase.first - 1] != "P"
    ]
    closing = ending[0] if ending else heads[0]
    tokens = sentence.tokens[colons[0] + 1 :]
    text = "".join(
        (" " if at and token.start > tokens[at - 1].end else "") + token.text
        for at, token in enumerate(tokens)
    )
    return Listing(before, closing.head, members, text.rstrip(" ."))


def _members(sentence: Sentence, start: int) -> int | None:
    """How many names stand between separators from a token on, None where anything else does."""
    found, length = 0, 0
    for at in range(start, len(sentence.tokens) + 1):
        token = sentence.tokens[at] if at < len(sentence.tokens) else None
        if token is None or token.lower in SEPARATORS or token.text == ".":
            found += length > 0
            length = 0
        elif (
            token.kind != "word" or length >= LONGEST_MEMBER or (not length and not token.text[:1].isupper())
        ):
            return None
        else:
            length += 1
    return found if FEWEST <= found <= MOST else None
