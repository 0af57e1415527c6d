"""How the engine does: counts and times, by endpoint and never by user."""

from collections import Counter


class Metrics:
    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()

    def record(self, endpoint: str, status: int, seconds: float) -> None:
        self.calls[endpoint] += 1
        self.seconds[endpoint] += seconds
        if status >= 400:
            self.errors[endpoint] += 1
