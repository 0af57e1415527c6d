"""The ASGI application: who may talk to a kernel, and over what."""

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from pathlib import Path

from quillbook.audit import AuditLog
from quillbook.export import export_notebook
from quillbook.kernel.limits import Limits
from quillbook.kernel.sandbox import Kernel
from quillbook.replies import header, promised_length, read_json, refuse, reply
from quillbook.sessions import SessionStore

COOKIE = "__Host-quillbook"


@dataclass(frozen=True)
class Config:
    """What the operator decides. `secret` signs session tokens; origins are complete, such as `https://host`."""

    secret: bytes
    origins: frozenset[str]
    roles: Mapping[str, str]
    audit_file: Path
    max_body: int = 1_000_000
    limits: Limits = Limits()


def is_secure(scope) -> bool:
    """Whether the client's side of the connection is encrypted, as the proxy reports it."""
    return scope.get("scheme") in {"https", "wss"}


def origin_is_allowed(scope, origins: frozenset[str]) -> bool:
    """Browsers always send Origin with a WebSocket; a page of another site must not reach a kernel."""
    return header(scope, b"origin") in origins


def session_cookie(scope) -> str:
    try:
        morsel = SimpleCookie(header(scope, b"cookie")).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def create_app(config: Config):
    """Wires sessions, kernels and the audit log into one ASGI application."""
    store = SessionStore(config.secret)
    audit = AuditLog(config.audit_file)

    async def app(scope, receive, send):
        if scope["type"] not in {"http", "websocket"}:
            return
        if not is_secure(scope):
            await refuse(scope, send, 403, "This server speaks TLS only.")
            return
        if promised_length(scope) > config.max_body:
            await refuse(scope, send, 413, "The request is too large.")
            return
        token = session_cookie(scope)
        user = store.user_of(token, time.time())
        # A WebSocket has no method.
        route = (scope.get("method", "WEBSOCKET"), scope["path"])
        if user is None:
            await refuse(scope, send, 401, "Sign in first.")
        elif route == ("WEBSOCKET", "/ws") and origin_is_allowed(scope, config.origins):
            await run_cells(receive, send, user, config.limits, audit)
        elif route == ("POST", "/api/export"):
            role = config.roles.get(user, "reader")
            request = await read_json(receive, config.max_body)
            await reply(send, *export_notebook(user, role, request, audit))
        elif route == ("DELETE", "/api/session"):
            store.revoke(token, time.time())
            await reply(send, 200, {})
        else:
            await refuse(scope, send, 404, "There is nothing here.")

    return app


async def run_cells(receive, send, user: str, limits: Limits, audit: AuditLog) -> None:
    """One kernel for as long as one WebSocket is open."""
    await receive()
    await send({"type": "websocket.accept"})
    async with Kernel(limits) as kernel:
        while (message := await receive())["type"] == "websocket.receive":
            source = json.loads(message["text"])["source"]
            audit.append({"event": "cell", "user": user, "length": len(source)})
            result = await kernel.run(source)
            await send({"type": "websocket.send", "text": json.dumps(result)})


def from_environment():
    """The application as the container starts it: `uvicorn --factory quillbook.app:from_environment`."""
    return create_app(
        Config(
            secret=Path(os.environ["QUILLBOOK_SECRET_FILE"]).read_bytes(),
            origins=frozenset(os.environ["QUILLBOOK_ORIGINS"].split()),
            roles=json.loads(os.environ.get("QUILLBOOK_ROLES", "{}")),
            audit_file=Path(os.environ["QUILLBOOK_AUDIT_FILE"]),
        )
    )
