"""Signed sessions in a cookie, and the token that each form of a session carries."""

from __future__ import annotations

from dataclasses import dataclass
from hmac import compare_digest

from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimcheck.review.settings import PageSettings


@dataclass(frozen=True, slots=True)
class Session:
    """Who signed in with this browser (empty: nobody yet), the token that its forms carry, the password's stamp."""

    name: str
    token: str
    stamp: str = ""

    def carries(self, token: object) -> bool:
        """Whether a form came from a page of this session."""
        return isinstance(token, str) and compare_digest(token.encode(), self.token.encode())


class Sessions:
    """Reads and writes the cookie; what was not signed here or is too old is no session."""

    def __init__(self, settings: PageSettings) -> None:
        self._settings = settings
        self._signer = URLSafeTimedSerializer(settings.key, salt=f"session of {settings.case_name}")

    def of(self, request: Request) -> Session | None:
        """The session of a request, where it has one that holds; one in use is renewed before it ends."""
        cookie = request.cookies.get(self._settings.cookie)
        if not cookie:
            return None
        seconds = self._settings.session_seconds
        try:
            held = self._signer.loads(cookie, max_age=seconds)
        except BadSignature:
            return None
        match held:
            case {"name": str(name), "token": str(token), "stamp": str(stamp)}:
                session = Session(name, token, stamp)
                if self._older(cookie, seconds // 4):
                    request.state.new_session = session
                return session
        return None

    def _older(self, cookie: str, seconds: int) -> bool:
        try:
            self._signer.loads(cookie, max_age=seconds)
        except SignatureExpired:
            return True
        return False

    def new(self, name: str = "", stamp: str = "") -> Session:
        """A session with a token of its own, so that one from before the login is worth nothing after it."""
        return Session(name, self._settings.new_token(), stamp)

    def keep(self, response: Response, session: Session) -> None:
        """Sends the session along with an answer."""
        response.set_cookie(
            self._settings.cookie,
            self._signer.dumps({"name": session.name, "token": session.token, "stamp": session.stamp}),
            max_age=self._settings.session_seconds,
            path="/",
            secure=self._settings.https,
            httponly=True,
            samesite="lax",
        )

    def end(self, response: Response) -> None:
        """Takes the session away."""
        response.delete_cookie(
            self._settings.cookie, path="/", secure=self._settings.https, httponly=True, samesite="lax"
        )


class KeepsSessions:
    """Sends a session that was made or renewed during a request along with the answer."""

    def __init__(self, app: ASGIApp, sessions: Sessions) -> None:
        self.app = app
        self.sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            session = scope.get("state", {}).get("new_session")
            if message["type"] == "http.response.start" and session is not None:
                carrier = Response()
                self.sessions.keep(carrier, session)
                MutableHeaders(scope=message).append("set-cookie", carrier.headers["set-cookie"])
            await send(message)

        await self.app(scope, receive, sent)
