"""Who a request comes from, and whether a form was sent from this very page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from claimcheck.review.page import Page, Visitor, page_of
from claimcheck.review.sessions import Session
from claimcheck.store.views import Reviewer

OTHER_SITE = "This form was sent from another site. Nothing was recorded."


class SignInError(Exception):
    """Nobody has signed in with this browser."""


class OldFormError(Exception):
    """A form of a session that is over: it came from here, but its token no longer holds."""

    def __init__(self, visitor: Visitor) -> None:
        super().__init__("old form")
        self.visitor = visitor


async def _page(request: Request) -> Page:
    """The page, without the thread that a plain function would be given."""
    return page_of(request)


AnyPage = Annotated[Page, Depends(_page)]


def visitor_of(request: Request, page: Page) -> Visitor:
    """The visitor; raises SignInError where a login is asked for and nobody has signed in."""
    session = session_of(request, page)
    return Visitor(_reviewer(page, session), session)


async def _visitor(request: Request, page: AnyPage) -> Visitor:
    """The visitor; only a team's case is asked who that is."""
    if page.settings.alone is not None:
        return visitor_of(request, page)
    return await run_in_threadpool(visitor_of, request, page)


Visiting = Annotated[Visitor, Depends(_visitor)]


def session_of(request: Request, page: Page) -> Session:
    """The session of the request, else a new one that the answer sends along."""
    session = page.sessions.of(request)
    if session is None:
        session = page.sessions.new()
        request.state.new_session = session
    return session


def _reviewer(page: Page, session: Session) -> Reviewer:
    """Who signed in, with the role of today; a closed account or another password ends a session at once."""
    if page.settings.alone is not None:
        return page.settings.alone
    user = next((user for user in page.service.users() if user.name == session.name), None)
    if user is None or not user.active or user.stamp != session.stamp:
        raise SignInError
    return Reviewer(user.name, user.role)


def at_least(role: str) -> Callable[[Visitor], Awaitable[Visitor]]:
    """A visitor with this role or one above it; others are refused."""

    async def allowed(visitor: Visiting) -> Visitor:
        if not visitor.may(role):
            raise HTTPException(403, f"Your role is {visitor.reviewer.role}; this needs {role} or above.")
        return visitor

    return allowed


ReviewerVisiting = Annotated[Visitor, Depends(at_least("reviewer"))]


async def sent_form(request: Request, visitor: Visiting, page: AnyPage) -> AsyncIterator[FormData]:
    """The form of a signed-in visitor; raises for one from another site or of an old session."""
    form = await own_form(request, page)
    try:
        if not visitor.session.carries(form.get("token")):
            raise OldFormError(visitor)
        yield form
    finally:
        await form.close()


SentForm = Annotated[FormData, Depends(sent_form)]


async def own_form(request: Request, page: Page) -> FormData:
    """The form of a request, unless another site sent it."""
    refuse_other_sites(request)
    limits = page.settings.limits
    return await request.form(max_files=limits.files, max_fields=limits.fields, max_part_size=limits.file)


def refuse_other_sites(request: Request) -> None:
    """Raises where the browser says that a form comes from another site."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, OTHER_SITE)
    origin = request.headers.get("origin")
    if origin is not None and not _same_host(origin, request.headers.get("host", "")):
        raise HTTPException(403, OTHER_SITE)


def _same_host(origin: str, host: str) -> bool:
    try:
        netloc = urlsplit(origin).netloc
    except ValueError:
        return False
    return bool(netloc) and netloc.lower() == host.lower()


def field(form: FormData, name: str, longest: int = 10_000) -> str:
    """One field of a form as text; empty where there is none or a file stands there."""
    value = form.get(name)
    return value.replace("\0", "").strip()[:longest] if isinstance(value, str) else ""
