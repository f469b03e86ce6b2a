"""The article inside an HTML page. trafilatura and lxml are imported here, on first use."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import Any

from claimcheck.errors import Problem
from claimcheck.ingest.draft import MOST_CHARACTERS, Draft, Stated

# The search for dates in the body guesses, and its default upper limit is today.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_BLOCKS = "p div li h1 h2 h3 h4 h5 h6 td th br tr blockquote section article figcaption pre dt dd"
_UNSEEN = "script style noscript template head"


def read_html(markup: str, where: str) -> Draft | Problem:
    """The article's text, its paragraphs apart by an empty line, and what the page's metadata say."""
    if len(markup) > 4 * MOST_CHARACTERS:
        return Problem(where, f"is longer than {4 * MOST_CHARACTERS:,} characters of HTML")
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        return Problem(where, "HTML cannot be read: install trafilatura and lxml[html_clean]")
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        return _article(trafilatura, markup, where)
    except Exception as error:  # whatever a foreign parser raises costs one document, not the run
        return Problem(where, f"HTML cannot be read: {type(error).__name__}: {error}")


def _article(trafilatura: Any, markup: str, where: str) -> Draft:
    page = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    if page is None or not (page.text or "").strip():
        return Draft(where, _all_text(markup), found=_metadata(page))
    text = "\n\n".join(line for line in page.text.splitlines() if line.strip())
    return Draft(where, text, found=_metadata(page), holds_headline=not page.title)


def _metadata(page: Any) -> Stated:
    if page is None:
        return Stated()
    return Stated(
        outlet=page.sitename or None,
        title=page.title or None,
        author=page.author or None,
        published=page.date or None,
        url=page.url or None,
    )


def _all_text(markup: str) -> str:
    html = import_module("lxml.html")
    parser = html.HTMLParser(encoding="utf-8")
    tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    for element in list(tree.iter(*_UNSEEN.split())):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS.split()):
        element.text = "\f" + (element.text or "")
        element.tail = "\f" + (element.tail or "")
    paragraphs = (" ".join(piece.split()) for piece in tree.text_content().split("\f"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
