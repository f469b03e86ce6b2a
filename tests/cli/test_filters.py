"""The filters of a project file: findings that are not shown, and what the report says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Program

FILTER = "filters:\n  - {{rules: [{rules}], unless: {unless}, reason: Satire, by: ana{until}}}\n"


def report(
    claimcheck: Program, folder: Path, unless: str, rules: str = "core/*", until: str = "", code: int = 0
) -> Any:
    (folder / "claimcheck.yml").write_text(
        FILTER.format(rules=rules, unless=unless, until=f", until: {until}" if until else ""),
        encoding="utf-8",
    )
    done = claimcheck("check", "ferry", "--format", "json")
    assert done.code == code
    return json.loads(done.out)


@pytest.fixture
def named(story: Path) -> Path:
    """The story with its outlets in front matter, and agreeing on nothing."""
    for name in ("herald", "times"):
        file = story / f"{name}.txt"
        text = file.read_text(encoding="utf-8")
        file.write_text(f"---\noutlet: The {name.title()}\n---\n{text}", encoding="utf-8")
    return story


@pytest.mark.parametrize(
    "unless",
    ["{outlet: The Times}", "{outlet: the times}", "{speaker: coast guard}", "{document: ferry/times.txt}"],
)
def test_a_finding_on_somebody_who_is_left_out_is_not_shown(
    claimcheck: Program, named: Path, tmp_path: Path, unless: str
) -> None:
    found = report(claimcheck, tmp_path, unless)
    assert found["findings"] == []
    assert found["problems"] == [
        {"where": "claimcheck.yml:2:5", "what": "1 finding is not shown: Satire (ana)"}
    ]


@pytest.mark.parametrize(
    ("unless", "rules"),
    [
        ("{outlet: The Post}", "core/*"),
        ("{outlet: The Times}", "core/age-mismatch"),
        ("{outlet: The Times, speaker: police}", "core/*"),
    ],
)
def test_other_findings_stay(
    claimcheck: Program, named: Path, tmp_path: Path, unless: str, rules: str
) -> None:
    found = report(claimcheck, tmp_path, unless, rules)
    assert len(found["findings"]) == 1
    assert found["problems"] == []


def test_a_filtered_finding_leaves_no_figure_unchecked(
    claimcheck: Program, named: Path, tmp_path: Path
) -> None:
    assert report(claimcheck, tmp_path, "{outlet: The Times}")["not_checked"] == []


def test_a_filter_holds_until_its_last_day(claimcheck: Program, named: Path, tmp_path: Path) -> None:
    found = report(claimcheck, tmp_path, "{outlet: The Times}", until="2999-12-31")
    assert found["findings"] == []
    assert found["problems"][0]["what"] == "1 finding is not shown: Satire (ana, until 2999-12-31)"


def test_a_filter_whose_day_is_over_does_not_apply_and_is_named(
    claimcheck: Program, named: Path, tmp_path: Path
) -> None:
    found = report(claimcheck, tmp_path, "{outlet: The Times}", until="2020-12-31")
    assert len(found["findings"]) == 1
    (problem,) = found["problems"]
    assert problem["what"] == (
        "this filter ended on 2020-12-31 and does not apply: take it out, or give it a new day"
    )
    assert problem["where"].startswith("claimcheck.yml:2:")


def test_a_filtered_contradiction_does_not_fail_a_script(
    claimcheck: Program, named: Path, tmp_path: Path
) -> None:
    report(claimcheck, tmp_path, "{outlet: The Times}")
    assert claimcheck("check", "ferry", "--fail-on", "contradiction").code == 0
