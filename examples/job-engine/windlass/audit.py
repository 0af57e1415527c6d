"""Who did what. One JSON object a line, and the id of the call on each line it caused."""

import json
from typing import TextIO


class AuditLog:
    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, call: str, user: str, event: str, about: str) -> None:
        """Values are encoded, so that none of them can begin a line of its own."""
        line = json.dumps({"call": call, "user": user, "event": event, "about": about})
        self._out.write(f"{line}\n")
        self._out.flush()
