"""What every command shares: where output goes, which rules, how much is said."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcheck.cli.output import STANDARD_OUTPUT, check_writable, choose_format, write_output
from claimcheck.errors import InputError, Problem, RuleError, UsageError

if TYPE_CHECKING:
    from claimcheck.engine.project import Project
    from claimcheck.extract.documents import Reading
    from claimcheck.ingest import Ingested
    from claimcheck.pipeline import Knowledge

PROJECT_FILE = "claimcheck.yml"


@dataclass(frozen=True, slots=True)
class Session:
    """The options that are the same everywhere."""

    output: Path | None = None
    rules: tuple[Path, ...] = ()
    config: Path | None = None
    quiet: bool = False
    verbose: bool = False

    @property
    def target(self) -> Path | None:
        """The file to write, None for standard output (no -o, or `-o -`)."""
        return None if self.output is None or str(self.output) == STANDARD_OUTPUT else self.output

    def say(self, message: str) -> None:
        """Writes a message to standard error, unless the user wants quiet."""
        if not self.quiet:
            typer.echo(message, err=True)

    def warn(self, problems: Iterable[Problem]) -> None:
        """Names problems on standard error, always."""
        for problem in problems:
            typer.echo(f"claimcheck: {printable(str(problem))}", err=True)

    def format(self, stated: str | None, known: tuple[str, ...], default: str) -> str:
        """The format of the output; raises UsageError at once for one that cannot be written."""
        if self.target is not None:
            check_writable(self.target)
        return choose_format(stated, self.target, known, default)

    def knowledge(self) -> Knowledge:
        """The rules and lexicons of the run, problems named; raises RuleError where a folder of rules is not there."""
        from claimcheck.engine.filters import filters_of
        from claimcheck.engine.packs import load_rules
        from claimcheck.pipeline import knowledge_of

        for folder in self.rules:
            if not folder.is_dir():
                raise RuleError(f"{folder}: no such folder of rules")
        project = self.project()
        knowledge = knowledge_of(load_rules(self.rules, project), filters_of(project, date.today()))
        self.warn((*knowledge.problems, *knowledge.filters.lapsed))
        return knowledge

    def project(self) -> Project | None:
        """The project file of the run, None where there is none; raises RuleError for one that is not as it must be."""
        from claimcheck.engine.project import load_project

        file = self.config if self.config is not None else Path(PROJECT_FILE)
        if not file.is_file():
            if self.config is not None:
                raise RuleError(f"{file}: no such project file")
            return None
        project, problems = load_project(file)
        if problems:
            raise RuleError("\n".join(str(problem) for problem in problems))
        return project

    def read(self, inputs: list[str]) -> Ingested:
        """The documents of the inputs, problems named; raises InputError where none can be read."""
        from claimcheck.ingest import read_documents

        if "" in inputs:
            raise UsageError("an INPUT is empty: name a file, a folder, or - for standard input")
        ingested = self._without_output(inputs, read_documents(inputs, stdin=standard_input))
        self.warn(ingested.problems)
        if not ingested.documents:
            raise InputError(
                "no document could be read" if ingested.problems else "no documents in the input"
            )
        return ingested

    def check_read(self, reading: Reading) -> None:
        """Names the documents that broke the reading; raises InputError where none is left."""
        self.warn(reading.problems)
        if not reading.documents:
            raise InputError("no document could be read")

    def _without_output(self, inputs: list[str], ingested: Ingested) -> Ingested:
        """What was read but for the report of an earlier run, which this one replaces."""
        if self.target is None or not self.target.is_file():
            return ingested
        for given in inputs:
            if Path(given).is_file() and Path(given).samefile(self.target):
                raise UsageError(
                    f"{self.target}: is an input too and would be overwritten; name another file"
                )
        own = os.path.realpath(self.target)
        documents = tuple(d for d in ingested.documents if d.path is None or os.path.realpath(d.path) != own)
        problems = tuple(p for p in ingested.problems if os.path.realpath(p.where) != own)
        unreadable = ingested.unreadable - (len(ingested.problems) - len(problems))
        return replace(ingested, documents=documents, problems=problems, unreadable=max(unreadable, 0))

    def write(self, text: str) -> None:
        """Writes to the output file in one step, or to standard output."""
        write_output(self.target, text)

    def colours(self) -> bool:
        """Whether the output is a terminal that shows colours."""
        return (
            self.target is None and bool(sys.stdout and sys.stdout.isatty()) and "NO_COLOR" not in os.environ
        )


def standard_input() -> bytes:
    """All of standard input; raises InputError where it is closed."""
    if sys.stdin is None:
        raise InputError("standard input is closed")
    return sys.stdin.buffer.read()


def printable(text: str) -> str:
    r"""The text without characters that a terminal would act on, line ends apart.

    >>> printable("a\x1b[2J.txt")
    'a\\x1b[2J.txt'
    """
    return "".join(sign if sign.isprintable() or sign == "\n" else ascii(sign)[1:-1] for sign in text)
