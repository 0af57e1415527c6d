"""The search for personal data, and the people it is tried with."""

from pathlib import Path

from sieve.manifest import Manifest

PACK = Path(__file__).parent.parent / "privacy-pack"


def wants_privacy(manifest: Manifest) -> bool:
    """Only where the manifest says so; no profile brings it along."""
    return "privacy" in manifest.scans


def pack_mount(own: Path | None = None) -> str:
    """The pack as a tool sees it: read-only. Operators may name one of their own."""
    folder = own if own is not None else PACK
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder} is no folder with a privacy pack")
    return f"{folder}:/privacy:ro"
