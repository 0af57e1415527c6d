"""A statement of what was done, in the form of in-toto, for others to sign."""

from typing import Any


def statement(bundle: str, commit: str, tools: dict[str, str], digests: dict[str, str]) -> dict[str, Any]:
    """Names the bundle, the commit that was looked at, every tool with its version, and every file with its digest."""
    return {
        "_type": "https://in-toto.io/Statement/v1",
        "subject": [{"name": name, "digest": {"sha256": digest}} for name, digest in sorted(digests.items())],
        "predicateType": "https://sieve.example.org/run/v1",
        "predicate": {"bundle": bundle, "commit": commit, "tools": dict(sorted(tools.items()))},
    }
