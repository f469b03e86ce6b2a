"""`claimcheck rules new`: what it writes loads, and its tests pass."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.conftest import Program

from claimcheck.engine.stub import check_types


@pytest.mark.parametrize("check_type", check_types())
def test_a_new_rule_loads_and_its_tests_pass(claimcheck: Program, check_type: str) -> None:
    made = claimcheck("rules", "new", "--type", check_type, "--id", "our-own", "-o", "mine/rules.yml")
    assert (made.code, made.out) == (0, "")
    tested = claimcheck("rules", "test", "--rules", "mine", "-k", "mine/our-own", "--format", "json")
    assert tested.code == 0, tested.out
    assert [row["outcome"] for row in json.loads(tested.out)] == ["fired", "silent"]


@pytest.mark.parametrize("check_type", check_types())
def test_nothing_is_wrong_with_a_new_rule(claimcheck: Program, check_type: str) -> None:
    claimcheck("rules", "new", "--type", check_type, "--id", "our-own", "-o", "mine/rules.yml")
    checked = claimcheck("rules", "check", "mine")
    assert checked.code == 0, checked.out


def test_without_a_file_the_rule_goes_to_standard_output(claimcheck: Program, tmp_path: Path) -> None:
    done = claimcheck("rules", "new", "--type", "opposition", "--id", "our-own")
    assert (done.code, done.err) == (0, "")
    assert "- id: our-own" in done.out
    assert list(tmp_path.iterdir()) == []


def test_the_head_of_the_pack_is_written_once(claimcheck: Program, tmp_path: Path) -> None:
    first = claimcheck("rules", "new", "--type", "opposition", "--id", "one", "-o", "Our Desk/rules/one.yml")
    assert first.err == (
        "Our Desk/rules/one.yml: written\n"
        "Our Desk/rules/rules.schema.json: written, with which editors complete and check the keys\n"
        "Our Desk/pack.yml: written, the head of the pack\n"
    )
    header = tmp_path / "Our Desk" / "pack.yml"
    assert header.read_text(encoding="utf-8") == "name: our-desk\nversion: 0.1.0\nuses: [core]\n"
    second = claimcheck("rules", "new", "--type", "opposition", "--id", "two", "-o", "Our Desk/rules/two.yml")
    assert second.err == "Our Desk/rules/two.yml: written\n"


def test_a_file_that_is_there_is_kept(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "rules.yml").write_text("mine\n", encoding="utf-8")
    done = claimcheck("rules", "new", "--type", "opposition", "--id", "one", "-o", "rules.yml")
    assert done.code == 2
    assert done.err == "claimcheck: rules.yml: is there already and is kept; name a new file\n"
    assert (tmp_path / "rules.yml").read_text(encoding="utf-8") == "mine\n"


def test_an_unknown_type_is_answered_with_the_known_ones(claimcheck: Program) -> None:
    done = claimcheck("rules", "new", "--type", "number_mismach", "--id", "one")
    assert done.code == 2
    assert "did you mean number_mismatch?; use one of number_mismatch, " in done.err


@pytest.mark.parametrize("name", ["", "One", "a b", "../a", "a_b", "a\nb"])
def test_an_id_in_other_letters_is_refused(claimcheck: Program, name: str) -> None:
    done = claimcheck("rules", "new", "--type", "opposition", "--id", name)
    assert done.code == 2
    assert "is not a name in small letters with hyphens" in done.err
