"""Addresses that a step wants fetched."""

import ipaddress
from urllib.parse import urlsplit


class BadAddress(Exception):
    """The engine does not fetch this."""


def check_url(url: str, allowed_hosts: tuple[str, ...]) -> str:
    """The address, if it is https to a host that the operator named. Addresses by number are never fetched."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "https" or parts.username is not None:
        raise BadAddress("only https, and no credentials")
    try:
        ipaddress.ip_address(host)
    except ValueError:
        if host in allowed_hosts:
            return url
    raise BadAddress(f"{host} is not among the allowed hosts")
