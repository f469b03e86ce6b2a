"""The record goes out to a file for git, comes back, and is merged with another's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from store.desks import ADA, BEN, HERALD, TIMES, Clock, Desk

from claimcheck.errors import InputError
from claimcheck.store.case import Case
from claimcheck.store.importing import Imported
from claimcheck.store.service import ReviewService
from claimcheck.store.views import Answer, QueueFilter, Reviewer


def decide(service: ReviewService, who: Reviewer, given: Answer) -> str:
    key = service.queue(who, QueueFilter(relation="contradiction")).items[0].finding_key
    service.decide(who, key, given, service.finding(who, key).seen)
    return key


def another(where: Path, name: str = "other.db") -> ReviewService:
    return ReviewService(Case.open(str(where / name), create=True), None, Clock())


def take_in(service: ReviewService, text: str) -> Imported:
    return service.import_decisions({"decisions.jsonl": text})


@pytest.fixture
def decided(ferry: Desk) -> Desk:
    decide(ferry.service, ADA, Answer("confirmed", note="“called” the guard\u2028twice \x00"))
    return ferry


def test_a_case_is_rebuilt_identically_from_the_file_and_the_reports(decided: Desk, tmp_path: Path) -> None:
    text = decided.service.export_decisions()
    for first in ("import", "check"):
        other = another(tmp_path, f"{first}.db")
        if first == "import":
            take_in(other, text)
            other.add_run(decided.read())
        else:
            other.add_run(decided.read())
            take_in(other, text)
        assert other.export_decisions() == text
        left = other.with_decisions(decided.read(), names=True)
        right = decided.service.with_decisions(decided.read(), names=True)
        assert [f.review for f in left.findings] == [f.review for f in right.findings]
        assert other.verify().faults == ()
        other.case.close()


def test_the_file_is_sorted_and_says_nothing_of_runs(decided: Desk) -> None:
    before = decided.service.export_decisions()
    decided.clock.now = decided.clock.now.replace(month=5)
    decided.run()
    decided.run()
    assert decided.service.export_decisions() == before
    lines = [json.loads(line) for line in before.split("\n") if line]
    kinds = [line["type"] for line in lines]
    assert kinds == sorted(kinds, key=["header", "document", "finding", "key", "decision"].index)


def test_an_edited_case_is_rebuilt_with_what_no_longer_holds(decided: Desk, tmp_path: Path) -> None:
    decided.write("herald.txt", HERALD.replace("12 people", "15 people"))
    decided.run()
    text = decided.service.export_decisions()
    other = another(tmp_path)
    take_in(other, text)
    other.add_run(decided.read())
    standing = [f.case for f in other.report(names=True).findings if f.relation == "contradiction"]
    assert [(case.state, case.review) for case in standing] == [("updated", "changed")]
    assert other.export_decisions() == text


def test_what_had_come_back_unconfirmed_is_still_unconfirmed_after_a_rebuild(
    decided: Desk, tmp_path: Path
) -> None:
    decided.write("herald.txt", HERALD.replace(" The coast guard said 12 people were killed.", ""))
    decided.run()
    decided.write("herald.txt", HERALD)
    decided.run()
    text = decided.service.export_decisions()
    other = another(tmp_path)
    take_in(other, text)
    other.add_run(decided.read())
    assert {f.review for f in other.report().findings} == {None}
    assert other.export_decisions() == text


def test_two_reviewers_files_merge_and_what_they_differ_on_is_named(decided: Desk, tmp_path: Path) -> None:
    other = another(tmp_path)
    other.add_run(decided.read())
    key = decide(other, BEN, Answer("not_a_conflict", "different_time"))
    done = take_in(decided.service, other.export_decisions())
    assert (done.new, done.known) == (1, 0)
    assert [conflict.finding_key for conflict in done.conflicts] == [key]
    assert "Ada: confirmed" in done.conflicts[0].why
    assert "Ben: not_a_conflict" in done.conflicts[0].why
    assert decided.service.finding(ADA, key).review == "disputed"
    back = take_in(other, decided.service.export_decisions())
    assert (back.new, back.known) == (1, 1)
    assert other.export_decisions() == decided.service.export_decisions()
    assert decided.service.verify().faults == ()


def test_an_import_twice_changes_nothing(decided: Desk) -> None:
    text = decided.service.export_decisions()
    done = take_in(decided.service, text)
    assert (done.new, done.known, done.conflicts) == (0, 1, ())
    assert decided.service.export_decisions() == text


def test_one_reviewer_with_two_answers_from_two_machines_is_named_and_the_later_counts(
    decided: Desk, tmp_path: Path
) -> None:
    other = another(tmp_path)
    other.add_run(decided.read())
    other._now.now = decided.clock.now.replace(hour=20)
    key = decide(other, ADA, Answer("unsure"))
    done = take_in(decided.service, other.export_decisions())
    assert len(done.conflicts) == 1
    assert decided.service.finding(ADA, key).finding.review.verdict == "unsure"


def test_a_case_with_another_past_takes_the_decisions_of_the_same_reports(
    file_desk: Desk, tmp_path: Path
) -> None:
    """One saw the report before it was edited, the other only after: their keys differ, the facts do not."""
    file_desk.write("herald.txt", HERALD.replace("A ferry sank", "A small ferry sank"))
    file_desk.write("times.txt", TIMES)
    file_desk.run()
    file_desk.write("herald.txt", HERALD)
    file_desk.run()
    decide(file_desk.service, ADA, Answer("confirmed"))
    text = file_desk.service.export_decisions()
    other = another(tmp_path)
    other.add_run(file_desk.read())
    take_in(other, text)
    found = next(f for f in other.report(names=True).findings if f.relation == "contradiction")
    assert found.review is not None
    assert found.review.reviewer == "Ada"
    assert other.verify().faults == ()
    again = another(tmp_path, "third.db")
    take_in(again, other.export_decisions())
    again.add_run(file_desk.read())
    assert next(f for f in again.report().findings if f.relation == "contradiction").review is not None


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (lambda text: "", "is empty"),
        (lambda text: text.replace('"confirmed"', '"unsure"'), r"edited.*hash"),
        (lambda text: text.replace('"verdict":"confirmed"', '"verdict":"sure"'), "verdict"),
        (lambda text: text[: len(text) // 2], "not JSON"),
        (lambda text: f"<<<<<<< HEAD\n{text}", "git conflict"),
        (lambda text: text.split("\n", 1)[1], "header"),
        (lambda text: "\n".join(line for line in text.split("\n") if '"finding","' not in line), ""),
    ],
    ids=["empty", "edited", "unknown verdict", "cut off", "git conflict", "no header", "no finding"],
)
def test_a_file_that_is_not_as_it_must_be_is_refused_whole(decided: Desk, broken, words: str) -> None:
    text = broken(decided.service.export_decisions())
    if words == "":
        text = "\n".join(line for line in text.split("\n") if '"type":"finding"' not in line)
        other = another(decided.folder.parent)
        with pytest.raises(InputError, match="no line describes"):
            take_in(other, text)
        return
    with pytest.raises(InputError, match=words) as caught:
        take_in(decided.service, text)
    assert "decisions.jsonl" in str(caught.value)
    assert decided.service.decisions_recorded() == 1
