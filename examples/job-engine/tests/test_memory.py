import io

import pytest

from windlass.audit import AuditLog
from windlass.auth import Caller, Refused
from windlass.memory import Cipher, MemoryStore
from windlass.schemas import MemoryEntry

ADA, BEN = Caller("ada", "runner"), Caller("ben", "runner")


@pytest.fixture
def kept():
    out = io.StringIO()
    return MemoryStore(Cipher(lambda text: text[::-1], lambda text: text[::-1]), AuditLog(out)), out


def test_a_scope_is_closed_to_everybody_else(kept):
    memory, _ = kept
    memory.append(ADA, MemoryEntry("ada:notes", "secret"), "call-1")
    assert memory.get(ADA, "ada:notes", "call-2") == ("secret",)
    with pytest.raises(Refused):
        memory.get(BEN, "ada:notes", "call-3")
    with pytest.raises(Refused):
        memory.append(BEN, MemoryEntry("ada:notes", "forged"), "call-4")


def test_what_is_kept_is_encrypted(kept):
    memory, _ = kept
    memory.append(ADA, MemoryEntry("ada:notes", "secret"), "call-1")
    assert memory._entries["ada:notes"] == [b"terces"]


def test_every_access_is_written_down_refused_ones_too(kept):
    memory, out = kept
    memory.append(ADA, MemoryEntry("ada:notes", "secret"), "call-1")
    with pytest.raises(Refused):
        memory.get(BEN, "ada:notes", "call-2")
    assert [line.split('"event": ')[1].split(",")[0] for line in out.getvalue().splitlines()] == [
        '"memory.append"',
        '"memory.refused"',
    ]
