"""Runs one step in a process of its own, which gets nothing but its argument."""

import resource
import subprocess
import sys

from windlass.settings import Settings


def _limit(settings: Settings) -> None:
    size = settings.max_megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (settings.max_seconds, settings.max_seconds))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def run_step(code: str, argument: str, folder: str, settings: Settings) -> str:
    """What the step printed. Its environment is empty, and its folder is the job's own."""
    finished = subprocess.run(
        [sys.executable, "-I", "-c", code, argument],
        cwd=folder,
        env={},
        capture_output=True,
        text=True,
        timeout=settings.max_seconds,
        preexec_fn=lambda: _limit(settings),
        check=True,
    )
    return finished.stdout[: settings.max_body]
