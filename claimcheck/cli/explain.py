"""`claimcheck explain`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typer

from claimcheck.cli.session import Session
from claimcheck.cli.written_reports import read_report
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.audit.accounts import Account
    from claimcheck.model import Report

FORMATS = ("text", "json")


def run_explain(
    session: Session, words: list[str], why_not: str | None, format_: str | None, case: str | None
) -> None:
    """Writes every step that led to a finding, or those of a rule on two claims until it stopped.

    `words` are the report and the names, with a case the names alone.
    """
    chosen = session.format(format_, FORMATS, "text")
    names = words if case is not None else words[1:]
    wanted = 1 if why_not is None else 2
    if len(names) != wanted:
        raise UsageError(_usage(why_not, names))
    report = read_report(words[0]) if case is None else _case_report(session, case)
    broken = False
    if why_not is None:
        from claimcheck.audit.accounts import account_of
        from claimcheck.audit.lookup import finding_named

        account = account_of(report, finding_named(report, names[0]))
    else:
        account, broken = _asked(session, report, why_not, names)
    session.write(_rendered(account, report, chosen))
    if broken:
        raise typer.Exit(2)


def _case_report(session: Session, case: str) -> Report:
    from claimcheck.cli.cases import opened_case

    with opened_case(case, session) as service:
        return service.report(names=True)


def _usage(why_not: str | None, names: list[str]) -> str:
    if why_not is None:
        return f"name one finding of the report, by its id (“f-…”), not {len(names)}"
    return f"--why-not {why_not}: name two claims of the report after it, not {len(names)}"


def _asked(session: Session, report: Report, why_not: str, names: list[str]) -> tuple[Account, bool]:
    """What the rule says about the two claims, and whether some rule could not be loaded."""
    from claimcheck.audit.accounts import account_of_rule
    from claimcheck.audit.lookup import claim_named, rule_named

    knowledge = session.knowledge()
    rule = rule_named(knowledge.rules.rules, why_not)
    left, right = (claim_named(report, name) for name in names)
    return account_of_rule(report, rule, left, right, knowledge), bool(knowledge.problems)


def _rendered(account: Account, report: Report, chosen: str) -> str:
    from claimcheck.report.account import account_to_json, render_account

    if chosen == "text":
        return render_account(account, report)
    return json.dumps(account_to_json(account, report), ensure_ascii=False, indent=1) + "\n"
