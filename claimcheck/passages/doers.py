"""Figures of those who do a thing, by verb and by noun: "visited by 2,000 people", "3,000 visitors"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon.senses import senses
from claimcheck.passages.likeness import one_family, range_sense
from claimcheck.passages.words import Word

LEAST_LETTERS = 4
REACH = 3
ENDINGS = ("er", "ers", "or", "ors")


def done_by_others(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """Why a figure of those who do something does not fit in the other passage, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("The Orlo fair was visited by 2,000 people.",
    ...     "The Orlo fair had 3,000 paying visitors."))
    >>> done_by_others(one, two)
    'a says “visited” by “2,000 people”, b says “3,000 visitors”'
    """
    return _apart(left, right, turned=False) or _apart(right, left, turned=True)


def _apart(left: Sequence[Word], right: Sequence[Word], *, turned: bool) -> str | None:
    shared = {word.key for word in left if word.kind == "name"} & {
        word.key for word in right if word.kind == "name"
    }
    if not shared:
        return None
    for deed, figure, noun in _by(left):
        for count, doers in _counted(right):
            if not one_family(deed.key, doers.key) or range_sense(figure, count) != "opposite":
                continue
            one, two = f"“{deed.text}” by “{figure.text} {noun.text}”", f"“{count.text} {doers.text}”"
            return f"a says {two}, b says {one}" if turned else f"a says {one}, b says {two}"
    return None


def _by(words: Sequence[Word]) -> Iterator[tuple[Word, Word, Word]]:
    """A verb, the figure behind its "by" and the noun for people that it counts."""
    for at, word in enumerate(words):
        if word.text.lower() != "by" or at + 1 >= len(words) or words[at + 1].kind != "figure":
            continue
        deed = next((other for other in reversed(words[:at]) if other.tag in "VT"), None)
        noun = next(
            (other for other in words[at + 2 : at + 2 + REACH] if other.key in senses().everybody), None
        )
        if deed is not None and noun is not None and deed.sentence == word.sentence:
            yield deed, words[at + 1], noun


def _counted(words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Figures of nouns that name those who do something."""
    for at, figure in enumerate(words[:-1]):
        if figure.kind != "figure":
            continue
        for noun in words[at + 1 : at + 1 + REACH]:
            if noun.tag == "N" and len(noun.key) >= LEAST_LETTERS and noun.key.endswith(ENDINGS):
                yield figure, noun
                break
            if noun.tag not in "JG":
                break
