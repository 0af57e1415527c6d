import pytest

from sieve.artifacts import Bundle


def test_the_same_run_gives_the_same_bundle(tmp_path):
    bundles = [Bundle(tmp_path / "a"), Bundle(tmp_path / "b")]
    for bundle in bundles:
        bundle.write("findings", {"b": 1, "a": 2}, "ruff")
        bundle.write("manifest", {"scans": ["style"]})
    assert bundles[0].digests() == bundles[1].digests()
    assert list(bundles[0].digests()) == ["findings/ruff.sarif", "manifest-info.json"]


def test_the_name_of_a_tool_is_no_path(tmp_path):
    with pytest.raises(ValueError):
        Bundle(tmp_path).write("findings", {}, "../../etc")
