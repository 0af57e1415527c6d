"""Session tokens: signed, short-lived, and revocable."""

import hashlib
import hmac
import secrets

LIFETIME = 8 * 60 * 60


def _sign(secret: bytes, payload: str) -> str:
    return hmac.new(secret, payload.encode(), hashlib.sha256).hexdigest()


def issue_token(secret: bytes, user: str, now: float, lifetime: int = LIFETIME) -> str:
    """`user.expiry.nonce.signature`; expiry in seconds since the epoch."""
    if not user.isidentifier():
        raise ValueError(f"not a user name: {user!r}")
    payload = f"{user}.{int(now) + lifetime}.{secrets.token_hex(8)}"
    return f"{payload}.{_sign(secret, payload)}"


def verify_session(secret: bytes, token: str, now: float) -> tuple[str, int, str] | None:
    """User, expiry and nonce of a token that is genuine and has not expired; else None."""
    payload, _, signature = token.rpartition(".")
    if not hmac.compare_digest(signature.encode(), _sign(secret, payload).encode()):
        return None
    user, expiry, nonce = payload.split(".")
    return (user, int(expiry), nonce) if now < int(expiry) else None


class SessionStore:
    """Knows which tokens were taken back before their time."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._revoked: dict[str, int] = {}

    def user_of(self, token: str, now: float) -> str | None:
        session = verify_session(self._secret, token, now)
        return session[0] if session and session[2] not in self._revoked else None

    def revoke(self, token: str, now: float) -> None:
        """Takes a token back. Those that have expired meanwhile are forgotten: they are refused anyway."""
        session = verify_session(self._secret, token, now)
        if session is None:
            return
        _, expiry, nonce = session
        self._revoked[nonce] = expiry
        self._revoked = {key: until for key, until in self._revoked.items() if until > now}
