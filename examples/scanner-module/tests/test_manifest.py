import pytest

from sieve.manifest import BadManifest, read_manifest


def test_a_manifest_is_read():
    manifest = read_manifest('{"profile": "strict", "scans": ["code"], "budget": {"high": 1}}')
    assert (manifest.profile, manifest.scans, manifest.budget) == ("strict", ("code",), {"high": 1})


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"run": "rm"}', '{"scans": ["shell"]}', '{"budget": {"high": -1}}', '{"budget": {"high": "9"}}', " " * 70_000],
)
def test_everything_else_is_refused(text):
    with pytest.raises(BadManifest):
        read_manifest(text)
