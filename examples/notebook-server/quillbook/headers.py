"""The headers that tell a browser what it must not do with our pages."""

ONE_YEAR = 365 * 24 * 60 * 60

CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}


def security_headers() -> list[tuple[bytes, bytes]]:
    """Sent with every reply: HTTPS only from now on, and nothing loaded from or sent to other sites."""
    policy = "; ".join(f"{name} {value}" for name, value in CONTENT_SECURITY_POLICY.items())
    headers = {
        "strict-transport-security": f"max-age={ONE_YEAR}; includeSubDomains",
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
    }
    return [(name.encode(), value.encode()) for name, value in headers.items()]
