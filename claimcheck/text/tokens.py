"""Words, numbers and signs with their exact places."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

TokenKind = Literal["word", "number", "ordinal", "clock", "date", "name", "sign"]


class Token(NamedTuple):
    """A word, number or sign: `lower` is its text in small letters with straight apostrophes."""

    text: str
    lower: str
    start: int
    end: int
    kind: TokenKind


_PATTERN = re.compile(
    r"""
    (?P<skip>\s+)
  | (?P<plain>[^\W\d_]+(?=[\s,;)](?!\d)))                                # most words: spares the rest
  | (?P<code>\b(?:RM|Rs\.?|USD|EUR|GBP|INR|CHF|NOK|SEK|DKK|AED|HKD|SGD|AUD|CAD|JPY|CNY|ZAR)(?=\s?\d)
      | \bY=(?=\d) | \bPS(?=\d[\d,.]*\s?(?:m|bn|k|[mb]illion)\b))             # money; PS, Y=: £ and ¥ in ASCII
  | (?P<name>
        https?://\S+ | www\.\S+ | [\w.+-]+@[\w-]+\.[\w.]+ | [@\#]\w+          # addresses, @handles
      | \(\d{3}\)\s?\d{3}-\d{4} | \b(?:1-)?\d{3}-\d{3}-\d{4}\b | \b\d{3}-\d{4}\b(?!-)  # phone numbers
      | \b0\d{2,4}\x20\d{3}\x20\d{3,4}\b
      | \b(?!\d{1,2}\.\d{1,2}\.\d{4}\b)\d+(?:\.\d+){2,}\b                       # versions, 10.2.1
      | (?!(?:to|and|or|sub|under|over)-\d)[^\W\d_]+-?\d[\w]*(?:-\d+\w*)*   # F-16, CO2, COVID-19
    )
  | (?P<date>\b\d{4}-\d{2}-\d{2}(?:T\d{2}:[\d:.]+Z?)?\b | \b\d{1,2}/\d{1,2}/\d{2,4}\b | \b\d{1,2}\.\d{1,2}\.\d{4}\b)
  | (?P<clock>\b\d{1,2}:\d{2}(?::\d{2})?(?=[ap]\.?m\b|\b))
  | (?P<ordinal>\b\d{1,3}(?:,\d{3})*(?:st|nd|rd|th)\b)
  | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d) | \d{1,2}(?:,\d{2})+,\d{3}(?!\d)
      | \d{1,3}(?:\x20\d{3})*\x20000(?![\d,.]) | \d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d) | \d+(?:\.\d+)? | \.\d+)
  | (?P<word>
        (?:[^\W\d_]\.){2,}                                                  # U.S., p.m.
      | [^\W\d_]+(?:['’´`][^\W\d_]+)*(?:-[^\W\d_]+(?:['’´`][^\W\d_]+)*)*
      | ['’´`](?:s|re|ve|ll|d|m|t)\b )
  | (?P<sign>(?:US|A|C|HK|NZ|S|R|AU|CA)?[$](?:(?:US|AU|A|C|NZ)(?=\s?\d))? | -- | \.\.\. | >= | <= | .)
    """,
    re.VERBOSE | re.DOTALL,
)
_APOSTROPHES = str.maketrans("’´`‘", "''''")


def tokenize(
    text: str, start: int = 0, end: int | None = None, split: frozenset[str] = frozenset()
) -> list[Token]:
    """All tokens of `text[start:end]` in order; offsets point into `text`.

    A possessive "'s" stands alone. Hyphened words stay whole unless a part of them is in `split`
    (number words: "two-thirds" is three tokens).

    >>> [token.text for token in tokenize("Russia's 20,000 troops left by 5:30 p.m.")]
    ['Russia', "'s", '20,000', 'troops', 'left', 'by', '5:30', 'p.m.']
    """
    tokens: list[Token] = []
    append = tokens.append
    for match in _PATTERN.finditer(text, start, len(text) if end is None else end):
        kind = match.lastgroup
        if kind == "skip":
            continue
        word, at = match.group(), match.start()
        if kind == "plain":
            append(Token(word, word.lower(), at, match.end(), "word"))
            continue
        if kind != "word":
            append(Token(word, word.lower(), at, match.end(), "sign" if kind == "code" else kind))  # type: ignore[arg-type]
            continue
        lower = word.lower()
        if not lower.isascii():
            lower = lower.translate(_APOSTROPHES)
        if lower.endswith("'s") and len(lower) > 2:
            _append_parts(tokens, word[:-2], lower[:-2], at, split)
            append(Token(word[-2:], "'s", match.end() - 2, match.end(), "word"))
        else:
            _append_parts(tokens, word, lower, at, split)
    return tokens


def _append_parts(tokens: list[Token], word: str, lower: str, at: int, split: frozenset[str]) -> None:
    if "-" not in lower or not split.intersection(lower.split("-")):
        tokens.append(Token(word, lower, at, at + len(word), "word"))
        return
    for number, part in enumerate(word.split("-")):
        if number:
            tokens.append(Token("-", "-", at, at + 1, "sign"))
            at += 1
        tokens.append(Token(part, part.lower(), at, at + len(part), "word"))
        at += len(part)
