"""The verbs for other Python programs, as docs/api.md shows them."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck
from claimcheck.errors import InputError, RuleError, UsageError

ROOT = Path(__file__).resolve().parents[1]


def test_the_examples_of_the_page_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = doctest.testfile(
        str(ROOT / "docs" / "api.md"),
        module_relative=False,
        optionflags=doctest.IGNORE_EXCEPTION_DETAIL | doctest.NORMALIZE_WHITESPACE,
    )
    assert done.attempted > 10
    assert done.failed == 0


def test_importing_the_package_loads_no_yaml_and_no_pydantic() -> None:
    program = (
        "import sys, claimcheck; print(sorted({'yaml', 'pydantic', 'claimcheck.api'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_verb_is_no_folder_of_the_package_even_where_that_is_loaded() -> None:
    program = (
        "import claimcheck.extract.assemble; from claimcheck import extract; print(type(extract).__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "function"


def test_the_package_lists_its_verbs() -> None:
    assert {"check", "extract", "compare", "Answer"} <= set(dir(claimcheck))
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        claimcheck.chekc  # noqa: B018


def test_one_path_and_a_list_of_paths_are_the_same(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The blast killed 12 people, police said.\n", encoding="utf-8")
    assert claimcheck.check(file) == claimcheck.check([str(file)]) == claimcheck.check(str(file))


def test_a_broken_rule_is_named_and_the_others_run(tmp_path: Path) -> None:
    pack = tmp_path / "rules" / "mine"
    pack.mkdir(parents=True)
    (pack / "pack.yml").write_text("name: mine\nversion: 1.0.0\nuses: [core]\n", encoding="utf-8")
    (pack / "rules.yml").write_text("language: 1\nrules: [{id: half}]\n", encoding="utf-8")
    report = claimcheck.check(ROOT / "seeds" / "kherson", rules=[tmp_path / "rules"])
    assert report.findings
    assert any("mine/rules.yml" in problem.where for problem in report.problems)


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        claimcheck.check(tmp_path / "nowhere")
    with pytest.raises(RuleError, match="no such folder of rules"):
        claimcheck.check(tmp_path, rules=[tmp_path / "nowhere"])


def test_the_name_of_a_file_is_not_taken_for_a_text(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give Path"):
        claimcheck.extract(str(tmp_path))
    assert claimcheck.extract("") == ()


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    story = tmp_path / "ferry"
    story.mkdir()
    for name, toll in (("times", 12), ("herald", 31)):
        text = f"---\noutlet: The {name.title()}\n---\nThe ferry fire killed {toll} people, police said.\n"
        (story / f"{name}.txt").write_text(text, encoding="utf-8")
    return story


def test_a_project_file_that_is_asked_for_applies(ferry: Path, tmp_path: Path) -> None:
    project = tmp_path / "desk.yml"
    project.write_text(
        "rules: {core/number-mismatch: {severity: low}}\n"
        "filters: [{rules: [core/*], unless: {outlet: The Times}, reason: Satire, by: ana}]\n",
        encoding="utf-8",
    )
    assert [finding.severity for finding in claimcheck.check(ferry).findings] == ["high"]
    report = claimcheck.check(ferry, config=project)
    assert report.findings == ()
    assert [problem.what for problem in report.problems] == ["1 finding is not shown: Satire (ana)"]


def test_the_packs_of_a_project_file_decide_what_is_read(tmp_path: Path) -> None:
    project = tmp_path / "desk.yml"
    project.write_text("packs: [core]\n", encoding="utf-8")
    text = "The army withdrew 300 soldiers from the valley."
    assert [claim.measure for claim in claimcheck.extract(text)] == ["troops_withdrawn"]
    assert [claim.measure for claim in claimcheck.extract(text, config=project)] != ["troops_withdrawn"]


def test_a_project_file_is_read_anew_each_time(ferry: Path, tmp_path: Path) -> None:
    project = tmp_path / "desk.yml"
    found = []
    for severity in ("low", "medium"):
        project.write_text(f"rules: {{core/number-mismatch: {{severity: {severity}}}}}\n", encoding="utf-8")
        found += [finding.severity for finding in claimcheck.check(ferry, config=project).findings]
    assert found == ["low", "medium"]


def test_a_project_file_in_the_working_folder_is_not_looked_for(
    ferry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claimcheck.yml").write_text("rules: {core/number-mismatch: off}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert len(claimcheck.check("ferry").findings) == 1


def test_a_project_file_that_cannot_be_used_is_an_error(ferry: Path, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such project file"):
        claimcheck.check(ferry, config=tmp_path / "desk.yml")
    (tmp_path / "desk.yml").write_text("pakcs: [core]\n", encoding="utf-8")
    with pytest.raises(RuleError, match="did you mean 'packs'"):
        claimcheck.check(ferry, config=tmp_path / "desk.yml")
