"""Cases as commands open them: the policy from the project file, the time from the clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimcheck.cli.session import Session
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.store.service import ReviewService
    from claimcheck.store.views import Policy

MISSING = "{what} needs {library}: pip install 'claimcheck[review]'"


@contextmanager
def opened_case(where: str, session: Session, *, create: bool = False) -> Iterator[ReviewService]:
    """The service of a case, closed behind; UsageError where it is not there or a library is missing."""
    try:
        from claimcheck.store.case import Case
        from claimcheck.store.service import ReviewService
    except ModuleNotFoundError as error:
        raise UsageError(MISSING.format(what="a case", library=error.name or "another library")) from error

    policy = policy_of(session)
    case = Case.open(where, create=create)
    try:
        yield ReviewService(case, policy, now)
    finally:
        case.close()


def policy_of(session: Session) -> Policy | None:
    """How the project reviews; None where it does not say."""
    from claimcheck.store.views import Policy

    project = session.project()
    if project is None or project.review is None:
        return None
    return Policy(**project.review.model_dump())


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)
