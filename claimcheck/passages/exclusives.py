"""What a passage keeps for some, or does without: "male-only elections", "enter without a visa"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.senses import base_form, senses
from claimcheck.passages.coverage import coverage
from claimcheck.passages.likeness import FOLLOWING, sense_of
from claimcheck.passages.words import Word

LEAST_ALIGNED = 0.6
ONLY_BEHIND, ALL_BEFORE = "-only", "all-"


def reserved(told: Sequence[Word], said: Sequence[Word]) -> str | None:
    """Why b gives what a keeps for others, or demands what a does without; None where it does neither.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("Velm held men-only elections.",
    ...     "Women vote in Velm elections."))
    >>> reserved(one, two)
    'a says “men-only”, b says “Women”'
    """
    if any(word.key in senses().negators for word in said):
        return None
    for word, kept in _kept(told):
        for other in said:
            if other.tag in "NE" and _left_out(kept, base_form(other.key)) and _agree(told, said, other):
                return f"a says “{word.text}”, b says “{other.text}”"
    return _demanded(told, said)


def _kept(words: Sequence[Word]) -> Iterator[tuple[Word, str]]:
    """The compounds that keep something for one kind, each with that kind: male-only, all-male."""
    for word in words:
        lower = word.text.lower()
        if lower.endswith(ONLY_BEHIND):
            yield word, base_form(lower.removesuffix(ONLY_BEHIND))
        elif lower.startswith(ALL_BEFORE):
            yield word, base_form(lower.removeprefix(ALL_BEFORE))


def _left_out(kept: str, other: str) -> bool:
    """Whether another kind is the opposite of the one that something is kept for."""
    known = senses()
    return any(known.sense(one, other) == "opposite" for one in (kept, *known.alike(kept)))


def _demanded(told: Sequence[Word], said: Sequence[Word]) -> str | None:
    """Why b calls compulsory what a does without."""
    for at, word in enumerate(said):
        if word.key not in senses().demanded or not at or said[at - 1].text.lower() not in grammar().be:
            continue
        needed = next((other for other in reversed(said[: at - 1]) if other.content), None)
        for here, other in enumerate(told[:-1]):
            if other.key not in senses().spared or needed is None:
                continue
            if sense_of(told[here + 1], needed) in FOLLOWING and _agree(told, said, word):
                return f"a says “{other.text} {told[here + 1].text}”, b calls it “{word.text}”"
    return None


def _agree(told: Sequence[Word], said: Sequence[Word], apart: Word) -> bool:
    """Whether a knows the rest of what b says, its names above all."""
    covered = coverage(told, [word for word in said if word is not apart])
    return covered.share >= LEAST_ALIGNED and not any(word.kind == "name" for word in covered.missing)
