"""How much of the machine one kernel may use."""

import resource
from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Per kernel. `wall_seconds` is enforced by the server, the rest by the operating system."""

    wall_seconds: float = 30.0
    cpu_seconds: int = 20
    memory_bytes: int = 512 * MIB
    file_bytes: int = 16 * MIB
    open_files: int = 64
    processes: int = 32


def apply_limits(limits: Limits) -> None:
    """Runs in the child, between fork and exec; hard limits, so that a cell cannot raise them again."""
    wanted = (
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, limits.file_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_NPROC, limits.processes),
        (resource.RLIMIT_CORE, 0),  # a core dump would hold people's data
    )
    for name, most in wanted:
        resource.setrlimit(name, (most, most))
