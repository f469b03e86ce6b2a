"""Documents that come in through the page, and the run that follows."""

from __future__ import annotations

import json
import time

from review.conftest import ALONE, Browser, Desk, MakeDesk, token_of

from claimcheck.store.views import QueueFilter

COURIER = "The coast guard said 12 people were killed when the ferry Estrella sank off Port Maren on Tuesday."
HERALD = "The coast guard said 40 people were killed when the ferry Estrella sank off Port Maren on Tuesday."


def add(browser: Browser, *files: tuple[str, str], **fields: str) -> str:
    """Adds documents and waits for the run; what its page says then."""
    token = token_of(browser.get("/add").text)
    sent = [("files", (name, text.encode("utf-8"))) for name, text in files]
    answer = browser.post("/documents/add", {"token": token} | fields, files=sent or None)
    assert answer.status_code == 303, answer.text
    return followed(browser, answer.headers["location"])


def followed(browser: Browser, path: str) -> str:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        state = browser.get(f"{path}?part=state").text
        if "data-over" in state:
            return state
        time.sleep(0.05)
    raise AssertionError(state)


def test_two_uploads_give_a_finding(make_desk: MakeDesk) -> None:
    desk = make_desk()
    browser = desk.browser()
    state = add(browser, ("courier.txt", COURIER), ("herald.txt", HERALD), story="ferry")
    assert "2 documents added" in state
    assert {item.story for item in desk.service.queue(ALONE, QueueFilter(), 0, 9).items} == {"ferry"}
    assert "12 people" in browser.get("/next").text


def test_pasted_text_joins_the_documents_of_the_case(make_desk: MakeDesk) -> None:
    desk = make_desk()
    browser = desk.browser()
    add(browser, text=COURIER, story="ferry", outlet="Morning Courier", published="2031-05-02")
    add(browser, text=HERALD, story="ferry", outlet="Evening Herald", published="2031-05-03")
    assert {row.outlet for row in desk.service.documents()} == {"Morning Courier", "Evening Herald"}
    assert desk.service.progress(ALONE).findings == 1


def test_html_and_json_lines_are_read_for_what_they_are(make_desk: MakeDesk) -> None:
    desk = make_desk()
    page = f"<!doctype html><html><head><title>Ferry</title></head><body><article><p>{COURIER}</p></article></body></html>"
    line = json.dumps({"text": HERALD, "outlet": "Evening Herald", "story": "ferry"})
    add(desk.browser(), ("courier.html", page), ("herald.jsonl", line), story="ferry")
    assert len(desk.service.documents()) == 2
    assert desk.service.progress(ALONE).findings == 1


def test_a_newer_version_takes_the_place_of_the_old_and_the_answer_is_shown_again(
    make_desk: MakeDesk,
) -> None:
    desk = make_desk()
    browser = desk.browser()
    add(browser, ("courier.txt", COURIER), ("herald.txt", HERALD), story="ferry")
    key = desk.service.queue(ALONE, QueueFilter(), 0, 1).items[0].finding_key
    browser.answer(key, "confirmed")
    row = next(
        row for row in desk.service.documents() if "40" in desk.service.document(row.key).document.text
    )
    form = browser.get(f"/add?newer={row.key}").text
    assert f'name="id" value="{row.id}"' in form
    state = add(browser, text=HERALD.replace("40", "43"), id=row.id, story="ferry")
    assert "1 with changed facts" in state
    assert len(desk.service.documents()) == 2
    assert desk.service.progress(ALONE).changed == 1


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_kept(make_desk: MakeDesk) -> None:
    desk = make_desk()
    state = add(desk.browser(), ("courier.txt", COURIER), ("broken.json", "{"), story="ferry")
    assert "1 document added" in state
    assert "broken.json" in state
    assert len(desk.service.documents()) == 1


def test_nothing_chosen_is_said_and_what_was_typed_stays(desk: Desk) -> None:
    browser = desk.browser()
    token = token_of(browser.get("/add").text)
    answer = browser.post("/documents/add", {"token": token, "outlet": "Morning Courier"})
    assert answer.status_code == 422
    assert "Choose a file or paste a text" in answer.text
    assert 'value="Morning Courier"' in answer.text


def test_two_who_add_at_once_both_find_their_documents(make_desk: MakeDesk) -> None:
    desk = make_desk()
    browser = desk.browser()
    token = token_of(browser.get("/add").text)
    paths = [
        browser.post("/documents/add", {"token": token, "text": text, "story": "ferry"}).headers["location"]
        for text in (COURIER, HERALD)
    ]
    for path in paths:
        followed(browser, path)
    assert len(desk.service.documents()) == 2
    assert desk.service.progress(ALONE).findings == 1


def test_checking_again_changes_nothing_where_nothing_changed(make_desk: MakeDesk) -> None:
    desk = make_desk()
    browser = desk.browser()
    add(browser, ("courier.txt", COURIER), ("herald.txt", HERALD), story="ferry")
    token = token_of(browser.get("/").text)
    state = followed(browser, browser.post("/checks", {"token": token}).headers["location"])
    assert "0 new, 1 unchanged" in state


def test_a_run_that_fails_says_so_and_the_case_stays_as_it_was(make_desk: MakeDesk) -> None:
    desk = make_desk()
    browser = desk.browser()
    add(browser, ("courier.txt", COURIER), story="ferry")

    def broken(_: object) -> None:
        raise RuntimeError("inner words")

    desk.service.add_run = broken
    token = token_of(browser.get("/add").text)
    path = browser.post("/documents/add", {"token": token, "text": HERALD}).headers["location"]
    state = followed(browser, path)
    assert "could not be done" in state
    assert "inner words" not in state
    assert len(desk.service.documents()) == 1
