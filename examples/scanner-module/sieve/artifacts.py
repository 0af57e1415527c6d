"""Where everything in a bundle lies. The same run gives the same paths, so that whoever keeps bundles can tell by a hash."""

import hashlib
import json
from pathlib import Path
from typing import Any

LAYOUT = {
    "findings": "findings/{tool}.sarif",
    "materials": "sbom/materials.json",
    "manifest": "manifest-info.json",
    "statement": "attestation/statement.json",
}


class Bundle:
    """The folder of one run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, kind: str, content: Any, tool: str = "") -> Path:
        """Keys are sorted and nothing depends on the time, so that equal content is equal to the byte."""
        if not tool.replace("-", "").isalnum() and tool != "":
            raise ValueError(f"not the name of a tool: {tool!r}")
        path = self._folder / LAYOUT[kind].format(tool=tool)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n")
        return path

    def digests(self) -> dict[str, str]:
        """SHA-256 of every file, by its path in the bundle."""
        files = sorted(path for path in self._folder.rglob("*") if path.is_file())
        return {
            path.relative_to(self._folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
        }
