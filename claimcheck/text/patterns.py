"""Finds patterns of lemmas with gaps: "abandon ... wounded" in "abandoned dozens of their wounded"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.inflection import noun_lemma
from claimcheck.text.sentences import Sentence

Entry = TypeVar("Entry")
GAP = "..."
WIDEST_GAP = 6
CONTRACTED = {
    **dict.fromkeys(("isn't", "aren't", "wasn't", "weren't", "ain't"), "be"),
    **dict.fromkeys(("haven't", "hasn't", "hadn't"), "have"),
    **dict.fromkeys(("don't", "doesn't", "didn't"), "do"),
}


@lru_cache(maxsize=256)
def lemmas(sentence: Sentence) -> tuple[str, ...]:
    """The base form of every word: verbs by their base, nouns in the singular.

    >>> from claimcheck.text.sentences import split_sentences
    >>> lemmas(split_sentences("Wounded soldiers were being abandoned.")[0])
    ('wounded', 'soldier', 'be', 'be', 'abandon', '.')
    """
    verbs = grammar().verbs
    found = []
    # a first word may owe its capital to the sentence: "Convoys were still moving"
    behind = sentence.tags[1:] + "U"
    for at, (lower, tag, following) in enumerate(zip(sentence.lowers, sentence.tags, behind, strict=True)):
        # a participle before its noun stays as it is: "wounded soldiers"
        verb = verbs.get(lower) if tag in "VGTIX" and not (tag == "T" and following in "NJ") else None
        if verb is not None:
            found.append(verb.base)
        elif tag == "X" and lower in grammar().be:
            found.append("be")
        elif (tag == "N" or (tag == "E" and at == 0)) and lower.endswith(("s", "men", "ren")):
            found.append(noun_lemma(lower))
        else:
            found.append(lower)
    return tuple(found)


class LemmaPatterns(Generic[Entry]):
    """Patterns by their first lemma; `...` stands for up to six words.

    >>> from claimcheck.text.sentences import split_sentences
    >>> patterns = LemmaPatterns([("abandon ... wounded", "left behind")])
    >>> patterns.every(split_sentences("They abandoned dozens of their wounded.")[0])
    [(1, 6, 'left behind')]
    """

    __slots__ = ("_first",)

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for pattern, entry in entries:
            words = tuple(
                noun_lemma(word) if word.endswith("s") else word for word in pattern.lower().split()
            )
            if words:
                self._first.setdefault(words[0], []).append((words[1:], entry))

    def every(self, sentence: Sentence) -> list[tuple[int, int, Entry]]:
        """All matches as (first token, behind the last token, entry), each entry once for each start."""
        words = lemmas(sentence)
        contracts = not CONTRACTED.keys().isdisjoint(sentence.lowers)
        if self._first.keys().isdisjoint(words) and not contracts:
            return []
        found = list(self._matches(words, frozenset()))
        if contracts:
            contracted = frozenset(at for at, lower in enumerate(sentence.lowers) if lower in CONTRACTED)
            whole = [CONTRACTED.get(lower, word) for lower, word in zip(sentence.lowers, words, strict=True)]
            known = {(at, entry) for at, _, entry in found}
            found += [hit for hit in self._matches(whole, contracted) if (hit[0], hit[2]) not in known]
            found.sort(key=lambda hit: hit[0])
        return found

    def _matches(self, words: Sequence[str], contracted: frozenset[int]) -> Iterator[tuple[int, int, Entry]]:
        """The matches in base forms; behind a token of `contracted` a "not" of the pattern is met."""
        first = self._first
        for at, word in enumerate(words):
            opened: Sequence[tuple[tuple[str, ...], Entry]] = first.get(word, ())
            if at in contracted:
                opened = [*opened, *first.get("not", ())]
            for rest, entry in opened:
                end = _match(words, at + 1, rest, contracted)
                if end is not None:
                    yield at, end, entry


def _match(words: Sequence[str], at: int, rest: Sequence[str], contracted: frozenset[int]) -> int | None:
    """Where the rest of a pattern ends when it goes on at a token, or None.

    A "not" of the pattern is met by a token of `contracted` before it: "weren't known" by "be not know".
    """
    for number, word in enumerate(rest):
        if word == "not" and at - 1 in contracted:
            continue
        if word == GAP:
            for here in range(at, min(at + WIDEST_GAP + 1, len(words))):
                end = _match(words, here, rest[number + 1 :], contracted)
                if end is not None:
                    return end
            return None
        if at >= len(words) or words[at] != word:
            return None
        at += 1
    return at
