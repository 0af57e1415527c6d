"""The command line."""

import argparse
import subprocess
from pathlib import Path

from sieve.artifacts import Bundle
from sieve.privacy import pack_mount
from sieve.runtime import ContainerRuntime, LocalRuntime
from sieve.scanner import scan

IMAGE = "ghcr.io/sieve-example/tools@sha256:7d1f0c3b8e7f3f1e4c5f9a8be3a1a2c6f1a4c9b5e2d7f6a8b9c0d1e2f3a4b5c6"


def main() -> None:
    parser = argparse.ArgumentParser(prog="sieve")
    parser.add_argument("manifest", type=Path)
    parser.add_argument("--source", type=Path, default=Path())
    parser.add_argument("--out", type=Path, default=Path("bundles/latest"))
    parser.add_argument("--runtime", choices=["container", "local"], default="container")
    parser.add_argument("--privacy-pack", type=Path, help="a pack of your own")
    options = parser.parse_args()
    mounts = [pack_mount(options.privacy_pack)]
    runtime = LocalRuntime() if options.runtime == "local" else ContainerRuntime(IMAGE, mounts)
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=options.source, capture_output=True, text=True, check=True
    ).stdout.strip()
    scan(options.manifest.read_text(), options.source, commit, Bundle(options.out), options.out.name, runtime)
