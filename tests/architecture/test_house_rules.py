"""What every file of the repository keeps to."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "claimcheck"
FILES = sorted(PACKAGE.rglob("*.py"))
ENTRIES = {PACKAGE / "__main__.py", PACKAGE / "api.py"}
OUTSIDE_CLI = [path for path in FILES if PACKAGE / "cli" not in path.parents and path not in ENTRIES]
"""All but what people and programs call: the commands, and the verbs, which ask what day it is for the filters."""

BANNED_NAMES = {"utils", "helpers", "misc", "common", "manager", "base"}
BANNED_CALLS = {"print", "input", "exit", "quit", "SystemExit"}
BANNED_ATTRIBUTES = {
    "sys.exit",
    "logging.basicConfig",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "os.environ",
    "os.getenv",
}
BANNED_MODULES = {
    "aiohttp",
    "ftplib",
    "http.client",
    "http.server",
    "httpx",
    "locale",
    "random",
    "requests",
    "secrets",
    "smtplib",
    "socket",
    "urllib.request",
    "urllib3",
}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|tmp)/|\.\./(shared)\b")
LONGEST = 400


def _place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def _dotted(node: ast.expr) -> str:
    """The name as it is written, `datetime.now`; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (owner := _dotted(node.value)):
        return f"{owner}.{node.attr}"
    return ""


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def _side_effects(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and words of all that reaches outside: output, exit, clock, environment, network, chance."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in BANNED_CALLS:
            yield node.lineno, node.id
        if isinstance(node, ast.Attribute):
            written = _dotted(node)
            if any(written == name or written.endswith(f".{name}") for name in BANNED_ATTRIBUTES):
                yield node.lineno, written
        for module in _imported(node):
            banned = BANNED_MODULES | BANNED_ATTRIBUTES
            if any(module == name or module.startswith(f"{name}.") for name in banned):
                yield getattr(node, "lineno", 0), f"import {module}"


def _tracked_files() -> list[Path]:
    """What git knows; in an unpacked source distribution, what is there."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return [path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    folders = ("claimcheck", "rules", "tests", "seeds", "docs")
    return [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]


def test_side_effects_are_found_where_they_are() -> None:
    source = (
        "import random\nfrom sys import exit\nfrom urllib import request\nprint(datetime.datetime.now())\n"
    )
    found = {line for line, _ in _side_effects(ast.parse(source))}
    assert found == {1, 2, 3, 4}


def test_only_the_command_line_prints_exits_and_looks_outside() -> None:
    offences = [
        f"{_place(path, line)}: {what}"
        for path in OUTSIDE_CLI
        for line, what in _side_effects(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert offences == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = [path.relative_to(ROOT) for path in PACKAGE.rglob("*") if path.stem in BANNED_NAMES]
    assert named == []


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_every_public_function_and_class_has_a_docstring() -> None:
    bare = []
    for path in FILES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                continue
            if not node.name.startswith("_") and not ast.get_docstring(node):
                bare.append(f"{_place(path, node.lineno)}: {node.name}")
    assert bare == []


def test_nothing_is_left_unfinished() -> None:
    marks = [
        f"{_place(path, number)}: {line.strip()}"
        for path in [*FILES, *sorted((ROOT / "rules").rglob("*.yml"))]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if UNFINISHED.search(line)
    ]
    assert marks == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    named = [
        f"{_place(path, number)}: {line.strip()}"
        for path in _tracked_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="ignore").splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]
    assert named == []
