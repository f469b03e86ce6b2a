"""What holds for every request and answer: headers, the name of the host, the size of the body."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimcheck.review.settings import PageSettings

UPLOADS = ("/documents/add",)

# No inline script or style, nothing from elsewhere, no frame around the page.
CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Shield:
    """Wraps the application: refuses foreign hosts and bodies that are too long, adds the headers."""

    def __init__(self, app: ASGIApp, settings: PageSettings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        guarded = _with_headers(send, https=self.settings.https)
        headers = Headers(scope=scope)
        if not self._own_host(headers.get("host", "")):
            await _refusal(421, "This page is not served under that name.")(scope, receive, guarded)
            return
        if "\0" in scope["path"] or b"%00" in scope["query_string"]:
            await _refusal(400, "This address holds a character that nothing here is called by.")(
                scope, receive, guarded
            )
            return
        most = self.settings.limits.upload if scope["path"] in UPLOADS else self.settings.limits.answer
        if _stated_length(headers) > most:
            await _refusal(413, too_long(most))(scope, receive, guarded)
            return
        await self.app(scope, _counted(receive, most), guarded)

    def _own_host(self, host: str) -> bool:
        return not self.settings.hosts or host_name(host) in self.settings.hosts


def host_name(host: str) -> str:
    """The name in a Host header without its port.

    >>> host_name("[::1]:8765"), host_name("Desk.example:80")
    ('::1', 'desk.example')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def too_long(most: int) -> str:
    """What to say of a body over its limit."""
    return f"That is more than is taken at once ({most // 1024:,} KiB). Nothing was recorded."


def _stated_length(headers: Headers) -> int:
    stated = headers.get("content-length", "0")
    return int(stated) if stated.isascii() and stated.isdigit() else 0


def _refusal(status: int, words: str) -> PlainTextResponse:
    return PlainTextResponse(f"{words}\n", status)


def _counted(receive: Receive, most: int) -> Receive:
    """Receives until the body is longer than allowed, whatever length was stated."""
    taken = 0

    async def received() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, too_long(most))
        return message

    return received


def _with_headers(send: Send, *, https: bool) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
            if https:
                headers["strict-transport-security"] = "max-age=31536000"
        await send(message)

    return sent
