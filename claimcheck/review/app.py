"""The page as an application that a web server runs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from claimcheck.errors import UsageError
from claimcheck.review import (
    document_pages,
    downloads,
    finding_pages,
    intake_pages,
    login_pages,
    overview_pages,
    queue_pages,
    rule_pages,
)
from claimcheck.review.page import Page, Visitor, page_of
from claimcheck.review.sessions import KeepsSessions
from claimcheck.review.shield import Shield
from claimcheck.review.visitors import OldFormError, SignInError, visitor_of

_ROUTERS = (
    overview_pages,
    queue_pages,
    finding_pages,
    document_pages,
    intake_pages,
    rule_pages,
    downloads,
    login_pages,
)


def create_app(page: Page) -> FastAPI:
    """The application for one case."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        page.checking.close()

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.page = page
    for module in _ROUTERS:
        app.include_router(module.router)
    app.add_api_route("/static/{version}/{name}", asset)
    app.add_exception_handler(SignInError, _sign_in)
    app.add_exception_handler(OldFormError, _old_form)
    app.add_exception_handler(UsageError, _not_there)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misstated)
    app.add_exception_handler(500, _broken)
    app.add_middleware(KeepsSessions, sessions=page.sessions)
    app.add_middleware(Shield, settings=page.settings)
    return app


def asset(version: str, name: str, request: Request) -> Response:
    """A style sheet, script or icon; kept by the browser until it changes."""
    page = page_of(request)
    if name not in page.assets:
        raise HTTPException(404, "There is no such file.")
    media, content = page.assets[name]
    keep = "public, max-age=31536000, immutable" if version == page.version else "no-cache"
    return Response(content, media_type=media, headers={"cache-control": keep})


async def _sign_in(request: Request, error: Exception) -> Response:
    """To the login, and from there on to what was asked for; what was being sent is shown and not lost."""
    if request.method == "GET":
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(asked, safe='')}", 303)
    return await _unsent(request, None)


async def _old_form(request: Request, error: Exception) -> Response:
    assert isinstance(error, OldFormError)
    return await _unsent(request, error.visitor)


async def _unsent(request: Request, visitor: Visitor | None) -> Response:
    """What a form held that could not be taken, so that it can be sent once more."""
    async with request.form() as form:
        sent = [
            (name, value) for name, value in form.multi_items() if isinstance(value, str) and name != "token"
        ]
    target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return page_of(request).show("unsent.html", visitor, 403, sent=sent, target=target)


async def _not_there(request: Request, error: Exception) -> Response:
    return _message(request, 404, str(error))


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _message(request, error.status_code, error.detail, dict(error.headers or {}))


async def _misstated(request: Request, error: Exception) -> Response:
    return _message(request, 422, "This address is not complete or not understood.")


async def _broken(request: Request, error: Exception) -> Response:
    return _message(
        request, 500, "A fault in claimcheck itself. The terminal it runs in shows where; please report it."
    )


def _message(request: Request, status: int, words: str, headers: dict[str, str] | None = None) -> Response:
    """A page with one message; plain words where even that cannot be made."""
    page = page_of(request)
    try:
        visitor = visitor_of(request, page)
    except Exception:
        visitor = None
    try:
        answer: Response = page.show("message.html", visitor, status, words=words)
    except Exception:
        answer = PlainTextResponse(f"{words}\n", status)
    answer.headers.update(headers or {})
    return answer
