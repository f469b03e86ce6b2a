"""How far the words of one passage are found in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.lexicon.senses import base_form, senses
from claimcheck.passages.likeness import FOLLOWING, sense_of
from claimcheck.passages.words import Word

WEIGHTS = {"E": 2.5, "N": 1.0, "V": 1.0, "G": 0.8, "T": 0.8, "I": 0.8, "J": 0.7, "R": 0.3}
ACRONYM_LENGTH = 2
NAME_UNKNOWN = 0.1


@dataclass(frozen=True, slots=True)
class Coverage:
    """The share of b's words that follow from words of a (0 to 1), and those that do not."""

    share: float
    missing: tuple[Word, ...]

    @property
    def strength(self) -> float:
        """The share, less something for every name of b that a does not know."""
        return self.share - NAME_UNKNOWN * sum(word.kind == "name" for word in self.missing)


def coverage(left: Sequence[Word], right: Sequence[Word]) -> Coverage:
    """How much of b (`right`) stands in a (`left`), in the same or in other words; figures aside.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("The gunman shot a guard.", "A guard was shot yesterday."))
    >>> [word.text for word in coverage(one, two).missing]
    ['yesterday']
    """
    keys = {part for word in left for part in (word.key, *_parts(word.key))}
    initials = _initials(left)
    total = found = 0.0
    missing = []
    for at, word in enumerate(right):
        if not word.content:
            continue
        weight = WEIGHTS.get(word.tag, 0.5)
        if word.kind == "name" and _part_of_name(right, at):
            weight *= 0.8
        total += weight
        if (
            word.key in keys
            or keys.issuperset(_parts(word.key) or (word.key,))
            or word.key in initials
            or any(sense_of(other, word) in FOLLOWING for other in left)
        ):
            found += weight
        else:
            missing.append(word)
    return Coverage(found / total if total else 1.0, tuple(missing))


def _parts(key: str) -> tuple[str, ...]:
    """The parts of a compound: mile and wide of mile-wide."""
    return tuple(base_form(part) for part in key.split("-") if part) if "-" in key else ()


def _part_of_name(words: Sequence[Word], at: int) -> bool:
    """Whether a name of several words goes on behind this one: the first name tells little."""
    following = words[at + 1] if at + 1 < len(words) else None
    here = words[at]
    return following is not None and following.kind == "name" and following.first == here.first + 1


def _initials(words: Sequence[Word]) -> frozenset[str]:
    """The acronyms that names in a row make: "european central bank" gives "ecb"."""
    found = set()
    letters = ""
    before = -2
    for word in words:
        if word.kind == "name" and (word.first == before + 1 or letters):
            letters = letters + word.key[0] if word.first <= before + 2 else word.key[0]
        else:
            letters = word.key[0] if word.kind == "name" else ""
        before = word.first
        if len(letters) >= ACRONYM_LENGTH:
            found.add(letters)
    return frozenset(found) - senses().passed_over
