"""What to call each document so that a reader can tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from claimcheck.model import Document
from claimcheck.report.wording import clean, date_words


def source_names(documents: Sequence[Document]) -> Mapping[str, str]:
    """A name for each document by its id: outlet, agency or file, with more only where two are the same."""
    names = {document.id: _name(document) for document in documents}
    for distinction in (_date, _file, _identity):
        often = Counter(names.values())
        for document in documents:
            more = distinction(document)
            if often[names[document.id]] > 1 and more and more != names[document.id]:
                names[document.id] = f"{names[document.id]} ({more})"
    return names


def safe_link(url: str | None) -> str | None:
    """The address where a reader may follow it: http or https with a host; None for all others."""
    if not url or clean(url) != url or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def published_by(document: Document) -> str:
    """The outlet, else the agency that the text comes from; empty where neither is known."""
    return clean(document.outlet or "") or clean(document.origin or "")


def headline(document: Document) -> str:
    """The title, else the headline marked in the text; empty where there is none."""
    marked = (part.span.of(document.text) for part in document.parts if part.kind == "headline")
    return clean(document.title or next(marked, ""))


def _name(document: Document) -> str:
    return published_by(document) or _file(document) or headline(document) or clean(document.id)


def _date(document: Document) -> str:
    return date_words(document.published) if document.published else ""


def _file(document: Document) -> str:
    return clean(PurePosixPath((document.path or "").replace("\\", "/")).name)


def _identity(document: Document) -> str:
    return clean(document.id)
