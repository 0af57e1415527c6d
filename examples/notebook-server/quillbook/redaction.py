"""Keeps secrets and people's cells out of the server's own log."""

import logging
import re

TOKEN = re.compile(r"\b[A-Za-z_]\w*\.\d{9,11}\.[0-9a-f]{16}\.[0-9a-f]{64}\b")
COOKIE = re.compile(r"(?i)\b(cookie|authorization)(['\"]?\s*[:=]\s*)[^\r\n]+")
SOURCE = re.compile(r'("source"\s*:\s*)"(?:[^"\\]|\\.)*"')


def redact(text: str) -> str:
    """The text without session tokens, credentials in headers, and the source of cells."""
    text = TOKEN.sub("[token]", text)
    text = COOKIE.sub(r"\1\2[redacted]", text)
    return SOURCE.sub(r'\1"[cell]"', text)


class RedactingFormatter(logging.Formatter):
    """Redacts last, so that arguments and stack traces are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def install(handler: logging.Handler) -> None:
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
