"""What a caller asks for. A manifest comes from whoever called, and nothing in it is believed."""

import json
from dataclasses import dataclass

SCANS = ("style", "code", "secrets", "privacy", "web")


class BadManifest(Exception):
    """The manifest is not one that the module takes."""


@dataclass(frozen=True)
class Manifest:
    profile: str
    scans: tuple[str, ...]
    budget: dict[str, int]


def read_manifest(text: str) -> Manifest:
    """@raises BadManifest for everything that is not expected; scans that nobody knows are not left out in silence."""
    if len(text) > 64 * 1024:
        raise BadManifest("too large")
    try:
        raw = json.loads(text)
    except ValueError as broken:
        raise BadManifest("not JSON") from broken
    if not isinstance(raw, dict) or set(raw) - {"profile", "scans", "budget"}:
        raise BadManifest("an object with profile, scans and budget is expected")
    scans, budget = raw.get("scans", []), raw.get("budget", {})
    if unknown := [scan for scan in scans if scan not in SCANS]:
        raise BadManifest(f"unknown scans: {unknown[:5]}")
    if not all(type(value) is int and value >= 0 for value in budget.values()):
        raise BadManifest("a budget holds whole numbers")
    return Manifest(str(raw.get("profile", "light")), tuple(scans), dict(budget))
