"""`claimcheck rules try`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcheck.cli.session import Session, printable
from claimcheck.errors import RuleError

if TYPE_CHECKING:
    from claimcheck.engine.tried import Trial
    from claimcheck.model import Finding
    from claimcheck.pipeline import Knowledge

FORMATS = ("text", "json")
WIDTH = 80


def run_try(session: Session, file: Path, inputs: list[str], format_: str | None) -> None:
    """Writes the findings that a rule file adds and removes on documents; 2 where one of its rules is broken."""
    from claimcheck.engine.tried import rules_to_try, tried
    from claimcheck.pipeline import context_of, read_claims

    chosen = session.format(format_, FORMATS, "text")
    if not file.is_file():
        raise RuleError(f"{file}: no such rule file")
    knowledge = _with_words_of(file, session.knowledge())
    rules, problems = rules_to_try(file, knowledge.rules.rules)
    session.warn(problems)
    if not rules:
        raise RuleError(f"{file}: has no rule that can run")
    reading = read_claims(session.read(inputs).documents, knowledge)
    session.check_read(reading)
    documents = reading.documents
    trial = tried(rules, knowledge.rules.rules, reading.claims, context_of(documents, knowledge))
    session.write(_as_json(trial, len(documents)) if chosen == "json" else _as_text(trial, len(documents)))
    if problems or knowledge.problems:
        raise typer.Exit(2)


def _with_words_of(file: Path, knowledge: Knowledge) -> Knowledge:
    """The knowledge with the lexicon of the pack around the file, where that is not installed."""
    from claimcheck.engine.tried import pack_around
    from claimcheck.lexicon.domain import load_domain

    around = pack_around(file)
    if around is None or around.pack.name in knowledge.rules.folders:
        return knowledge
    domain, problems = load_domain({**knowledge.rules.folders, around.pack.name: around.folder})
    return replace(knowledge, domain=domain, problems=(*knowledge.rules.problems, *problems))


def _as_json(trial: Trial, documents: int) -> str:
    from claimcheck.contract import finding_to_json

    answer = {
        "rules": [rule.id for rule in trial.rules],
        "replaced": [rule.id for rule in trial.replaced],
        "documents": documents,
        "added": [finding_to_json(finding) for finding in trial.added],
        "removed": [finding_to_json(finding) for finding in trial.removed],
        "same": trial.same,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _as_text(trial: Trial, documents: int) -> str:
    return "".join(f"{printable(line)}\n" for line in _lines(trial, documents))


def _lines(trial: Trial, documents: int) -> Iterator[str]:
    from claimcheck.report.wording import counted
    from claimcheck.report.wrapping import wrapped

    known = {rule.id for rule in trial.replaced}
    for rule in trial.rules:
        yield f"{rule.id}: {'replaces the installed rule' if rule.id in known else 'a new rule'}"
    yield (
        f"On {counted(documents, 'document')}: {len(trial.added)} added,"
        f" {len(trial.removed)} removed, {trial.same} the same."
    )
    for sign, findings in (("+", trial.added), ("-", trial.removed)):
        for finding in findings:
            yield ""
            yield f"{sign} {finding.relation}, {finding.rule} ({finding.story})"
            yield from wrapped(_said(finding), WIDTH, "    ")


def _said(finding: Finding) -> str:
    from claimcheck.report.wording import clean

    return clean(finding.explanation)
