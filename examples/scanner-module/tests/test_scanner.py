import json

import pytest

from sieve.artifacts import Bundle
from sieve.manifest import BadManifest
from sieve.policy import OverBudget
from sieve.scanner import scan


class Tools:
    def __init__(self, output="{}"):
        self.ran, self.output = [], output

    def run(self, tool, arguments, source):
        self.ran.append(tool)
        return self.output


def test_no_tool_starts_before_the_manifest_is_read(tmp_path):
    tools = Tools()
    with pytest.raises(BadManifest):
        scan('{"scans": ["shell"]}', tmp_path, "c0ffee", Bundle(tmp_path / "out"), "out", tools)
    assert tools.ran == []


def test_a_run_stops_where_its_budget_ends(tmp_path):
    tools = Tools('"level": "error"' * 6)
    with pytest.raises(OverBudget):
        scan('{"scans": ["style", "code"]}', tmp_path, "c0ffee", Bundle(tmp_path / "out"), "out", tools)
    assert tools.ran == ["ruff"]


def test_the_statement_names_tools_commit_and_files(tmp_path):
    scan('{"scans": ["style"]}', tmp_path, "c0ffee", Bundle(tmp_path / "out"), "run-1", Tools())
    made = json.loads((tmp_path / "out/attestation/statement.json").read_text())
    assert made["predicate"] == {"bundle": "run-1", "commit": "c0ffee", "tools": {"ruff": "0.9.6"}}
    assert [one["name"] for one in made["subject"]] == ["findings/ruff.sarif", "manifest-info.json"]
