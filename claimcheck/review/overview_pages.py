"""The case at a glance: how far the review is, and each story's claims by its sources."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from claimcheck.report.cards import Deck
from claimcheck.report.matrix import matrices
from claimcheck.review.visitors import AnyPage, Visiting
from claimcheck.store.views import QueueFilter

# The front page shows so many findings, and the claims of a case that is one small story.
_LEADS = 3
_MOST_AT_ONCE = 200

router = APIRouter()


@router.get("/")
def overview(page: AnyPage, visitor: Visiting) -> Response:
    """Stories, runs and progress."""
    stories = page.service.stories()
    alone = len(stories) == 1 and stories[0].findings <= _MOST_AT_ONCE
    return page.show(
        "overview.html",
        visitor,
        stories=stories,
        leads=page.service.queue(visitor.reviewer, QueueFilter(state="unreviewed"), 0, _LEADS).items,
        matrices=matrices(Deck(page.service.report())) if alone else (),
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
