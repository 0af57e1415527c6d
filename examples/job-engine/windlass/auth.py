"""Who calls, and what they may do: signed tokens with roles."""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass

#: What each role may do. What is not here, nobody may do.
ROLES = {
    "viewer": {"jobs:read"},
    "runner": {"jobs:read", "jobs:run", "memory:read", "memory:write"},
}


class Refused(Exception):
    """The caller may not do this."""


@dataclass(frozen=True)
class Caller:
    user: str
    role: str


def _decode(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def verify_token(secret: bytes, token: str, now: float) -> Caller:
    """The caller that a JSON Web Token (HS256) names. Other algorithms are not even looked at."""
    try:
        head, body, signature = token.split(".")
        expected = hmac.new(secret, f"{head}.{body}".encode(), hashlib.sha256).digest()
        genuine = hmac.compare_digest(_decode(signature), expected)
        if not genuine or json.loads(_decode(head)) != {"alg": "HS256", "typ": "JWT"}:
            raise Refused("not a token of this engine")
        claims = json.loads(_decode(body))
        if claims["exp"] <= now:
            raise Refused("the token has expired")
        return Caller(claims["sub"], claims["role"])
    except (ValueError, KeyError, TypeError) as broken:
        raise Refused("not a token") from broken


def require(caller: Caller, permission: str) -> None:
    """@raises Refused unless the caller's role has the permission."""
    if permission not in ROLES.get(caller.role, set()):
        raise Refused(f"{caller.role} may not {permission}")
