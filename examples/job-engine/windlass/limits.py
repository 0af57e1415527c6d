"""How many calls a user may make."""

from typing import Protocol


class Counter(Protocol):
    """What is used of Redis."""

    def incr(self, key: str) -> int: ...

    def expire(self, key: str, seconds: int) -> object: ...


class TooMany(Exception):
    """The user has to wait."""


class RateLimiter:
    """Counts the calls of each user in each minute."""

    def __init__(self, counter: Counter, calls_per_minute: int) -> None:
        self._counter = counter
        self._limit = calls_per_minute

    def count(self, user: str, now: float, cost: int = 1) -> None:
        """@raises TooMany once the minute's calls are used up; a plan costs more than a look."""
        key = f"calls:{user}:{int(now // 60)}"
        used = 0
        for _ in range(cost):
            used = self._counter.incr(key)
        self._counter.expire(key, 120)
        if used > self._limit:
            raise TooMany("too many calls; wait a minute")
