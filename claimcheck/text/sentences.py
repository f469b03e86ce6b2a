"""Paragraphs and sentences with exact offsets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.figures import number_words
from claimcheck.lexicon.tables import english, words
from claimcheck.model import Span
from claimcheck.text.tagging import tag
from claimcheck.text.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its tokens with a tag each (one letter, see tagging), and where it stands in its field."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    lowers: tuple[str, ...]
    tags: str
    paragraph: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    table = english("sentences")
    return words(table, "abbreviations"), words(table, "may_end")


_CLOSERS = frozenset("\"'”’»)]")
_SHORT_LINE = 60
MOST_TOKENS = 200
"""A longer run of words without a full stop is no sentence; cutting it keeps reading linear."""


def paragraphs(text: str) -> list[Span]:
    """The stretches between blank lines; a line that is short or closes with a full stop ends one too.

    >>> page = "By AFP\\nNovember 13, 2022\\n\\nKyiv said so."
    >>> [span.of(page) for span in paragraphs(page)]
    ['By AFP', 'November 13, 2022', 'Kyiv said so.']
    """
    found: list[Span] = []
    start = 0
    for match in re.finditer(r"\n\s*", text):
        line = text[text.rfind("\n", start, match.start()) + 1 or start : match.start()]
        blank = match.group().count("\n") > 1
        if blank or len(line) < _SHORT_LINE or line.rstrip()[-1:] in '.!?:"”':
            if text[start : match.start()].strip():
                found.append(Span(start, match.start()))
            start = match.end()
    if text[start:].strip():
        lead = len(text[start:]) - len(text[start:].lstrip())
        found.append(Span(start + lead, start + len(text[start:].rstrip())))
    return found


def split_sentences(text: str, breaks: Sequence[int] = ()) -> list[Sentence]:
    """The sentences of a text, paragraph by paragraph; `breaks` are offsets no sentence may cross.

    >>> [s.of(x) for x in ["The U.S. put losses at 1.5 million. Gen. Smith disagreed."] for s in split_sentences(x)]
    ['The U.S. put losses at 1.5 million.', 'Gen. Smith disagreed.']
    """
    sentences: list[Sentence] = []
    splitting = number_words().splitting
    edges = sorted(set(breaks))
    for number, paragraph in enumerate(paragraphs(text)):
        cuts = [paragraph.start, *(e for e in edges if paragraph.start < e < paragraph.end), paragraph.end]
        for start, end in itertools.pairwise(cuts):
            tokens = tokenize(text, start, end, splitting)
            first = 0
            for last in [*_sentence_ends(tokens), len(tokens)]:
                for part in range(first, last, MOST_TOKENS):
                    _append(sentences, tokens[part : min(part + MOST_TOKENS, last)], number)
                first = last
    return sentences


def _append(sentences: list[Sentence], tokens: list[Token], paragraph: int) -> None:
    if tokens:
        lowers = tuple(token.lower for token in tokens)
        tags = "".join(tag(tokens))
        sentences.append(Sentence(tokens[0].start, tokens[-1].end, tuple(tokens), lowers, tags, paragraph))


def _sentence_ends(tokens: list[Token]) -> list[int]:
    """Indices of the first token of every sentence but the first."""
    ends = []
    count = len(tokens)
    for at, token in enumerate(tokens):
        closing = (token.kind == "sign" and token.lower in ".!?…") or token.lower == "..."
        dotted = token.kind == "word" and token.lower.endswith(".")
        if not (closing or dotted):
            continue
        after = at + 1
        while (
            after < count and tokens[after].text in _CLOSERS and tokens[after].start == tokens[after - 1].end
        ):
            after += 1
        if after < count and tokens[after].start > tokens[after - 1].end and _ends_here(tokens, at, after):
            ends.append(after)
    return ends


def _ends_here(tokens: list[Token], at: int, after: int) -> bool:
    """Whether the stop at `at` ends a sentence, `after` being the next token."""
    token, following = tokens[at], tokens[after]
    starts = following.text[0].isupper() or following.kind != "word" or following.text[0] in "“\"'‘(["
    if token.lower in "!?":
        return starts
    abbreviations, may_end = _abbreviations()
    word = token.lower.rstrip(".") if token.kind == "word" else tokens[at - 1].lower if at else ""
    adjacent = token.kind == "word" or (at > 0 and tokens[at - 1].end == token.start)
    decade = at > 1 and tokens[at - 2].kind == "number" and tokens[at - 2].end == tokens[at - 1].start
    letter = len(word) == 1 and word.isalpha() and word != "i" and not (word == "s" and decade)
    if adjacent and (word in abbreviations or letter):
        return (
            word in may_end
            and following.text[0].isupper()
            and following.kind == "word"
            and _begins(following)
        )
    return starts or (following.kind == "number")


@cache
def _openers() -> frozenset[str]:
    table = english("words")
    return (
        words(table, "determiners")
        | words(table, "pronouns")
        | words(table, "subordinators")
        | words(table, "prepositions")
    )


def _begins(token: Token) -> bool:
    """Whether a capitalised word behind "U.S." opens a sentence rather than going on with a name."""
    return token.lower in _openers()
