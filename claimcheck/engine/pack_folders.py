"""Finds packs: folders with a pack.yml, in the shipped rules, a wheel or a user's folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path

from pydantic import Field

from claimcheck.engine.forms import Form, PackName, Version
from claimcheck.errors import Problem
from claimcheck.model import Pack
from claimcheck.resources import Parsed, parse, read_text, validated

DEEPEST_FOLDER = 5
MOST_ENTRIES = 10_000
MOST_PACK_BYTES = 2_000_000
Files = dict[str, Traversable]


class PackFile(Form):
    """The file pack.yml."""

    name: PackName = Field(description="Rule ids begin with it: core/number-mismatch.")
    version: Version = Field(description="Goes into every report.")
    uses: tuple[PackName, ...] = Field(default=(), description="Packs that this one needs.")
    title: str = Field(default="", description="One line in plain words.")
    description: str = Field(default="", description="What the pack is for.")


@dataclass(frozen=True, slots=True)
class PackFolder:
    """A pack where it lies: `files` by their name in the folder, `where` as users are told."""

    pack: Pack
    uses: tuple[str, ...]
    folder: Traversable
    where: str
    files: Files = field(repr=False)
    source: Parsed = field(repr=False, compare=False)


def find_packs(root: Traversable, where: str) -> tuple[list[PackFolder], list[Problem]]:
    """All packs at or below a folder, in the order of their paths."""
    if not root.is_dir():
        return [], [Problem(where, "is not a folder")]
    problems: list[Problem] = []
    found = list(_find(root, where, _Fence(root, problems), 0))
    if not found and not problems:
        problems.append(Problem(where, "holds no pack: no pack.yml in it or in its folders"))
    return found, problems


@dataclass(frozen=True, slots=True)
class _Fence:
    """Keeps a walk inside the folder it began in; what it refuses goes to `problems`."""

    root: Traversable
    problems: list[Problem]

    def entries(self, folder: Traversable, where: str) -> list[Traversable]:
        try:
            listed = sorted(islice(folder.iterdir(), MOST_ENTRIES + 1), key=lambda entry: entry.name)
        except OSError as error:
            self.problems.append(Problem(where, f"cannot be read: {error.strerror or error}"))
            return []
        if len(listed) > MOST_ENTRIES:
            self.problems.append(
                Problem(where, f"holds more than {MOST_ENTRIES:,} files: it is not searched")
            )
            return []
        return [entry for entry in listed if not entry.name.startswith(".") and self._inside(entry, where)]

    def _inside(self, entry: Traversable, where: str) -> bool:
        if not (isinstance(entry, Path) and isinstance(self.root, Path) and entry.is_symlink()):
            return True
        try:
            inside = entry.resolve(strict=True).is_relative_to(self.root.resolve())
        except (OSError, RuntimeError):
            inside = False
        if not inside:
            self.problems.append(Problem(f"{where}/{entry.name}", "is a link that leads out of the folder"))
        # A linked folder is not walked: it is found at its own place, and a loop would never end.
        return inside and not entry.is_dir()


def _find(folder: Traversable, where: str, fence: _Fence, depth: int) -> Iterator[PackFolder]:
    entries = fence.entries(folder, where)
    names = {entry.name for entry in entries}
    if "pack.yml" in names:
        pack = _read(folder, where, fence)
        if pack is not None:
            yield pack
        return
    if "rules.yml" in names:
        fence.problems.append(Problem(where, "has a rules.yml but no pack.yml with its name and version"))
    for entry in entries:
        if entry.is_dir() and depth < DEEPEST_FOLDER:
            yield from _find(entry, f"{where}/{entry.name}", fence, depth + 1)


def _read(folder: Traversable, where: str, fence: _Fence) -> PackFolder | None:
    files = dict(_yaml_files(folder, where, "", fence))
    header = f"{where}/pack.yml"
    text, problems = read_text(files["pack.yml"], header) if "pack.yml" in files else (None, [])
    fence.problems.extend(problems)
    parsed, problems = parse(text, header) if text is not None else (None, [])
    fence.problems.extend(problems)
    form, problems = validated(PackFile, parsed) if parsed is not None else (None, [])
    fence.problems.extend(problems)
    if form is None or parsed is None:
        return None
    try:
        digest = _digest(files)
    except OSError as error:
        fence.problems.append(Problem(where, f"cannot be read: {error.strerror or error}"))
        return None
    if digest is None:
        size = f"{MOST_PACK_BYTES // 1_000_000} MB"
        fence.problems.append(Problem(where, f"holds more than {size} in all: split it into several packs"))
        return None
    return PackFolder(Pack(form.name, form.version, digest), form.uses, folder, where, files, parsed)


def _yaml_files(
    folder: Traversable, where: str, prefix: str, fence: _Fence
) -> Iterator[tuple[str, Traversable]]:
    for entry in fence.entries(folder, where):
        name = f"{prefix}{entry.name}"
        if entry.is_dir() and prefix.count("/") < DEEPEST_FOLDER:
            yield from _yaml_files(entry, f"{where}/{entry.name}", f"{name}/", fence)
        elif entry.name.endswith(".yaml"):
            fence.problems.append(Problem(f"{where}/{entry.name}", "is not read: let its name end in .yml"))
        elif entry.name.endswith(".yml") and entry.is_file():
            yield name, entry


def _digest(files: Files) -> str | None:
    """One hash over names and contents, the same for either kind of line end; None where they are too large."""
    whole = hashlib.sha256()
    left = MOST_PACK_BYTES
    for name in sorted(files):
        with files[name].open("rb") as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            return None
        content = content.replace(b"\r\n", b"\n")
        whole.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return whole.hexdigest()
