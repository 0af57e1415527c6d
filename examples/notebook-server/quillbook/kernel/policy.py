"""What of the server a kernel may see."""

from collections.abc import Mapping

PASSED_ON = frozenset({"LANG", "LC_ALL", "TZ"})


def allowed_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """An allow-list: the server's environment holds its secrets, so a kernel gets what is named here and no more."""
    environment = {name: value for name, value in environ.items() if name in PASSED_ON}
    return {**environment, "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
