"""`claimcheck rules`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from claimcheck.cli.session import Session
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.engine.inline_tests import TestResult
    from claimcheck.engine.pack_tests import PackTest
    from claimcheck.engine.packs import Rule

FORMATS = ("text", "json")


def run_list(session: Session, format_: str | None) -> None:
    """Writes the rules with maturity, severity and title."""
    chosen = session.format(format_, FORMATS, "text")
    knowledge = session.knowledge()
    rules = knowledge.rules.rules
    session.write(_json([_row(rule) for rule in rules]) if chosen == "json" else _table(rules))
    if knowledge.problems:
        raise typer.Exit(2)


def _json(rows: list[dict[str, object]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _row(rule: Rule) -> dict[str, object]:
    form = rule.form
    return {
        "id": rule.id,
        "maturity": form.maturity,
        "severity": form.severity,
        "title": form.title,
        "tests": len(form.tests),
    }


def _table(rules: Sequence[Rule]) -> str:
    wide = max((len(rule.id) for rule in rules), default=0)
    return "".join(
        f"{rule.id:{wide}}  {rule.form.maturity:12} {rule.form.severity:6}  {rule.form.title}\n"
        for rule in rules
    )


def run_test(session: Session, wanted: str | None, format_: str | None) -> None:
    """Runs the inline tests; exit code 1 where one fails, 2 where a rule could not be loaded."""
    from claimcheck.engine.inline_tests import run_inline_tests, run_pack_tests
    from claimcheck.engine.pack_tests import pack_tests

    chosen = session.format(format_, FORMATS, "text")
    knowledge = session.knowledge()
    every = knowledge.rules.rules
    rules = [rule for rule in every if wanted is None or wanted in rule.id]
    of_words, wrong = pack_tests(knowledge.rules)
    session.warn(wrong)
    chosen_words = [test for test in of_words if wanted is None or wanted in test.name]
    if not rules and not chosen_words:
        raise UsageError(_no_rule(wanted, [rule.id for rule in every]))
    results = [
        *run_inline_tests(rules, knowledge.domain),
        *run_pack_tests(chosen_words, every, knowledge.domain),
    ]
    session.write(
        _json([_result_row(result) for result in results])
        if chosen == "json"
        else _results(results, _tested(len(rules), chosen_words), every=session.verbose)
    )
    failed = sum(not result.passed for result in results)
    if failed:
        session.say(f"{failed} failed")
    if knowledge.problems or wrong:
        raise typer.Exit(2)
    if failed:
        raise typer.Exit(1)


def _no_rule(wanted: str | None, known: Sequence[str]) -> str:
    from claimcheck.resources import nearest

    if wanted is None or not known:
        return "there are no rules"
    names = {name.rpartition("/")[2]: name for name in known} | {name: name for name in known}
    meant = nearest(wanted, list(names))
    return f"no rule has “{wanted}” in its id" + (f"; did you mean {names[meant]}?" if meant else "")


def _result_row(result: TestResult) -> dict[str, object]:
    return {
        "rule": result.rule,
        "name": result.name,
        "where": result.where,
        "outcome": result.outcome,
        "detail": result.detail,
    }


def _tested(rules: int, of_words: Sequence[PackTest]) -> str:
    """What the tests are of: rules, and the words of packs."""
    packs = len({test.pack for test in of_words})
    words = f"the words of {packs} pack{'' if packs == 1 else 's'}" if packs else ""
    return " and ".join(part for part in (f"{rules} rules" if rules else "", words) if part)


def _results(results: Sequence[TestResult], tested: str, *, every: bool) -> str:
    """What failed (all tests where every is wanted), and how many there were of each outcome."""
    lines = []
    for result in results:
        if every or not result.passed or result.outcome == "todo passes":
            lines.append(f"{result.outcome:8} {result.rule}: {result.name}")
            if result.detail:
                lines.append(f"         {result.where}: {result.detail}")
    counts = Counter(result.outcome for result in results)
    summary = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    lines.append(f"{len(results)} tests of {tested}: {summary}")
    return "".join(f"{line}\n" for line in lines)
