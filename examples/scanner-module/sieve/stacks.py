"""Servers that some scans look at. Each scan has its own, on a port that is free, and it is gone afterwards."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def stack(source: Path) -> Iterator[str]:
    """The address of a server of this repository's pages, which nobody else can reach."""
    port = free_port()
    command = [sys.executable, "-I", "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    with subprocess.Popen(command, cwd=source, stderr=subprocess.DEVNULL) as server:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
