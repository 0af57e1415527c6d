"""One run, from the manifest to the bundle."""

from pathlib import Path

from sieve.artifacts import Bundle
from sieve.attestation import statement
from sieve.manifest import read_manifest
from sieve.policy import enforce, thresholds
from sieve.runtime import Runtime

TOOLS = {
    "style": ("ruff", "0.9.6", ["check", "--output-format=sarif", "."]),
    "code": ("bandit", "1.8.3", ["-r", "-f", "sarif", "."]),
    "secrets": ("detect-secrets", "1.5.0", ["scan"]),
}


def scan(manifest_text: str, source: Path, commit: str, bundle: Bundle, name: str, runtime: Runtime) -> None:
    """The manifest is read and the policy known before the first tool starts. @raises BadManifest, OverBudget"""
    manifest = read_manifest(manifest_text)
    limits = thresholds(manifest)
    bundle.write("manifest", {"scans": manifest.scans, "profile": manifest.profile, "limits": limits})
    used, found = {}, {"critical": 0, "high": 0, "medium": 0}
    for kind in manifest.scans:
        if kind not in TOOLS:
            continue
        tool, version, arguments = TOOLS[kind]
        output = runtime.run(tool, arguments, source)
        bundle.write("findings", {"tool": tool, "output": output}, tool)
        found["high"] += output.count('"level": "error"')
        found["medium"] += output.count('"level": "warning"')
        used[tool] = version
        enforce(limits, found)
    bundle.write("statement", statement(name, commit, used, bundle.digests()))
