"""`claimcheck check`."""

from __future__ import annotations

import shutil

import typer

from claimcheck.cli.session import Session
from claimcheck.errors import UsageError

FAIL_ON = ("contradiction", "tension", "unreviewed")
FILE_WIDTH = 80
NARROWEST, WIDEST = 40, 100


def run_check(
    session: Session, inputs: list[str], format_: str | None, fail_on: list[str], *, strict: bool
) -> None:
    """Reads, checks, reports; code 1 for --fail-on, 2 for broken rules (or --strict and a broken document)."""
    from claimcheck.report import FORMATS

    for wanted in fail_on:
        if wanted not in FAIL_ON:
            raise UsageError(f"--fail-on {wanted}: use one of {', '.join(FAIL_ON)}")
    chosen = session.format(format_, FORMATS, "text")

    from claimcheck.pipeline import in_order, read_claims, report_of
    from claimcheck.report import render

    knowledge = session.knowledge()
    ingested = session.read(inputs)
    reading = read_claims(in_order(ingested.documents), knowledge)
    session.check_read(reading)
    report = report_of(reading, knowledge, ingested.problems)
    session.write(render(report, chosen, colour=session.colours(), width=_width(session)))
    if knowledge.problems or (strict and (ingested.unreadable or reading.problems)):
        raise typer.Exit(2)
    relations = {finding.relation for finding in report.findings}
    unreviewed = any(finding.review is None for finding in report.findings)
    if relations & set(fail_on) or ("unreviewed" in fail_on and unreviewed):
        raise typer.Exit(1)


def _width(session: Session) -> int:
    """The columns of a text report: the terminal's, within reason; a file looks the same everywhere."""
    if session.target is not None:
        return FILE_WIDTH
    return max(NARROWEST, min(shutil.get_terminal_size((FILE_WIDTH, 24)).columns, WIDEST))
