"""Passages without who says them: what is claimed does not depend on it."""

from __future__ import annotations

from claimcheck.lexicon.senses import senses
from claimcheck.passages.words import Word

LONGEST_SPEAKER = 5
FEWEST = 3


def without_speaker(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a passage without who says them, where that stands at its very beginning or end.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> found = read_words(split_sentences("Two men died, an official says."))
    >>> [word.text for word in without_speaker(found)]
    ['Two', 'men', 'died']
    """
    return _without_opening(_without_closing(words))


def _without_closing(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leaves out "…, an official says": the noun group right before a last verb of speech."""
    start = len(words) - 1
    if start < FEWEST or words[start].key not in senses().speech:
        return words
    while start > FEWEST and len(words) - start < LONGEST_SPEAKER:
        before, here = words[start - 1], words[start]
        if before.tag not in "NEJO" or before.first < here.first - 1:
            break
        start -= 1
    return words[:start] if start < len(words) - 1 else words


def _without_opening(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leaves out "Police say …": a verb of speech with the noun group before it."""
    for at, word in enumerate(words[: LONGEST_SPEAKER - 1]):
        if at and word.key in senses().speech and word.tag in "VN" and len(words) > at + FEWEST:
            return words[at + 1 :]
        if word.tag in "VPI" or word.range is not None:
            break
    return words
