"""The verbs for other Python programs: check, extract, compare. Nothing is printed, errors are raised."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from claimcheck.engine.packs import load_rules
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


def check(paths: Paths, *, rules: Paths = (), case: str | None = None) -> Report:
    """The report on files and folders, as `claimcheck check` writes it; each folder is one story.

    With `case`, a file or a `postgresql://` URL, the run is kept there and the findings carry what people decided.

    `rules` names folders of rule packs that are added to the shipped ones. A file that cannot be read
    or a broken rule is named under `problems`; InputError where a path is not there.
    """
    knowledge = _knowledge(tuple(_listed(rules)))
    ingested = read_documents(_listed(paths))
    report = check_documents(ingested.documents, knowledge, ingested.problems)
    if case is None:
        return report
    with open_case(case, create=True) as service:
        service.add_run(report)
        return service.with_decisions(report, names=True)


def extract(paths_or_text: Paths) -> tuple[Claim, ...]:
    """The claims of a text (a string) or of files and folders (a `Path`, or a list of names or paths)."""
    if isinstance(paths_or_text, str):
        _refuse_path(paths_or_text)
        documents: Sequence[Document] = [Document("text", "text", paths_or_text)]
    else:
        documents = read_documents(_listed(paths_or_text)).documents
    reading = read_claims(documents, _knowledge(()))
    if reading.problems and not reading.documents:
        raise InputError("\n".join(map(str, reading.problems)))
    return reading.claims


def compare(a: str, b: str) -> Answer:
    """How passage `b` stands to passage `a`, both on one event: the relation, and why."""
    return answer_pair(a, b, _knowledge(()))[1]


@contextmanager
def open_case(where: str, *, create: bool = False) -> Iterator[ReviewService]:
    """The review of a case in a file or at a `postgresql://` URL, closed behind; UsageError where it is not there.

    Needs the libraries of `claimcheck[review]`.
    """
    from claimcheck.store.case import Case
    from claimcheck.store.service import ReviewService

    case = Case.open(where, create=create)
    try:
        yield ReviewService(case, None, lambda: datetime.now(UTC))
    finally:
        case.close()


@cache
def _knowledge(folders: tuple[str, ...]) -> Knowledge:
    """The shipped rules with those of the folders, read once."""
    for folder in folders:
        if not Path(folder).is_dir():
            raise RuleError(f"{folder}: no such folder of rules")
    return knowledge_of(load_rules([Path(folder) for folder in folders], None))


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
