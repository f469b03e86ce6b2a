"""Packs made to do harm are refused at once, with a message that says why."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Program

LONGEST_SECONDS = 3.0
HEADER = "language: 1\nrules:\n"


def write(folder: Path, name: str, text: str) -> None:
    file = folder / "bad" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    if not (folder / "bad" / "pack.yml").exists():
        head = "name: bad\nversion: 1.0.0\nuses: [core]\n"
        (folder / "bad" / "pack.yml").write_text(head, encoding="utf-8")
    file.write_text(text, encoding="utf-8")


def alias_bomb(folder: Path) -> None:
    rows = [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)]
    write(folder, "rules.yml", "language: 1\nx:\n  a0: &a0 [lol]\n" + "".join(rows) + "rules: []\n")


def a_hundred_thousand_rules(folder: Path) -> None:
    write(folder, "rules.yml", HEADER + "- 1\n" * 100_000)


def thousands_of_empty_rules(folder: Path) -> None:
    write(folder, "rules.yml", HEADER + "- {}\n" * 20_000)


def rules_in_a_hundred_files(folder: Path) -> None:
    rule = "  - {id: own, title: Own, maturity: test, severity: low, why: " + "x" * 900 + "}\n"
    for number in range(100):
        write(folder, f"rules/{number}.yml", HEADER + rule * 1000)


def ten_megabytes_of_words(folder: Path) -> None:
    write(folder, "lexicon.yml", "kind: lexicon\nclasses:\n  a: [" + "word, " * 1_700_000 + "]\n")


def ten_files_of_words(folder: Path) -> None:
    for number in range(10):
        write(folder, f"words-{number}.yml", "rules:\n" + "- a\n" * 240_000)


def a_quarter_of_a_million_words(folder: Path) -> None:
    write(folder, "lexicon.yml", "kind: lexicon\nclasses:\n  a:\n" + "  - a\n" * 160_000)


def ten_thousand_unknown_keys(folder: Path) -> None:
    keys = ", ".join(f"severitx{number}: 1" for number in range(40_000))
    write(folder, "rules.yml", f"{HEADER}- {{{keys}}}\n")


def control_characters(folder: Path) -> None:
    write(folder, "rules.yml", HEADER + "- {id: a, title: \x1b[2Jgone\x00}\n" * 20_000)


def deep_nesting(folder: Path) -> None:
    write(folder, "rules.yml", "language: 1\nrules: " + "[" * 400_000)


def deep_nesting_by_lines(folder: Path) -> None:
    write(folder, "rules.yml", "".join(f"{' ' * n}a:\n" for n in range(1200)))


def a_link_out_of_the_folder(folder: Path) -> None:
    write(folder, "rules.yml", HEADER + "  []\n")
    (folder / "secret.yml").write_text(HEADER, encoding="utf-8")
    (folder / "bad" / "rules").mkdir()
    (folder / "bad" / "rules" / "own.yml").symlink_to(folder / "secret.yml")


def a_folder_in_itself(folder: Path) -> None:
    write(folder, "rules.yml", HEADER + "  []\n")
    (folder / "bad" / "rules").symlink_to(folder)


HOSTILE: list[tuple[Callable[[Path], None], str]] = [
    (alias_bomb, "aliases are not allowed"),
    (a_hundred_thousand_rules, "the rules after these problems are not read"),
    (thousands_of_empty_rules, "are not read"),
    (rules_in_a_hundred_files, "bad: holds more than 2 MB in all"),
    (ten_megabytes_of_words, "bad: holds more than 2 MB in all"),
    (ten_files_of_words, "bad: holds more than 2 MB in all"),
    (a_quarter_of_a_million_words, "is one of more than 120,000 values"),
    (ten_thousand_unknown_keys, "more problems"),
    (control_characters, "the control character U+001B stands here"),
    (deep_nesting, "is nested more than 20 levels deep"),
    (deep_nesting_by_lines, "is nested more than 20 levels deep"),
    (a_link_out_of_the_folder, "own.yml: is a link that leads out of the folder"),
    (a_folder_in_itself, "rules: is a link that leads out of the folder"),
]


@pytest.mark.skipif(os.name != "posix", reason="links need no rights here")
@pytest.mark.parametrize(("build", "message"), HOSTILE, ids=[build.__name__ for build, _ in HOSTILE])
def test_a_hostile_pack_is_refused_at_once(
    claimcheck: Program, tmp_path: Path, build: Callable[[Path], None], message: str
) -> None:
    build(tmp_path)
    start = time.perf_counter()
    done = claimcheck("rules", "check", "bad")
    assert time.perf_counter() - start < LONGEST_SECONDS
    assert done.code == 1
    assert message in done.out
    assert "\x1b" not in done.out


def test_the_shipped_rules_run_beside_a_hostile_pack(
    claimcheck: Program, story: Path, tmp_path: Path
) -> None:
    alias_bomb(tmp_path)
    done = claimcheck("check", "ferry", "--rules", "bad", "--fail-on", "contradiction")
    assert done.code == 2
    assert "aliases are not allowed" in done.err
    assert "core/number-mismatch" in claimcheck("check", "ferry", "--format", "json").out
