"""The endpoints. Each gets a call that `handle` has let through."""

import json
import secrets
import time
from dataclasses import dataclass
from typing import Any

from windlass.audit import AuditLog
from windlass.auth import Caller, Refused, require, verify_token
from windlass.engine import JobEngine
from windlass.errors import public_error
from windlass.jobs import Job, JobStore
from windlass.limits import RateLimiter
from windlass.memory import MemoryStore
from windlass.metrics import Metrics
from windlass.plans import Plan, build_plan
from windlass.schemas import Invalid, MemoryEntry, PlanRequest, RunRequest, parse
from windlass.settings import Settings


@dataclass
class Api:
    settings: Settings
    engine: JobEngine
    jobs: JobStore
    memory: MemoryStore
    limiter: RateLimiter
    audit: AuditLog
    metrics: Metrics
    plans: dict[str, Plan]


def health(api: Api) -> dict[str, Any]:
    return {"status": "up", "calls": sum(api.metrics.calls.values())}


def post_plan(api: Api, caller: Caller, body: Any, call: str) -> dict[str, Any]:
    require(caller, "jobs:run")
    plan = build_plan(parse(PlanRequest, body), api.settings.allowed_hosts)
    id = secrets.token_hex(8)
    api.plans[id] = plan
    api.jobs.add(Job(id, caller.user, "planned", id))
    return {"plan": id, "steps": len(plan.steps)}


def post_run(api: Api, caller: Caller, body: Any, call: str) -> dict[str, Any]:
    require(caller, "jobs:run")
    request = parse(RunRequest, body)
    job = api.jobs.find(request.plan, caller.user)
    if job is None:
        raise Invalid("there is no such plan")
    return {"state": api.engine.run(job, api.plans[job.plan], call).state}


def show_job(api: Api, caller: Caller, id: str, call: str) -> dict[str, Any]:
    require(caller, "jobs:read")
    job = api.jobs.find(id, caller.user)
    if job is None:
        raise Refused("no such job, or somebody else's")
    return {"id": job.id, "state": job.state}


def append_memory(api: Api, caller: Caller, body: Any, call: str) -> dict[str, Any]:
    require(caller, "memory:write")
    return {"entry": api.memory.append(caller, parse(MemoryEntry, body), call)}


def get_memory(api: Api, caller: Caller, scope: str, call: str) -> dict[str, Any]:
    require(caller, "memory:read")
    return {"entries": list(api.memory.get(caller, scope, call))}


POST = {"/v1/plan": (post_plan, 5), "/v1/run": (post_run, 5), "/v1/memory/append": (append_memory, 1)}
GET = {"/v1/memory/get/": get_memory, "/v1/jobs/": show_job}


def handle(api: Api, method: str, path: str, token: str, body: bytes) -> tuple[int, dict[str, Any]]:
    """Every call but the one for health goes through all controls, in this order."""
    call, began = secrets.token_hex(8), time.time()
    if (method, path) == ("GET", "/health"):
        return 200, health(api)
    try:
        caller = verify_token(api.settings.token_secret, token, began)
        status, answer = 200, _dispatch(api, caller, method, path, body, call, began)
    except Exception as error:
        status, answer = public_error(error)
        api.audit.write(call, "-", "error", type(error).__name__)
    api.metrics.record(f"{method} {path[:20]}", status, time.time() - began)
    return status, answer


def _dispatch(
    api: Api, caller: Caller, method: str, path: str, body: bytes, call: str, now: float
) -> dict[str, Any]:
    endpoint, cost = POST.get(path, (None, 1)) if method == "POST" else (None, 1)
    api.limiter.count(caller.user, now, cost)
    api.audit.write(call, caller.user, "call", f"{method} {path}")
    if endpoint is not None:
        if len(body) > api.settings.max_body:
            raise Invalid("too large")
        return endpoint(api, caller, json.loads(body), call)
    for prefix, get in GET.items():
        if method == "GET" and path.startswith(prefix):
            return get(api, caller, path.removeprefix(prefix), call)
    raise Invalid("no such endpoint")
