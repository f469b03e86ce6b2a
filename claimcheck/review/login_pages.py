"""Signing in and out."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from claimcheck.review.page import Page
from claimcheck.review.visitors import AnyPage, SentForm, field, own_form, session_of

router = APIRouter()


@router.get("/login")
def login_page(request: Request, page: AnyPage, next: str = "/") -> Response:  # noqa: A002
    """The form to sign in; where nobody needs to, the overview."""
    if page.settings.alone is not None:
        return RedirectResponse("/", 303)
    return _form(request, page, own_path(next))


@router.post("/login")
async def login(request: Request, page: AnyPage) -> Response:
    """Signs in and goes on to where the visitor wanted to go."""
    form = await own_form(request, page)
    name, password = field(form, "name", 200), form.get("password")
    onward = own_path(field(form, "next"))
    if not session_of(request, page).carries(form.get("token")):
        return _form(request, page, onward, 400, "This form was too old. Please sign in again.", name)
    address = request.client.host if request.client else ""
    wait = page.attempts.wait(name, address)
    if wait:
        words = f"Too many wrong passwords. Wait {max(1, wait // 60)} min, then try again."
        answer = _form(request, page, onward, 429, words, name)
        answer.headers["retry-after"] = str(wait)
        return answer
    reviewer = None
    if isinstance(password, str):
        reviewer = await run_in_threadpool(page.service.verify_password, name, password)
    if reviewer is None:
        page.attempts.failed(name, address)
        return _form(request, page, onward, 403, "Name and password do not belong together.", name)
    page.attempts.succeeded(name, address)
    answer = RedirectResponse(onward, 303)
    users = await run_in_threadpool(page.service.users)
    stamp = next((user.stamp for user in users if user.name == reviewer.name), "")
    page.sessions.keep(answer, page.sessions.new(reviewer.name, stamp))
    request.state.new_session = None
    return answer


@router.post("/logout")
def logout(request: Request, page: AnyPage, form: SentForm) -> Response:
    """Signs out."""
    answer = RedirectResponse("/login", 303)
    page.sessions.end(answer)
    return answer


def own_path(wanted: str) -> str:
    r"""A path of this page; the overview for everything that would lead elsewhere.

    >>> own_path("/queue?page=2"), own_path("//evil.example"), own_path("/\\evil.example")
    ('/queue?page=2', '/', '/')
    """
    plain = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted
    return wanted if plain and wanted.isprintable() else "/"


def _form(
    request: Request, page: Page, onward: str, status: int = 200, fault: str = "", name: str = ""
) -> Response:
    token = session_of(request, page).token
    return page.show("login.html", None, status, token=token, onward=onward, fault=fault, name=name)
