"""What the pages say is what the program does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck.model

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLE = re.compile(
    r"^<!-- sample:(?P<arguments>.+?) -->\n```\w*\n(?P<shown>.*?)^```$", re.MULTILINE | re.DOTALL
)
TABLE_ROW = re.compile(r"^\| `claimcheck (?P<usage>[^`]+)` \|", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)(?P<target>[^)#]+)")
TERMINAL = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}


def _claimcheck(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments],
        cwd=ROOT,
        env=os.environ | TERMINAL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _commands() -> list[tuple[str, ...]]:
    """The commands in the README's table without their arguments: `("rules", "list")`."""
    usages = (match["usage"].split() for match in TABLE_ROW.finditer(README))
    return [tuple(word for word in usage if word.islower() and word.isalpha()) for usage in usages]


@pytest.mark.parametrize("name", [name for name in claimcheck.model.__all__ if name[0].isupper()])
def test_the_glossary_names_every_class_of_the_model(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def test_the_readme_shows_a_sample() -> None:
    assert SAMPLE.search(README)


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [pytest.param(*match.groups(), id=match["arguments"]) for match in SAMPLE.finditer(README)],
)
def test_the_sample_in_the_readme_is_what_the_program_prints(arguments: str, shown: str) -> None:
    done = _claimcheck(*arguments.split())
    assert done.returncode == 0, done.stderr
    beginning, more, _ = shown.partition("\n…")
    assert beginning.strip(), "the sample is empty"
    if more:
        assert done.stdout.startswith(beginning)
    else:
        assert shown.rstrip("\n") == done.stdout.rstrip("\n")


def test_the_readme_lists_commands() -> None:
    assert ("check",) in _commands()


@pytest.mark.parametrize("command", _commands(), ids=" ".join)
def test_every_command_in_the_readme_exists(command: tuple[str, ...]) -> None:
    for depth, word in enumerate(command):
        assert re.search(rf"\b{word}\b", _claimcheck(*command[:depth], "--help").stdout)
    done = _claimcheck(*command, "--help")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_every_link_between_pages_leads_somewhere(page: str) -> None:
    path = ROOT / page
    targets = [match["target"] for match in LINK.finditer(path.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_the_page_of_every_key_is_what_the_program_writes() -> None:
    page = (ROOT / "docs" / "rules-reference.md").read_text(encoding="utf-8")
    assert page == _claimcheck("schema", "files", "--format", "markdown").stdout
