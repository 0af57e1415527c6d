"""The audit log: one JSON object a line, each sealed with a hash of all before it."""

import hashlib
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

FIRST = "0" * 64


def _seal(previous: str, entry: dict) -> str:
    body = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()


class AuditLog:
    """Appends only. The file is opened for each entry, so that rotation cannot lose one."""

    def __init__(self, file: Path, clock: Callable[[], float] = time.time) -> None:
        self._file = file
        self._clock = clock

    def append(self, event: dict) -> None:
        """Writes an event and flushes it to the disk before the action that it describes goes on."""
        entry = {"at": self._clock(), **event}
        line = json.dumps({**entry, "seal": _seal(self._last_seal(), entry)})
        with self._file.open("a", encoding="utf-8") as log:
            log.write(line + "\n")
            log.flush()
            os.fsync(log.fileno())

    def _last_seal(self) -> str:
        if not self._file.exists():
            return FIRST
        lines = self._file.read_text(encoding="utf-8").splitlines()
        return json.loads(lines[-1])["seal"] if lines else FIRST


def first_broken_line(file: Path) -> int | None:
    """The 1-based number of the first line that was altered, removed before, or inserted; None if there is none."""
    previous = FIRST
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        entry = json.loads(line)
        seal = entry.pop("seal", None)
        if seal != _seal(previous, entry):
            return number
        previous = seal
    return None
