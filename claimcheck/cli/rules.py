"""`claimcheck rules`."""

from __future__ import annotations

import json
from collections import Counter

import typer

from claimcheck.cli.session import Session, choose_format
from claimcheck.errors import UsageError

FORMATS = ("text", "json")


def run_list(session: Session, format_: str | None) -> None:
    """Writes the rules with maturity, severity and title."""
    chosen = choose_format(format_, session.output, FORMATS, "text")
    knowledge = session.knowledge()
    session.warn(knowledge.problems)
    rows = [
        {"id": rule.id, "maturity": rule.form.maturity, "severity": rule.form.severity, "title": rule.form.title, "tests": len(rule.form.tests)}
        for rule in knowledge.rules.rules
    ]  # fmt: skip
    if chosen == "json":
        session.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    else:
        wide = max((len(str(row["id"])) for row in rows), default=0)
        session.write("".join(f"{row['id']:{wide}}  {row['maturity']:12} {row['severity']:6}  {row['title']}\n" for row in rows))
    if knowledge.problems:
        raise typer.Exit(2)


def run_test(session: Session, wanted: str | None, format_: str | None) -> None:
    """Runs the inline tests; exit code 1 where one fails, 2 where a rule could not be loaded."""
    from claimcheck.engine.inline_tests import run_inline_tests

    chosen = choose_format(format_, session.output, FORMATS, "text")
    knowledge = session.knowledge()
    session.warn(knowledge.problems)
    rules = [rule for rule in knowledge.rules.rules if wanted is None or wanted in rule.id]
    if not rules:
        raise UsageError(f"no rule has “{wanted}” in its id" if wanted else "there are no rules")
    results = list(run_inline_tests(rules, knowledge.domain))
    if chosen == "json":
        rows = [
            {"rule": r.rule, "name": r.name, "where": r.where, "outcome": r.outcome, "detail": r.detail} for r in results
        ]
        session.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    else:
        lines = [
            f"{result.outcome:8} {result.rule}: {result.name}" + (f"\n         {result.where}: {result.detail}" if result.detail else "")
            for result in results
            if session.verbose or not result.passed or result.outcome == "todo passes"
        ]
        counts = Counter(result.outcome for result in results)
        failed = sum(not result.passed for result in results)
        summary = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
        session.write("".join(f"{line}\n" for line in [*lines, f"{len(results)} tests of {len(rules)} rules: {summary}"]))
        if failed:
            session.say(f"{failed} failed")
    if knowledge.problems:
        raise typer.Exit(2)
    if any(not result.passed for result in results):
        raise typer.Exit(1)
