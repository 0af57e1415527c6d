"""Starts, asks and ends the process in which a notebook's cells run."""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from quillbook.kernel.limits import Limits, apply_limits
from quillbook.kernel.policy import allowed_environment

RUNNER = Path(__file__).with_name("runner.py")
LONGEST_REPLY = 1024 * 1024


async def start_runner(workdir: str, limits: Limits) -> asyncio.subprocess.Process:
    """A Python process that shares no module path, environment, file descriptor or terminal with the server."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        str(RUNNER),
        cwd=workdir,
        env=allowed_environment(os.environ),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=LONGEST_REPLY,
        close_fds=True,
        start_new_session=True,
        umask=0o077,
        preexec_fn=lambda: apply_limits(limits),
    )


class Kernel:
    """One notebook's process, in a folder of its own that goes when it goes."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    async def __aenter__(self) -> "Kernel":
        self._workdir = tempfile.mkdtemp(prefix="quillbook-")
        self._process = await start_runner(self._workdir, self._limits)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._kill()
        await self._process.wait()
        shutil.rmtree(self._workdir, ignore_errors=True)

    def _kill(self) -> None:
        # The whole group: a cell may have started processes, and they must not outlive the notebook.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    async def run(self, source: str) -> dict:
        """The runner's reply. A kernel that takes longer than `wall_seconds` is killed, with all it started."""
        request = json.dumps({"source": source}) + "\n"
        try:
            self._process.stdin.write(request.encode())
            line = await asyncio.wait_for(self._process.stdout.readline(), self._limits.wall_seconds)
        except (asyncio.TimeoutError, ConnectionError, ValueError):
            self._kill()
            line = b""
        return json.loads(line) if line else {"output": "", "error": "The kernel was stopped."}
