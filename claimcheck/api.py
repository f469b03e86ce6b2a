"""The verbs for other Python programs: check, extract, compare. Nothing is printed, errors are raised."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from claimcheck.engine.filters import filters_of
from claimcheck.engine.packs import load_rules
from claimcheck.engine.project import Project, load_project
from claimcheck.errors import InputError, RuleError, UsageError
from claimcheck.ingest import read_documents
from claimcheck.model import Claim, Document, Report
from claimcheck.passages.answer import Answer
from claimcheck.pipeline import Knowledge, answer_pair, check_documents, knowledge_of, read_claims

__all__ = ["Answer", "Paths", "check", "compare", "extract", "open_case"]

if TYPE_CHECKING:
    from claimcheck.store.service import ReviewService

Paths: TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
LONGEST_PATH = 1000


def check(
    paths: Paths,
    *,
    rules: Paths = (),
    config: str | os.PathLike[str] | None = None,
    case: str | None = None,
) -> Report:
    """The report on files and folders, as `claimcheck check` writes it; each folder is one story.

    `rules` names folders of rule packs that are added to the shipped ones, `config` a claimcheck.yml whose
    packs, overrides and filters apply; unlike the command, a file of that name is not looked for. A file
    that cannot be read or a broken rule is named under `problems`; InputError where a path is not there,
    RuleError where a folder of rules or the project file is not there or cannot be used.

    With `case`, a file or a `postgresql://` URL, the run is kept there and the findings carry what people decided.
    """
    knowledge = _chosen(rules, config)
    ingested = read_documents(_listed(paths))
    report = check_documents(ingested.documents, knowledge, ingested.problems)
    if case is None:
        return report
    with open_case(case, create=True, config=config) as service:
        service.add_run(report)
        return service.with_decisions(report, names=True)


def extract(
    paths_or_text: Paths, *, rules: Paths = (), config: str | os.PathLike[str] | None = None
) -> tuple[Claim, ...]:
    """The claims of a text (a string) or of files and folders (a `Path`, or a list of names or paths).

    `rules` and `config` as for `check`: the words of more packs are read, or of fewer.
    """
    if isinstance(paths_or_text, str):
        _refuse_path(paths_or_text)
        documents: Sequence[Document] = [Document("text", "text", paths_or_text)]
    else:
        documents = read_documents(_listed(paths_or_text)).documents
    reading = read_claims(documents, _chosen(rules, config))
    if reading.problems and not reading.documents:
        raise InputError("\n".join(map(str, reading.problems)))
    return reading.claims


def compare(a: str, b: str, *, rules: Paths = (), config: str | os.PathLike[str] | None = None) -> Answer:
    """How passage `b` stands to passage `a`, both on one event: the relation, and why; `rules`, `config` as for `check`."""
    return answer_pair(a, b, _chosen(rules, config))[1]


def _chosen(rules: Paths, config: str | os.PathLike[str] | None) -> Knowledge:
    """The rules that a caller asks for; a project file is read anew each time, since it is edited."""
    folders = tuple(_listed(rules))
    if config is None:
        return _knowledge(folders)
    project = _project(config)
    return knowledge_of(load_rules(_existing(folders), project), filters_of(project, date.today()))


def _project(config: str | os.PathLike[str]) -> Project:
    file = Path(config)
    if not file.is_file():
        raise RuleError(f"{file}: no such project file")
    project, problems = load_project(file)
    if project is None:
        raise RuleError("\n".join(map(str, problems)))
    return project


@contextmanager
def open_case(
    where: str, *, create: bool = False, config: str | os.PathLike[str] | None = None
) -> Iterator[ReviewService]:
    """The review of a case in a file or at a `postgresql://` URL, closed behind; UsageError where it is not there.

    `config` is a claimcheck.yml whose `review` says how many reviewers a finding needs; else the case goes on as it
    did. Needs the libraries of `claimcheck[review]`.
    """
    from claimcheck.store.case import Case
    from claimcheck.store.service import ReviewService
    from claimcheck.store.views import Policy

    review = _project(config).review if config is not None else None
    case = Case.open(where, create=create)
    try:
        policy = Policy(**review.model_dump()) if review is not None else None
        yield ReviewService(case, policy, lambda: datetime.now(UTC))
    finally:
        case.close()


@cache
def _knowledge(folders: tuple[str, ...]) -> Knowledge:
    """The shipped rules with those of the folders, read once."""
    return knowledge_of(load_rules(_existing(folders), None))


def _existing(folders: Sequence[str]) -> list[Path]:
    """The folders of rules; RuleError where one is not there."""
    for folder in folders:
        if not Path(folder).is_dir():
            raise RuleError(f"{folder}: no such folder of rules")
    return [Path(folder) for folder in folders]


def _listed(paths: Paths) -> Sequence[str]:
    if isinstance(paths, str | os.PathLike):
        return [os.fspath(paths)]
    return [os.fspath(path) for path in paths]


def _refuse_path(text: str) -> None:
    """Raises UsageError for the name of a file where a text is wanted: its words would give no claims."""
    if len(text) > LONGEST_PATH or "\n" in text or "\0" in text or not text.strip():
        return
    if Path(text).exists():
        raise UsageError(f"extract: “{text}” is a file or folder; to read it, give Path({text!r})")
