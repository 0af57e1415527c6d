from pathlib import Path

import pytest

from sieve.runtime import ContainerRuntime, LocalRuntime


def test_a_tool_in_a_container_has_no_network_and_writes_nothing():
    command = ContainerRuntime("tools").command("ruff", ["check"], Path("/work"))
    assert {"--rm", "--network=none", "--read-only", "--cap-drop=ALL", "--volume=/work:/source:ro"} <= set(command)


def test_a_tool_that_is_not_there_is_not_looked_for_elsewhere():
    with pytest.raises(FileNotFoundError):
        LocalRuntime().run("no-such-tool-at-all", [], Path("/"))
