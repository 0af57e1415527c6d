"""What the engine remembers. Entries lie in scopes, are encrypted, and are never changed."""

from collections.abc import Callable
from dataclasses import dataclass

from windlass.audit import AuditLog
from windlass.auth import Caller, Refused
from windlass.schemas import MemoryEntry


@dataclass(frozen=True)
class Cipher:
    """Encrypts with a key that only the engine has; Fernet in production."""

    encrypt: Callable[[bytes], bytes]
    decrypt: Callable[[bytes], bytes]


class MemoryStore:
    """Every scope belongs to the user whose name it begins with."""

    def __init__(self, cipher: Cipher, audit: AuditLog) -> None:
        self._cipher = cipher
        self._audit = audit
        self._entries: dict[str, list[bytes]] = {}

    def append(self, caller: Caller, entry: MemoryEntry, call: str) -> int:
        """The entry's number in its scope. There is no way to change or to remove one."""
        self._check_scope(caller, entry.scope, call)
        entries = self._entries.setdefault(entry.scope, [])
        entries.append(self._cipher.encrypt(entry.text.encode()))
        self._audit.write(call, caller.user, "memory.append", entry.scope)
        return len(entries) - 1

    def get(self, caller: Caller, scope: str, call: str) -> tuple[str, ...]:
        self._check_scope(caller, scope, call)
        self._audit.write(call, caller.user, "memory.get", scope)
        return tuple(self._cipher.decrypt(entry).decode() for entry in self._entries.get(scope, []))

    def _check_scope(self, caller: Caller, scope: str, call: str) -> None:
        if scope.split(":", 1)[0] != caller.user:
            self._audit.write(call, caller.user, "memory.refused", scope)
            raise Refused("the scope belongs to somebody else")
