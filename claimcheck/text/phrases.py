"""Finds listed phrases in token sequences; the cost grows with the text, not with the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from claimcheck.text.tokens import tokenize

Entry = TypeVar("Entry")


class PhraseIndex(Generic[Entry]):
    """Phrases by their first and by their last word, longest first.

    >>> index = PhraseIndex([("more than", "more_than"), ("more", "more")])
    >>> index.starting(["more", "than", "30"], 0)
    (2, 'more_than')
    """

    __slots__ = ("_first", "_last")

    def __init__(self, entries: Iterable[tuple[str, Entry]], split: frozenset[str] = frozenset()) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for phrase, entry in entries:
            words = tuple(token.lower for token in tokenize(phrase, split=split))
            if not words:
                continue
            self._first.setdefault(words[0], []).append((words, entry))
            self._last.setdefault(words[-1], []).append((words, entry))
        for table in (self._first, self._last):
            for listed in table.values():
                listed.sort(key=lambda item: -len(item[0]))

    def starting(self, lowers: Sequence[str], at: int) -> tuple[int, Entry] | None:
        """The longest phrase that starts at `at`: how many words it has, and its entry."""
        listed = self._first.get(lowers[at])
        if listed is None:
            return None
        count = len(lowers)
        for words, entry in listed:
            length = len(words)
            if length == 1:
                return 1, entry
            # the second word rules out most phrases at once
            if (
                at + length <= count
                and lowers[at + 1] == words[1]
                and tuple(lowers[at : at + length]) == words
            ):
                return length, entry
        return None

    def ending(self, lowers: Sequence[str], at: int) -> tuple[int, Entry] | None:
        """The longest phrase whose last word stands at `at`: how many words it has, and its entry."""
        listed = self._last.get(lowers[at])
        if listed is None:
            return None
        for words, entry in listed:
            start = at - len(words) + 1
            if start >= 0 and (len(words) == 1 or tuple(lowers[start : at + 1]) == words):
                return len(words), entry
        return None

    def every(self, lowers: Sequence[str]) -> list[tuple[int, int, Entry]]:
        """All phrases found from left to right without overlap, as (first word, behind the last word, entry)."""
        table = self._first
        if table.keys().isdisjoint(lowers):
            return []
        found = []
        behind = 0
        for at, lower in enumerate(lowers):
            if at < behind or lower not in table:
                continue
            hit = self.starting(lowers, at)
            if hit is not None:
                behind = at + hit[0]
                found.append((at, behind, hit[1]))
        return found
