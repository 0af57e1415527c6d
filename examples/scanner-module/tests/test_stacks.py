import urllib.request
from urllib.error import URLError

import pytest

from sieve.stacks import stack


def test_a_server_is_gone_with_its_scan(tmp_path):
    with stack(tmp_path) as address:
        assert address.startswith("http://127.0.0.1:")
    with pytest.raises(URLError):
        urllib.request.urlopen(address, timeout=1)


def test_two_scans_have_two_servers(tmp_path):
    with stack(tmp_path) as one, stack(tmp_path) as other:
        assert one != other
