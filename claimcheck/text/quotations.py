"""Stretches between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re

from claimcheck.model import Span

CLOSERS = {"“": ("”",), "«": ("»",), "„": ("“", "”"), "``": ("''", "``"), "''": ("''",), '"': ('"',)}
LONGEST = 3000
_SIGNS = re.compile(r"[“”«»„\"]|``|''|\n\n")


def find_quotations(text: str) -> list[Span]:
    """The quoted stretches of a text, marks included, in order.

    A quotation that is not closed in its paragraph ends with it (the usual way of newspapers to go on
    quoting in the next paragraph, which opens with a mark again). Doubled single marks (''so'' or ``so'')
    are marks too.

    >>> text = "“We won,” he said. It was \\"over\\" by noon, ''all'' of it."
    >>> [span.of(text) for span in find_quotations(text)]
    ['“We won,”', '"over"', "''all''"]
    """
    spans: list[Span] = []
    start: int | None = None
    closers: tuple[str, ...] = ()
    for match in _SIGNS.finditer(text):
        sign, at = match.group(), match.start()
        if start is not None and at - start > LONGEST:
            start = None
        if start is None:
            if sign in CLOSERS and (sign not in ('"', "''") or _opens(text, at, match.end())):
                start, closers = at, CLOSERS[sign]
        elif sign in closers:
            spans.append(Span(start, match.end()))
            start = None
        elif sign == "\n\n":
            spans.append(Span(start, at))
            start = None
    if start is not None and len(text) - start <= LONGEST:
        spans.append(Span(start, len(text)))
    return spans


def _opens(text: str, at: int, end: int) -> bool:
    """A straight mark opens where a letter follows at once and none stands before."""
    before = text[at - 1] if at else " "
    behind = text[end] if end < len(text) else " "
    return not behind.isspace() and not before.isalnum()
