"""From a goal to a plan: an ordered list of steps, each of a kind that the engine knows."""

import re
from dataclasses import dataclass

from windlass.schemas import Invalid, PlanRequest
from windlass.urls import check_url

KINDS = {"fetch", "summarise", "store"}


@dataclass(frozen=True)
class Step:
    kind: str
    argument: str


@dataclass(frozen=True)
class Plan:
    goal: str
    steps: tuple[Step, ...]


def build_plan(request: PlanRequest, allowed_hosts: tuple[str, ...]) -> Plan:
    """@raises Invalid for steps of a kind that the engine does not know; BadAddress for what it does not fetch."""
    steps = []
    for written in request.steps:
        match = re.fullmatch(r"([a-z]+) ([^\n]{1,500})", written)
        if match is None or match[1] not in KINDS:
            raise Invalid("a step is of no known kind")
        if match[1] == "fetch":
            check_url(match[2], allowed_hosts)
        steps.append(Step(match[1], match[2]))
    return Plan(request.goal, tuple(steps))
