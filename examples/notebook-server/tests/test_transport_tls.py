"""The proxy's configuration, read as text: no test may depend on a running nginx."""

import re
from pathlib import Path

DEPLOY = Path(__file__).parent.parent / "deploy"
NGINX = (DEPLOY / "nginx.conf").read_text()
PROTOCOLS = (DEPLOY / "tls" / "protocols.conf").read_text()


def test_refuses_tls_below_1_2():
    offered = re.search(r"^ssl_protocols\s+(.*);", PROTOCOLS, re.MULTILINE)
    assert offered and set(offered[1].split()) == {"TLSv1.2", "TLSv1.3"}


def test_every_cipher_keeps_forward_secrecy():
    ciphers = re.search(r"^ssl_ciphers\s+(.*);", PROTOCOLS, re.MULTILINE)
    assert ciphers and all(name.startswith("ECDHE-") for name in ciphers[1].split(":"))


def test_plain_http_only_redirects():
    plain = NGINX.split("listen 80", 1)[1].split("}", 1)[0]
    assert "return 308 https://$host$request_uri;" in plain
    assert "proxy_pass" not in plain


def test_hsts_is_sent_for_every_status():
    headers = (DEPLOY / "tls" / "headers.conf").read_text()
    assert re.search(r"^add_header Strict-Transport-Security .* always;", headers, re.MULTILINE)
    assert "include /etc/nginx/tls/*.conf;" in NGINX
    assert "add_header" not in NGINX
