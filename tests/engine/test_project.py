"""claimcheck.yml: packs, overrides and filters, each with its place when wrong."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from claimcheck.engine.project import Project, RuleOverride, load_project

GOOD = """\
packs: [core, mine]
rules:
  core/opposite-description: off
  core/number-mismatch: {severity: medium, tolerance: {relative: 0.1}}
filters:
  - {rules: [core/*], unless: {speaker: satire_site}, reason: Satire, by: ana, until: 2026-12-31}
"""


def load(folder: Path, text: str) -> tuple[Project | None, list[str]]:
    file = folder / "claimcheck.yml"
    file.write_text(text, encoding="utf-8")
    project, problems = load_project(file)
    return project, [str(problem).removeprefix(f"{folder.as_posix()}/") for problem in problems]


def test_a_whole_project_is_read(tmp_path: Path) -> None:
    project, problems = load(tmp_path, GOOD)
    assert problems == []
    assert project is not None
    assert project.folder == tmp_path
    assert project.packs == ("core", "mine")
    assert project.rules["core/opposite-description"] == "off"
    changed = project.rules["core/number-mismatch"]
    assert isinstance(changed, RuleOverride)
    assert changed.tolerance is not None
    assert changed.tolerance.relative == Decimal("0.1")
    assert project.filters[0].until == "2026-12-31"


def test_without_packs_all_shipped_ones_are_meant(tmp_path: Path) -> None:
    project, _ = load(tmp_path, "rules: {}\n")
    assert project is not None
    assert project.packs is None


def test_a_filter_without_reason_and_name_is_refused(tmp_path: Path) -> None:
    _, problems = load(tmp_path, "filters:\n  - {rules: [core/*], unless: {speaker: x}}\n")
    assert problems == [
        "claimcheck.yml:2:5: filters.0.reason: is missing",
        "claimcheck.yml:2:5: filters.0.by: is missing",
    ]


def test_a_filter_for_nobody_is_refused(tmp_path: Path) -> None:
    _, problems = load(tmp_path, "filters:\n  - {rules: [core/*], unless: {}, reason: x, by: y}\n")
    assert problems == [
        "claimcheck.yml:2:31: filters.0.unless: names nobody: give a speaker, an outlet or a document"
    ]


def test_a_misspelt_off_is_told(tmp_path: Path) -> None:
    _, problems = load(tmp_path, "rules:\n  core/a: of\n")
    assert problems == ["claimcheck.yml:2:11: rules.core/a: \"of\" is not one of off - did you mean 'off'?"]


def test_a_misspelt_key_of_an_override_is_told(tmp_path: Path) -> None:
    _, problems = load(tmp_path, "rules:\n  core/a: {severty: low}\n")
    assert problems == ["claimcheck.yml:2:12: rules.core/a.severty: unknown key - did you mean 'severity'?"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    project, (problem,) = load_project(tmp_path / "claimcheck.yml")
    assert project is None
    assert "No such file" in problem.what
