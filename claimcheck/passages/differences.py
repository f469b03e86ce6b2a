"""What differs between two nearly identical passages: there the difference is the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from claimcheck.lexicon.senses import Sense, senses
from claimcheck.passages.likeness import sense_of
from claimcheck.passages.words import Word

DifferenceKind = Literal["follows", "added", "dropped", "exclusive", "negated", "narrower", "other"]
LEAST_SHARED = 0.7
NEGATION_REACH = 2
GRAMMATICAL = frozenset("XPY")
KIND_OF_SENSE: dict[Sense, DifferenceKind] = {
    "same": "follows",
    "synonym": "follows",
    "broader": "follows",
    "narrower": "narrower",
    "opposite": "exclusive",
    "alternative": "exclusive",
    "unrelated": "other",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a and the words of b in their place; either side may be empty."""

    kind: DifferenceKind
    left: tuple[Word, ...]
    right: tuple[Word, ...]

    @property
    def other_subject(self) -> bool:
        """Whether another name, thing or deed stands in a place, which the one of a does not exclude."""
        return self.kind == "other" and any(word.tag in "NEVT" for word in (*self.left, *self.right))

    def wording(self) -> str:
        """The difference as a person would point at it."""
        one, two = (" ".join(word.text for word in side) for side in (self.left, self.right))
        if not one:
            return f"b adds “{two}”"
        return f"a says “{one}”, b says “{two}”" if two else f"b leaves out “{one}”"


def differences(left: Sequence[Word], right: Sequence[Word]) -> tuple[float, tuple[Difference, ...]]:
    """How much of the two passages is laid side by side (0 to 1), and what differs there.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(text)) for text in ("A tall girl sat.", "A tall boy sat."))
    >>> [item.wording() for item in differences(one, two)[1]]
    ['a says “girl”, b says “boy”']
    """
    keys = [word.key for word in left], [word.key for word in right]
    longest = max(len(left), len(right))
    if not longest or min(len(left), len(right)) < 0.5 * longest or not _may_be_near(*keys):
        return 0.0, ()
    found: list[Difference] = []
    shared = 0
    for kind, i, j, m, n in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            shared += j - i
            pairs = zip(left[i:j], right[m:n], strict=True)
            found += [_pair(one, two) for one, two in pairs if one.range != two.range]
        else:
            denied = any(word.key in senses().negators for word in left[max(i - NEGATION_REACH, 0) : i])
            region = _region(tuple(left[i:j]), tuple(right[m:n]))
            found += map(_under_denial, region) if denied else region
    return shared / longest, tuple(found)


def _may_be_near(left: list[str], right: list[str]) -> bool:
    return len(set(left) & set(right)) >= 0.5 * max(len(set(left)), len(set(right)))


def _under_denial(item: Difference) -> Difference:
    """Opposites do not exclude each other where both are denied: not happy, not sad."""
    turned = item.kind == "exclusive" and not any(word.range is not None for word in item.right)
    return replace(item, kind="other") if turned else item


def _pair(one: Word, two: Word) -> Difference:
    kind = KIND_OF_SENSE[sense_of(one, two)]
    small = one.tag in GRAMMATICAL and two.tag in GRAMMATICAL
    return Difference("follows" if kind == "other" and small else kind, (one,), (two,))


def _region(left: tuple[Word, ...], right: tuple[Word, ...]) -> list[Difference]:
    """The differences in a place where the two passages go apart."""
    turned = _negators(left) != _negators(right)
    left, right = (
        tuple(word for word in side if word.key not in senses().negators) for side in (left, right)
    )
    found = [Difference("negated", left, right)] if turned else []
    if len(left) == len(right) and all(map(_comparable, left, right)):
        return found + [_pair(one, two) for one, two in zip(left, right, strict=True)]
    one, two = _content(left), _content(right)
    if len(one) == len(two) and one:
        pairs = [_pair(*pair) for pair in zip(one, two, strict=True)]
        return found + [
            replace(item, kind="other") if _to_and_from(item, left, right) else item for item in pairs
        ]
    if not two:
        return found + ([Difference(_dropping(left), left, ())] if left else [])
    if not one:
        return [*found, Difference("added", (), two)]
    return found + [
        Difference("other", tuple(filter(None, (a,))), tuple(filter(None, (b,))))
        for a, b in zip_longest(one, two)
    ]


def _to_and_from(item: Difference, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two journeys lead to different ends: "left for Velm" does not exclude "reached Velm"."""
    if not all(word.key in senses().journeys for word in (*item.left, *item.right)):
        return False
    one, two = ([word.key for word in side if word.tag == "P"] for side in (left, right))
    return item.kind == "exclusive" and one != two


def _comparable(one: Word, two: Word) -> bool:
    """Whether two words stand in each other's place: both with a meaning of their own, or related in sense."""
    return one.content == two.content or sense_of(one, two) != "unrelated"


def _negators(side: Sequence[Word]) -> bool:
    return sum(word.key in senses().negators for word in side) % 2 == 1


def _content(side: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(word for word in side if word.content or word.range is not None)


def _dropping(left: Sequence[Word]) -> DifferenceKind:
    """Leaving out weakens a statement, unless what is left out held it back."""
    return "other" if any(word.key in senses().uncertain for word in left) else "dropped"
