"""Jobs and their states. A job that is over is never changed again."""

import sqlite3
from dataclasses import dataclass

#: From each state to those that may follow it. What is over has none.
TRANSITIONS = {
    "planned": {"running", "cancelled"},
    "running": {"done", "failed", "cancelled"},
    "done": set(),
    "failed": set(),
    "cancelled": set(),
}


class BadTransition(Exception):
    """A job cannot go from its state to that one."""


@dataclass(frozen=True)
class Job:
    id: str
    owner: str
    state: str
    plan: str


class JobStore:
    """The job database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("CREATE TABLE IF NOT EXISTS jobs (id TEXT PRIMARY KEY, owner TEXT, state TEXT, plan TEXT)")

    def add(self, job: Job) -> None:
        with self._connection:
            self._connection.execute("INSERT INTO jobs VALUES (?, ?, ?, ?)", (job.id, job.owner, job.state, job.plan))

    def find(self, id: str, owner: str) -> Job | None:
        """A job of this owner. Those of others are not there, as far as the owner can tell."""
        row = self._connection.execute("SELECT * FROM jobs WHERE id = ? AND owner = ?", (id, owner)).fetchone()
        return Job(*row) if row else None

    def move(self, job: Job, state: str) -> Job:
        """One transaction, and only from the state that the caller saw. @raises BadTransition"""
        if state not in TRANSITIONS[job.state]:
            raise BadTransition(f"{job.state} → {state}")
        with self._connection:
            moved = self._connection.execute(
                "UPDATE jobs SET state = ? WHERE id = ? AND state = ?", (state, job.id, job.state)
            )
        if moved.rowcount != 1:
            raise BadTransition("the job has moved meanwhile")
        return Job(job.id, job.owner, state, job.plan)
