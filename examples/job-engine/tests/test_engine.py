import io
import os
import sqlite3

from windlass.audit import AuditLog
from windlass.engine import JobEngine
from windlass.jobs import Job, JobStore
from windlass.plans import Plan, Step
from windlass.sandbox import run_step
from windlass.settings import Settings

SETTINGS = Settings(b"secret", b"key")


def run(steps, runner=run_step, code=None):
    store, out = JobStore(sqlite3.connect(":memory:")), io.StringIO()
    job = Job("1", "ada", "planned", "p")
    store.add(job)
    engine = JobEngine(store, AuditLog(out), SETTINGS, code or {"store": "print(1)"})
    return engine.run(job, Plan("tidy", tuple(steps)), "call-1", runner), out.getvalue()


def test_each_job_has_a_folder_of_its_own_that_is_gone_afterwards():
    folders = []
    for _ in range(2):
        run([Step("store", "a")], lambda code, argument, folder, settings: folders.append(folder) or "")
    assert folders[0] != folders[1]
    assert not any(os.path.exists(folder) for folder in folders)


def test_a_step_sees_nothing_of_the_engine():
    os.environ["WINDLASS_SECRET"] = "x"
    printed = run_step("import os, sys; print(dict(os.environ), sys.argv[1])", "argument", "/tmp", SETTINGS)
    assert "WINDLASS_SECRET" not in printed and "argument" in printed


def test_every_change_of_state_is_written_down():
    job, log = run([Step("store", "a")], lambda *_: "")
    assert job.state == "done"
    assert "planned \\u2192 running" in log and "running \\u2192 done" in log


def test_a_step_that_fails_fails_its_job():
    job, _ = run([Step("fetch", "a")], lambda *_: "")
    assert job.state == "failed"
