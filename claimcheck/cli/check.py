"""`claimcheck check`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import typer

from claimcheck.cli.session import Session
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.model import Report

FAIL_ON = ("contradiction", "tension", "unreviewed")
FILE_WIDTH = 80
NARROWEST, WIDEST = 40, 100


def run_check(
    session: Session,
    inputs: list[str],
    format_: str | None,
    fail_on: list[str],
    *,
    strict: bool,
    case: str | None = None,
    names: bool = False,
) -> None:
    """Reads, checks, reports; code 1 for --fail-on, 2 for broken rules (or --strict and a broken document).

    With a case the run is kept in it, and the report carries the decisions that stand.
    """
    from claimcheck.report import FORMATS
    from claimcheck.report.cards import dismissed

    for wanted in fail_on:
        if wanted not in FAIL_ON:
            raise UsageError(f"--fail-on {wanted}: use one of {', '.join(FAIL_ON)}")
    chosen = session.format(format_, FORMATS, "text")

    if names and case is None:
        raise UsageError("--names says who decided: it needs --case")
    if case is not None and session.target is not None and str(session.target) == case:
        raise UsageError(f"{case}: is the case; write the report to another file")

    from claimcheck.pipeline import in_order, read_claims, report_of
    from claimcheck.report import render

    knowledge = session.knowledge()
    ingested = session.read(inputs)
    reading = read_claims(in_order(ingested.documents), knowledge)
    session.check_read(reading)
    report = report_of(reading, knowledge, ingested.problems)
    if case is not None:
        report = _kept(session, case, report, names=names)
    session.write(render(report, chosen, colour=session.colours(), width=_width(session)))
    if knowledge.problems or (strict and (ingested.unreadable or reading.problems)):
        raise typer.Exit(2)
    relations = {finding.relation for finding in report.findings if not dismissed(finding)}
    unreviewed = any(finding.review is None for finding in report.findings)
    if relations & set(fail_on) or ("unreviewed" in fail_on and unreviewed):
        raise typer.Exit(1)


def _kept(session: Session, case: str, report: Report, *, names: bool) -> Report:
    """The report with the standing decisions of the case, in which the run is kept first."""
    from claimcheck.cli.cases import opened_case
    from claimcheck.report.standings import run_words

    with opened_case(case, session, create=True) as service:
        summary = service.add_run(report)
        session.say(f"{service.case.name}: {run_words(summary)}")
        return service.with_decisions(report, names=names)


def _width(session: Session) -> int:
    """The columns of a text report: the terminal's, within reason; a file looks the same everywhere."""
    if session.target is not None:
        return FILE_WIDTH
    return max(NARROWEST, min(shutil.get_terminal_size((FILE_WIDTH, 24)).columns, WIDEST))
