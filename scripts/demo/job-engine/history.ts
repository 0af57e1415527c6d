import type { Author, DemoCommit } from '../history.ts';

const INES: Author = { name: 'Ines Falk', email: 'ines.falk@example.org' };
const OMAR: Author = { name: 'Omar Diallo', email: 'omar.diallo@example.org' };
const RUTH: Author = { name: 'Ruth Keller', email: 'ruth.keller@example.org' };

/** The commits of the job engine, oldest first. */
export const JOB_ENGINE_HISTORY: readonly DemoCommit[] = [
  {
    author: INES,
    date: '2026-02-02T09:30:00+01:00',
    message: 'Start Windlass: jobs and the states they go through',
    adds: [
      'README.md',
      'pyproject.toml',
      '.gitignore',
      'windlass/__init__.py',
      'windlass/settings.py',
      'windlass/jobs.py',
      'tests/test_jobs.py',
    ],
  },
  {
    author: OMAR,
    date: '2026-02-09T14:12:00+01:00',
    message: 'Let in nobody without a signed token, and write down what they do',
    adds: ['windlass/auth.py', 'windlass/audit.py', 'tests/test_auth.py'],
  },
  {
    author: INES,
    date: '2026-02-16T10:05:00+01:00',
    message: 'Make plans of what fits a schema',
    adds: ['windlass/schemas.py', 'windlass/urls.py', 'windlass/plans.py', 'tests/test_schemas.py'],
  },
  {
    author: INES,
    date: '2026-02-23T16:48:00+01:00',
    message: 'Run each step in a process that gets nothing',
    adds: ['windlass/sandbox.py', 'windlass/engine.py', 'tests/test_engine.py'],
  },
  {
    author: OMAR,
    date: '2026-03-02T11:20:00+01:00',
    message: 'Remember, encrypted and apart',
    adds: ['windlass/memory.py', 'tests/test_memory.py'],
  },
  {
    author: OMAR,
    date: '2026-03-06T17:02:00+01:00',
    message: 'Put everything behind one API',
    adds: [
      'windlass/api.py',
      'windlass/errors.py',
      'windlass/limits.py',
      'windlass/metrics.py',
      'tests/test_controls.py',
    ],
  },
  {
    author: RUTH,
    date: '2026-03-09T15:40:00+01:00',
    message: 'Write down the design review, who may do what, and what to do when something happens',
    adds: ['docs/design-review.md', 'docs/access.md', 'docs/incidents.md', 'docs/standards/'],
  },
  {
    author: INES,
    date: '2026-03-12T09:15:00+01:00',
    message: 'Look for holes with every change, and every night',
    adds: ['.github/', 'deploy/compose.yaml', 'requirements.lock'],
  },
  {
    author: RUTH,
    date: '2026-03-16T13:30:00+01:00',
    message: 'Argue that the engine may be left to run',
    adds: ['docs/assurance/job-engine.case.yaml'],
  },
  {
    author: OMAR,
    date: '2026-04-14T10:44:00+02:00',
    message: 'Rename get_job: it shows one, and gets nothing',
    patch: 'rename-get-job.patch',
  },
  {
    author: OMAR,
    date: '2026-05-04T16:31:00+02:00',
    message: 'Count a plan as five calls',
    patch: 'count-plans.patch',
  },
  {
    author: INES,
    date: '2026-05-18T09:08:00+02:00',
    message: 'Format the Python code',
    patch: 'format.patch',
  },
  {
    author: INES,
    date: '2026-06-01T14:55:00+02:00',
    message: 'Keep what is deployed in one folder',
    patch: 'move-lock.patch',
  },
  {
    author: RUTH,
    date: '2026-07-06T11:17:00+02:00',
    message: 'Judge the limits of sizes again: they hold',
    patch: 'judge-sizes.patch',
  },
  {
    author: RUTH,
    date: '2026-08-03T10:26:00+02:00',
    message: 'Write down that measurements may tell too much',
    patch: 'notice-measurements.patch',
  },
];
