"""The process that runs cells. Reads one JSON request a line, answers one JSON reply a line.

Started as a file and in isolated mode: it must not import anything of the server.
"""

import contextlib
import io
import json
import os
import sys
import traceback

MAX_OUTPUT = 100_000


def open_channel():
    """Keeps the reply channel for us: afterwards, what a cell writes to file descriptor 1 goes nowhere."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return channel


def run_cell(source: str, namespace: dict) -> dict:
    """Runs one cell in the notebook's namespace. What it prints is cut at MAX_OUTPUT characters."""
    printed = io.StringIO()
    error = None
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            exec(compile(source, "<cell>", "exec"), namespace)
        except BaseException:
            error = traceback.format_exc(limit=-1)
    return {"output": printed.getvalue()[:MAX_OUTPUT], "error": error}


def main() -> None:
    channel = open_channel()
    namespace: dict = {"__name__": "__notebook__"}
    for line in sys.stdin:
        reply = run_cell(json.loads(line)["source"], namespace)
        print(json.dumps(reply), file=channel, flush=True)


if __name__ == "__main__":
    main()
