"""`claimcheck rules check`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcheck.cli.session import PROJECT_FILE, Session, printable
from claimcheck.errors import Problem, RuleError

if TYPE_CHECKING:
    from claimcheck.engine.packs import RuleSet
    from claimcheck.engine.project import Project

FORMATS = ("text", "json")


def run_check(session: Session, format_: str | None) -> None:
    """Writes all that is wrong with packs and project, each with its place; ends with 1 where something is."""
    from claimcheck.engine.lint import lint
    from claimcheck.engine.packs import load_rules

    chosen = session.format(format_, FORMATS, "text")
    for folder in session.rules:
        if not folder.is_dir():
            raise RuleError(f"{folder}: no such folder of rules")
    project, problems = _project(session)
    rules = load_rules(session.rules, project)
    found = [*problems, *lint(rules, project, date.today())]
    session.write(_as_json(found) if chosen == "json" else _as_text(found, rules))
    if found:
        raise typer.Exit(1)


def _project(session: Session) -> tuple[Project | None, list[Problem]]:
    """The project file of the run where there is one, and what is wrong with it."""
    from claimcheck.engine.project import load_project

    if session.config is not None and not session.config.is_file():
        raise RuleError(f"{session.config}: no such project file")
    file = session.config if session.config is not None else Path(PROJECT_FILE)
    return load_project(file) if file.is_file() else (None, [])


def _as_json(found: Sequence[Problem]) -> str:
    rows = [{"where": problem.where, "what": problem.what} for problem in found]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _as_text(found: Sequence[Problem], rules: RuleSet) -> str:
    """One line for each problem, as editors and scripts read it, and how much was looked at."""
    looked = f"{_count(len(rules.rules), 'rule')} of {_count(len(rules.packs), 'pack')}"
    verdict = _count(len(found), "problem") if found else "nothing wrong"
    lines = [*(printable(str(problem)) for problem in found), f"{verdict} in {looked}"]
    return "".join(f"{line}\n" for line in lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
