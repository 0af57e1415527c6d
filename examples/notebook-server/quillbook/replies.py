"""Reading requests and writing replies, in plain ASGI messages."""

import json

from quillbook.headers import security_headers

POLICY_VIOLATION = 1008


def header(scope, name: bytes) -> str:
    """The first header of that lower-case name, or an empty string."""
    for key, value in scope.get("headers", ()):
        if key == name:
            return value.decode("latin-1")
    return ""


def promised_length(scope) -> int:
    """The Content-Length in bytes; 0 where there is none. Only a promise: read_json counts what really comes."""
    length = header(scope, b"content-length")
    return int(length) if length.isdecimal() else 0


async def read_json(receive, limit: int) -> dict:
    """The request's body. Raises ValueError if it is no JSON or longer than `limit` bytes."""
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > limit:
            raise ValueError(f"a request body of more than {limit} bytes")
        if not message.get("more_body"):
            return json.loads(body)


async def reply(send, status: int, content: dict) -> None:
    body = json.dumps(content).encode()
    headers = [(b"content-type", b"application/json"), *security_headers()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def refuse(scope, send, status: int, why: str) -> None:
    """Says no in the protocol of the request; a WebSocket is closed before it was accepted."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": why})
    else:
        await reply(send, status, {"error": why})
