"""What an operator can set. Every default is the careful one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    token_secret: bytes
    memory_key: bytes
    calls_per_minute: int = 60
    max_body: int = 64 * 1024
    max_seconds: int = 30
    max_megabytes: int = 256
    debug: bool = False
    allowed_hosts: tuple[str, ...] = ()
