"""Runs the jobs, one after the other."""

import tempfile
from collections.abc import Callable, Mapping

from windlass.audit import AuditLog
from windlass.jobs import Job, JobStore
from windlass.plans import Plan
from windlass.sandbox import run_step
from windlass.settings import Settings


class JobEngine:
    """What orchestrates everything else."""

    def __init__(self, store: JobStore, audit: AuditLog, settings: Settings, code: Mapping[str, str]) -> None:
        self._store = store
        self._audit = audit
        self._settings = settings
        self._code = code

    def run(self, job: Job, plan: Plan, call: str, run: Callable[..., str] = run_step) -> Job:
        """Runs a planned job to its end. Each job has a folder of its own, which is gone afterwards."""
        job = self._move(job, "running", call)
        with tempfile.TemporaryDirectory(prefix=f"job-{job.id}-") as folder:
            try:
                for step in plan.steps:
                    run(self._code[step.kind], step.argument, folder, self._settings)
            except Exception:
                return self._move(job, "failed", call)
        return self._move(job, "done", call)

    def _move(self, job: Job, state: str, call: str) -> Job:
        moved = self._store.move(job, state)
        self._audit.write(call, job.owner, "job.state", f"{job.id}: {job.state} → {state}")
        return moved
