"""`verify` and `diff`: does a written report still hold, and what changed since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.conftest import Program
from cli.written import content, without_wraps


def edited(file: Path, change: str, into: str) -> Path:
    text = file.read_text(encoding="utf-8")
    assert change in text
    file.write_text(text.replace(change, into), encoding="utf-8")
    return file


def test_a_fresh_report_holds(claimcheck: Program, written: Path) -> None:
    done = claimcheck("verify", "report.json")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("everything holds (2 documents, ")
    assert "2 files on disk unchanged" in done.out


def test_a_report_is_read_from_standard_input_too(claimcheck: Program, written: Path) -> None:
    assert claimcheck("verify", "-", stdin=written.read_bytes()).code == 0


@pytest.mark.parametrize(
    ("change", "into", "message"),
    [
        (
            "The coast guard said 12 people were killed.\\n",
            "The coast guard said 13 people were killed.\\n",
            "sha256",
        ),
        ('"text": "12"', '"text": "13"', "its figure “13” does not stand at"),
        ('"value": "12"', '"value": "13"', "its fingerprint is not that of its rule and claims"),
    ],
)
def test_an_edited_report_does_not_hold(
    claimcheck: Program, written: Path, change: str, into: str, message: str
) -> None:
    edited(written, change, into)
    done = claimcheck("verify", "report.json")
    assert done.code == 1
    assert message in done.out


def test_a_finding_without_its_claim_does_not_hold(claimcheck: Program, written: Path) -> None:
    report = content(written)
    gone = report["findings"][0]["claims"][0]
    report["claims"] = [claim for claim in report["claims"] if claim["id"] != gone]
    written.write_text(json.dumps(report), encoding="utf-8")
    done = claimcheck("verify", "report.json", "--format", "json")
    answer = json.loads(done.out)
    assert (done.code, answer["holds"]) == (1, False)
    assert f"the report does not hold its claim {gone}" in {fault["what"] for fault in answer["faults"]}


def test_a_file_that_changed_since_is_named(claimcheck: Program, written: Path, story: Path) -> None:
    (story / "times.txt").write_text("The coast guard said 41 people were killed.\n", encoding="utf-8")
    done = claimcheck("verify", "report.json")
    assert done.code == 1
    assert "ferry/times.txt: has changed since the report was written" in done.out


def test_a_file_that_is_gone_is_counted_and_no_fault(claimcheck: Program, written: Path, story: Path) -> None:
    (story / "times.txt").unlink()
    done = claimcheck("verify", "report.json")
    assert done.code == 0
    assert "1 file on disk unchanged, 1 not there" in done.out


def test_a_report_does_not_differ_from_itself(claimcheck: Program, written: Path) -> None:
    done = claimcheck("diff", "report.json", "report.json")
    assert done.code == 0
    assert done.out.splitlines()[0] == "Findings: 0 new, 0 gone, 0 changed, 1 the same"


def test_an_edited_document_shows_as_a_changed_claim_and_another_finding(
    claimcheck: Program, written: Path, story: Path
) -> None:
    (story / "times.txt").write_text(
        "At noon, the coast guard said 55 people were killed.\n", encoding="utf-8"
    )
    assert claimcheck("check", "ferry", "-o", "later.json").code == 0
    done = claimcheck("diff", "report.json", "later.json")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == "Findings: 1 new, 1 gone, 0 changed, 0 the same"
    assert "Claims: 0 new, 0 gone, 1 changed, 1 the same" in lines
    assert "55 people" in without_wraps(done)
    assert "40 people" in without_wraps(done)


def test_a_sentence_put_before_the_facts_changes_no_finding(
    claimcheck: Program, written: Path, story: Path
) -> None:
    own = (story / "times.txt").read_text(encoding="utf-8")
    (story / "times.txt").write_text(f"It rained all day in the bay.\n\n{own}", encoding="utf-8")
    assert claimcheck("check", "ferry", "-o", "later.json").code == 0
    done = claimcheck("diff", "report.json", "later.json", "--format", "json")
    answer = json.loads(done.out)
    assert answer["findings"] == {"new": [], "gone": [], "changed": [], "same": 1}
    assert answer["claims"]["same"] == 2


def test_another_relation_of_the_same_facts_is_a_change(
    claimcheck: Program, written: Path, tmp_path: Path
) -> None:
    later = tmp_path / "later.json"
    later.write_text(written.read_text(encoding="utf-8"), encoding="utf-8")
    edited(later, '"relation": "contradiction"', '"relation": "tension"')
    done = claimcheck("diff", "report.json", "later.json")
    assert done.out.startswith("Findings: 0 new, 0 gone, 1 changed, 0 the same\n")
    assert "contradiction, high -> tension, high" in without_wraps(done)
