"""`explain`, `verify` and `diff`: questions to a report that an earlier run wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Done, Program

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture
def written(claimcheck: Program, story: Path, tmp_path: Path) -> Path:
    """The report on the two reports that contradict each other."""
    assert claimcheck("check", "ferry", "-o", "report.json").code == 0
    return tmp_path / "report.json"


@pytest.fixture
def kherson_report(claimcheck: Program, tmp_path: Path, kherson: Path) -> Path:
    assert claimcheck("check", kherson, "-o", "kherson.json").code == 0
    return tmp_path / "kherson.json"


def content(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def edited(file: Path, change: str, into: str) -> Path:
    text = file.read_text(encoding="utf-8")
    assert change in text
    file.write_text(text.replace(change, into), encoding="utf-8")
    return file


def without_wraps(done: Done) -> str:
    return " ".join(done.out.split())


def test_a_finding_is_explained_from_its_words_to_its_relation(
    claimcheck: Program, kherson_report: Path
) -> None:
    report = content(kherson_report)
    finding = next(found for found in report["findings"] if found["rule"] == "core/part-exceeds-whole")
    done = claimcheck("explain", "kherson.json", finding["id"])
    assert (done.code, done.err) == (0, "")
    said = without_wraps(done)
    for claim in report["claims"]:
        if claim["id"] in finding["claims"]:
            assert f"characters {claim['start']} to {claim['end']}" in said
            assert claim["document"] in said
            assert " ".join(claim["quote"].split()) in said
    for words in (
        "Moscow (“said”)",
        "16,000 to 24,000 people",
        "read as “about”",
        "a reader expects",
        "core/part-exceeds-whole",
        "of the rule's file",
        "So: contradiction",
    ):
        assert words in said, words


def test_every_finding_fits_a_terminal(claimcheck: Program, kherson_report: Path) -> None:
    for finding in content(kherson_report)["findings"]:
        done = claimcheck("explain", "kherson.json", finding["fingerprint"])
        assert done.code == 0
        assert [line for line in done.out.splitlines() if len(line) > 80] == []


def test_the_beginning_of_an_id_or_fingerprint_is_enough(claimcheck: Program, written: Path) -> None:
    (finding,) = content(written)["findings"]
    answers = {
        claimcheck("explain", "report.json", name).out
        for name in (finding["id"], finding["id"][:5], finding["fingerprint"], finding["fingerprint"][:4])
    }
    assert len(answers) == 1


def test_an_explanation_for_programs_holds_slots_and_steps(claimcheck: Program, written: Path) -> None:
    (finding,) = content(written)["findings"]
    done = claimcheck("explain", "report.json", finding["id"], "--format", "json")
    account = json.loads(done.out)
    assert account["relation"] == "contradiction"
    assert account["finding"]["id"] == finding["id"]
    assert {"measure", "place"} <= {row["slot"] for row in account["slots"]}
    assert all(row["reason"] for row in account["slots"])
    assert account["steps"][-1]["text"].endswith("contradiction")
    assert sorted(claim["reading"] for claim in account["claims"]) == ["exactly 12 people", "exactly 40 people"]


def test_an_unknown_finding_is_answered_with_those_there_are(claimcheck: Program, written: Path) -> None:
    (finding,) = content(written)["findings"]
    done = claimcheck("explain", "report.json", "f-zzzzzzzzzz")
    assert done.code == 2
    assert finding["id"] in done.err


def test_a_misspelt_id_is_answered_with_the_one_that_was_meant(claimcheck: Program, written: Path) -> None:
    (finding,) = content(written)["findings"]
    done = claimcheck("explain", "report.json", finding["id"][:-1] + "z")
    assert done.code == 2
    assert f"did you mean {finding['id']}?" in done.err


def test_a_beginning_that_fits_several_findings_names_them(claimcheck: Program, kherson_report: Path) -> None:
    done = claimcheck("explain", "kherson.json", "f-")
    assert done.code == 2
    assert "begins the ids of" in done.err


def test_why_not_shows_the_step_that_stopped_the_rule(claimcheck: Program, kherson_report: Path) -> None:
    done = claimcheck(
        "explain",
        "kherson.json",
        "--why-not",
        "number-mismatch",
        "An estimated 20,000",
        "more than 30,000",
    )
    assert (done.code, done.err) == (0, "")
    said = without_wraps(done)
    assert "core/number-mismatch says nothing about these two" in said
    assert "<- it stops here" in said
    assert "part and whole" in said
    assert "So: no finding, because" in said
    assert [line for line in done.out.splitlines() if len(line) > 80] == []


def test_why_not_says_so_where_the_rule_did_fire(claimcheck: Program, written: Path) -> None:
    (finding,) = content(written)["findings"]
    done = claimcheck(
        "explain", "report.json", "--why-not", finding["rule"], *finding["claims"], "--format", "json"
    )
    account = json.loads(done.out)
    assert (account["relation"], account["stopped_by"]) == ("contradiction", None)
    assert account["finding"]["id"] == finding["id"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--why-not", "number-mismach", "12", "40"), "did you mean core/number-mismatch?"),
        (("--why-not", "number-mismatch", "12"), "name two claims of the report after it, not 1"),
        (("--why-not", "number-mismatch", "12", "99"), "no claim of the report has the id or the words “99”"),
        (("--why-not", "number-mismatch", "12", "12"), "is one claim: name two"),
        (("--why-not", "number-mismatch", "12", "people"), "“people” fits 2 claims"),
        ((), "name one finding of the report"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_message(
    claimcheck: Program, written: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = claimcheck("explain", "report.json", *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


@pytest.mark.parametrize(
    "command", [("explain", "x.json", "f-1"), ("verify", "x.json"), ("diff", "x.json", "x.json")]
)
@pytest.mark.parametrize("broken", [None, "", "{}", "[1", "12 people were killed."])
def test_what_is_no_report_is_named(
    claimcheck: Program, tmp_path: Path, command: tuple[str, ...], broken: str | None
) -> None:
    if broken is not None:
        (tmp_path / "x.json").write_text(broken, encoding="utf-8")
    done = claimcheck(*command)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("claimcheck: x.json:")


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
