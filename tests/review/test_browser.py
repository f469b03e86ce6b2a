"""The page in a real browser: keys, no script at all, narrow and wide, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from review.conftest import ALONE, Desk, MakeDesk
from review.live import CHROMIUM, FLAGS, needs_chromium, serving
from review_cases import HOSTILE, flood_report

from claimcheck.store.views import QueueFilter

WIDTHS = (390, 768, 1280)
SCHEMES = ("light", "dark")
VERDICTS = {"c": "confirmed", "e": "explained", "n": "not_a_conflict", "u": "unsure"}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests."""
    needs_chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


class Window:
    """A browser window that remembers what went wrong in it."""

    def __init__(self, chromium: Any, address: str, **options: Any) -> None:
        self.context = chromium.new_context(base_url=address, **options)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    def close(self) -> None:
        self.context.close()
        assert self.faults == []


@pytest.fixture
def live(desk: Desk) -> Iterator[str]:
    with serving(desk.app) as address:
        yield address


@pytest.fixture
def window(chromium: Any, live: str) -> Iterator[Window]:
    opened = Window(chromium, live, viewport={"width": 1280, "height": 800})
    yield opened
    opened.close()


def every_address(desk: Desk) -> list[str]:
    """One of each kind of page, with something on it to see."""
    keys = [item.finding_key for item in desk.service.queue(ALONE, QueueFilter(), 0, 50).items]
    document = desk.service.documents()[0].key
    return [
        "/",
        "/queue",
        "/queue?search=nothing-like-this",
        f"/finding/{keys[0]}",
        f"/finding/{keys[1]}",
        "/story?name=flood",
        "/documents",
        f"/documents/{document}",
        "/add",
        "/rules",
        "/rules/core/number-mismatch",
        "/downloads",
        "/keys",
        "/finding/none",
    ]


def with_history(desk: Desk) -> None:
    """Answers of every kind, and a finding whose facts changed since."""
    browser = desk.browser()
    items = desk.service.queue(ALONE, QueueFilter(), 0, 8).items
    for item, verdict in zip(items, ["confirmed", "explained", "not_a_conflict", "unsure"] * 2, strict=True):
        browser.answer(item.finding_key, verdict, reason="other", note="called both papers")
    desk.service.add_run(flood_report(24, edited=24))


def test_twenty_findings_are_answered_with_the_keys_alone(window: Window, desk: Desk) -> None:
    page = window.page
    page.goto("/")
    page.keyboard.press("j")
    given = {}
    for number in range(20):
        page.wait_for_selector("#answer")
        key = page.url.split("/finding/")[1].split("?")[0]
        answer = "cenu"[number % 4]
        page.keyboard.press(answer)
        if answer != "c":
            page.keyboard.press(str(1 + number % 9))
        given[key] = VERDICTS[answer]
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert len(given) == 20
    found = {key: desk.service.finding(ALONE, key).mine for key in given}
    assert {key: entry.verdict for key, entry in found.items() if entry} == given


def test_skip_back_note_and_help_have_keys_that_rest_while_typing(window: Window, desk: Desk) -> None:
    page = window.page
    page.goto("/next?state=unreviewed")
    first = page.url
    page.keyboard.press("m")
    page.keyboard.type("cense, jokes and quotes?")
    assert page.input_value("#note") == "cense, jokes and quotes?"
    assert page.url == first
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("s")
    assert desk.service.progress(ALONE).reviewed == 0
    with page.expect_navigation():
        page.keyboard.press("k")
    assert page.input_value("#note") == "cense, jokes and quotes?"
    page.keyboard.press("c")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert desk.service.progress(ALONE).reviewed == 1
    page.keyboard.press("?")
    assert page.is_visible("dialog#keys")
    page.keyboard.press("s")
    page.keyboard.press("Escape")
    assert not page.is_visible("dialog#keys")
    with page.expect_navigation():
        page.keyboard.press("b")
    assert desk.service.progress(ALONE).reviewed == 0


def test_everything_can_be_done_without_scripts(chromium: Any, live: str, desk: Desk) -> None:
    window = Window(chromium, live, java_script_enabled=False)
    page = window.page
    page.goto("/")
    page.get_by_role("link", name="Begin the review").click()
    page.get_by_label("Not a conflict").check()
    page.get_by_label("They speak of different times").check()
    page.locator("#note").fill("one is from Monday")
    page.get_by_role("button", name="Record").click()
    assert "Recorded: Not a conflict" in page.inner_text("main")
    page.get_by_role("button", name="Take it back").click()
    assert desk.service.progress(ALONE).reviewed == 0
    page.get_by_role("link", name="Queue").first.click()
    page.get_by_label("Search").fill("Dunwick")
    page.get_by_role("button", name="Show").click()
    assert "3 findings" in page.inner_text("main")
    window.close()


def test_a_run_from_the_page_shows_how_far_it_is_and_leads_to_its_findings(
    window: Window, desk: Desk
) -> None:
    page = window.page
    page.goto("/add")
    page.fill("#text", "The mayor said 99 people were killed in Ashford when the river left its bed.")
    page.fill("#story", "second flood")
    page.fill("#outlet", "Night Post")
    page.get_by_role("button", name="Add and check").click()
    page.wait_for_selector("[data-over]", timeout=20_000)
    assert "1 document added" in page.inner_text("main")
    assert any(row.outlet == "Night Post" for row in desk.service.documents())


def test_nothing_from_an_article_runs(chromium: Any, make_desk: MakeDesk) -> None:
    desk = make_desk(flood_report(3, hostile=HOSTILE))
    with serving(desk.app) as address:
        window = Window(chromium, address)
        for path in every_address(desk)[:-1]:
            window.page.goto(path)
            assert window.page.title() != "stolen"
            assert not window.page.evaluate("document.querySelector('img') || window.stolen")
        window.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_serious(chromium: Any, live: str, desk: Desk, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with_history(desk)
    window = Window(chromium, live, color_scheme=scheme, viewport={"width": 1280, "height": 800})
    found = []
    for path in every_address(desk)[: -1 if scheme == "light" else 8]:
        window.page.goto(path)
        for violation in Axe().run(window.page).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                nodes = [node["html"][:120] for node in violation["nodes"][:3]]
                found.append((path, violation["id"], nodes))
    window.close()
    assert found == []


def test_no_page_is_wider_than_its_window(chromium: Any, live: str, desk: Desk) -> None:
    with_history(desk)
    window = Window(chromium, live)
    too_wide = []
    for path in every_address(desk)[:-1]:
        window.page.goto(path)
        for width in WIDTHS:
            window.page.set_viewport_size({"width": width, "height": 800})
            reached = window.page.evaluate("document.documentElement.scrollWidth")
            if reached > width:
                too_wide.append((path, width, reached))
    window.close()
    assert too_wide == []


def test_the_answers_are_in_reach_of_the_tab_key_in_their_order(window: Window, desk: Desk) -> None:
    page = window.page
    page.goto("/next")
    page.focus("input[value=not_a_conflict]")
    page.keyboard.press("Space")
    names = []
    for _ in range(5):
        page.keyboard.press("Tab")
        names.append(
            page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")
        )
    assert names[:3] == ["reason", "note", "Record Enter"]
