"""Which files are read, in which order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from claimcheck.errors import InputError, Problem

ENDINGS = (".txt", ".md", ".html", ".htm", ".json", ".jsonl")
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input (no path); `folder` holds it where it was found in one.

    `content` is there where the bytes were handed over: then `where` is only a name and nothing is opened.
    """

    where: str
    path: Path | None = None
    folder: Path | None = None
    content: bytes | None = None

    @property
    def name(self) -> str:
        return self.path.name if self.path else ""

    @property
    def location(self) -> str | None:
        return self.path.as_posix() if self.path else None

    @property
    def ending(self) -> str:
        if self.content is not None:
            return PurePosixPath(self.where).suffix.casefold()
        return self.path.suffix.casefold() if self.path else ""


def handed_over(name: str, content: bytes) -> Source | Problem:
    """Bytes under a name that is never opened; refused where its ending is none that is read."""
    source = Source(name, content=content)
    return source if source.ending in ("", *ENDINGS) else _ending_refused(name)


def find_sources(inputs: Sequence[str]) -> list[Source | Problem]:
    """The files that the inputs mean, each once; raises InputError where there is no such path."""
    found: dict[str, Source | Problem] = {}
    for given in inputs:
        for source in _sources(given):
            path = source.path if isinstance(source, Source) else None
            found.setdefault(os.path.realpath(path) if path else source.where, source)
    return list(found.values())


def _sources(given: str) -> Iterator[Source | Problem]:
    path = Path(given)
    if given == STANDARD_INPUT:
        yield Source("standard input")
    elif path.is_dir():
        files = list(_files_in(path))
        yield from files
        if not files:
            yield Problem(path.as_posix(), f"holds no document ({' '.join(ENDINGS)})")
    elif not path.exists():
        raise InputError(f"{given}: there is no such file or folder")
    elif path.suffix.casefold() not in ENDINGS:
        yield _ending_refused(path.as_posix())
    else:
        yield Source(path.as_posix(), path)


def _ending_refused(where: str) -> Problem:
    return Problem(where, f"is not read: its ending is none of {' '.join(ENDINGS)}")


def _files_in(root: Path) -> Iterator[Source]:
    files: list[Path] = []
    for folder, below, names in os.walk(root):
        below[:] = [name for name in below if not name.startswith(".")]
        files += [Path(folder, name) for name in names if not name.startswith(".")]
    for path in sorted(files, key=lambda file: file.parts):
        if path.suffix.casefold() in ENDINGS and path.is_file():
            yield Source(path.as_posix(), path, path.parent)


def folder_names(folders: Iterable[Path]) -> dict[Path, str]:
    """A name for each folder: its own, with as many of those above it as tell it from the others.

    >>> folders = [Path("/2022/kherson"), Path("/2023/kherson"), Path("/2023/bakhmut")]
    >>> list(folder_names(folders).values())
    ['2022/kherson', '2023/kherson', 'bakhmut']
    """
    parts = {folder: folder.resolve().parts[1:] for folder in folders}
    distinct = set(parts.values())
    return {folder: _shortest_tail(own, distinct) for folder, own in parts.items()}


def _shortest_tail(own: tuple[str, ...], others: set[tuple[str, ...]]) -> str:
    for length in range(1, len(own)):
        if sum(other[-length:] == own[-length:] for other in others) == 1:
            return "/".join(own[-length:])
    return "/".join(own) or "story"
