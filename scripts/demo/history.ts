/** Who appears in the demo's history. */
export interface Author {
  readonly name: string;
  readonly email: string;
}

const MARA: Author = { name: 'Mara Lindqvist', email: 'mara.lindqvist@example.org' };
const TOMAS: Author = { name: 'Tomas Okonjo', email: 'tomas.okonjo@example.org' };
const PRIYA: Author = { name: 'Priya Raman', email: 'priya.raman@example.org' };
const JONAS: Author = { name: 'Jonas Hecht', email: 'jonas.hecht@example.org' };

/** One commit: files that appear in it, a patch of files that were there before, or both. */
export interface DemoCommit {
  readonly author: Author;
  /** ISO 8601 with offset; of author and committer alike, so that the commit's id is always the same. */
  readonly date: string;
  readonly message: string;
  /** Paths that are new here; a path with `/` at its end stands for all below it. Their text is the final one, less all later patches. */
  readonly adds?: readonly string[];
  /** A file in `changes/`, as `git diff -M` writes it. */
  readonly patch?: string;
}

/** The demo's commits, oldest first. The last of them leaves exactly `examples/notebook-server`. */
export const HISTORY: readonly DemoCommit[] = [
  {
    author: MARA,
    date: '2026-01-12T09:14:00+01:00',
    message: 'Start Quillbook: replies and the headers they carry',
    adds: [
      'README.md',
      'pyproject.toml',
      '.gitignore',
      'quillbook/__init__.py',
      'quillbook/headers.py',
      'quillbook/replies.py',
    ],
  },
  {
    author: MARA,
    date: '2026-01-19T16:40:00+01:00',
    message: 'Add signed session tokens',
    adds: ['quillbook/sessions.py', 'tests/test_sessions.py'],
  },
  {
    author: MARA,
    date: '2026-01-28T11:05:00+01:00',
    message: 'Run cells in a process of their own',
    adds: ['quillbook/kernel/', 'tests/test_sandbox.py'],
  },
  {
    author: TOMAS,
    date: '2026-02-05T10:22:00+01:00',
    message: 'Add an audit log that shows when it was altered',
    adds: ['quillbook/audit.py', 'tests/test_audit.py'],
  },
  {
    author: PRIYA,
    date: '2026-02-11T14:31:00+05:30',
    message: 'Scan and decide before anything is exported',
    adds: ['quillbook/export/', 'tests/test_export_policy.py', 'tests/test_export_scan.py'],
  },
  {
    author: MARA,
    date: '2026-02-16T17:58:00+01:00',
    message: 'Put sessions, kernels and exports behind one application',
    adds: ['quillbook/app.py', 'tests/test_transport_headers.py'],
  },
  {
    author: PRIYA,
    date: '2026-02-24T12:10:00+05:30',
    message: 'Add the page: cells, results and the export dialog',
    adds: ['client/'],
  },
  {
    author: JONAS,
    date: '2026-03-03T08:47:00+01:00',
    message: 'Add the container and the proxy before it',
    adds: ['deploy/', 'docs/operations.md', 'tests/test_transport_tls.py'],
  },
  {
    author: TOMAS,
    date: '2026-03-10T15:19:00+01:00',
    message: 'Keep tokens and cells out of the log',
    adds: ['quillbook/log_filter.py', 'tests/test_redaction.py'],
  },
  {
    author: MARA,
    date: '2026-03-16T10:02:00+01:00',
    message: 'Test every change, and keep the report of the static analysis',
    adds: ['.github/', 'reports/'],
  },
  {
    author: TOMAS,
    date: '2026-03-20T13:44:00+01:00',
    message: 'Argue that data in transit stays confidential',
    adds: ['docs/assurance/transit.case.yaml'],
  },
  {
    author: JONAS,
    date: '2026-04-08T11:36:00+02:00',
    message: 'Let people end their session',
    patch: 'end-session.patch',
  },
  {
    author: TOMAS,
    date: '2026-04-15T16:07:00+02:00',
    message: 'Argue that cells are isolated',
    adds: ['docs/assurance/isolation.case.yaml'],
  },
  {
    author: JONAS,
    date: '2026-04-22T09:12:00+02:00',
    message: 'Log how long requests take, and nothing else about them',
    patch: 'log-timing.patch',
  },
  {
    author: PRIYA,
    date: '2026-04-30T18:25:00+05:30',
    message: 'Explain the order of events in the transport',
    patch: 'explain-transport.patch',
  },
  {
    author: MARA,
    date: '2026-05-06T10:50:00+02:00',
    message: 'Rename verify_token: what it gives is a session',
    patch: 'rename-verify-token.patch',
  },
  {
    author: JONAS,
    date: '2026-05-13T14:15:00+02:00',
    message: 'Rename log_filter to redaction, which is what it does',
    patch: 'rename-log-filter.patch',
  },
  {
    author: MARA,
    date: '2026-05-21T09:03:00+02:00',
    message: 'Format the Python code',
    patch: 'format.patch',
  },
  {
    author: PRIYA,
    date: '2026-06-03T15:40:00+05:30',
    message: 'Refuse requests that promise to be too large',
    patch: 'limit-requests.patch',
  },
  {
    author: TOMAS,
    date: '2026-06-17T17:21:00+02:00',
    message: 'Argue that data does not leak out',
    adds: ['docs/assurance/exfiltration.case.md'],
  },
  {
    author: JONAS,
    date: '2026-07-01T08:55:00+02:00',
    message: 'Drop the AppArmor profile: nobody loads it, and seccomp covers it',
    patch: 'drop-apparmor.patch',
  },
  {
    author: MARA,
    date: '2026-07-15T13:33:00+02:00',
    message: 'Give each kernel a session of its own, and end all that it started',
    patch: 'own-session.patch',
  },
  {
    author: MARA,
    date: '2026-07-28T11:48:00+02:00',
    message: 'Forget revoked tokens once they have expired',
    patch: 'forget-expired.patch',
  },
  {
    author: PRIYA,
    date: '2026-08-12T16:05:00+05:30',
    message: 'Find bank account numbers as well',
    patch: 'find-bank-accounts.patch',
  },
  {
    author: TOMAS,
    date: '2026-09-02T10:29:00+02:00',
    message: 'Judge the revocation of tokens again: it still holds',
    patch: 'judge-revocation.patch',
  },
];

/** What is edited after the last commit and not committed. */
export const UNCOMMITTED = 'working-tree.patch';
