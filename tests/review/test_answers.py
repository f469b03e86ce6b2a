"""Working through the queue with nothing but links and forms."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from review.conftest import ALONE, Desk, MakeDesk, seen_of, token_of
from review_cases import flood_report

from claimcheck.store.views import Policy, QueueFilter, Reviewer


def test_an_answer_is_recorded_and_the_next_finding_follows(desk: Desk, keys: list[str]) -> None:
    answer = desk.browser().answer(keys[0], "confirmed", query="?state=unreviewed")
    assert answer.status_code == 303
    onward = urlsplit(answer.headers["location"])
    assert onward.path == f"/finding/{keys[1]}"
    assert "state=unreviewed" in onward.query
    assert desk.service.finding(ALONE, keys[0]).mine.verdict == "confirmed"


def test_the_whole_queue_can_be_answered_by_following_where_each_answer_leads(
    desk: Desk, keys: list[str]
) -> None:
    browser = desk.browser()
    path = urlsplit(
        browser.client.get("/next?state=unreviewed", follow_redirects=False).headers["location"]
    ).path
    met = []
    while path.startswith("/finding/"):
        met.append(path.removeprefix("/finding/"))
        answer = browser.answer(met[-1], query="?state=unreviewed")
        path = urlsplit(answer.headers["location"]).path
    assert met == keys
    assert "Everything has been reviewed" in browser.get("/queue?state=unreviewed").text


def test_an_answer_without_a_verdict_is_asked_for_and_the_note_stays(desk: Desk, keys: list[str]) -> None:
    answer = desk.browser().answer(keys[0], "", note="half written")
    assert answer.status_code == 422
    assert "Choose one of the four answers" in answer.text
    assert "half written" in answer.text


def test_a_reason_that_is_needed_is_asked_for_and_the_answer_stays(desk: Desk, keys: list[str]) -> None:
    answer = desk.browser().answer(keys[0], "not_a_conflict", note="seen twice")
    assert answer.status_code == 422
    assert "reason" in answer.text
    assert re.search(r'value="not_a_conflict"[^>]* checked', answer.text)
    assert "seen twice" in answer.text


def test_an_answer_can_be_taken_back(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    onward = browser.answer(keys[0]).headers["location"]
    page = browser.get(onward).text
    assert "Recorded:" in page
    form = page[page.index('class="done"') :]
    seen = re.search(r'name="seen" value="([^"]+)"', form)[1]
    answer = browser.post(f"/finding/{keys[0]}/undo", {"token": token_of(page), "seen": seen})
    assert answer.status_code == 303
    view = desk.service.finding(ALONE, keys[0])
    assert view.mine is None
    assert [row.what for row in view.history] == ["review", "undo"] or [row.what for row in view.history] == [
        "undo",
        "review",
    ]


def test_skipping_goes_on_and_records_nothing(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    page = browser.get(f"/finding/{keys[0]}").text
    skip = re.search(r'href="([^"]+)" class="skipping"', page)[1].replace("&amp;", "&")
    assert keys[1] in skip
    browser.get(skip)
    assert desk.service.progress(ALONE).reviewed == 0


def test_two_who_answer_at_once_both_learn_of_it(team: Desk, keys: list[str]) -> None:
    ada, ben = team.signed_in("Ada"), team.signed_in("Ben")
    page = ben.get(f"/finding/{keys[0]}").text
    assert ada.answer(keys[0], "explained", reason="different_scope").status_code == 303
    form = {"token": token_of(page), "seen": seen_of(page), "verdict": "confirmed", "note": "my own view"}
    answer = ben.post(f"/finding/{keys[0]}/answer", form)
    assert answer.status_code == 409
    assert "Your answer was not recorded" in answer.text
    assert "Explained" in answer.text
    assert "my own view" in answer.text
    view = team.service.finding(Reviewer("Ada"), keys[0])
    assert [row.verdict for row in view.history] == ["explained"]


def test_the_second_reviewer_does_not_see_the_first_answer_before_giving_one(make_desk: MakeDesk) -> None:
    desk = make_desk(flood_report(4), alone=None, policy=Policy(reviewers_needed=2))
    key = desk.service.queue(ALONE, QueueFilter(), 0, 1).items[0].finding_key
    ada, ben = desk.signed_in("Ada"), desk.signed_in("Ben")
    ada.answer(key, "explained", reason="different_scope", note="the Herald counts the province")
    page, queue = ben.get(f"/finding/{key}").text, ben.get("/queue").text
    assert "the Herald counts the province" not in page + queue
    assert "Ada" not in page + queue
    assert "1 of 2 answers" in page
    ben.answer(key, "explained", reason="different_scope")
    assert "the Herald counts the province" in ben.get(f"/finding/{key}").text


def test_where_two_differ_an_editor_settles_it(make_desk: MakeDesk) -> None:
    desk = make_desk(flood_report(4), alone=None, policy=Policy(reviewers_needed=2))
    key = desk.service.queue(ALONE, QueueFilter(), 0, 1).items[0].finding_key
    desk.signed_in("Ada").answer(key, "confirmed")
    desk.signed_in("Ben").answer(key, "not_a_conflict", reason="extraction_error")
    editor = desk.signed_in("Eve", "editor")
    assert key in editor.get("/queue?state=disputed").text
    page = editor.get(f"/finding/{key}").text
    assert "The reviewers differ" in page
    answer = editor.answer(key, "confirmed", final="yes", reason="other", note="both counts are official")
    assert answer.status_code == 303, answer.text
    ben = desk.signed_in("Ben").get(f"/finding/{key}").text
    assert "settles it" in ben
    assert "The program misread the words" in ben or "the program misread the words" in ben


def test_an_editor_who_changes_an_answer_of_their_own_settles_nothing(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    browser.answer(keys[0], "confirmed")
    page = browser.get(f"/finding/{keys[0]}").text
    assert "Change your answer" in page
    assert "The reviewers differ" not in page
    assert browser.answer(keys[0], "unsure").status_code == 303
    assert [row.what for row in desk.service.finding(ALONE, keys[0]).history] == ["review", "review"]


def test_a_finding_whose_facts_changed_shows_the_old_answer_and_what_changed(desk: Desk) -> None:
    browser = desk.browser()
    first = next(
        item for item in desk.service.queue(ALONE, QueueFilter(), 0, 50).items if "Ashford" in item.title
    )
    browser.answer(first.finding_key, "confirmed", note="called the mayor")
    desk.service.add_run(flood_report(24, edited=1))
    found = desk.service.queue(ALONE, QueueFilter(state="updated"), 0, 5).items
    assert [item.title for item in found] == [first.title]
    page = browser.get(f"/finding/{found[0].finding_key}").text
    assert "the facts have changed" in page
    assert "called the mayor" in page
    assert re.search(r"<del>.*40.*</del>", page)
    assert re.search(r"<ins>.*45.*</ins>", page)
    still = page[page.index('class="before"') :]
    form = dict(re.findall(r'name="(\w+)" value="([^"]*)"', still[: still.index("</form>")]))
    assert browser.post(f"/finding/{found[0].finding_key}/answer", form).status_code == 303
    assert desk.service.progress(ALONE).changed == 0


def test_the_history_keeps_what_was_decided_before(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    browser.answer(keys[0], "unsure", reason="other", note="ask the desk")
    browser.answer(keys[0], "confirmed", note="the desk agrees")
    page = browser.get(f"/finding/{keys[0]}").text
    history = page[page.index('class="history"') :]
    assert "ask the desk" in history
    assert "the desk agrees" in history


def test_the_beginning_of_a_key_leads_to_the_finding(desk: Desk, keys: list[str]) -> None:
    answer = desk.browser().client.get(f"/finding/{keys[0][:12]}", follow_redirects=False)
    assert answer.headers["location"] == f"/finding/{keys[0]}"


def test_a_finding_that_is_not_there_is_a_page_and_not_a_fault(desk: Desk) -> None:
    assert "<h1>" in desk.browser().get("/finding/" + "0" * 24, 404).text
