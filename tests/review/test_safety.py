"""What somebody who means harm tries, and what comes of it."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from review.conftest import KEY, PASSWORD, Browser, Desk, MakeDesk, seen_of, token_of
from review_cases import HOSTILE, flood_report

from claimcheck.review.sessions import Sessions
from claimcheck.review.settings import PageSettings
from claimcheck.store.views import QueueFilter, Reviewer

PAGES = ("/", "/queue", "/documents", "/rules", "/downloads", "/add", "/keys", "/login")


class _Page(HTMLParser):
    """Tags, attributes and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def links(self) -> list[str]:
        return [value or "" for _, own in self.tags for name, value in own.items() if name in ("href", "src")]


def every_page(desk: Desk, browser: Browser) -> dict[str, str]:
    """All pages that show what articles say."""
    key = desk.service.queue(Reviewer("Ada", "editor"), QueueFilter(), 0, 1).items[0].finding_key
    document = desk.service.documents()[0]
    story = desk.service.stories()[0].name
    paths = [*PAGES[:-1], f"/finding/{key}", f"/documents/{document.key}", f"/add?newer={document.key}"]
    return {path: browser.get(path).text for path in [*paths, f"/story?name={story}"]}


def test_a_form_without_the_token_of_the_session_records_nothing(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    page = browser.get(f"/finding/{keys[0]}").text
    for token in ("", "x" * 32, token_of(desk.browser().get(f"/finding/{keys[0]}").text)):
        sent = {"token": token, "seen": seen_of(page), "verdict": "confirmed"}
        assert browser.post(f"/finding/{keys[0]}/answer", sent).status_code == 403
    assert desk.service.progress(Reviewer("Ada", "editor")).reviewed == 0


def test_an_answer_of_an_old_session_is_offered_again_and_not_lost(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    page = browser.get(f"/finding/{keys[0]}").text
    sent = {"token": "old", "seen": seen_of(page), "verdict": "confirmed", "note": "both papers stand by it"}
    offered = browser.post(f"/finding/{keys[0]}/answer", sent).text
    assert "both papers stand by it" in offered
    again = dict(re.findall(r'name="(\w+)" value="([^"]*)"', offered.split("<main")[1]))
    assert browser.post(f"/finding/{keys[0]}/answer", again).status_code == 303
    assert desk.service.progress(Reviewer("Ada", "editor")).reviewed == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1.evil.example:8765"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_from_another_site_is_refused_even_with_the_token(
    desk: Desk, keys: list[str], headers: dict[str, str]
) -> None:
    browser = desk.browser()
    page = browser.get(f"/finding/{keys[0]}").text
    sent = {"token": token_of(page), "seen": seen_of(page), "verdict": "confirmed"}
    assert browser.post(f"/finding/{keys[0]}/answer", sent, headers=headers).status_code == 403
    assert desk.service.progress(Reviewer("Ada", "editor")).reviewed == 0


def test_reading_never_changes_anything(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    for path in (f"/finding/{keys[0]}/answer", f"/finding/{keys[0]}/undo", "/checks", "/logout"):
        browser.get(path, 405)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", ""])
def test_a_foreign_name_that_leads_here_gets_nothing(desk: Desk, host: str) -> None:
    answer = desk.browser().client.get("/queue", headers={"host": host})
    assert answer.status_code == 421
    assert "Two counts" not in answer.text


@pytest.mark.parametrize(
    "path", ["/finding/%00", "/queue?search=%00", "/story?name=a%00b", "/documents/a%00"]
)
def test_a_null_in_an_address_is_refused(desk: Desk, path: str) -> None:
    desk.browser().get(path, 400)


def test_every_answer_carries_the_headers(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    for path in (*PAGES, f"/finding/{keys[0]}", "/nowhere", "/download?format=html", "/static/x/page.css"):
        headers = browser.client.get(path).headers
        policy = headers["content-security-policy"]
        assert policy == "sandbox" or "default-src 'none'" in policy, path
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"


def test_no_page_has_a_script_a_style_or_a_handler_of_its_own(desk: Desk) -> None:
    for path, text in every_page(desk, desk.browser()).items():
        for tag, attributes in _Page(text).tags:
            assert tag != "style", path
            assert not (tag == "script" and "src" not in attributes), path
            assert not [name for name in attributes if name.startswith("on") or name == "style"], (path, tag)


def test_what_articles_say_is_only_ever_text(make_desk: MakeDesk) -> None:
    desk = make_desk(flood_report(3, hostile=HOSTILE))
    for path, text in every_page(desk, desk.browser()).items():
        page = _Page(text)
        scripts = [own for tag, own in page.tags if tag == "script"]
        assert [own["src"] for own in scripts] == [f"/static/{desk.page.version}/keys.js"], path
        assert "img" not in {tag for tag, _ in page.tags}, path
        assert str(7919 * 7919) not in text, path
    assert "&lt;script&gt;" in every_page(desk, desk.browser())["/queue"]


def test_what_is_asked_and_typed_is_only_ever_text(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    attack = '"><script>alert(1)</script>'
    pages = [
        browser.get("/queue", params={"search": attack, "group": attack, "story": attack}).text,
        browser.get("/login", params={"next": f"/{attack}"}).text,
        browser.get("/download", 404, params={"format": attack}).text,
        browser.get("/finding/" + attack, 404).text,
        browser.answer(keys[0], "nonsense", note=attack).text,
    ]
    browser.answer(keys[0], "not_a_conflict", reason="other", note=attack)
    pages.append(browser.get(f"/finding/{keys[0]}").text)
    for text in pages:
        assert "<script>alert" not in text


def test_only_web_addresses_become_links(make_desk: MakeDesk) -> None:
    desk = make_desk(flood_report(3, hostile=HOSTILE))
    for path, text in every_page(desk, desk.browser()).items():
        for link in _Page(text).links():
            assert link.startswith(("/", "#", "https://", "http://")), (path, link)


def test_links_out_tell_the_other_side_nothing(desk: Desk) -> None:
    document = desk.service.documents()[0]
    page = _Page(desk.browser().get(f"/documents/{document.key}").text)
    outward = [own for tag, own in page.tags if tag == "a" and (own.get("href") or "").startswith("https://")]
    assert outward
    assert all(own["rel"] == "noopener noreferrer" for own in outward)


def test_a_body_that_is_too_long_is_refused(desk: Desk, keys: list[str]) -> None:
    browser = desk.browser()
    page = browser.get(f"/finding/{keys[0]}").text
    sent = {"token": token_of(page), "seen": seen_of(page), "verdict": "confirmed", "note": "x" * 70_000}
    assert browser.post(f"/finding/{keys[0]}/answer", sent).status_code == 413


def test_a_body_that_does_not_say_how_long_it_is_is_refused_too(desk: Desk, keys: list[str]) -> None:
    def endless() -> object:
        yield b"note="
        for _ in range(200):
            yield b"x" * 1024

    answer = desk.browser().client.post(
        f"/finding/{keys[0]}/answer",
        content=endless(),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 413


def upload(browser: Browser, *files: tuple[str, bytes], **fields: str) -> tuple[int, str]:
    token = token_of(browser.get("/add").text)
    answer = browser.post(
        "/documents/add", {"token": token} | fields, files=[("files", file) for file in files]
    )
    return answer.status_code, answer.text


def test_a_file_that_is_too_large_is_refused_by_name(desk: Desk) -> None:
    status, text = upload(desk.browser(), ("long.txt", b"word " * 30_000))
    assert status == 422
    assert "long.txt: is larger than" in text


def test_too_many_files_are_refused(desk: Desk) -> None:
    status, text = upload(desk.browser(), *[(f"{number}.txt", b"A town said 3.") for number in range(6)])
    assert status == 400
    assert "Too many files" in text


@pytest.mark.parametrize("name", ["report.exe", "report.svg", "report.txt.php", "report.zip"])
def test_a_file_of_another_type_is_refused(desk: Desk, name: str) -> None:
    status, text = upload(desk.browser(), (name, b"12 people were killed."))
    assert status == 422
    assert f"{name}: is not read" in text


@pytest.mark.parametrize(
    "name", ["../../outside.txt", "/etc/outside.txt", "..\\outside.txt", "a\0b.txt", ".txt"]
)
def test_the_name_of_a_file_leads_nowhere(desk: Desk, name: str, tmp_path: Path) -> None:
    before = sorted(path for path in tmp_path.parent.rglob("*") if "case-" not in path.name)
    status, _ = upload(desk.browser(), (name, b"The mayor said 12 people were killed in Ashford."))
    assert status in (303, 400, 422)
    desk.page.checking.close()
    assert sorted(path for path in tmp_path.parent.rglob("*") if "case-" not in path.name) == before
    assert all(row.path is None or "outside" not in row.path for row in desk.service.documents())


def test_a_spreadsheet_runs_nothing_of_what_articles_say(make_desk: MakeDesk) -> None:
    desk = make_desk(flood_report(3, hostile="=HYPERLINK(1)"))
    text = desk.browser().get("/download?format=csv").text
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_the_name_of_a_download_cannot_break_out_of_its_header(make_desk: MakeDesk) -> None:
    desk = make_desk(flood_report(3))
    answer = desk.browser().get("/download?format=json&story=flood")
    assert re.fullmatch(r'attachment; filename="[A-Za-z0-9-]+\.json"', answer.headers["content-disposition"])


def test_without_a_login_nothing_is_shown(team: Desk, keys: list[str]) -> None:
    browser = team.browser()
    for path in (*PAGES[:-1], f"/finding/{keys[0]}", "/download?format=json", "/checks/1"):
        answer = browser.client.get(path, follow_redirects=False)
        assert answer.status_code == 303, path
        assert answer.headers["location"].startswith("/login?next=%2F"), path
        assert "Two counts" not in answer.text


def test_an_answer_after_the_session_ended_shows_what_was_written(team: Desk, keys: list[str]) -> None:
    answer = team.browser().post(
        f"/finding/{keys[0]}/answer", {"verdict": "confirmed", "note": "two sources agree"}
    )
    assert answer.status_code == 403
    assert "two sources agree" in answer.text


def test_passwords_are_tried_five_times_and_then_wait(team: Desk) -> None:
    team.service.create_user("Ben", PASSWORD, "reviewer")
    browser = team.browser()
    for _ in range(5):
        assert browser.sign_in("Ben", "guess").status_code == 403
    refused = browser.sign_in("Ben", PASSWORD)
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 200
    team.clock.now += 301
    assert browser.sign_in("Ben", PASSWORD).status_code == 303


def test_guessing_many_names_from_one_address_waits_too(team: Desk) -> None:
    browser = team.browser()
    answers = [browser.sign_in(f"name{number}", "guess").status_code for number in range(21)]
    assert answers[:20] == [403] * 20
    assert answers[20] == 429


def test_an_unknown_name_and_a_wrong_password_sound_the_same(team: Desk) -> None:
    team.service.create_user("Ben", PASSWORD, "reviewer")
    browser = team.browser()
    unknown, wrong = (
        re.sub(r'(token|name)" value="[^"]*"', "", browser.sign_in(name, "guess").text)
        for name in ("Eve", "Ben")
    )
    assert unknown == wrong


@pytest.mark.parametrize(
    "onward", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_the_login_leads_to_this_page_only(team: Desk, onward: str) -> None:
    team.service.create_user("Ben", PASSWORD, "reviewer")
    assert team.browser().sign_in("Ben", PASSWORD, onward).headers["location"] == "/"


def test_a_forged_session_is_none(team: Desk) -> None:
    team.service.create_user("Ben", PASSWORD, "editor")
    settings = PageSettings("flood", b"another key" * 3, lambda: 0.0, lambda: "t")
    forger = Sessions(settings)
    forged = forger._signer.dumps({"name": "Ben", "token": "t"})
    for cookie in (forged, forged[:-1], '{"name": "Ben", "token": "t"}', "x" * 5000):
        browser = team.browser()
        browser.client.cookies.set(settings.cookie, cookie)
        answer = browser.client.get("/queue", follow_redirects=False)
        assert answer.status_code == 303


def test_a_session_of_another_case_is_none(team: Desk) -> None:
    team.service.create_user("Ben", PASSWORD, "editor")
    other = Sessions(PageSettings("harbour", KEY, lambda: 0.0, lambda: "t"))
    browser = team.browser()
    browser.client.cookies.set(team.page.settings.cookie, other._signer.dumps({"name": "Ben", "token": "t"}))
    assert browser.client.get("/queue", follow_redirects=False).status_code == 303


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(team: Desk, make_desk: MakeDesk) -> None:
    cookie = team.browser().client.get("/login").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    secure = make_desk(flood_report(2), alone=None, https=True).browser().client.get("/login")
    assert "__Host-claimcheck" in secure.headers["set-cookie"]
    assert "Secure" in secure.headers["set-cookie"]
    assert "strict-transport-security" in secure.headers


def test_signing_in_gives_a_new_token(team: Desk) -> None:
    team.service.create_user("Ben", PASSWORD, "reviewer")
    browser = team.browser()
    before = token_of(browser.get("/login").text)
    browser.sign_in("Ben", PASSWORD)
    assert token_of(browser.get("/").text) != before


def test_an_account_that_is_closed_is_out_at_once(team: Desk) -> None:
    browser = team.signed_in("Ben")
    browser.get("/queue")
    team.service.change_user("Ben", active=False)
    assert browser.client.get("/queue", follow_redirects=False).status_code == 303


def test_a_new_password_ends_the_sessions_of_the_old_one(team: Desk) -> None:
    browser = team.signed_in("Ben")
    team.service.change_user("Ben", password="another good password")
    assert browser.client.get("/queue", follow_redirects=False).status_code == 303


def test_signing_out_ends_the_session(team: Desk) -> None:
    browser = team.signed_in("Ben")
    browser.post("/logout", {"token": token_of(browser.get("/").text)})
    assert browser.client.get("/queue", follow_redirects=False).status_code == 303


def test_a_reader_reads_and_does_nothing_else(team: Desk, keys: list[str]) -> None:
    key = team.service.queue(Reviewer("Ben", "reader"), QueueFilter(), 0, 1).items[0].finding_key
    browser = team.signed_in("Ben", "reader")
    page = browser.get(f"/finding/{key}").text
    assert "you can read, not answer" in page
    token = token_of(page)
    for path in (f"/finding/{key}/answer", f"/finding/{key}/undo", "/documents/add", "/checks"):
        assert browser.post(path, {"token": token, "verdict": "confirmed"}).status_code == 403, path
    browser.get("/add", 403)
    assert team.service.progress(Reviewer("Ben", "reader")).reviewed == 0


def test_a_fault_shows_no_inner_workings(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret inner words")

    monkeypatch.setattr(type(desk.service), "stories", broken)
    browser = desk.browser()
    browser.client.__init__(desk.app, base_url="http://127.0.0.1:8765", raise_server_exceptions=False)
    answer = browser.client.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_no_interface_for_programs_is_left_open(desk: Desk) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        desk.browser().get(path, 404)
