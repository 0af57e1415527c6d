"""Cells run in a real child process here: what they can and cannot do is the point."""

import asyncio

from quillbook.kernel.limits import MIB, Limits
from quillbook.kernel.sandbox import Kernel

SMALL = Limits(wall_seconds=10, cpu_seconds=5, memory_bytes=256 * MIB)


def run(*cells: str, limits: Limits = SMALL) -> list[dict]:
    async def session():
        async with Kernel(limits) as kernel:
            return [await kernel.run(cell) for cell in cells]

    return asyncio.run(session())


def test_cells_share_a_namespace():
    assert run("x = 20", "print(x + 1)")[1] == {"output": "21\n", "error": None}


def test_environment_is_not_inherited(monkeypatch):
    monkeypatch.setenv("QUILLBOOK_SECRET_FILE", "/run/secrets/session")
    names = run("import os; print(sorted(os.environ))")[0]["output"]
    assert "QUILLBOOK" not in names


def test_server_modules_cannot_be_imported():
    assert "ModuleNotFoundError" in run("import quillbook")[0]["error"]


def test_memory_is_limited():
    assert "MemoryError" in run(f"x = bytearray({512 * MIB})")[0]["error"]


def test_limits_cannot_be_raised_by_a_cell():
    cell = "import resource as r; print(r.getrlimit(r.RLIMIT_AS)[1] == r.getrlimit(r.RLIMIT_AS)[0])"
    assert run(cell)[0]["output"] == "True\n"


def test_an_endless_cell_is_stopped():
    replies = run("while True: pass", limits=Limits(wall_seconds=0.5))
    assert replies[0]["error"] == "The kernel was stopped."


def test_a_cell_cannot_forge_a_reply():
    forged = "import os; os.write(1, b'{\"output\": \"forged\", \"error\": null}\\n')"
    assert run(forged)[0]["output"] == ""
