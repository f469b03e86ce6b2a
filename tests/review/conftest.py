"""A case on disk, its page, and clients that behave as a browser does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

import pytest
from argon2 import PasswordHasher
from httpx2 import Response
from review_cases import flood_report
from sqlalchemy import event
from starlette.testclient import TestClient

from claimcheck.model import Report
from claimcheck.pipeline import Knowledge
from claimcheck.review.app import create_app
from claimcheck.review.checking import Checking
from claimcheck.review.page import Page
from claimcheck.review.settings import Limits, PageSettings
from claimcheck.store import users
from claimcheck.store.case import Case
from claimcheck.store.service import ReviewService
from claimcheck.store.views import Policy, Reviewer

KEY = b"k" * 32
ALONE = Reviewer("Ada", "editor")
PASSWORD = "correct horse battery"
_TOKEN = re.compile(r'name="token" value="([^"]+)"')
_SEEN = re.compile(r'name="seen" value="([^"]+)"')


@dataclass
class Clock:
    """Seconds that a test moves on."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Desk:
    """One case and its page."""

    service: ReviewService
    page: Page
    clock: Clock
    app: Any = field(init=False)

    def __post_init__(self) -> None:
        self.app = create_app(self.page)

    def browser(self, **headers: str) -> Browser:
        """A visitor with cookies of their own."""
        return Browser(TestClient(self.app, base_url="http://127.0.0.1:8765", headers=headers))

    def signed_in(self, name: str, role: str = "reviewer") -> Browser:
        """A visitor who has signed in under a name that is added for it."""
        if name not in {user.name for user in self.service.users()}:
            self.service.create_user(name, PASSWORD, role)
        browser = self.browser()
        answer = browser.sign_in(name, PASSWORD)
        assert answer.status_code == 303, answer.text
        return browser


class Browser:
    """Follows links and sends the forms of the pages it has opened."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    def get(self, path: str, status: int = 200, **options: Any) -> Response:
        answer = self.client.get(path, follow_redirects=True, **options)
        assert answer.status_code == status, answer.text
        return answer

    def post(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> Response:
        return self.client.post(path, data=data, follow_redirects=False, **options)

    def sign_in(self, name: str, password: str, onward: str = "/") -> Response:
        token = token_of(self.get("/login").text)
        return self.post("/login", {"token": token, "name": name, "password": password, "next": onward})

    def answer(self, key: str, verdict: str = "confirmed", query: str = "", **fields: Any) -> Response:
        """Opens a finding and answers it."""
        page = self.get(f"/finding/{key}{query}").text
        form = {"token": token_of(page), "seen": seen_of(page), "verdict": verdict} | fields
        return self.post(f"/finding/{key}/answer{query}", form)


def token_of(page: str) -> str:
    match = _TOKEN.search(page)
    assert match, page
    return unescape(match[1])


def seen_of(page: str) -> str:
    match = _SEEN.search(page[page.rindex('id="answer"') :])
    assert match, page
    return unescape(match[1])


def _unsynced(connection: Any, record: object) -> None:
    """No test outlives a power cut, and waiting for the disk is most of what a write costs."""
    connection.execute("PRAGMA synchronous = OFF")


MakeDesk = Callable[..., Desk]


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Hashes passwords with little work: what the real settings are is for the tests of the store to hold."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(users, "_hasher", lambda: quick)
        users._nobodys_hash.cache_clear()
        yield
    users._nobodys_hash.cache_clear()


@pytest.fixture(scope="session")
def empty_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case whose tables have been made."""
    path = tmp_path_factory.mktemp("empty") / "case.db"
    Case.open(str(path), create=True).close()
    return path


@pytest.fixture(scope="session")
def flood_case(tmp_path_factory: pytest.TempPathFactory, empty_case: Path) -> Path:
    """A case with one run of 24 findings."""
    path = tmp_path_factory.mktemp("flood") / "case.db"
    shutil.copyfile(empty_case, path)
    case = Case.open(str(path))
    ReviewService(case, None, lambda: datetime.now(UTC)).add_run(flood_report(24))
    case.close()
    return path


@pytest.fixture
def make_desk(tmp_path: Path, knowledge: Knowledge, empty_case: Path) -> Iterator[MakeDesk]:
    """Opens a case with a report in it and makes its page."""
    opened: list[tuple[Case, Checking]] = []

    def make(report: Report | Path | None = None, *, alone: Reviewer | None = ALONE, **given: Any) -> Desk:
        clock = Clock()
        path = tmp_path / f"case-{len(opened)}.db"
        shutil.copyfile(report if isinstance(report, Path) else empty_case, path)
        case = Case.open(str(path))
        event.listen(case._engine, "connect", _unsynced)
        policy = given.pop("policy", Policy())
        service = ReviewService(case, policy, given.pop("now", lambda: datetime.now(UTC)))
        if isinstance(report, Report):
            service.add_run(report)
        settings = PageSettings(
            case_name="flood",
            key=KEY,
            clock=clock,
            new_token=token_urlsafe,
            alone=alone,
            hosts=("127.0.0.1", "localhost", "::1"),
            **({"limits": Limits(answer=64 * 1024, upload=512 * 1024, file=128 * 1024, files=5)} | given),
        )
        checking = Checking(service, lambda: knowledge)
        opened.append((case, checking))
        return Desk(service, Page(service, settings, checking), clock)

    yield make
    for case, checking in opened:
        checking.close()
        case.close()


@pytest.fixture
def desk(make_desk: MakeDesk, flood_case: Path) -> Desk:
    """A case with 24 findings and one person at it."""
    return make_desk(flood_case)


@pytest.fixture
def team(make_desk: MakeDesk, flood_case: Path) -> Desk:
    """The same with a login."""
    return make_desk(flood_case, alone=None)


@pytest.fixture
def keys(desk: Desk) -> list[str]:
    """The keys of the findings in the order of work."""
    from claimcheck.store.views import QueueFilter

    return [item.finding_key for item in desk.service.queue(ALONE, QueueFilter(), 0, 100).items]
