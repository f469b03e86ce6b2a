"""Answers are appended, seen by whom they should be, and never written over."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from store.desks import ADA, BEN, CLEO, EDDA, Desk

from claimcheck.errors import UsageError
from claimcheck.store.views import (
    Answer,
    FindingView,
    Policy,
    QueueFilter,
    Recorded,
    Reviewer,
    Stale,
)

CONFIRMED, EXPLAINED = Answer("confirmed"), Answer("explained", "different_scope")


def the_key(desk: Desk) -> str:
    return desk.service.queue(ADA, QueueFilter(relation="contradiction")).items[0].finding_key


def look(desk: Desk, who: Reviewer) -> FindingView:
    return desk.service.finding(who, the_key(desk))


def answer(desk: Desk, who: Reviewer, given: Answer) -> Recorded | Stale:
    return desk.service.decide(who, the_key(desk), given, look(desk, who).seen)


def test_an_answer_stands_and_the_report_carries_it(ferry: Desk) -> None:
    outcome = answer(ferry, ADA, Answer("confirmed", note="called the coast guard"))
    assert isinstance(outcome, Recorded)
    assert outcome.review == "reviewed"
    review = next(f.review for f in ferry.run().findings if f.relation == "contradiction")
    assert review is not None
    assert (review.verdict, review.reviewer, review.note) == ("confirmed", "Ada", "called the coast guard")


def test_a_report_without_names_does_not_say_who_decided(ferry: Desk) -> None:
    answer(ferry, ADA, CONFIRMED)
    review = next(f.review for f in ferry.service.report().findings if f.review)
    assert review.reviewer == ""
    assert "Ada" not in repr(ferry.service.report())


def test_a_decision_keeps_what_was_seen(ferry: Desk) -> None:
    answer(ferry, ADA, CONFIRMED)
    ferry.write("times.txt", "The Times\n\nA ferry sank. The coast guard said 41 people were killed.\n")
    ferry.run()
    view = look(ferry, ADA)
    assert view.before is not None
    assert view.before.seen is not None
    quotes = " ".join(claim.quote for claim in view.before.seen.claims)
    assert "40 people" in quotes
    for claim, document in zip(view.before.seen.claims, view.before.seen.documents, strict=True):
        assert document.text[claim.start : claim.end] == claim.quote


def test_the_database_itself_refuses_to_change_or_remove_a_decision(ferry: Desk) -> None:
    answer(ferry, ADA, CONFIRMED)
    for statement in (
        "UPDATE decisions SET verdict = 'unsure'",
        "DELETE FROM decisions",
        "UPDATE events SET who = 'nobody'",
        "DELETE FROM events",
    ):
        with pytest.raises(DBAPIError, match="only ever added"), ferry.case.writing() as connection:
            connection.execute(text(statement))
    assert ferry.service.verify().faults == ()


def test_undo_is_a_new_row_and_the_answer_before_it_counts_again(ferry: Desk) -> None:
    answer(ferry, ADA, CONFIRMED)
    answer(ferry, ADA, EXPLAINED)
    key = the_key(ferry)
    ferry.service.undo(ADA, key, look(ferry, ADA).seen)
    view = look(ferry, ADA)
    assert [entry.what for entry in view.history] == ["review", "review", "undo"]
    assert view.mine is not None
    assert view.mine.verdict == "confirmed"
    ferry.service.undo(ADA, key, view.seen)
    assert look(ferry, ADA).review == "unreviewed"
    with pytest.raises(UsageError, match="no answer"):
        ferry.service.undo(ADA, key, look(ferry, ADA).seen)


def test_an_answer_after_an_undo_can_be_undone_too(ferry: Desk) -> None:
    answer(ferry, ADA, CONFIRMED)
    ferry.service.undo(ADA, the_key(ferry), look(ferry, ADA).seen)
    answer(ferry, ADA, EXPLAINED)
    assert look(ferry, ADA).finding.review.verdict == "explained"
    ferry.service.undo(ADA, the_key(ferry), look(ferry, ADA).seen)
    assert look(ferry, ADA).review == "unreviewed"


def test_a_write_on_a_stale_view_shows_the_other_answer_and_writes_nothing(ferry: Desk) -> None:
    seen = look(ferry, BEN).seen
    answer(ferry, ADA, CONFIRMED)
    outcome = ferry.service.decide(BEN, the_key(ferry), EXPLAINED, seen)
    assert isinstance(outcome, Stale)
    assert outcome.reason == "answered"
    assert [(entry.reviewer, entry.verdict) for entry in outcome.theirs] == [("Ada", "confirmed")]
    assert ferry.service.decisions_recorded() == 1
    again = ferry.service.decide(BEN, the_key(ferry), EXPLAINED, outcome.seen)
    assert isinstance(again, Recorded)
    assert again.review == "disputed"


def test_an_answer_to_facts_that_changed_meanwhile_is_not_written(ferry: Desk) -> None:
    key, seen = the_key(ferry), look(ferry, ADA).seen
    ferry.write("times.txt", "The Times\n\nA ferry sank. Relatives waited.\n")
    ferry.run()
    outcome = ferry.service.decide(ADA, key, CONFIRMED, seen)
    assert isinstance(outcome, Stale)
    assert outcome.reason == "gone"
    assert ferry.service.decisions_recorded() == 0


def test_two_reviewers_are_blind_to_each_other_until_both_have_answered(ferry: Desk) -> None:
    ferry.with_policy(Policy(reviewers_needed=2))
    seen = look(ferry, BEN).seen
    answer(ferry, ADA, CONFIRMED)
    before = look(ferry, BEN)
    assert (before.review, before.history, before.hidden) == ("waiting", (), 1)
    assert before.seen == seen
    item = ferry.service.queue(BEN, QueueFilter(relation="contradiction")).items[0]
    assert (item.verdict, item.reviewers) == (None, ())
    outcome = ferry.service.decide(BEN, the_key(ferry), CONFIRMED, seen)
    assert isinstance(outcome, Recorded)
    assert outcome.review == "reviewed"
    assert look(ferry, BEN).hidden == 0
    assert look(ferry, CLEO).finding.review.reviewer == "Ada, Ben"


def test_a_finding_of_high_severity_may_need_more_reviewers(ferry: Desk) -> None:
    ferry.with_policy(Policy(reviewers_needed=1, needed_for_high=2))
    view = look(ferry, ADA)
    assert view.needed == (2 if view.finding.severity == "high" else 1)


def test_a_disagreement_goes_to_a_third_and_both_answers_stay(ferry: Desk) -> None:
    ferry.with_policy(Policy(reviewers_needed=2))
    answer(ferry, ADA, CONFIRMED)
    assert answer(ferry, BEN, EXPLAINED).review == "disputed"
    with pytest.raises(UsageError, match="reason or a note"):
        answer(ferry, CLEO, CONFIRMED)
    outcome = answer(ferry, CLEO, Answer("explained", note="different days"))
    assert outcome.review == "reviewed"
    view = look(ferry, ADA)
    assert view.finding.review.reviewer == "Cleo"
    assert [(entry.reviewer, entry.what) for entry in view.history] == [
        ("Ada", "review"),
        ("Ben", "review"),
        ("Cleo", "final"),
    ]
    assert view.answered == 2


def test_the_two_who_differ_cannot_settle_it_but_can_change_their_minds(ferry: Desk) -> None:
    ferry.with_policy(Policy(reviewers_needed=2))
    answer(ferry, ADA, CONFIRMED)
    answer(ferry, BEN, EXPLAINED)
    assert not look(ferry, BEN).may_settle
    with pytest.raises(UsageError, match="final answer"):
        answer(ferry, BEN, Answer("confirmed", note="so there", final=True))
    assert answer(ferry, BEN, CONFIRMED).review == "reviewed"


def test_an_editor_can_settle_and_take_it_back(ferry: Desk) -> None:
    answer(ferry, ADA, CONFIRMED)
    settled = Answer("not_a_conflict", "different_time", final=True)
    assert answer(ferry, EDDA, settled).review == "reviewed"
    assert look(ferry, ADA).finding.review.verdict == "not_a_conflict"
    ferry.service.undo(EDDA, the_key(ferry), look(ferry, EDDA).seen)
    assert look(ferry, ADA).finding.review.verdict == "confirmed"


def test_what_may_not_be_answered_is_refused_with_a_reason(ferry: Desk) -> None:
    for who, given, words in (
        (Reviewer("Rita", "reader"), CONFIRMED, "may read"),
        (ADA, Answer("maybe"), "verdict"),
        (ADA, Answer("explained", "because"), "reason"),
        (ADA, Answer("explained", "other"), "note"),
        (Reviewer("A\nB"), CONFIRMED, "printable"),
        (ADA, Answer("confirmed", note="x" * 10_001), "10,000"),
    ):
        with pytest.raises(UsageError, match=words):
            answer(ferry, who, given)
    with pytest.raises(UsageError, match="no finding"):
        ferry.service.finding(ADA, "f-0000000000")
    assert ferry.service.decisions_recorded() == 0


def test_a_lease_tells_others_who_has_it_open_and_ends(ferry: Desk) -> None:
    key = the_key(ferry)
    assert ferry.service.lease(ADA, key) is None
    other = ferry.service.lease(BEN, key)
    assert other is not None
    assert other.reviewer == "Ada"
    assert look(ferry, BEN).lease == other
    assert look(ferry, ADA).lease is None
    assert isinstance(answer(ferry, BEN, CONFIRMED), Recorded), "a lease keeps nobody from answering"
    ferry.service.release(ADA, key)
    assert ferry.service.lease(BEN, key) is None
    ferry.clock.now = ferry.clock.now.replace(hour=23)
    assert ferry.service.lease(CLEO, key) is None, "a lease that has run out is no more"


def test_the_queue_puts_first_what_waits_and_counts_every_state(ferry: Desk) -> None:
    before = ferry.service.queue(ADA, QueueFilter())
    assert before.counts["unreviewed"] == before.total == before.counts["new"]
    answer(ferry, ADA, CONFIRMED)
    after = ferry.service.queue(ADA, QueueFilter())
    assert after.items[-1].finding_key == the_key(ferry)
    assert after.counts["reviewed"] == 1
    page = ferry.service.queue(ADA, QueueFilter(state="reviewed", search="40 PEOPLE", reviewer="Ada"))
    assert [item.finding_key for item in page.items] == [the_key(ferry)]
    assert ferry.service.queue(ADA, QueueFilter(search="40%")).total == 0
    assert ferry.service.queue(ADA, QueueFilter(story="elsewhere")).total == 0


def test_the_neighbours_of_a_finding_are_those_of_the_queue(ferry: Desk) -> None:
    ferry.write("ferry2.txt", "The Post\n\nA ferry sank. Divers said 7 people were killed.\n")
    ferry.run()
    wanted = QueueFilter(state="unreviewed")
    keys = [item.finding_key for item in ferry.service.queue(ADA, wanted).items]
    assert len(keys) >= 3
    for at, key in enumerate(keys):
        around = ferry.service.neighbours(ADA, wanted, key)
        assert around == (keys[at - 1] if at else None, keys[at + 1] if at + 1 < len(keys) else None)
    ferry.service.decide(ADA, keys[1], CONFIRMED, ferry.service.finding(ADA, keys[1]).seen)
    assert ferry.service.neighbours(ADA, wanted, keys[1]) == (keys[0], keys[2])


def test_progress_adds_up(ferry: Desk) -> None:
    answer(ferry, ADA, CONFIRMED)
    told = ferry.service.progress(ADA)
    assert told.findings == told.reviewed + told.unreviewed + told.changed + told.waiting + told.disputed
    assert dict(told.verdicts) == {"confirmed": 1}
    assert told.todo == told.unreviewed


def test_users_sign_in_with_their_password_alone(ferry: Desk) -> None:
    ferry.service.create_user("Ada", "correct horse battery", "editor")
    assert ferry.service.verify_password("Ada", "correct horse battery") == Reviewer("Ada", "editor")
    assert ferry.service.verify_password("Ada", "wrong horse battery") is None
    assert ferry.service.verify_password("Bea", "correct horse battery") is None
    ferry.service.change_user("Ada", active=False)
    assert ferry.service.verify_password("Ada", "correct horse battery") is None
    with pytest.raises(UsageError, match="already"):
        ferry.service.create_user("Ada", "another password", "reader")
    with pytest.raises(UsageError, match="characters"):
        ferry.service.create_user("Bea", "short", "reader")
    with ferry.case.reading() as connection:
        kept = connection.execute(text("SELECT password_hash FROM users")).scalar()
    assert kept.startswith("$argon2id$")
