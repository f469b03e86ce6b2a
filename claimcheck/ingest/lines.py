"""The lines of a text and how they stand in paragraphs. Offsets never move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.model import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it.

    `opens` and `closes` tell whether a blank line, or nothing, stands before and after it.
    """

    span: Span
    text: str
    opens: bool
    closes: bool


def lines_of(text: str, start: int = 0) -> list[Line]:
    r"""The lines from an offset on that are not blank.

    >>> [(line.text, line.opens, line.closes) for line in lines_of("By AFP\r\nKYIV\r\n\r\nKyiv said")]
    [('By AFP', True, False), ('KYIV', False, True), ('Kyiv said', True, True)]
    """
    found = list(_spans(text, start))
    closing = [*(opens for _, opens in found[1:]), True]
    return [
        Line(span, span.of(text), opens, closes)
        for (span, opens), closes in zip(found, closing, strict=False)
    ]


def _spans(text: str, start: int) -> Iterator[tuple[Span, bool]]:
    """Each line without the white space around it, and whether a blank one or none is above."""
    offset, opens = start, True
    for line in text[start:].splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            begin = offset + len(line) - len(line.lstrip())
            yield Span(begin, begin + len(stripped)), opens
        opens = not stripped
        offset += len(line)
