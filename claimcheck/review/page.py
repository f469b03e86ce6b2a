"""What every address of the page works with, and how an answer is made from a template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse

from claimcheck.report.environment import page_environment
from claimcheck.review.attempts import Attempts
from claimcheck.review.checking import Checking
from claimcheck.review.filters import address
from claimcheck.review.sessions import Session, Sessions
from claimcheck.review.settings import PageSettings
from claimcheck.review.wording import FILTERS, WORDS
from claimcheck.store.service import ReviewService
from claimcheck.store.views import Reviewer

if TYPE_CHECKING:
    from jinja2 import Environment

RANK = {"reader": 0, "reviewer": 1, "editor": 2}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, and the session that the answer's forms belong to."""

    reviewer: Reviewer
    session: Session

    def may(self, role: str) -> bool:
        """Whether the visitor's role is this one or above it."""
        return RANK[self.reviewer.role] >= RANK[role]


class Page:
    """The page of one case: the service, the settings and the templates."""

    def __init__(self, service: ReviewService, settings: PageSettings, checking: Checking) -> None:
        self.service = service
        self.settings = settings
        self.checking = checking
        self.sessions = Sessions(settings)
        self.attempts = Attempts(settings.clock)

    @cached_property
    def assets(self) -> dict[str, tuple[str, bytes]]:
        """Media type and bytes of the files that pages load, by name."""
        report = files("claimcheck.report").joinpath("templates/report.css").read_bytes()
        own = files("claimcheck.review").joinpath("static")
        return {
            "page.css": ("text/css; charset=utf-8", report + own.joinpath("page.css").read_bytes()),
            "keys.js": ("text/javascript; charset=utf-8", own.joinpath("keys.js").read_bytes()),
            "icon.svg": ("image/svg+xml", own.joinpath("icon.svg").read_bytes()),
        }

    @cached_property
    def version(self) -> str:
        """Changes whenever a file does that browsers keep."""
        return sha256(b"".join(content for _, content in self.assets.values())).hexdigest()[:12]

    @cached_property
    def templates(self) -> Environment:
        """The templates of the page over those of the report."""
        environment = page_environment("claimcheck.review")
        environment.globals |= {
            "case_name": self.settings.case_name,
            "version": self.version,
            "address": address,
            "alone": self.settings.alone is not None,
        }
        environment.globals |= WORDS
        environment.filters |= FILTERS
        return environment

    def show(
        self, template: str, visitor: Visitor | None, status: int = 200, **values: object
    ) -> HTMLResponse:
        """A page from a template."""
        text = self.templates.get_template(template).render(visitor=visitor, **values)
        return HTMLResponse(text, status)


def page_of(request: Request) -> Page:
    """The page that a request came to."""
    page: Page = request.app.state.page
    return page
