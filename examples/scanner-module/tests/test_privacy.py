import pytest

from sieve.manifest import Manifest
from sieve.privacy import pack_mount, wants_privacy


@pytest.mark.parametrize("profile", ["light", "strict"])
def test_no_profile_searches_for_personal_data_unasked(profile):
    assert not wants_privacy(Manifest(profile, ("code",), {}))
    assert wants_privacy(Manifest(profile, ("privacy",), {}))


def test_the_pack_is_read_only_and_may_be_another(tmp_path):
    assert pack_mount().endswith(":/privacy:ro")
    assert pack_mount(tmp_path) == f"{tmp_path}:/privacy:ro"
