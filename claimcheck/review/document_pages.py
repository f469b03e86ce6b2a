"""The documents of the case, each with its claims marked in its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from claimcheck.report.cards import RELATIONS
from claimcheck.review.highlights import Piece, paragraphs
from claimcheck.review.visitors import AnyPage, Visiting
from claimcheck.store.views import DocumentView, QueueFilter, QueueItem

# More findings than this on one document are not listed beside its text; the queue shows them all.
_MOST = 500

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Margin:
    """The findings that a document takes part in, numbered in the order of its text."""

    items: tuple[QueueItem, ...]
    numbers: dict[str, int]
    by_claim: dict[str, tuple[QueueItem, ...]]

    def strength(self, piece: Piece) -> str:
        """The most severe relation that the words of a piece take part in; empty for none."""
        found = {item.relation for claim in piece.claims for item in self.by_claim.get(claim.id, ())}
        return next((relation for relation in RELATIONS if relation in found), "")


@router.get("/documents")
def documents_page(page: AnyPage, visitor: Visiting, story: str | None = None) -> Response:
    """The documents of the last run."""
    return page.show(
        "documents.html",
        visitor,
        documents=page.service.documents(story),
        story=story,
        running=page.checking.running(),
    )


@router.get("/document")
def document_named(page: AnyPage, visitor: Visiting, story: str, id: str, claim: str = "") -> Response:  # noqa: A002
    """On to the document of a story with this id; ids may hold anything, keys are made for addresses."""
    key = next((row.key for row in page.service.documents(story) if row.id == id), None)
    if key is None:
        raise HTTPException(404, f"There is no document {id} in the story {story} now.")
    return RedirectResponse(f"/documents/{key}{f'?claim={quote(claim)}' if claim else ''}", 303)


@router.get("/documents/{key}")
def document_page(key: str, page: AnyPage, visitor: Visiting, claim: str = "") -> Response:
    """One document: every claim marked, those that stand in findings linked to them; `claim` stands out."""
    view = page.service.document(key)
    found = page.service.queue(visitor.reviewer, QueueFilter(document=key), 0, _MOST)
    return page.show(
        "document.html",
        visitor,
        view=view,
        margin=margin_of(view, found.items),
        wanted=claim,
        title=paragraphs(view.document, "title", view.claims),
        text=paragraphs(view.document, "text", view.claims),
        versions=page.service.document_versions(key),
    )


def margin_of(view: DocumentView, items: Sequence[QueueItem]) -> Margin:
    """The findings of a document by where their claims first stand in it."""
    known = {item.finding_key: item for item in items}
    in_order: dict[str, QueueItem] = {}
    by_claim: dict[str, tuple[QueueItem, ...]] = {}
    for claim in sorted(view.claims, key=lambda claim: (claim.field != "title", claim.start, claim.end)):
        own = [known[key] for key in view.findings.get(claim.id, ()) if key in known]
        own.sort(key=lambda item: RELATIONS.index(item.relation))
        by_claim[claim.id] = tuple(own)
        in_order.update((item.finding_key, item) for item in own)
    numbers = {key: number for number, key in enumerate(in_order, start=1)}
    return Margin(tuple(in_order.values()), numbers, by_claim)
