"""The report of the case in every format."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from claimcheck.report import FORMATS, render
from claimcheck.review.visitors import AnyPage, Visiting

# Ending, media type, what it is for.
KINDS: Mapping[str, tuple[str, str, str]] = {
    "html": ("html", "text/html; charset=utf-8", "One page to read, print or send; needs nothing else"),
    "markdown": ("md", "text/markdown; charset=utf-8", "Text with headings and tables, for wikis and issues"),
    "text": ("txt", "text/plain; charset=utf-8", "Plain text, as on a terminal"),
    "csv": ("csv", "text/csv; charset=utf-8", "One row for each side of a finding, for spreadsheets"),
    "json": ("json", "application/json", "Everything, for programs"),
}
_OTHER = ("", "application/octet-stream", "")

router = APIRouter()


@router.get("/downloads")
def downloads_page(page: AnyPage, visitor: Visiting) -> Response:
    """What can be downloaded."""
    ordered = [name for name in KINDS if name in FORMATS] + [name for name in FORMATS if name not in KINDS]
    kinds = [(name, *KINDS.get(name, _OTHER)) for name in ordered]
    return page.show("downloads.html", visitor, kinds=kinds, stories=page.service.stories())


@router.get("/download")
def download(
    page: AnyPage,
    visitor: Visiting,
    format: str,  # noqa: A002
    story: str = "",
    names: str = "",
) -> Response:
    """The last run with its standing decisions; whose they are only where asked for."""
    if format not in FORMATS:
        raise HTTPException(404, f"There is no format {format}; there are {', '.join(FORMATS)}.")
    report = page.service.report(story or None, names=names == "yes")
    ending, media, _ = KINDS.get(format, _OTHER)
    name = f"{_file_name(story or page.settings.case_name)}.{ending or format}"
    headers = {"content-disposition": f'attachment; filename="{name}"', "content-security-policy": "sandbox"}
    return Response(render(report, format), media_type=media, headers=headers)


def _file_name(words: str) -> str:
    """Letters and digits only, whatever the story is called.

    >>> _file_name('../2022/"kherson"')
    '2022-kherson'
    """
    return re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-")[:60] or "report"
