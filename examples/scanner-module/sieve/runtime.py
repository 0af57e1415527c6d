"""Where tools run: in a container for each run, or on the machine itself."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class Runtime(Protocol):
    def run(self, tool: str, arguments: Sequence[str], source: Path) -> str: ...


class ContainerRuntime:
    """A container that is made for one tool of one run and is gone afterwards. It sees the repository and no network."""

    def __init__(self, image: str, extra_mounts: Sequence[str] = ()) -> None:
        self._image = image
        self._extra_mounts = extra_mounts

    def command(self, tool: str, arguments: Sequence[str], source: Path) -> list[str]:
        mounts = [f"{source}:/source:ro", *self._extra_mounts]
        flags = ["--rm", "--network=none", "--read-only", "--cap-drop=ALL", "--pids-limit=256", "--memory=2g"]
        return ["docker", "run", *flags, *(f"--volume={mount}" for mount in mounts), self._image, tool, *arguments]

    def run(self, tool: str, arguments: Sequence[str], source: Path) -> str:
        return _output(self.command(tool, arguments, source), source)


class LocalRuntime:
    """The tools that this machine has. Whoever uses it trusts them."""

    def run(self, tool: str, arguments: Sequence[str], source: Path) -> str:
        found = shutil.which(tool)
        if found is None:
            raise FileNotFoundError(f"{tool} is not installed")
        return _output([found, *arguments], source)


def _output(command: Sequence[str], source: Path) -> str:
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, timeout=600, check=False)
    return done.stdout
