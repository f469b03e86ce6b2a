"""`claimcheck rules show` and `claimcheck rules docs`."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from claimcheck.cli.output import replace_file
from claimcheck.cli.session import Session, printable
from claimcheck.errors import UsageError

FORMATS = ("text", "markdown", "json")
INDEX = "index.md"


def run_show(session: Session, name: str, format_: str | None) -> None:
    """Writes one rule: what it does in plain words, an example that was really run, its tests."""
    from claimcheck.audit.lookup import rule_named
    from claimcheck.engine.examples import example_of
    from claimcheck.report.rule_page import render_page, render_rule, rule_to_json

    chosen = session.format(format_, FORMATS, "text")
    knowledge = session.knowledge()
    rule = rule_named(knowledge.rules.rules, name)
    example = example_of(rule, knowledge.domain)
    if chosen == "json":
        session.write(json.dumps(rule_to_json(rule, example), ensure_ascii=False, indent=1) + "\n")
    elif chosen == "markdown":
        session.write(render_page(rule, example))
    else:
        session.write(printable(render_rule(rule, example)))
    if knowledge.problems:
        raise typer.Exit(2)


def run_docs(session: Session, folder: Path) -> None:
    """Writes a page for each rule and an index; pages of rules that are gone are left alone."""
    from claimcheck.engine.examples import example_of
    from claimcheck.report.rule_page import page_name, render_index, render_page

    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file; name a folder")
    knowledge = session.knowledge()
    rules = knowledge.rules.rules
    for rule in rules:
        page = folder / page_name(rule)
        page.parent.mkdir(parents=True, exist_ok=True)
        replace_file(page, render_page(rule, example_of(rule, knowledge.domain)))
    folder.mkdir(parents=True, exist_ok=True)
    replace_file(folder / INDEX, render_index(rules))
    session.say(f"{folder}: {len(rules)} pages and {INDEX} written")
    if knowledge.problems:
        raise typer.Exit(2)
