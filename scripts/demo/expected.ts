import type { EvidenceState, Reason } from '../../src/model/state.ts';

/** What is to be said of one link of the demo, right after `makeDemo`. */
export interface Expectation {
  /** The case's id. */
  readonly case: string;
  /** As written in the claim file; unique within a case. */
  readonly locator: string;
  readonly state: EvidenceState;
  readonly reason: Reason;
  /** How many commits changed the target's meaning since the baseline; given where the reason is `changed`. */
  readonly changes?: number;
  /** A locator that is to be among the suggestions. */
  readonly suggests?: string;
  /** False for a path that the document only mentions. Default: true. */
  readonly cited?: boolean;
}

type Row = Omit<Expectation, 'case'>;

const current = (locator: string, reason: Reason = 'unchanged'): Row => ({
  locator,
  state: 'current',
  reason,
});
const stale = (locator: string, changes: number): Row => ({
  locator,
  state: 'stale',
  reason: 'changed',
  changes,
});
const broken = (locator: string, reason: Reason, suggests?: string): Row => ({
  locator,
  state: 'broken',
  reason,
  suggests,
});

const TRANSIT: readonly Row[] = [
  current('client/src/transport.ts#assertSecure'),
  current('tests/test_transport_tls.py#test_refuses_tls_below_1_2'),
  current('deploy/nginx.conf#L10-L18', 'shifted'),
  current('deploy/tls/'),
  current('quillbook/headers.py#security_headers'),
  stale('quillbook/app.py#create_app', 2),
  current('client/src/transport.ts#connect', 'cosmetic'),
  {
    locator: 'https://scan.example.org/reports/quill.example.org/2026-03',
    state: 'unknown',
    reason: 'external',
  },
  broken('quillbook/sessions.py#verify_token', 'symbol-missing'),
  current('quillbook/sessions.py#issue_token'),
  current('quillbook/sessions.py#SessionStore.revoke'),
  broken('quillbook/log_filter.py', 'moved', 'quillbook/redaction.py'),
  current('tests/test_redaction.py#test_stack_traces_are_redacted'),
  current('docs/operations.md'),
  current('.github/workflows/ci.yml'),
  current('tests/test_transport_*.py'),
  broken('tests/security/test_transport_tls.py', 'missing', 'tests/test_transport_tls.py'),
  { locator: 'quillbook/app.py#origin_is_allowed', state: 'unreviewed', reason: 'never-reviewed' },
];

const ISOLATION: readonly Row[] = [
  current('quillbook/kernel/policy.py#allowed_environment'),
  current('tests/test_sandbox.py#test_environment_is_not_inherited'),
  stale('quillbook/kernel/sandbox.py#start_runner', 1),
  current('quillbook/kernel/runner.py'),
  current('deploy/Dockerfile'),
  current('deploy/compose.yaml#L19-L27'),
  { locator: 'deploy/seccomp.json', state: 'stale', reason: 'uncommitted' },
  current('tests/test_sandbox.py#test_limits_cannot_be_raised_by_a_cell'),
  current('quillbook/kernel/limits.py#apply_limits', 'cosmetic'),
  current('reports/semgrep.sarif', 'as-expected'),
];

const EXFILTRATION: readonly Row[] = [
  current('tests/test_export_policy.py'),
  current('quillbook/export/policy.py#may_export'),
  broken('policy.py', 'ambiguous'),
  { ...current('quillbook/export/__init__.py'), cited: false },
  stale('quillbook/export/scan.py', 1),
  current('tests/test_export_scan.py#test_a_finding_does_not_repeat_the_data'),
  current('quillbook/audit.py#AuditLog.append'),
  broken('quillbook/audit.py#L140-L152', 'range-outside'),
  current('tests/test_audit.py#test_a_removed_line_breaks_the_chain'),
  current('client/src/render.ts#renderOutput'),
  current('quillbook/app.py#create_app'),
  broken('deploy/dockerfile', 'case-mismatch', 'deploy/Dockerfile'),
  broken('deploy/apparmor.profile', 'deleted'),
  current('../operations.md'),
];

/** Every link of the demo, by case, in the order of the documents. */
export const EXPECTED: readonly Expectation[] = [
  ...TRANSIT.map((row) => ({ case: 'transit', ...row })),
  ...ISOLATION.map((row) => ({ case: 'isolation', ...row })),
  ...EXFILTRATION.map((row) => ({ case: 'exfiltration', ...row })),
];
