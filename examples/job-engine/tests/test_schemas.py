import pytest

from windlass.plans import build_plan
from windlass.schemas import Invalid, PlanRequest, parse
from windlass.urls import BadAddress, check_url


def test_what_fits_is_taken_as_it_is():
    assert parse(PlanRequest, {"goal": "tidy", "steps": ["store a"]}) == PlanRequest("tidy", ["store a"])


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"goal": "tidy"},
        {"goal": 1, "steps": []},
        {"goal": "tidy", "steps": "store a"},
        {"goal": "tidy", "steps": [1]},
        {"goal": "x" * 501, "steps": []},
        {"goal": "tidy", "steps": [], "role": "admin"},
    ],
)
def test_everything_else_is_rejected(body):
    with pytest.raises(Invalid):
        parse(PlanRequest, body)


def test_a_step_of_an_unknown_kind_is_rejected():
    with pytest.raises(Invalid):
        build_plan(PlanRequest("tidy", ["shell rm -r /"]), ())


def test_only_named_hosts_are_fetched():
    assert check_url("https://data.example.org/a", ("data.example.org",))
    for url in ["http://data.example.org/", "https://169.254.169.254/", "https://x@data.example.org/", "https://other.example.org/"]:
        with pytest.raises(BadAddress):
            check_url(url, ("data.example.org",))
