"""Data files as text, and where the shipped ones are."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import Problem, RuleError
from claimcheck.resources import read_text, rules_root
from claimcheck.resources.locate import first_folder


def test_the_shipped_rules_are_found() -> None:
    assert (rules_root() / "core" / "pack.yml").is_file()


def test_where_no_rules_are_both_places_are_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"one nor in .*two"):
        first_folder((tmp_path / "one", tmp_path / "two"))


def test_a_byte_order_mark_is_taken_off(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_text(file, "a.yml") == ("a: 1\n", [])


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"a: 1\nb: \x93quoted\x94\n")
    assert read_text(file, "a.yml") == (
        None,
        [Problem("a.yml:2", "is not UTF-8 text: save the file as UTF-8")],
    )


def test_a_file_over_one_megabyte_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"#" * 1_000_001)
    text, (problem,) = read_text(file, "a.yml")
    assert text is None
    assert "larger than 1 MB" in problem.what


def test_a_missing_file_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    text, (problem,) = read_text(tmp_path / "none.yml", "none.yml")
    assert text is None
    assert problem == Problem("none.yml", "cannot be read: No such file or directory")
