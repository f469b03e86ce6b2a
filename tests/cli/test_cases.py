"""A case from the command line: kept runs, decisions, the record out and in, and what the report then says."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from cli.conftest import ROOT, Program

pytestmark = pytest.mark.usefixtures("story")


def finding(claimcheck: Program, relation: str = "contradiction") -> str:
    """The id of the contradiction of the case."""
    report = json.loads(claimcheck("check", "ferry", "--case", "ferry.db", "-f", "json").out)
    return next(found["id"] for found in report["findings"] if found["relation"] == relation)


@pytest.fixture
def decided(claimcheck: Program) -> str:
    name = finding(claimcheck)
    done = claimcheck(
        "decisions", "add", "ferry.db", name, "not_a_conflict",
        "--reviewer", "Ada B.", "--reason", "different_time", "--note", "two ferries",
    )  # fmt: skip
    assert (done.code, done.err) == (0, f"finding {name}: reviewed\n")
    return name


def test_a_run_is_kept_and_says_what_it_changed(claimcheck: Program, story: Path) -> None:
    first = claimcheck("check", "ferry", "--case", "ferry.db")
    assert first.code == 0
    assert "ferry.db: run 1: " in first.err
    assert " new" in first.err
    assert "not reviewed" in first.out
    (story / "times.txt").write_text("The coast guard said 41 people were killed.\n", encoding="utf-8")
    second = claimcheck("check", "ferry", "--case", "ferry.db")
    assert "1 updated" in second.err


def test_a_dismissed_finding_is_folded_and_the_report_says_why_but_not_who(
    claimcheck: Program, decided: str
) -> None:
    text = claimcheck("check", "ferry", "--case", "ferry.db").out
    assert "Dismissed" in text
    assert "Ada" not in text
    assert "different time; two ferries" in " ".join(text.split())
    named = claimcheck("check", "ferry", "--case", "ferry.db", "--names").out
    assert "Dismissed as not a conflict by Ada B." in named
    html = claimcheck("check", "ferry", "--case", "ferry.db", "-f", "html").out
    assert "dismissed by a reviewer" in html
    assert decided in html


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json", "csv"])
def test_every_format_carries_the_decision(claimcheck: Program, decided: str, format_: str) -> None:
    out = claimcheck("check", "ferry", "--case", "ferry.db", "-f", format_).out
    assert "two ferries" in " ".join(out.split())


def test_the_json_holds_the_standing_decision_and_how_the_finding_stands(
    claimcheck: Program, decided: str
) -> None:
    report = json.loads(claimcheck("check", "ferry", "--case", "ferry.db", "-f", "json", "--names").out)
    found = next(each for each in report["findings"] if each["id"] == decided)
    assert found["review"]["verdict"] == "not_a_conflict"
    assert found["review"]["reviewer"] == "Ada B."
    assert found["case"] == {"state": "unchanged", "review": "reviewed", "earlier": None, "changes": []}
    Path("report.json").write_text(json.dumps(report), encoding="utf-8")
    assert claimcheck("verify", "report.json").code == 0


def test_a_report_without_a_case_says_nothing_of_one(claimcheck: Program) -> None:
    report = json.loads(claimcheck("check", "ferry", "-f", "json").out)
    assert all("case" not in found and found["review"] is None for found in report["findings"])


def test_what_changed_since_review_is_said(claimcheck: Program, decided: str, story: Path) -> None:
    (story / "times.txt").write_text("The coast guard said 41 people were killed.\n", encoding="utf-8")
    text = " ".join(claimcheck("check", "ferry", "--case", "ferry.db").out.split())
    assert "Changed since review: Dismissed as not a conflict" in text
    assert "“40” is now “41”" in text
    assert "1 changed since review" in text


def test_fail_on_unreviewed_holds_until_every_finding_is_answered(claimcheck: Program) -> None:
    name = finding(claimcheck)
    arguments = ("check", "ferry", "--case", "ferry.db", "--fail-on", "unreviewed")
    assert claimcheck(*arguments).code == 1
    listed = json.loads(claimcheck("decisions", "list", "ferry.db", "-f", "json").out)
    assert name in [each["finding"] for each in listed]
    for each in listed:
        claimcheck("decisions", "add", "ferry.db", each["finding"], "confirmed", "--reviewer", "Ada")
    assert claimcheck(*arguments).code == 0


def test_a_dismissed_contradiction_does_not_fail_the_run(claimcheck: Program, decided: str) -> None:
    assert claimcheck("check", "ferry", "--fail-on", "contradiction").code == 1
    assert claimcheck("check", "ferry", "--case", "ferry.db", "--fail-on", "contradiction").code == 0


def test_decisions_are_listed_for_readers_programs_and_spreadsheets(
    claimcheck: Program, decided: str
) -> None:
    text = claimcheck("decisions", "list", "ferry.db").out
    assert f"{decided} new, reviewed" in text
    assert "by Ada B." in text
    rows = list(csv.DictReader(io.StringIO(claimcheck("decisions", "list", "ferry.db", "-f", "csv").out)))
    assert next(row for row in rows if row["finding"] == decided)["verdict"] == "not_a_conflict"
    assert claimcheck("decisions", "list", "ferry.db", "--state", "disputed").out == "No findings.\n"
    assert claimcheck("decisions", "list", "ferry.db", "--state", "lost").code == 2


def test_an_answer_is_taken_back(claimcheck: Program, decided: str) -> None:
    done = claimcheck("decisions", "undo", "ferry.db", decided, "--reviewer", "Ada B.")
    assert done.err == f"finding {decided}: unreviewed\n"
    again = claimcheck("decisions", "undo", "ferry.db", decided, "--reviewer", "Ada B.")
    assert again.code == 2
    assert "no answer" in again.err


def test_the_record_goes_out_and_comes_in(claimcheck: Program, decided: str) -> None:
    assert claimcheck("decisions", "export", "ferry.db", "-o", "decisions.jsonl").code == 0
    assert (
        claimcheck("decisions", "import", "new.db", "decisions.jsonl").out
        == "1 new, 0 known before; 0 in conflict\n"
    )
    assert claimcheck("check", "ferry", "--case", "new.db").code == 0
    again = claimcheck("decisions", "export", "new.db").out
    assert again == Path("decisions.jsonl").read_text(encoding="utf-8")
    conflict = claimcheck("decisions", "add", "new.db", decided, "confirmed", "--reviewer", "Ben")
    assert conflict.err.endswith("disputed\n")
    claimcheck("decisions", "export", "new.db", "-o", "ben.jsonl")
    merged = claimcheck("decisions", "import", "ferry.db", "ben.jsonl")
    assert "1 new, 1 known before; 1 in conflict" in merged.out
    assert "Ada B.: not_a_conflict, Ben: confirmed" in merged.out


def test_verify_ends_with_one_where_the_record_was_touched(claimcheck: Program, decided: str) -> None:
    good = claimcheck("decisions", "verify", "ferry.db")
    assert good.code == 0
    assert good.out.startswith("everything holds (1 decisions")
    with sqlite3.connect("ferry.db") as connection:
        connection.execute("DROP TRIGGER decisions_no_update")
        connection.execute("UPDATE decisions SET verdict = 'confirmed'")
    connection.close()
    bad = claimcheck("decisions", "verify", "ferry.db", "-f", "json")
    assert bad.code == 1
    assert json.loads(bad.out)["holds"] is False


def test_rules_stats_shows_precision_and_reasons(claimcheck: Program, decided: str) -> None:
    text = claimcheck("rules", "stats", "--case", "ferry.db").out
    assert "0% (0% to 79%)" in text
    assert "different_time 1" in text
    rows = json.loads(claimcheck("rules", "stats", "--case", "ferry.db", "-f", "json").out)
    assert {row["precision"] for row in rows} >= {0.0}


def test_explain_takes_a_case_in_place_of_a_report(claimcheck: Program, decided: str) -> None:
    done = claimcheck("explain", "--case", "ferry.db", decided)
    assert done.code == 0
    assert "Dismissed as not a conflict by Ada B." in " ".join(done.out.split())
    assert "Do they speak of the same thing?" in done.out


def test_the_project_file_sets_how_many_reviewers_are_needed(claimcheck: Program) -> None:
    Path("claimcheck.yml").write_text("review: {reviewers_needed: 2}\n", encoding="utf-8")
    name = finding(claimcheck)
    done = claimcheck("decisions", "add", "ferry.db", name, "confirmed", "--reviewer", "Ada")
    assert done.err == f"finding {name}: waiting\n"
    done = claimcheck("decisions", "add", "ferry.db", name, "confirmed", "--reviewer", "Ben")
    assert done.err == f"finding {name}: reviewed\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("decisions", "list", "none.db"), "there is no such case"),
        (("decisions", "list", "ferry"), "no such case"),
        (("decisions", "verify", "ferry/times.txt"), "not a claimcheck case"),
        (("check", "ferry", "--case", "nowhere/ferry.db"), "does not exist"),
        (("check", "ferry", "--case", "mysql://x/y"), "postgresql://"),
        (("check", "ferry", "--case", "postgresql://nobody@127.0.0.1:1/none"), "cannot be opened"),
        (("check", "ferry", "--names"), "--case"),
        (("check", "ferry", "--case", "a.db", "-o", "a.db"), "another file"),
        (("decisions", "import", "a.db", "none.jsonl"), "cannot be read"),
        (("decisions", "add", "ferry.db", "f-x", "confirmed", "--reviewer", "A"), "no such case"),
    ],
)
def test_bad_usage_is_one_clear_message(claimcheck: Program, arguments: tuple[str, ...], words: str) -> None:
    done = claimcheck(*arguments)
    assert done.code == 2
    assert words in done.err
    assert done.err.count("\n") == 1
    assert done.out == ""


def test_a_file_that_is_refused_is_not_a_case_afterwards(claimcheck: Program) -> None:
    Path("broken.jsonl").write_text("{}\n", encoding="utf-8")
    assert claimcheck("decisions", "import", "new.db", "broken.jsonl").code == 2


WITHOUT = """
import sys
sys.modules["sqlalchemy"] = None
from claimcheck.cli.main import run
sys.argv = ["claimcheck", *sys.argv[1:]]
run()
"""
LOADED = """
import sys
from claimcheck.cli.main import run
sys.argv = ["claimcheck", *sys.argv[1:]]
try:
    run()
finally:
    print("loaded:", *sorted({"sqlalchemy", "alembic", "argon2"} & set(sys.modules)), file=sys.stderr)
"""


def _python(program: str, *arguments: str, where: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=where,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_case_without_its_libraries_says_what_to_install(story: Path) -> None:
    done = _python(WITHOUT, "check", "ferry", "--case", "x.db", where=story.parent)
    assert done.returncode == 2
    assert "pip install 'claimcheck[review]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_without_a_case_loads_no_database(story: Path) -> None:
    done = _python(LOADED, "check", "ferry", where=story.parent)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "loaded:"
