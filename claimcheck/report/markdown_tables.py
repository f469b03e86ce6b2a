"""The tables and lists of the Markdown report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.model import Document, Report
from claimcheck.report.cards import Deck
from claimcheck.report.matrix import Entry, matrices
from claimcheck.report.sources import headline, safe_link
from claimcheck.report.wording import clean, date_words

_SPECIAL = re.compile(r"([\\`*_\[\]#|~])")


def escaped(text: str) -> str:
    """Words as they are, on one line: no mark-up, no tags, no table cells come out of them.

    >>> escaped("<b> *all* | none")
    '&lt;b&gt; \\\\*all\\\\* \\\\| none'
    """
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    plain = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return head + _SPECIAL.sub(r"\\\1", plain) + tail


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table whose cells are escaped already."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def matrix_lines(deck: Deck) -> Iterator[str]:
    """What each source says of each measure; one table a story."""
    for matrix in matrices(deck):
        if len(deck.stories) > 1:
            yield f"### {escaped(matrix.story)}"
            yield ""
        rows = [
            [escaped(row.label), *(_cell(cell, more) for cell, more in zip(row.cells, row.more, strict=True))]
            for row in matrix.rows
        ]
        yield from table(["About", *(escaped(name) for name in matrix.columns)], rows)
        yield ""


def _cell(cell: Sequence[Entry], more: int) -> str:
    lines = [_entry(entry) for entry in cell] + ([f"and {more} more"] if more else [])
    return "<br>".join(lines) or "—"


def _entry(entry: Entry) -> str:
    found = ", ".join(f"finding {card.number}" for card in entry.cards)
    return f"{escaped(entry.words)} ({escaped(entry.speaker)}{f'; {found}' if found else ''})"


def source_lines(deck: Deck) -> Iterator[str]:
    """Every document with where it came from and how many claims it gave."""
    often = Counter(claim.document for claim in deck.report.claims)
    rows = [_source(document, deck, often[document.id]) for document in deck.report.documents]
    if rows:
        head = ["Source", "Title", "Author", "Published", "Address", "File", "SHA-256", "Origin", "Claims"]
        yield from table(head, rows)


def _source(document: Document, deck: Deck, claims: int) -> Sequence[str]:
    link = safe_link(document.url)
    address = f"<{link}>" if link and "|" not in link and ">" not in link else escaped(document.url or "")
    return (
        escaped(deck.source(document.id)),
        escaped(headline(document)),
        escaped(document.author or ""),
        date_words(document.published) if document.published else "",
        address,
        escaped(document.path or ""),
        escaped(document.sha256[:12]),
        escaped(document.origin or ""),
        str(claims),
    )


def not_checked_lines(deck: Deck) -> Iterator[str]:
    """Words that no rule could use, with the reason."""
    for passage in deck.report.not_checked:
        source = escaped(deck.source(passage.document))
        yield f"- {source}: “{escaped(passage.quote)}”: {escaped(passage.reason)}"


def problem_lines(report: Report) -> Iterator[str]:
    """What was wrong with the input or the rules."""
    for problem in report.problems:
        yield f"- {escaped(problem.where)}: {escaped(problem.what)}"


def tool_lines(report: Report) -> Iterator[str]:
    """The program and the packs that made the report."""
    yield f"- claimcheck {escaped(report.tool_version)}"
    for pack in report.packs:
        yield f"- pack {escaped(pack.name)} {escaped(pack.version)}, SHA-256 {escaped(pack.sha256)}"
