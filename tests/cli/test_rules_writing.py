"""docs/writing-rules.md, run from top to bottom: every file is written, every command does what it shows."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli.conftest import ROOT, Program

PAGE = ROOT / "docs" / "writing-rules.md"
BLOCK = re.compile(
    r"(?:^<!-- file: (?P<file>\S+) -->\n)?^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Block:
    """A block of the page: a file to write, commands to run, or what the last command shows."""

    file: str | None
    language: str
    body: str


def blocks() -> list[Block]:
    return [Block(*hit.groups()) for hit in BLOCK.finditer(PAGE.read_text(encoding="utf-8"))]


def test_the_page_has_files_commands_and_what_they_show() -> None:
    found = blocks()
    assert {block.language for block in found} == {"sh", "text", "yaml"}
    assert len([block for block in found if block.file]) == 6
    assert all(block.file for block in found if block.language == "yaml")


@pytest.fixture
def shown(claimcheck: Program, tmp_path: Path) -> str:
    """The page with what its commands really show, after all of them have run."""
    said = ""

    def run(hit: re.Match[str]) -> str:
        nonlocal said
        block = Block(*hit.groups())
        if block.file is not None:
            target = tmp_path / block.file
            target.parent.mkdir(exist_ok=True)
            target.write_text(block.body, encoding="utf-8")
        elif block.language == "sh":
            said = "".join(_run(claimcheck, line) for line in block.body.splitlines())
        else:
            return f"```text\n{said}```"
        return hit.group()

    return BLOCK.sub(run, PAGE.read_text(encoding="utf-8"))


def test_every_command_on_the_page_does_what_it_shows(shown: str, pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-golden"):
        PAGE.write_text(shown, encoding="utf-8")
    written = PAGE.read_text(encoding="utf-8")
    assert _without_counts(written) == _without_counts(shown), "pytest --update-golden accepts this"


def _without_counts(shown: str) -> str:
    """What is shown but for the number of installed rules, which grows with the shipped packs."""
    return re.sub(r"\d+ rules of \d+ packs", "the rules", shown)


def _run(claimcheck: Program, line: str) -> str:
    program, *arguments = shlex.split(line)
    assert program == "claimcheck"
    done = claimcheck(*arguments)
    assert done.code == 0, f"{line}: {done.out}{done.err}"
    return done.out + done.err


def test_the_reports_of_the_page_contradict_each_other(shown: str, tmp_path: Path) -> None:
    findings = (tmp_path / "findings.csv").read_text(encoding="utf-8")
    assert "elections/clean-vote" in findings
    assert "core/part-exceeds-whole" in findings


def test_the_readme_leads_to_the_page() -> None:
    assert "(docs/writing-rules.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
