"""What callers are told when something goes wrong: a status and a sentence, never what is inside."""

from windlass.auth import Refused
from windlass.jobs import BadTransition
from windlass.limits import TooMany
from windlass.schemas import Invalid
from windlass.urls import BadAddress

PUBLIC = {
    Refused: (403, "You may not do this."),
    Invalid: (422, "What you sent is not what this endpoint takes."),
    BadAddress: (422, "The engine does not fetch that address."),
    BadTransition: (409, "The job is in another state by now."),
    TooMany: (429, "Too many calls. Wait a minute."),
}


def public_error(error: Exception) -> tuple[int, dict[str, str]]:
    """Status and body. What is not foreseen is an internal error, and says nothing of itself."""
    status, message = PUBLIC.get(type(error), (500, "Something went wrong. It was written down."))
    return status, {"error": message}
