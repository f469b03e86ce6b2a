"""`claimcheck review CASE.db`."""

from __future__ import annotations

import getpass
import os
import secrets
import signal
import socket
import sys
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit

from claimcheck.cli.cases import opened_case
from claimcheck.cli.session import Session, printable
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    import uvicorn

    from claimcheck.review.settings import PageSettings

NEEDED = ("sqlalchemy", "alembic", "argon2", "fastapi", "itsdangerous", "python_multipart", "uvicorn")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::")
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Serving:
    """How the page is reached, and by whom."""

    host: str
    port: int
    reviewer: str | None
    names: tuple[str, ...]
    https: bool
    browser: bool

    @property
    def outside(self) -> bool:
        """Whether others than this computer can reach it."""
        try:
            return not ip_address(self.host).is_loopback
        except ValueError:
            return self.host != "localhost"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names it answers to; empty for any (where it serves on all addresses and none was named)."""
        if self.host in EVERYWHERE and not self.names:
            return ()
        own = () if self.host in EVERYWHERE else (self.host,)
        return tuple(name.lower() for name in (*LOOPBACK, *own, *self.names))


def needs_review_extra(command: str) -> None:
    """Raises UsageError where a library of the review extra is not installed."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError(f"claimcheck {command} needs {', '.join(missing)}: pip install 'claimcheck[review]'")


def run_review(session: Session, where: str, serving: Serving) -> None:
    """Serves the page of a case until it is stopped; a case that is not there yet is begun."""
    needs_review_extra("review")
    from claimcheck.review.app import create_app
    from claimcheck.review.checking import Checking
    from claimcheck.review.page import Page

    with opened_case(where, session, create=True) as service:
        users = service.users()
        if serving.outside and not users:
            raise UsageError(
                f"--host {serving.host}: others could reach the page, and nobody has a login yet; "
                f"begin with: claimcheck review user add {_shown(where)} NAME --role editor"
            )
        page = Page(
            service,
            _settings(where, serving, alone=not users),
            Checking(service, session.knowledge),
        )
        _serve(create_app(page), session, serving)


def _settings(where: str, serving: Serving, *, alone: bool) -> PageSettings:
    from claimcheck.review.settings import PageSettings
    from claimcheck.store.views import Reviewer

    return PageSettings(
        case_name=_case_name(where),
        key=_session_key(),
        clock=time.monotonic,
        new_token=secrets.token_urlsafe,
        alone=Reviewer(serving.reviewer or _own_name(), "editor") if alone else None,
        hosts=serving.hosts,
        https=serving.https,
    )


def _case_name(where: str) -> str:
    """What the page calls the case: the name of the file, or of the database.

    >>> _case_name("cases/kherson.db"), _case_name("postgresql://desk:secret@db.example/kherson")
    ('kherson', 'kherson')
    """
    return Path(urlsplit(where).path if "://" in where else where).stem or "case"


def _shown(where: str) -> str:
    """A case without its password."""
    return "CASE" if "://" in where else where


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reviewer"


def _session_key() -> bytes:
    """The key of this user that signs sessions, so that they outlive a restart; a passing one where none can be kept."""
    folder = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "claimcheck"
    file = folder / "session-key"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            key = file.read_bytes()
        else:
            key = secrets.token_bytes(KEY_BYTES)
            with os.fdopen(handle, "wb") as stream:
                stream.write(key)
    except (OSError, RuntimeError):
        return secrets.token_bytes(KEY_BYTES)
    return key if len(key) == KEY_BYTES else secrets.token_bytes(KEY_BYTES)


def _serve(app: object, session: Session, serving: Serving) -> None:
    import uvicorn

    bound = _bound(serving)
    port = bound.getsockname()[1]
    shown = "127.0.0.1" if serving.host in EVERYWHERE else serving.host
    address = f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"
    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        log_config=None,
        log_level="info" if session.verbose else "warning",
        access_log=session.verbose,
        server_header=False,
        proxy_headers=serving.https,
        forwarded_allow_ips="127.0.0.1",
        timeout_graceful_shutdown=5,
    )

    def begun() -> None:
        session.say(f"The page is at {address} (Ctrl-C stops it)")
        if serving.outside and not serving.https:
            session.say(
                "claimcheck: passwords go over the network in the clear; see --https in docs/review.md"
            )
        if serving.browser and not serving.outside and _has_browser():
            webbrowser.open(address)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _ended)
    _server(config, begun).run(sockets=[bound])


def _server(config: uvicorn.Config, begun: Callable[[], None]) -> uvicorn.Server:
    import uvicorn

    class Announced(uvicorn.Server):
        """Says where the page is once it can be opened."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                begun()

    return Announced(config)


def _ended(number: int, frame: object) -> NoReturn:
    """Stopping a server is how it ends, not a failure."""
    raise SystemExit(0)


def _bound(serving: Serving) -> socket.socket:
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name != "nt":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((serving.host, serving.port))
    except OSError as error:
        listener.close()
        raise UsageError(
            f"port {serving.port} of {printable(serving.host)} cannot be served: {error.strerror or error}; "
            "try another --port, or 0 for any"
        ) from error
    return listener


def _has_browser() -> bool:
    """Whether a window can be opened here; a browser in the terminal would take it away from the server."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
