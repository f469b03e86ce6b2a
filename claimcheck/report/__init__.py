"""Writes a report out: for a terminal, for programs, for readers, for spreadsheets."""

from __future__ import annotations

from pathlib import PurePath

from claimcheck.errors import UsageError
from claimcheck.model import Report

FORMATS: tuple[str, ...] = ("text", "markdown", "html", "json", "csv")

_BY_ENDING = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".csv": "csv",
}

__all__ = ["FORMATS", "format_for", "render"]


def format_for(filename: str) -> str | None:
    """The format that a file's ending stands for.

    >>> format_for("out/kherson.HTML"), format_for("notes.odt")
    ('html', None)
    """
    return _BY_ENDING.get(PurePath(filename).suffix.lower())


def render(report: Report, format: str, *, colour: bool = False, width: int = 80) -> str:  # noqa: A002
    """The report in one of `FORMATS`; colour and width matter to `text` alone."""
    if format == "text":
        from claimcheck.report.terminal import render_text

        return render_text(report, colour=colour, width=width)
    if format == "markdown":
        from claimcheck.report.markdown import render_markdown

        return render_markdown(report)
    if format == "html":
        from claimcheck.report.html_page import render_html

        return render_html(report)
    if format == "json":
        from claimcheck.report.json_file import render_json

        return render_json(report)
    if format == "csv":
        from claimcheck.report.csv_table import render_csv

        return render_csv(report)
    raise UsageError(f"unknown format “{format}”; choose one of {', '.join(FORMATS)}")
