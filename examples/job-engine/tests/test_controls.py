import io

import pytest

from windlass.audit import AuditLog
from windlass.auth import Refused
from windlass.errors import public_error
from windlass.limits import RateLimiter, TooMany


class Counts(dict):
    def incr(self, key):
        self[key] = self.get(key, 0) + 1
        return self[key]

    def expire(self, key, seconds):
        pass


def test_a_user_who_calls_too_often_has_to_wait():
    limiter = RateLimiter(Counts(), 10)
    limiter.count("ada", 0, 5)
    limiter.count("ada", 1, 5)
    with pytest.raises(TooMany):
        limiter.count("ada", 2)
    limiter.count("ben", 2)
    limiter.count("ada", 60)


def test_a_value_cannot_begin_a_line_of_the_log():
    out = io.StringIO()
    AuditLog(out).write("1", "ada", "call", "a\n{}")
    assert out.getvalue().count("\n") == 1


def test_an_error_says_nothing_of_the_inside():
    assert public_error(RuntimeError("/srv/windlass/memory.key")) == (
        500,
        {"error": "Something went wrong. It was written down."},
    )
    assert public_error(Refused("ada's job"))[0] == 403
