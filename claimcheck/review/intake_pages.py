"""Adding documents to the case by upload or paste, and the run that follows."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Depends
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from claimcheck.errors import Problem
from claimcheck.ingest import ENDINGS, Stated, read_handed_over
from claimcheck.report.wording import clean
from claimcheck.review.page import Page, Visitor
from claimcheck.review.visitors import AnyPage, SentForm, Visiting, at_least, field

PASTED = "pasted text"
_ABOUT = ("story", "outlet", "title", "author", "published", "url")
_LONGEST_NAME = 120

router = APIRouter()
MAY_ADD = [Depends(at_least("reviewer"))]


@router.get("/add", dependencies=MAY_ADD)
def add_page(page: AnyPage, visitor: Visiting, newer: str | None = None) -> Response:
    """The forms to add documents; `newer` names the document that a newer text is for."""
    about = {}
    if newer:
        old = page.service.document(newer).document
        about = {name: getattr(old, name) or "" for name in _ABOUT} | {"id": old.id}
    return _form(page, visitor, about)


@router.post("/documents/add", dependencies=MAY_ADD)
async def add(request: Request, page: AnyPage, visitor: Visiting, form: SentForm) -> Response:
    """Reads what was uploaded or pasted and starts a run; says what is wrong where nothing could be read."""
    about = {name: field(form, name, 500) for name in (*_ABOUT, "id")}
    given, problems = await _given(form, page)
    stated = Stated(**{name: value or None for name, value in about.items()})
    found = await run_in_threadpool(read_handed_over, given, stated)
    problems += found.problems
    if not found.documents:
        fault = "Nothing could be read." if given or problems else "Choose a file or paste a text first."
        return _form(page, visitor, about, field(form, "text", page.settings.limits.file), fault, problems)
    check = page.checking.start(found.documents, problems, visitor.reviewer.name)
    return RedirectResponse(f"/checks/{check.number}", 303)


@router.post("/checks", dependencies=MAY_ADD)
def check_again(page: AnyPage, visitor: Visiting, form: SentForm) -> Response:
    """Checks the documents of the case once more, with the rules as they are now."""
    check = page.checking.start((), (), visitor.reviewer.name)
    return RedirectResponse(f"/checks/{check.number}", 303)


@router.get("/checks/{number}")
def check_page(number: int, page: AnyPage, visitor: Visiting, part: str = "") -> Response:
    """How far a run is; `part` asks for the changing part alone."""
    check = page.checking.find(number)
    if check is None:
        raise HTTPException(
            404, "This run is over and no longer remembered; the overview shows what it found."
        )
    return page.show("check_state.html" if part else "check.html", visitor, check=check)


async def _given(form: FormData, page: Page) -> tuple[list[tuple[str, bytes]], list[Problem]]:
    """Names and bytes of what was sent; files that are too large are named and left out."""
    given, problems = [], []
    most = page.settings.limits.file
    for upload in form.getlist("files"):
        if not isinstance(upload, UploadFile) or not upload.filename:
            continue
        name = shown_name(upload.filename)
        content = await upload.read(most + 1)
        if len(content) > most:
            problems.append(Problem(name, f"is larger than {most // 1024**2} MiB: split it into documents"))
        else:
            given.append((name, content))
    text = form.get("text")
    if isinstance(text, str) and text.strip():
        given.append((PASTED, text.encode("utf-8", errors="replace")))
    return given, problems


def shown_name(name: str) -> str:
    r"""The last part of a file's name, for messages alone: it is never opened.

    >>> shown_name("..\\..\\secret\\report.txt"), shown_name("/etc/passwd")
    ('report.txt', 'passwd')
    """
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return clean(last)[-_LONGEST_NAME:] or "file"


def _form(
    page: Page,
    visitor: Visitor,
    about: dict[str, str],
    text: str = "",
    fault: str = "",
    problems: Sequence[Problem] = (),
) -> Response:
    return page.show(
        "add.html",
        visitor,
        422 if fault else 200,
        about={name: about.get(name, "") for name in (*_ABOUT, "id")},
        text=text,
        fault=fault,
        problems=problems,
        endings=ENDINGS,
        limits=page.settings.limits,
        stories=page.service.stories(),
        running=page.checking.running(),
    )
