import pytest

from sieve.manifest import Manifest
from sieve.policy import OverBudget, enforce, thresholds


def test_a_manifest_cannot_allow_what_is_critical():
    assert thresholds(Manifest("light", (), {"critical": 9}))["critical"] == 0


def test_a_manifest_can_double_a_budget_and_no_more():
    assert thresholds(Manifest("light", (), {"high": 999}))["high"] == 10


def test_too_much_stops_the_run():
    enforce({"high": 1}, {"high": 1})
    with pytest.raises(OverBudget):
        enforce({"high": 1}, {"high": 2})
