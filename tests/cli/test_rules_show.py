"""`claimcheck rules show` and `rules docs`: pages made from the rules themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.conftest import Program
from cli.written import without_wraps

from claimcheck.engine.packs import load_rules

IDS = [rule.id for rule in load_rules([], None).rules]


def test_a_rule_is_shown_with_an_example_that_was_run(claimcheck: Program) -> None:
    done = claimcheck("rules", "show", "part-exceeds-whole")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("A part is larger than the whole it came from\ncore/part-exceeds-whole, ")
    shown = without_wraps(done)
    assert "A: The ferry carried 212 passengers, the operator said." in shown
    assert "Example A: " in shown
    assert "Contradiction. coast guard, quoted by B, " in shown
    assert "When a finding means nothing - The whole grew between the two counts" in shown


@pytest.mark.parametrize("name", IDS)
def test_every_shipped_rule_finds_its_own_example_and_fits_a_terminal(claimcheck: Program, name: str) -> None:
    done = claimcheck("rules", "show", name)
    assert done.code == 0
    assert "Example\n" in done.out
    assert "does not find what its own test asks for" not in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_a_rule_as_json_has_its_check_in_plain_words(claimcheck: Program) -> None:
    shown = json.loads(claimcheck("rules", "show", "core/number-mismatch", "--format", "json").out)
    assert "The ranges are widened by 5 % first." in shown["check"]
    assert shown["example"]["relation"] == "contradiction"


def test_an_unknown_rule_is_answered_with_the_one_that_was_meant(claimcheck: Program) -> None:
    done = claimcheck("rules", "show", "number-mismach")
    assert done.code == 2
    assert "did you mean core/number-mismatch?" in done.err


def test_the_pages_are_the_same_every_time(claimcheck: Program, tmp_path: Path) -> None:
    done = claimcheck("rules", "docs", "-o", "pages")
    assert (done.code, done.out) == (0, "")
    first = {path: path.read_bytes() for path in sorted((tmp_path / "pages").rglob("*.md"))}
    assert len(first) == len(IDS) + 1
    claimcheck("rules", "docs", "-o", "pages")
    assert {path: path.read_bytes() for path in sorted((tmp_path / "pages").rglob("*.md"))} == first


def test_the_index_leads_to_every_page(claimcheck: Program, tmp_path: Path) -> None:
    claimcheck("rules", "docs", "-o", "pages")
    index = (tmp_path / "pages" / "index.md").read_text(encoding="utf-8")
    for name in IDS:
        assert f"[{name}]({name}.md)" in index
        assert (tmp_path / "pages" / f"{name}.md").read_text(encoding="utf-8").startswith("# ")


def test_what_a_pack_writes_is_no_markup_on_its_page(claimcheck: Program, tmp_path: Path) -> None:
    claimcheck("rules", "new", "--type", "opposition", "--id", "own", "-o", "mine/rules.yml")
    file = tmp_path / "mine" / "rules.yml"
    text = file.read_text(encoding="utf-8").replace("Say in one line", "<script>|x[1](http://a)")
    file.write_text(text, encoding="utf-8")
    assert claimcheck("rules", "docs", "-o", "pages", "--rules", "mine").code == 0
    page = (tmp_path / "pages" / "mine" / "own.md").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "[1](" not in page


def test_a_file_is_no_folder_for_pages(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("", encoding="utf-8")
    assert claimcheck("rules", "docs", "-o", "pages").code == 2
