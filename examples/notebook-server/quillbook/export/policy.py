"""Who may take what out of the server."""

from collections.abc import Sequence
from dataclasses import dataclass

MAY_EXPORT = frozenset({"author", "steward"})
MAY_EXPORT_PERSONAL_DATA = frozenset({"steward"})
SHORTEST_REASON = 10


@dataclass(frozen=True)
class Decision:
    allowed: bool
    why: str


def may_export(role: str, found: Sequence[str], reason: str) -> Decision:
    """Refuses unless a rule allows it: readers never export, and personal data needs a steward and a reason."""
    if role not in MAY_EXPORT:
        return Decision(False, f"The role {role} may not export.")
    if not found:
        return Decision(True, "Nothing was found that needs a steward.")
    if role not in MAY_EXPORT_PERSONAL_DATA:
        return Decision(False, f"A data steward has to export this: {', '.join(found)}.")
    if len(reason.strip()) < SHORTEST_REASON:
        return Decision(False, "Say why this data has to leave the server.")
    return Decision(True, "A data steward gave a reason.")
