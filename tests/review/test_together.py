"""Eight people at one case at the same time."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from html import unescape

import httpx2 as httpx
from review.conftest import ALONE, PASSWORD, MakeDesk, seen_of, token_of
from review.live import serving
from review_cases import flood_report

from claimcheck.store.views import Policy, QueueFilter

PEOPLE = tuple(f"reviewer-{number}" for number in range(8))


def signed_in(address: str, name: str) -> httpx.Client:
    client = httpx.Client(base_url=address, follow_redirects=False, timeout=30)
    token = token_of(client.get("/login").text)
    answer = client.post("/login", data={"token": token, "name": name, "password": PASSWORD})
    assert answer.status_code == 303
    return client


def answered(client: httpx.Client, path: str, note: str) -> httpx.Response:
    page = client.get(path).text
    action = unescape(re.search(r'action="([^"]*/answer[^"]*)" class="verdict-form"', page)[1])
    form = {"token": token_of(page), "seen": seen_of(page), "verdict": "confirmed", "note": note}
    return client.post(action, data=form)


def test_eight_who_answer_everything_blindly_lose_nothing(make_desk: MakeDesk) -> None:
    desk = make_desk(flood_report(12), alone=None, policy=Policy(reviewers_needed=8))
    for name in PEOPLE:
        desk.service.create_user(name, PASSWORD, "reviewer")
    keys = [item.finding_key for item in desk.service.queue(ALONE, QueueFilter(), 0, 50).items]

    def work(name: str) -> list[int]:
        with closing(signed_in(address, name)) as client:
            pages = [client.get(path).status_code for path in ("/", "/queue", "/documents", "/rules")]
            return pages + [
                answered(client, f"/finding/{key}", f"{name} on {key}").status_code for key in keys
            ]

    with serving(desk.app) as address, ThreadPoolExecutor(len(PEOPLE)) as pool:
        statuses = list(pool.map(work, PEOPLE))
    assert {status for own in statuses for status in own} == {200, 303}
    for key in keys:
        notes = {row.note for row in desk.service.finding(ALONE, key).history}
        assert notes == {f"{name} on {key}" for name in PEOPLE}


def test_eight_who_take_the_next_finding_each_meet_no_error_page(make_desk: MakeDesk) -> None:
    desk = make_desk(flood_report(24), alone=None)
    for name in PEOPLE:
        desk.service.create_user(name, PASSWORD, "reviewer")

    def work(name: str) -> list[int]:
        statuses = []
        with closing(signed_in(address, name)) as client:
            for _ in range(8):
                onward = client.get("/next?state=unreviewed").headers["location"]
                if not onward.startswith("/finding/"):
                    break
                statuses.append(answered(client, onward, name).status_code)
        return statuses

    with serving(desk.app) as address, ThreadPoolExecutor(len(PEOPLE)) as pool:
        statuses = [status for own in pool.map(work, PEOPLE) for status in own]
    assert set(statuses) <= {303, 409}
    recorded = statuses.count(303)
    items = desk.service.queue(ALONE, QueueFilter(), 0, 50).items
    rows = sum(len(desk.service.finding(ALONE, item.finding_key).history) for item in items)
    assert rows == recorded
