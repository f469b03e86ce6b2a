"""One report of an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.model.span import Span

Field = Literal["text", "title"]
PartKind = Literal["headline", "byline", "dateline", "caption", "credit", "boilerplate", "correction"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document that is not plain running text: marked, never rewritten."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One report. `text` is as it was given (for HTML the extracted text); offsets point into it.

    `published` is an ISO date or date-time; `origin` names the independent root behind the report
    (an agency) where it is known; `parts` marks headline, byline, captions and boilerplate.
    """

    id: str
    story: str
    text: str
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    path: str | None = None
    sha256: str = ""
    origin: str | None = None
    parts: tuple[Part, ...] = ()

    def field(self, name: Field) -> str:
        return self.text if name == "text" else self.title or ""
