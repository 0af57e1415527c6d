import sqlite3

import pytest

from windlass.jobs import TRANSITIONS, BadTransition, Job, JobStore


@pytest.fixture
def store():
    return JobStore(sqlite3.connect(":memory:"))


def test_a_job_of_somebody_else_is_not_there(store):
    store.add(Job("1", "ada", "planned", "p"))
    assert store.find("1", "ada") is not None
    assert store.find("1", "ben") is None


@pytest.mark.parametrize("state", ["done", "failed", "cancelled"])
def test_what_is_over_stays_as_it_is(store, state):
    job = Job("1", "ada", state, "p")
    store.add(job)
    for other in TRANSITIONS:
        with pytest.raises(BadTransition):
            store.move(job, other)


def test_of_two_changes_at_once_one_is_refused(store):
    job = Job("1", "ada", "planned", "p")
    store.add(job)
    assert store.move(job, "running").state == "running"
    with pytest.raises(BadTransition):
        store.move(job, "cancelled")
