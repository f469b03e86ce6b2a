"""One finding: its evidence, its history, and the form to answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from fastapi import APIRouter, Depends
from starlette.background import BackgroundTask
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Verdict
from claimcheck.review.filters import address, read_filter
from claimcheck.review.finding_view import card_of, changed_quotes, settles
from claimcheck.review.page import Page, Visitor
from claimcheck.review.queue_pages import done_view
from claimcheck.review.visitors import AnyPage, SentForm, Visiting, at_least, field
from claimcheck.review.wording import NEEDS_REASON, VERDICTS
from claimcheck.store.views import REASON_CODES, Answer, FindingView, QueueFilter, QueueItem, Stale

_VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_LONGEST_NOTE = 5_000
_LONGEST_SITTING = 8 * 3600
_MOST_SIMILAR = 8

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer as it stands in the form: empty, or sent and not yet on record."""

    verdict: str = ""
    reason: str = ""
    note: str = ""
    final: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """An answer that is not on record, and why."""

    draft: Draft
    status: int
    fault: str = ""
    stale: Stale | None = None


@router.get("/finding/{key}")
def finding_page(key: str, request: Request, page: AnyPage, visitor: Visiting) -> Response:
    """The finding, or the way to its full key where only the beginning is given."""
    view = page.service.finding(visitor.reviewer, key)
    if view.finding_key != key:
        return RedirectResponse(
            address(f"/finding/{view.finding_key}", read_filter(request.query_params)), 303
        )
    left = request.query_params.get("left")
    if left and visitor.may("reviewer") and page.settings.alone is None:
        page.service.release(visitor.reviewer, left)
    return _show(request, page, visitor, view)


@router.post("/finding/{key}/answer", dependencies=[Depends(at_least("reviewer"))])
def answer(key: str, request: Request, page: AnyPage, visitor: Visiting, form: SentForm) -> Response:
    """Records an answer and goes on to the next finding; shows the finding again where it cannot be recorded."""
    wanted, draft = read_filter(request.query_params), _draft(form)
    given = _answer_of(draft, _seconds(field(form, "opened"), page.settings.clock()))
    if isinstance(given, str):
        return _again(key, request, page, visitor, Attempt(draft, 422, given))
    try:
        outcome = page.service.decide(visitor.reviewer, key, given, field(form, "seen"))
    except ClaimcheckError as error:
        return _again(key, request, page, visitor, Attempt(draft, 422, str(error)))
    if isinstance(outcome, Stale):
        return _again(key, request, page, visitor, Attempt(draft, 409, stale=outcome))
    _, onward = page.service.neighbours(visitor.reviewer, wanted, key)
    target = f"/finding/{onward}" if onward else "/queue"
    return RedirectResponse(address(target, wanted, done=key), 303)


@router.post("/finding/{key}/undo", dependencies=[Depends(at_least("reviewer"))])
def undo(key: str, request: Request, page: AnyPage, visitor: Visiting, form: SentForm) -> Response:
    """Takes back the visitor's last answer and shows the finding."""
    try:
        outcome = page.service.undo(visitor.reviewer, key, field(form, "seen"))
    except ClaimcheckError as error:
        return _again(key, request, page, visitor, Attempt(Draft(), 422, str(error)))
    if isinstance(outcome, Stale):
        return _again(key, request, page, visitor, Attempt(Draft(), 409, stale=outcome))
    return RedirectResponse(address(f"/finding/{key}", read_filter(request.query_params)), 303)


def _answer_of(draft: Draft, seconds: int | None) -> Answer | str:
    """The answer that a form holds, or what it lacks. A confirmation needs no reason, and keeps none."""
    verdict = next((known for known in _VERDICTS if known == draft.verdict), None)
    if verdict is None:
        return "Choose one of the four answers first."
    reason = next((known for known in REASON_CODES if known == draft.reason), None)
    if reason is None and draft.reason:
        return "That is none of the reasons."
    if verdict in NEEDS_REASON and reason is None:
        return f"Say why: choose the reason that fits “{VERDICTS[verdict]}” best."
    return Answer(
        verdict=verdict,
        reason_code=None if verdict == "confirmed" else reason,
        note=draft.note or None,
        seconds=seconds,
        final=draft.final,
    )


def _again(key: str, request: Request, page: Page, visitor: Visitor, attempt: Attempt) -> Response:
    """The finding as it is now, with what was meant to be recorded."""
    return _show(request, page, visitor, page.service.finding(visitor.reviewer, key), attempt)


def _show(
    request: Request, page: Page, visitor: Visitor, view: FindingView, attempt: Attempt | None = None
) -> Response:
    wanted = read_filter(request.query_params)
    previous, onward = page.service.neighbours(visitor.reviewer, wanted, view.finding_key)
    shown = page.show(
        "finding_page.html",
        visitor,
        attempt.status if attempt else 200,
        view=view,
        card=card_of(view),
        changed=changed_quotes(view),
        settles=settles(view),
        similar=_similar(page, visitor, view),
        lease=view.lease,
        wanted=wanted,
        previous=previous,
        onward=onward,
        draft=attempt.draft if attempt else Draft(),
        fault=attempt.fault if attempt else "",
        stale=attempt.stale if attempt else None,
        opened=int(page.settings.clock()),
        progress=page.service.progress(visitor.reviewer),
        done=done_view(request, page, visitor),
    )
    if view.may_answer and view.lease is None and page.settings.alone is None:
        shown.background = BackgroundTask(page.service.lease, visitor.reviewer, view.finding_key)
    return shown


def _similar(page: Page, visitor: Visitor, view: FindingView) -> list[QueueItem]:
    """The other findings on the same thing, the first few of them."""
    found = page.service.queue(visitor.reviewer, QueueFilter(group=view.group_key), 0, _MOST_SIMILAR + 1)
    return [item for item in found.items if item.finding_key != view.finding_key][:_MOST_SIMILAR]


def _draft(form: FormData) -> Draft:
    return Draft(
        verdict=field(form, "verdict"),
        reason=field(form, "reason"),
        note=field(form, "note", _LONGEST_NOTE),
        final=field(form, "final") == "yes",
    )


def _seconds(opened: str, now: float) -> int | None:
    """How long the finding was open; None where the form does not say, or says what cannot be."""
    if not (opened.isascii() and opened.isdigit()):
        return None
    spent = int(now) - int(opened[:18])
    return spent if 0 <= spent <= _LONGEST_SITTING else None
