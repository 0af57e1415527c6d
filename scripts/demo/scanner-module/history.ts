import type { Author, DemoCommit } from '../history.ts';

const JO: Author = { name: 'Jo Brandt', email: 'jo.brandt@example.org' };
const SAM: Author = { name: 'Sam Okafor', email: 'sam.okafor@example.org' };
const LENA: Author = { name: 'Lena Virtanen', email: 'lena.virtanen@example.org' };

/** The commits of the scanner module, oldest first. */
export const SCANNER_MODULE_HISTORY: readonly DemoCommit[] = [
  {
    author: LENA,
    date: '2026-01-19T10:02:00+02:00',
    message: 'Start Sieve: manifests and the policy they are held to',
    adds: [
      'README.md',
      'LICENSE',
      '.gitignore',
      'sieve/__init__.py',
      'sieve/manifest.py',
      'sieve/policy.py',
      'tests/test_manifest.py',
      'tests/test_policy.py',
    ],
  },
  {
    author: SAM,
    date: '2026-01-27T15:20:00+01:00',
    message: 'Run tools in containers, or on the machine where somebody asks for that',
    adds: ['sieve/runtime.py', 'tests/test_runtime.py'],
  },
  {
    author: LENA,
    date: '2026-02-04T09:41:00+02:00',
    message: 'Lay out bundles so that equal runs are equal',
    adds: ['sieve/artifacts.py', 'tests/test_artifacts.py'],
  },
  {
    author: SAM,
    date: '2026-02-12T11:33:00+01:00',
    message: 'Start a server for the scans that need one',
    adds: ['sieve/stacks.py', 'tests/test_stacks.py'],
  },
  {
    author: JO,
    date: '2026-02-20T16:04:00+01:00',
    message: 'Search for personal data where that is asked for',
    adds: ['sieve/privacy.py', 'privacy-pack/', 'tests/test_privacy.py'],
  },
  {
    author: LENA,
    date: '2026-03-03T13:27:00+02:00',
    message: 'Scan, state what was done, and fix the versions of all tools',
    adds: [
      'sieve/scanner.py',
      'sieve/cli.py',
      'scripts/attest.py',
      'tests/test_scanner.py',
      'pyproject.toml',
      'uv.lock',
      'CHANGELOG.md',
      '.github/',
    ],
  },
  {
    author: SAM,
    date: '2026-03-10T10:15:00+01:00',
    message: 'Keep what a scan of Sieve itself found, the statement about it, and how the tests ended',
    adds: ['reports/'],
  },
  {
    author: JO,
    date: '2026-03-24T10:10:00+01:00',
    message: 'Argue that the scanner may look at secret source code',
    adds: ['docs/security.case.yaml'],
  },
  {
    author: SAM,
    date: '2026-04-20T14:36:00+02:00',
    message: 'Make the statement in the module itself',
    patch: 'move-attestation.patch',
  },
  {
    author: LENA,
    date: '2026-05-11T09:52:00+03:00',
    message: 'Let manifests raise their own budget',
    patch: 'raise-budgets.patch',
  },
  {
    author: SAM,
    date: '2026-06-02T10:34:00+02:00',
    message: 'Scan Sieve again',
    patch: 'scan-again.patch',
  },
  {
    author: LENA,
    date: '2026-06-08T12:15:00+03:00',
    message: 'Take a newer ruff',
    patch: 'newer-ruff.patch',
  },
  {
    author: JO,
    date: '2026-06-10T10:40:00+02:00',
    message: 'Judge the fixed versions again: they are fixed',
    patch: 'judge-pins.patch',
  },
];
