"""Figures that a sentence hands out: "21 and 18 months, respectively", "three wars, two over Kashmir"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.passages.coverage import coverage
from claimcheck.passages.likeness import FOLLOWING, sense_of
from claimcheck.passages.phrases import Phrase, noun_phrases, one_thing
from claimcheck.passages.words import Word
from claimcheck.text.sentences import Sentence

MOST_BETWEEN = 2
LEAST_ALIGNED = 0.6
LEAST_APART = 0.5


def mixed_up(
    first: Sequence[Sentence], left: Sequence[Word], second: Sequence[Sentence], right: Sequence[Word]
) -> str | None:
    """Why b gives one of several figures to the wrong one, by a "respectively" in a, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = map(split_sentences, ("Lee and Max got 21 months and 18 months, respectively.", "Lee got 18 months."))
    >>> mixed_up(one, read_words(one), two, read_words(two))
    'a gives “21” to “Lee”, b says “18”'
    """
    for number, sentence in enumerate(first):
        for phrase, figure in _handed_out(sentence, [word for word in left if word.sentence == number]):
            others = [other for held, other in _handed_out(sentence, left) if held.words != phrase.words]
            for place, said in enumerate(second):
                words = [word for word in right if word.sentence == place]
                named = [other for other in noun_phrases(said, words) if other.names]
                figures = [word for word in words if word.kind == "figure"]
                if len(named) != 1 or len(figures) != 1 or not one_thing(phrase, named[0]):
                    continue
                wrong = any(sense_of(other, figures[0]) == "same" for other in others)
                if wrong and sense_of(figure, figures[0]) == "opposite":
                    return f"a gives “{figure.text}” to “{phrase.text}”, b says “{figures[0].text}”"
    return None


def _handed_out(sentence: Sentence, words: Sequence[Word]) -> list[tuple[Phrase, Word]]:
    """Names and figures of a sentence in their order, where "respectively" says that they belong together."""
    if "respectively" not in sentence.lowers:
        return []
    named = [phrase for phrase in noun_phrases(sentence, words) if phrase.names]
    figures = [word for word in words if word.kind == "figure" and word.range is not None]
    count = sum(word.first > named[-1].last for word in figures) if named else 0
    if count < MOST_BETWEEN or len(named) < count:
        return []
    return list(zip(named[-count:], figures[-count:], strict=True))


def whole_for_part(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """Why b says of all what a says of some of them, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("Six boats sank, two of them off Orlo.",
    ...     "Six boats sank off Orlo."))
    >>> whole_for_part(one, two)
    'a says it of “two” of the “Six boats”, b of “Six”'
    """
    for at, total in enumerate(left):
        if total.kind != "figure" or total.stated is None or at + 1 >= len(left):
            continue
        part_at = _part(left, at)
        if part_at is None:
            continue
        noun, part = left[at + 1], left[part_at]
        if any(word.stated == part.stated for word in right):
            continue
        end = next(
            (
                here
                for here in range(part_at + 1, len(left))
                if left[here].sentence != part.sentence or left[here].kind == "figure"
            ),
            len(left),
        )
        told_of_part = [word for word in left[part_at + 1 : end] if word.content]
        told_before = left[:part_at]
        for here, figure in enumerate(right[:-1]):
            if (
                figure.kind != "figure"
                or figure.stated != total.stated
                or figure.qualifier != total.qualifier
            ):
                continue
            if sense_of(noun, right[here + 1]) not in FOLLOWING:
                continue
            rest = [word for word in right if word.content and word not in (figure, right[here + 1])]
            new = coverage(told_before, rest).missing
            if new and coverage(told_of_part, new).share >= LEAST_ALIGNED:
                return f"a says it of “{part.text}” of the “{total.text} {noun.text}”, b of “{figure.text}”"
    return None


def _part(words: Sequence[Word], at: int) -> int | None:
    """The place of a smaller figure behind a figure and its noun, with no noun of its own: "…, two over Kashmir"."""
    total = words[at]
    for here in range(at + 2, len(words) - 1):
        word, following = words[here], words[here + 1]
        if word.sentence != total.sentence:
            return None
        if word.kind != "figure":
            continue
        smaller = word.stated is not None and total.stated is not None and word.stated < total.stated
        return here if smaller and following.tag in "POXV" else None
    return None
