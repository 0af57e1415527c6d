import io
import logging

from quillbook.redaction import install, redact
from quillbook.sessions import issue_token

TOKEN = issue_token(b"for tests only", "ada", 1_780_000_000.0)


def test_tokens_are_redacted():
    assert redact(f"session {TOKEN} opened") == "session [token] opened"


def test_cookie_headers_are_redacted():
    assert redact("Cookie: theme=dark; id=42") == "Cookie: [redacted]"


def test_cell_sources_are_redacted():
    assert redact('{"source": "key = \\"hunter2\\""}') == '{"source": "[cell]"}'


def test_stack_traces_are_redacted():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    install(handler)
    try:
        raise RuntimeError(f"no session for {TOKEN}")
    except RuntimeError:
        logger = logging.Logger("test")
        logger.addHandler(handler)
        logger.exception("request failed")
    assert "RuntimeError" in stream.getvalue()
    assert TOKEN not in stream.getvalue()
