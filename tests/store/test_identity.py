"""Decisions survive what does not matter, and nothing that matters goes by unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from store.desks import ADA, HERALD, TIMES, Desk

from claimcheck.model import Finding
from claimcheck.store.stated_words import stated_words
from claimcheck.store.views import Answer, QueueFilter

LONG = """The Post

The governor visited the town on Tuesday. More than 300 houses were flooded, the fire brigade said.
Schools stayed closed. Volunteers filled sandbags through the night.
"""
GAZETTE = """The Gazette

The river burst its banks. About 120 houses were flooded, the fire brigade said.
The bridge was closed to traffic.
"""


def conflict(desk: Desk) -> Finding:
    """The contradiction of the last run, with what stands on it."""
    found = [f for f in desk.service.report(names=True).findings if f.relation == "contradiction"]
    assert len(found) == 1, [f.title for f in desk.service.report().findings]
    return found[0]


def confirm(desk: Desk) -> str:
    """Confirms the contradiction; its key."""
    item = desk.service.queue(ADA, QueueFilter(relation="contradiction")).items[0]
    view = desk.service.finding(ADA, item.finding_key)
    desk.service.decide(ADA, item.finding_key, Answer("confirmed"), view.seen)
    return item.finding_key


def stands(desk: Desk) -> bool:
    desk.run()
    finding = conflict(desk)
    assert finding.case is not None
    return finding.review is not None


@pytest.fixture
def confirmed(file_ferry: Desk) -> Desk:
    confirm(file_ferry)
    return file_ferry


def test_a_run_over_the_same_reports_changes_nothing(confirmed: Desk) -> None:
    exported = confirmed.service.export_decisions()
    summary = confirmed.service.add_run(confirmed.read())
    assert (summary.new, summary.updated, summary.reopened, summary.absent) == (0, 0, 0, 0)
    assert confirmed.service.export_decisions() == exported


@pytest.mark.parametrize(
    "edited",
    [
        HERALD.replace("Rescue boats", "Many rescue boats"),
        HERALD.replace("The Herald\n", "The Herald\n\nThe harbour master spoke to reporters at length.\n"),
        HERALD.replace("Rescue boats searched the harbour through the night.\n", ""),
        HERALD.replace("A ferry sank off", "A passenger ferry sank off"),
        HERALD.replace(
            "The coast guard said 12 people were killed.", "12 people were killed, the coast guard said."
        ),
        HERALD.replace("\n", "\r\n"),
    ],
    ids=["word", "sentence added", "sentence removed", "other sentence", "reworded", "line ends"],
)
def test_an_edit_that_changes_no_fact_keeps_the_decision(confirmed: Desk, edited: str) -> None:
    confirmed.write("herald.txt", edited)
    assert stands(confirmed)


def test_a_report_that_is_renamed_keeps_the_decision(confirmed: Desk) -> None:
    (confirmed.folder / "herald.txt").rename(confirmed.folder / "a-herald-2.txt")
    assert stands(confirmed)


def test_a_report_that_is_renamed_and_edited_keeps_the_decision(confirmed: Desk) -> None:
    (confirmed.folder / "herald.txt").unlink()
    confirmed.write("updated.txt", HERALD.replace("through the night", "until dawn broke over it"))
    assert stands(confirmed)


def test_a_folder_that_is_moved_keeps_the_decision(confirmed: Desk) -> None:
    moved = confirmed.folder.with_name("sinking")
    confirmed.folder.rename(moved)
    confirmed.folder = moved
    assert stands(confirmed)
    assert [story.name for story in confirmed.service.stories()] == ["sinking"]


def test_reports_that_are_added_leave_the_decision(confirmed: Desk) -> None:
    confirmed.write("aardvark.txt", "The Aardvark\n\nA ferry sank. Divers went down twice.\n")
    confirmed.write("zebra.txt", "The Zebra\n\nThe minister spoke of a dark day.\n")
    assert stands(confirmed)


@pytest.mark.parametrize("name", ["aardvark.txt", "zebra.txt"])
@pytest.mark.parametrize("figure", ["12", "40"])
def test_reports_that_tell_the_same_leave_the_decision_with_the_words_it_was_made_on(
    confirmed: Desk, name: str, figure: str
) -> None:
    """One discrepancy is one finding, and another pair may come to stand for it in a run without a case."""
    before = conflict(confirmed).fingerprint
    for number in range(3):
        confirmed.write(
            f"{number}-{name}", f"A ferry sank. The coast guard said {figure} people were killed.\n"
        )
        assert stands(confirmed)
        assert conflict(confirmed).fingerprint == before
    assert confirmed.service.verify().faults == ()


def test_another_story_in_the_same_case_leaves_the_decision(confirmed: Desk, tmp_path: Path) -> None:
    ferry, confirmed.folder = confirmed.folder, tmp_path / "flood"
    confirmed.write("post.txt", LONG)
    confirmed.write("gazette.txt", GAZETTE)
    summary = confirmed.service.add_run(confirmed.read())
    assert summary.absent == 0
    assert [story.name for story in confirmed.service.stories()] == ["ferry", "flood"]
    confirmed.folder = ferry
    confirmed.run()
    assert confirmed.service.report("ferry").findings[0].review is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12 people", "13 people"),
        ("12 people", "at least 12 people"),
        ("12 people", "about 12 people"),
        ("12 people were killed", "12 people were killed on Tuesday"),
        ("said 12", "said on Tuesday 12"),
        ("The coast guard said", "The navy said"),
        ("12 people were killed", "12 people were reportedly killed"),
        ("12 people", "nearly 12 people"),
    ],
)
def test_a_figure_hedge_date_or_speaker_that_changes_reopens_the_finding(
    confirmed: Desk, before: str, after: str
) -> None:
    confirmed.write("herald.txt", HERALD.replace(before, after))
    confirmed.run()
    for finding in confirmed.service.report().findings:
        assert finding.review is None
    answered = [f for f in confirmed.service.standing_decisions() if f.review in ("changed", "reviewed")]
    assert answered, "the old decision is still on record"


def test_a_figure_that_changes_shows_the_old_decision_beside_the_difference(confirmed: Desk) -> None:
    confirmed.write("herald.txt", HERALD.replace("12 people", "15 people"))
    confirmed.run()
    finding = conflict(confirmed)
    assert finding.case is not None
    assert (finding.case.state, finding.case.review) == ("updated", "changed")
    assert finding.case.earlier is not None
    assert (finding.case.earlier.verdict, finding.case.earlier.reviewer) == ("confirmed", "Ada")
    assert any("“12” is now “15”" in change for change in finding.case.changes)


def test_a_changed_finding_is_confirmed_with_one_answer(confirmed: Desk) -> None:
    confirmed.write("herald.txt", HERALD.replace("12 people", "15 people"))
    confirmed.run()
    new = confirm(confirmed)
    assert stands(confirmed)
    old = next(f for f in confirmed.service.standing_decisions() if f.state == "absent")
    assert old.absent_because is not None
    assert new[:10] in old.absent_because


def test_a_finding_waits_for_confirmation_over_any_number_of_runs(confirmed: Desk) -> None:
    confirmed.write("herald.txt", HERALD.replace("12 people", "15 people"))
    for _ in range(3):
        confirmed.run()
        assert conflict(confirmed).case.state == "updated"


def test_what_comes_back_is_reopened(confirmed: Desk) -> None:
    confirmed.write("herald.txt", HERALD.replace(" The coast guard said 12 people were killed.", ""))
    confirmed.run()
    gone = next(f for f in confirmed.service.standing_decisions() if f.state == "absent")
    assert (gone.decision.verdict, gone.absent_because) == ("confirmed", "a report no longer says it")
    confirmed.write("herald.txt", HERALD)
    confirmed.run()
    finding = conflict(confirmed)
    assert (finding.case.state, finding.case.review, finding.review) == ("reopened", "changed", None)
    assert "come back" in " ".join(finding.case.changes)
    confirm(confirmed)
    assert stands(confirmed)


def test_a_report_that_goes_leaves_the_decision_on_record_with_the_reason(confirmed: Desk) -> None:
    (confirmed.folder / "herald.txt").unlink()
    confirmed.run()
    gone = confirmed.service.standing_decisions()[-1]
    assert (gone.state, gone.decision.verdict) == ("absent", "confirmed")
    assert gone.absent_because == "a report that it rests on is no longer in the input"


def test_a_decision_does_not_slide_onto_a_similar_finding(confirmed: Desk) -> None:
    confirmed.write("herald.txt", HERALD.replace("12 people were killed", "12 people were injured"))
    confirmed.write("times.txt", TIMES.replace("40 people were killed", "40 people were injured"))
    confirmed.run()
    assert all(finding.review is None for finding in confirmed.service.report().findings)


def test_the_same_words_of_another_outlet_are_another_report(file_ferry: Desk) -> None:
    file_ferry.write("herald.txt", f"---\noutlet: The Herald\n---\n{HERALD}")
    file_ferry.run()
    confirm(file_ferry)
    (file_ferry.folder / "herald.txt").unlink()
    file_ferry.write("herald.txt", f"---\noutlet: The Daily Mirror\n---\n{HERALD}")
    file_ferry.run()
    assert conflict(file_ferry).review is None


def test_a_rule_whose_check_changes_asks_again(confirmed: Desk) -> None:
    from dataclasses import replace

    report = confirmed.read()
    changed = tuple(replace(finding, rule_hash="f" * 64) for finding in report.findings)
    confirmed.service.add_run(replace(report, findings=changed))
    finding = conflict(confirmed)
    assert (finding.case.state, finding.case.review) == ("updated", "changed")
    assert any("rule" in change for change in finding.case.changes)
    assert stands(confirmed), "the rule is what it was when Ada decided"


def test_a_decision_is_shown_beside_the_finding_of_a_renamed_rule(confirmed: Desk) -> None:
    from dataclasses import replace

    report = confirmed.read()
    renamed = tuple(
        replace(finding, rule="desk/renamed", former_rules=(finding.rule,)) for finding in report.findings
    )
    confirmed.service.add_run(replace(report, findings=renamed))
    finding = conflict(confirmed)
    assert (finding.rule, finding.review) == ("desk/renamed", None)
    assert (finding.case.state, finding.case.review) == ("updated", "changed")
    assert finding.case.earlier is not None
    assert finding.case.earlier.verdict == "confirmed"


def test_a_finding_of_another_rule_on_the_same_words_takes_no_decision_over(confirmed: Desk) -> None:
    from dataclasses import replace

    report = confirmed.read()
    other = tuple(replace(finding, rule="desk/other") for finding in report.findings)
    confirmed.service.add_run(replace(report, findings=other))
    assert conflict(confirmed).case.state == "new"


def test_other_words_of_the_report_about_a_finding_keep_the_decision(confirmed: Desk) -> None:
    from dataclasses import replace

    report = confirmed.read()
    reworded = tuple(
        replace(finding, title="Otherwise", explanation="In other words.", confidence=0.5)
        for finding in report.findings
    )
    confirmed.service.add_run(replace(report, findings=reworded))
    assert conflict(confirmed).review is not None
    assert conflict(confirmed).title == "Otherwise"


def test_the_text_of_a_report_is_kept_in_every_version(confirmed: Desk) -> None:
    confirmed.write("herald.txt", HERALD.replace("12 people", "15 people"))
    confirmed.run()
    row = next(row for row in confirmed.service.documents() if row.versions == 2)
    first, second = confirmed.service.document_versions(row.key)
    assert "12 people" in first.text
    assert "15 people" in second.text
    assert confirmed.service.document(row.key).document == second


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Some 40 people died on Monday.", "Some 41 people died on Monday."),
        ("Forty people died.", "Fifty people died."),
        ("At least 40 people died.", "40 people died."),
        ("They left by Thursday evening.", "They left by Thursday morning."),
        ("They left in March.", "They left in April."),
        ("They may have left.", "They have left."),
        ("They had not left.", "They had left."),
        ("Dozens died.", "Hundreds died."),
        ("A third of them left.", "Half of them left."),
        ("They left at 5:30 p.m.", "They left at 6:30 p.m."),
    ],
)
def test_sentences_that_state_something_else_have_other_stated_words(left: str, right: str) -> None:
    assert stated_words(left) != stated_words(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kyiv said on Monday that 30,000 troops left.", "On Monday, 30 000 troops left, Kyiv said."),
        ("The army said 40 tanks burned.", "The armed forces said 40 tanks were set on fire."),
    ],
)
def test_sentences_that_state_the_same_have_the_same_stated_words(left: str, right: str) -> None:
    assert stated_words(left) == stated_words(right)
