"""How much may be found before a run is stopped."""

from sieve.manifest import Manifest

#: Findings that a profile puts up with, by how grave they are.
PROFILES = {
    "light": {"critical": 0, "high": 5, "medium": 50},
    "strict": {"critical": 0, "high": 0, "medium": 10},
}


class OverBudget(Exception):
    """More was found than the policy puts up with."""


def thresholds(manifest: Manifest) -> dict[str, int]:
    """What counts for this run: the profile's numbers, which a manifest may double at most, but never for what is critical."""
    limits = dict(PROFILES[manifest.profile])
    for grade, wanted in manifest.budget.items():
        if grade != "critical" and grade in limits:
            limits[grade] = min(wanted, 2 * limits[grade])
    return limits


def enforce(limits: dict[str, int], found: dict[str, int]) -> None:
    """@raises OverBudget with the first grade of which there is too much"""
    for grade, limit in limits.items():
        if found.get(grade, 0) > limit:
            raise OverBudget(f"{found[grade]} {grade} findings, more than {limit}")
