"""What stands around a number: small questions that several readers of figures ask."""

from __future__ import annotations

from claimcheck.lexicon.figures import figure_words
from claimcheck.lexicon.grammar import grammar
from claimcheck.text.sentences import Sentence


def word(sentence: Sentence, at: int) -> str:
    """The word at a token in small letters, "" outside the sentence."""
    return sentence.lowers[at] if 0 <= at < len(sentence.lowers) else ""


def word_class(sentence: Sentence, at: int) -> str:
    """The tag of a token, "" outside the sentence."""
    return sentence.tags[at] if 0 <= at < len(sentence.tags) else ""


def is_plural_behind(sentence: Sentence, at: int) -> bool:
    """Whether a noun in the plural, perhaps behind adjectives, follows the number at a token.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("They saw 1950 large houses there.")[0]
    >>> is_plural_behind(sentence, 2)
    True
    """
    for here in range(at + 1, min(at + 4, len(sentence.tags))):
        kind, lower = sentence.tags[here], sentence.lowers[here]
        if kind == "N":
            return (lower.endswith("s") and not lower.endswith("ss")) or lower in figure_words().plurals
        if kind not in "JTE":
            return False
    return False


def is_person_behind(sentence: Sentence, at: int) -> bool:
    """Whether one of the next words names people."""
    return any(lower in grammar().person_nouns for lower in sentence.lowers[at + 1 : at + 4])
