"""The case at a glance: how far the review is, and each story's claims by its sources."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from claimcheck.report.cards import Deck
from claimcheck.report.matrix import matrices
from claimcheck.review.visitors import AnyPage, Visiting

router = APIRouter()


@router.get("/")
def overview(page: AnyPage, visitor: Visiting) -> Response:
    """Stories, runs and progress."""
    stories = page.service.stories()
    return page.show(
        "overview.html",
        visitor,
        stories=stories,
        runs=page.service.runs(),
        progress=page.service.progress(visitor.reviewer),
        running=page.checking.running(),
    )


@router.get("/story")
def story_page(page: AnyPage, visitor: Visiting, name: str) -> Response:
    """One story: its progress, and who says what of the same thing."""
    report = page.service.report(name)
    return page.show(
        "story.html",
        visitor,
        story=name,
        matrices=matrices(Deck(report)),
        report=report,
        documents=page.service.documents(name),
        progress=page.service.progress(visitor.reviewer, name),
    )


@router.get("/keys")
def keys_page(page: AnyPage, visitor: Visiting) -> Response:
    """What each key does."""
    return page.show("keys.html", visitor)
