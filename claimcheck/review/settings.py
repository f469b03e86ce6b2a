"""What the page is started with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from claimcheck.store.views import Reviewer

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may bring; sizes in bytes."""

    answer: int = 256 * KIB
    upload: int = 32 * MIB
    file: int = 8 * MIB
    files: int = 50
    fields: int = 20


@dataclass(frozen=True, slots=True)
class PageSettings:
    """How the page of one case is served.

    `alone` is who answers where nobody signs in; None asks for a login. `hosts` are the names the page answers to,
    empty for any. `key` signs the sessions; `https` keeps them off plain connections. `clock` gives seconds that
    only go forward, `new_token` words that nobody can guess.
    """

    case_name: str
    key: bytes
    clock: Callable[[], float]
    new_token: Callable[[], str]
    alone: Reviewer | None = None
    hosts: tuple[str, ...] = ()
    https: bool = False
    session_seconds: int = 12 * 3600
    limits: Limits = Limits()

    @property
    def cookie(self) -> str:
        """The name of the session's cookie; cookies of one host are shared by all its ports, so each case has its own."""
        own = f"claimcheck-{sha256(self.case_name.encode()).hexdigest()[:8]}"
        return f"__Host-{own}" if self.https else own
