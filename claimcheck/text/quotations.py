"""Stretches between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

from claimcheck.model import Span

OPENERS = {"“": "”", "«": "»", "„": "“"}
LONGEST = 3000


def find_quotations(text: str) -> list[Span]:
    """The quoted stretches of a text, marks included, in order.

    A quotation that is not closed in its paragraph ends with it (the usual way of newspapers to go on
    quoting in the next paragraph, which opens with a mark again).

    >>> text = "“We won,” he said. It was \\"over\\" by noon."
    >>> [span.of(text) for span in find_quotations(text)]
    ['“We won,”', '"over"']
    """
    spans: list[Span] = []
    start: int | None = None
    closer = ""
    for at, sign in enumerate(text):
        if start is None:
            if sign in OPENERS:
                start, closer = at, OPENERS[sign]
            elif sign == '"' and _opens(text, at):
                start, closer = at, '"'
        elif sign == closer:
            spans.append(Span(start, at + 1))
            start = None
        elif (sign == "\n" and text[at : at + 2] == "\n\n") or at - start > LONGEST:
            if at - start <= LONGEST:
                spans.append(Span(start, at))
            start = None
    if start is not None and len(text) - start <= LONGEST:
        spans.append(Span(start, len(text)))
    return spans


def _opens(text: str, at: int) -> bool:
    """A straight mark opens where a letter follows at once and none stands before."""
    before = text[at - 1] if at else " "
    behind = text[at + 1] if at + 1 < len(text) else " "
    return not behind.isspace() and not before.isalnum()
