"""The queue, its filters, and the pages around it."""

from __future__ import annotations

import re

import pytest
from review.conftest import ALONE, Desk, MakeDesk
from review_cases import flood_report

from claimcheck.report import FORMATS
from claimcheck.store.views import QueueFilter


def titles(page: str) -> list[str]:
    return (
        re.findall(r"<h2>(.*?)</h2>", page[page.index('class="queue"') :]) if 'class="queue"' in page else []
    )


def test_the_queue_tells_how_far_the_review_is(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    browser.answer(keys[0], "confirmed")
    browser.answer(keys[1], "not_a_conflict", reason="rule_too_strict")
    page = browser.get("/queue").text
    assert "24 findings: 2 reviewed (1 confirmed, 1 not a conflict), 22 not reviewed." in page


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("relation=tension", QueueFilter(relation="tension")),
        ("severity=high", QueueFilter(severity="high")),
        ("rule=core/number-mismatch&relation=update", QueueFilter(relation="update")),
        ("story=nowhere", QueueFilter(story="nowhere")),
        ("search=Dunwick", QueueFilter(search="Dunwick")),
    ],
)
def test_a_filter_is_an_address_that_can_be_shared(desk: Desk, query: str, wanted: QueueFilter) -> None:
    found = desk.service.queue(ALONE, wanted, 0, 50)
    page = desk.browser().get(f"/queue?{query}").text
    assert titles(page) == [item.title for item in found.items]
    assert found.total < 24


def test_an_address_that_asks_for_nonsense_shows_everything(desk: Desk) -> None:
    page = desk.browser().get("/queue?relation=quarrel&severity=&state=lost&page=-1").text
    assert len(titles(page)) == 24


def test_a_page_after_the_last_leads_to_the_last(make_desk: MakeDesk) -> None:
    desk = make_desk(flood_report(120))
    browser = desk.browser()
    assert len(titles(browser.get("/queue?page=2").text)) == 50
    assert len(titles(browser.get("/queue?page=99").text)) == 20


def test_the_filter_goes_along_from_finding_to_finding(desk: Desk) -> None:
    browser = desk.browser()
    start = browser.get("/next?relation=tension").url
    assert "relation=tension" in str(start)
    page = browser.get(str(start)).text
    onward = re.search(r'href="([^"]+)" rel="next"', page)[1]
    assert "relation=tension" in onward


def test_the_matrix_leads_to_the_findings(desk: Desk) -> None:
    browser = desk.browser()
    page = browser.get("/story?name=flood").text
    assert "Claims by sources" in page
    links = re.findall(r'href="(/finding/[^"]+)"', page)
    assert links
    assert "Two counts of the dead" in browser.get(links[0].replace("&amp;", "&")).text


def test_a_document_shows_its_claims_where_they_stand(desk: Desk) -> None:
    row = desk.service.documents()[0]
    page = desk.browser().get(f"/documents/{row.key}").text
    marked = re.findall(r'<mark class="claim [^"]*">(.*?)</mark>', page)
    view = desk.service.document(row.key)
    assert marked == [claim.quote for claim in view.claims]
    numbers = re.findall(r'class="ref \w+" href="/finding/\w+" aria-label="Finding (\d+)', page)
    assert numbers == [str(number) for number in range(1, 25)]


def test_a_claim_can_be_pointed_at(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    page = browser.get(f"/finding/{keys[0]}").text
    link = re.search(r'href="(/document\?[^"]+)"', page)[1].replace("&amp;", "&")
    document = browser.get(link.split("#")[0]).text
    anchor = link.split("#")[1]
    assert f'id="{anchor}"' in document
    assert len(re.findall(r'<mark class="claim \w* wanted"', document)) == 1


def test_rules_show_what_reviewers_made_of_them(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    for key in keys[:3]:
        browser.answer(key, "confirmed")
    browser.answer(keys[3], "not_a_conflict", reason="different_time")
    page = browser.get("/rules").text
    assert "75 %" in page
    assert "They speak of different times (1)" in page
    assert "core/number-mismatch" in browser.get("/rules/core/number-mismatch").text


@pytest.mark.parametrize("name", FORMATS)
def test_the_report_can_be_had_in_every_format_with_its_decisions(
    desk: Desk, keys: list[str], name: str
) -> None:
    browser = desk.browser()
    browser.answer(keys[0], "confirmed", note="called the mayor")
    answer = browser.get(f"/download?format={name}")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "Two counts of the dead" in answer.text
    if name != "csv":
        assert "called the mayor" in answer.text


def test_a_download_names_reviewers_only_when_asked(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    browser.answer(keys[0], "confirmed")
    assert "Ada" not in browser.get("/download?format=json").text
    assert "Ada" in browser.get("/download?format=json&names=yes").text


def test_an_empty_case_says_what_to_do(make_desk: MakeDesk) -> None:
    browser = make_desk().browser()
    assert "Add documents" in browser.get("/").text
    assert "no findings in this case yet" in browser.get("/queue").text
    for path in ("/documents", "/rules", "/downloads", "/add"):
        browser.get(path)
