"""`explain`: every step that led to a finding, or that kept a rule silent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.conftest import Program
from cli.written import content, without_wraps


@pytest.fixture
def kherson_report(claimcheck: Program, tmp_path: Path, kherson: Path) -> Path:
    assert claimcheck("check", kherson, "-o", "kherson.json").code == 0
    return tmp_path / "kherson.json"


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
    assert sorted(claim["reading"] for claim in account["claims"]) == [
        "exactly 12 people",
        "exactly 40 people",
    ]


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
