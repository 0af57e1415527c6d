import base64
import hashlib
import hmac
import json

import pytest

from windlass.auth import Caller, Refused, require, verify_token

SECRET = b"for tests only"
NOW = 1_780_000_000.0


def token(claims, secret=SECRET, head=None):
    parts = [head or {"alg": "HS256", "typ": "JWT"}, claims]
    text = ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)
    signature = hmac.new(secret, text.encode(), hashlib.sha256).digest()
    return f"{text}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


GENUINE = {"sub": "ada", "role": "viewer", "exp": NOW + 60}


def test_a_genuine_token_names_its_caller():
    assert verify_token(SECRET, token(GENUINE), NOW) == Caller("ada", "viewer")


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "a.b.c",
        token(GENUINE, secret=b"another"),
        token({**GENUINE, "exp": NOW}),
        token(GENUINE, head={"alg": "none", "typ": "JWT"}),
    ],
)
def test_everything_else_is_refused(forged):
    with pytest.raises(Refused):
        verify_token(SECRET, forged, NOW)


def test_a_role_may_do_what_it_lists_and_nothing_else():
    require(Caller("ada", "viewer"), "jobs:read")
    for caller in [Caller("ada", "viewer"), Caller("ada", "admin")]:
        with pytest.raises(Refused):
            require(caller, "jobs:run")
