"""What the application itself does about transport, whatever stands before it."""

import asyncio
import time

from quillbook.app import Config, create_app
from quillbook.headers import security_headers
from quillbook.sessions import issue_token

SECRET = b"for tests only"
HOST = "https://quill.example.org"


def ask(tmp_path, **changes):
    """The messages that the application sends in answer to one request."""
    config = Config(SECRET, frozenset({HOST}), {}, tmp_path / "audit.jsonl")
    scope = {"type": "http", "scheme": "https", "method": "GET", "path": "/", "headers": [], **changes}
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"{}"}

    async def send(message):
        sent.append(message)

    asyncio.run(create_app(config)(scope, receive, send))
    return sent


def signed_in(*headers):
    token = issue_token(SECRET, "ada", time.time())
    return [(b"cookie", b"__Host-quillbook=" + token.encode()), *headers]


def test_plain_http_is_refused(tmp_path):
    assert ask(tmp_path, scheme="http")[0]["status"] == 403


def test_no_session_no_answer(tmp_path):
    assert ask(tmp_path)[0]["status"] == 401


def test_websocket_of_another_site_is_closed(tmp_path):
    headers = signed_in((b"origin", b"https://evil.example.org"))
    changes = {"type": "websocket", "scheme": "wss", "path": "/ws", "method": "WEBSOCKET", "headers": headers}
    assert ask(tmp_path, **changes)[0]["type"] == "websocket.close"


def test_replies_carry_hsts_and_a_closed_policy(tmp_path):
    headers = dict(ask(tmp_path, headers=signed_in())[0]["headers"])
    assert headers.items() >= dict(security_headers()).items()
    assert headers[b"content-security-policy"].startswith(b"default-src 'none'")
