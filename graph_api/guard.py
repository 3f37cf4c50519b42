"""What stands before every answer: a limit on the body, and headers that keep a page to its own scripts and styles.

In: an ASGI application.  Out: the same application behind `BodyLimit` or `SecurityHeaders`.
Example: a POST of 10 MB is refused with 413 and LIMIT_EXCEEDED before a byte of it is parsed.
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_api.errors import LimitExceeded

CONTENT_SECURITY_POLICY = "; ".join(
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
SECURITY_HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class SecurityHeaders:
    """Puts SECURITY_HEADERS on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers with the headers added."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class BodyLimit:
    """Refuses a body of more than `max_body` bytes: by the length it announces, else as soon as it has come too far.

    The application is told by LimitExceeded where it reads on, and answers that like any other.
    """

    def __init__(self, app: ASGIApp, max_body: int) -> None:
        self.app = app
        self.max_body = max_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or refuses the body."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced) > self.max_body:
            await _refusal(self._too_large(f"{int(announced)} bytes"))(scope, receive, send)
            return
        arrived = 0

        async def receive_up_to_limit() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > self.max_body:
                raise self._too_large("more")
            return message

        await self.app(scope, receive_up_to_limit, send)

    def _too_large(self, found: str) -> LimitExceeded:
        return LimitExceeded(f"body: found {found}, expected at most {self.max_body} bytes")


def _refusal(error: LimitExceeded) -> JSONResponse:
    told = {"message": str(error), "extensions": {"code": error.code}}
    return JSONResponse({"errors": [told]}, status_code=error.status, headers={"connection": "close"})
