"""What every command shares: where output goes, which rules, how much is said."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcheck.errors import InputError, Problem, RuleError, UsageError

if TYPE_CHECKING:
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

    def say(self, message: str) -> None:
        """Writes a message to standard error, unless the user wants quiet."""
        if not self.quiet:
            typer.echo(message, err=True)

    def warn(self, problems: Iterable[Problem]) -> None:
        """Names problems on standard error, always."""
        for problem in problems:
            typer.echo(f"claimcheck: {problem}", err=True)

    def knowledge(self) -> Knowledge:
        """The rules and lexicons of the run; raises RuleError where a folder of rules is not there."""
        from claimcheck.engine.packs import load_rules
        from claimcheck.engine.project import load_project
        from claimcheck.pipeline import knowledge_of

        for folder in self.rules:
            if not folder.is_dir():
                raise RuleError(f"{folder}: no such folder of rules")
        project = None
        file = self.config if self.config is not None else Path(PROJECT_FILE)
        if self.config is not None and not file.is_file():
            raise RuleError(f"{file}: no such project file")
        if file.is_file():
            project, problems = load_project(file)
            if problems:
                raise RuleError("\n".join(str(problem) for problem in problems))
        return knowledge_of(load_rules(self.rules, project))

    def read(self, inputs: list[str]) -> Ingested:
        """The documents of the inputs; raises InputError where none can be read."""
        from claimcheck.ingest import read_documents

        ingested = read_documents(inputs)
        self.warn(ingested.problems)
        if not ingested.documents:
            raise InputError("no document could be read" if ingested.problems else "no documents in the input")
        return ingested

    def write(self, text: str) -> None:
        """Writes to the output file in one step, or to standard output."""
        if self.output is None:
            sys.stdout.write(text)
            sys.stdout.flush()
            return
        replace_file(self.output, text)

    def colours(self) -> bool:
        """Whether the output is a terminal that shows colours."""
        return self.output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def replace_file(path: Path, text: str) -> None:
    """Writes a file so that a reader sees the old or the new content, never a part."""
    folder = path.resolve().parent
    if not folder.is_dir():
        raise UsageError(f"{path}: the folder {folder} does not exist")
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; name a file")
    try:
        handle, name = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            current = os.umask(0)
            os.umask(current)
            Path(name).chmod(0o666 & ~current)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error


def choose_format(stated: str | None, output: Path | None, known: tuple[str, ...], default: str) -> str:
    """The format asked for, else the one of the output file's ending, else the default."""
    if stated is not None:
        if stated not in known:
            raise UsageError(f"--format {stated}: not known here; use one of {', '.join(known)}")
        return stated
    endings = {"txt": "text", "md": "markdown", "htm": "html"}
    if output is not None and output.suffix:
        ending = output.suffix[1:].lower()
        wanted = endings.get(ending, ending)
        if wanted in known:
            return wanted
    return default
