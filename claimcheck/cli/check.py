"""`claimcheck check`."""

from __future__ import annotations

import shutil

import typer

from claimcheck.cli.session import Session, choose_format
from claimcheck.errors import UsageError

FAIL_ON = ("contradiction", "tension", "unreviewed")


def run_check(
    session: Session, inputs: list[str], format_: str | None, fail_on: list[str], *, strict: bool
) -> None:
    """Reads, checks, reports; exit code 1 for --fail-on, 2 for broken rules (or --strict and a broken document)."""
    from claimcheck.pipeline import check_documents
    from claimcheck.report import FORMATS, render

    for wanted in fail_on:
        if wanted not in FAIL_ON:
            raise UsageError(f"--fail-on {wanted}: use one of {', '.join(FAIL_ON)}")
    chosen = choose_format(format_, session.output, FORMATS, "text")
    knowledge = session.knowledge()
    session.warn(knowledge.problems)
    ingested = session.read(inputs)
    report = check_documents(ingested.documents, knowledge, ingested.problems)
    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    session.write(render(report, chosen, colour=session.colours(), width=width))
    if knowledge.problems or (strict and ingested.unreadable):
        raise typer.Exit(2)
    relations = {finding.relation for finding in report.findings}
    unreviewed = any(finding.review is None for finding in report.findings)
    if relations & set(fail_on) or ("unreviewed" in fail_on and unreviewed):
        raise typer.Exit(1)
