"""What callers may send. Unknown fields and wrong types are refused, and nothing is converted."""

from dataclasses import dataclass, fields
from typing import Any, get_args, get_origin


class Invalid(Exception):
    """What was sent is not what the endpoint takes."""


@dataclass(frozen=True)
class PlanRequest:
    goal: str
    steps: list[str]


@dataclass(frozen=True)
class RunRequest:
    plan: str


@dataclass(frozen=True)
class MemoryEntry:
    scope: str
    text: str


LIMITS = {"goal": 500, "steps": 20, "plan": 64, "scope": 64, "text": 4000}


def parse(schema: type, body: Any) -> Any:
    """@raises Invalid with the name of the field that is wrong, and nothing of its value."""
    if not isinstance(body, dict):
        raise Invalid("an object is expected")
    known = {field.name: field.type for field in fields(schema)}
    if unknown := set(body) - set(known):
        raise Invalid(f"unknown: {', '.join(sorted(unknown))[:80]}")
    for name, kind in known.items():
        value = body.get(name)
        if not _fits(value, kind) or len(value) > LIMITS[name]:
            raise Invalid(f"{name} is missing, too long, or of the wrong type")
    return schema(**body)


def _fits(value: Any, kind: Any) -> bool:
    if get_origin(kind) is list:
        return isinstance(value, list) and all(isinstance(item, get_args(kind)[0]) for item in value)
    return type(value) is kind
