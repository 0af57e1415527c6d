"""Exporting a notebook: the one way for results to leave the server."""

from quillbook.audit import AuditLog
from quillbook.export.policy import may_export
from quillbook.export.scan import find_personal_data


def export_notebook(user: str, role: str, request: dict, audit: AuditLog) -> tuple[int, dict]:
    """Status and body of the reply. Refusals are recorded like exports, and both before anything is sent."""
    text = "\n".join(cell["source"] + "\n" + cell.get("output", "") for cell in request["cells"])
    kinds = sorted({finding.kind for finding in find_personal_data(text)})
    decision = may_export(role, kinds, request.get("reason", ""))
    audit.append({"event": "export", "user": user, "allowed": decision.allowed, "found": kinds})
    if not decision.allowed:
        return 403, {"error": decision.why, "found": kinds}
    return 200, {"notebook": request["cells"]}
