"""Equal on one side, unequal on the other: "as effective as Dolorex", "worse than Dolorex"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon.senses import senses
from claimcheck.passages.phrases import Phrase, noun_phrases
from claimcheck.passages.words import Word
from claimcheck.text.sentences import Sentence

LEADING = (("than",), ("compared", "to"), ("compared", "with"), ("in", "comparison", "to"))
REACH = 8


def compared_apart(
    first: Sequence[Sentence], left: Sequence[Word], second: Sequence[Sentence], right: Sequence[Word]
) -> str | None:
    """Why one passage calls equal what the other calls better or worse, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = map(split_sentences, ("Paramin is as effective as Dolorex.", "Paramin works worse than Dolorex."))
    >>> compared_apart(one, read_words(one), two, read_words(two))
    'a says “as effective as Dolorex”, b says “worse than Dolorex”'
    """
    return _apart(first, left, second, right) or _apart(second, right, first, left, turned=True)


def _apart(
    first: Sequence[Sentence],
    left: Sequence[Word],
    second: Sequence[Sentence],
    right: Sequence[Word],
    *,
    turned: bool = False,
) -> str | None:
    if not any(lower in senses().unequal for sentence in second for lower in sentence.lowers):
        return None
    opening = {word.key for word in left[:REACH] if word.content}
    for text, standards in _equals(first, left):
        for wording, standard, start in _unequals(second, right):
            subject = any(word.key in opening for word in right if word.first < start and word.tag in "NE")
            if subject and any(
                standard.head.key in {word.key for word in other.words} for other in standards
            ):
                one, two = (wording, text) if turned else (text, wording)
                return f"a says “{one}”, b says “{two}”"
    return None


def _equals(sentences: Sequence[Sentence], words: Sequence[Word]) -> Iterator[tuple[str, list[Phrase]]]:
    """ "As effective as X, Y and Z": the words and the standards."""
    for number, sentence in enumerate(sentences):
        phrases = noun_phrases(sentence, [word for word in words if word.sentence == number])
        for at in range(len(sentence.lowers) - 3):
            times = at > 0 and sentence.lowers[at - 1] in senses().times
            if (
                sentence.lowers[at] == sentence.lowers[at + 2] == "as"
                and not times
                and not _denied(sentence, at)
            ):
                standards = [phrase for phrase in phrases if phrase.first >= at + 3]
                if standards:
                    yield _text(sentence, at, standards[0].last), standards


def _unequals(sentences: Sequence[Sentence], words: Sequence[Word]) -> Iterator[tuple[str, Phrase, int]]:
    """ "Worse than X": the words, the standard and where they begin."""
    for number, sentence in enumerate(sentences):
        phrases = noun_phrases(sentence, [word for word in words if word.sentence == number])
        for at, lower in enumerate(sentence.lowers):
            if lower not in senses().unequal or _denied(sentence, at):
                continue
            standard = _standard(sentence, phrases, at)
            if standard is not None and standard.words[0].range is None:
                yield _text(sentence, at, standard.last), standard, at


def _standard(sentence: Sentence, phrases: Sequence[Phrase], at: int) -> Phrase | None:
    """The phrase behind the first "than" or "compared to" from a token on."""
    for here in range(at + 1, min(at + REACH, len(sentence.lowers))):
        for wording in LEADING:
            last = here + len(wording)
            if sentence.lowers[here:last] == wording:
                return next((item for item in phrases if item.first >= last), None)
    return None


def _denied(sentence: Sentence, at: int) -> bool:
    return any(lower in senses().negators for lower in sentence.lowers[max(at - 3, 0) : at])


def _text(sentence: Sentence, start: int, end: int) -> str:
    return " ".join(token.text for token in sentence.tokens[start:end])
