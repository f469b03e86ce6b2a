"""The queue: which findings wait, in the order of work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from claimcheck.errors import ClaimcheckError
from claimcheck.review.filters import RELATIONS, SEVERITIES, address, read_filter
from claimcheck.review.page import Page, Visitor
from claimcheck.review.visitors import AnyPage, Visiting
from claimcheck.review.wording import TABS
from claimcheck.store.views import QueueFilter, QueueItem

PER_PAGE = 50
# Tabs that are there even when they are empty.
_ALWAYS = ("unreviewed", "reviewed")

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Tab:
    """One state of the queue with its number of findings."""

    label: str
    state: str | None
    count: int
    chosen: bool


@router.get("/queue")
def queue_page(request: Request, page: AnyPage, visitor: Visiting) -> Response:
    """A stretch of the findings that the filter wants."""
    wanted = read_filter(request.query_params)
    number = _page_number(request.query_params.get("page", "1"))
    found = page.service.queue(visitor.reviewer, wanted, (number - 1) * PER_PAGE, PER_PAGE)
    last = max(1, -(-found.total // PER_PAGE))
    if number > last:
        return RedirectResponse(address("/queue", wanted, page=last), 303)
    return page.show(
        "queue.html",
        visitor,
        wanted=wanted,
        groups=[list(items) for items in _together(found.items)],
        total=found.total,
        number=number,
        last=last,
        first=(number - 1) * PER_PAGE + 1,
        tabs=list(_tabs(wanted, found.counts)),
        choices=choices(page),
        progress=page.service.progress(visitor.reviewer),
        done=done_view(request, page, visitor),
    )


@router.get("/next")
def next_page(request: Request, page: AnyPage, visitor: Visiting) -> Response:
    """On to the first finding that the filter wants; to the queue where there is none."""
    wanted = read_filter(request.query_params)
    found = page.service.queue(visitor.reviewer, wanted, 0, 1)
    if not found.items:
        return RedirectResponse(address("/queue", wanted), 303)
    return RedirectResponse(address(f"/finding/{found.items[0].finding_key}", wanted), 303)


def choices(page: Page) -> dict[str, tuple[str, ...]]:
    """What each part of the filter can be set to."""
    return {
        "story": tuple(story.name for story in page.service.stories()),
        "rule": page.service.rules(),
        "severity": SEVERITIES,
        "relation": RELATIONS,
        "reviewer": page.service.reviewers(),
    }


def done_view(request: Request, page: Page, visitor: Visitor) -> object | None:
    """The finding that the visitor has just answered, so that the answer can be taken back."""
    key = request.query_params.get("done")
    if not key:
        return None
    try:
        view = page.service.finding(visitor.reviewer, key)
    except ClaimcheckError:
        return None
    return view if view.mine else None


def _together(items: Sequence[QueueItem]) -> Iterator[Iterator[QueueItem]]:
    """Neighbours that one rule found with the same words, as one group."""
    return (group for _, group in groupby(items, key=lambda item: (item.story, item.rule, item.title)))


def _tabs(wanted: QueueFilter, counts: Mapping[str, int]) -> Iterator[Tab]:

    yield Tab("All", None, counts["all"], wanted.state is None)
    for state, label in TABS.items():
        count = counts.get(state, 0)
        if count or state in _ALWAYS or wanted.state == state:
            yield Tab(label, state, count, wanted.state == state)


def _page_number(stated: str) -> int:
    return max(1, int(stated)) if stated.isascii() and stated.isdigit() and len(stated) < 7 else 1
