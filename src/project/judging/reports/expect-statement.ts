import { say, sayCount } from '../../../l10n/say.ts';
import type { Statement, StatementsReport } from '../../../evidence/reports/report.ts';
import type { StatementExpectation } from '../../../model/expectation.ts';
import { listNames } from '../../../model/phrases.ts';
import { inShort } from '../../../evidence/reports/report.ts';
import { type Outcome, type Placed, type Unmet, outcome } from './outcome.ts';

/** What a statement is compared with. */
export interface StatementFacts {
  /** HEAD of the subject; null where there is none. */
  readonly head: string | null;
  /** Digests of the files that the expectation names, as they are now, by algorithm; undefined for those that are not there. */
  readonly digests: ReadonlyMap<string, ReadonlyMap<string, string> | undefined>;
}

/** Looks for one statement that says all that is expected. */
export function expectStatement(
  expected: StatementExpectation,
  reports: readonly Placed<StatementsReport>[],
  facts: StatementFacts,
): Outcome {
  const absent = expected.files.filter((file) => facts.digests.get(file) === undefined);
  if (absent.length > 0) {
    const message = sayCount(
      absent.length,
      'whether it is about {1} as it is now: build what is not there',
      'whether it is about {1} as they are now: build what is not there',
      listNames(absent),
    );
    return outcome({ unsure: [message] });
  }
  const all = reports.flatMap(({ path, report }) =>
    report.statements.map((statement) => ({ path, statement, unmet: compare(expected, statement, facts) })),
  );
  const best = all.reduce<(typeof all)[number] | undefined>(
    (least, one) => (least && least.unmet.length <= one.unmet.length ? least : one),
    undefined,
  );
  if (!best) return outcome({ unmet: [{ reason: 'expectation', message: say('it holds no statement') }] });
  const { path, statement } = best;
  const unmet: Unmet[] = best.unmet.map((message) => ({
    reason: 'expectation',
    message: all.length > 1 ? say('of {0} statements the best fitting: {1}', all.length, message) : message,
    path,
    line: statement.line,
  }));
  const subjects = listNames(
    statement.subjects.map(({ name }) => inShort(name, 60) || say('a subject without a name')),
  );
  const note = statement.isSigned ? say('Its signature is not verified.') : say('It is not signed.');
  return outcome({
    unmet,
    said: [...sayMet(expected), say('a statement about {0}', subjects), statement.predicateType],
    notes: [note],
  });
}

function compare(
  { subjectName, subjectDigest, commit, files, predicateType }: StatementExpectation,
  statement: Statement,
  facts: StatementFacts,
): string[] {
  const unmet: string[] = [];
  if (predicateType !== undefined && predicateType !== statement.predicateType) {
    unmet.push(say('it states {0}, not {1}', inShort(statement.predicateType, 80), predicateType));
  }
  if (subjectName !== undefined || subjectDigest !== undefined) {
    const fits = statement.subjects.some(
      ({ name, digests }) =>
        (subjectName === undefined || name === subjectName) &&
        (subjectDigest === undefined || digests.get(subjectDigest.algorithm) === subjectDigest.value),
    );
    const digest = subjectDigest && `${subjectDigest.algorithm}:${subjectDigest.value.slice(0, 12)}…`;
    if (!fits) unmet.push(sayNotAbout(subjectName, digest));
  }
  unmet.push(...files.flatMap((file) => compareFile(file, statement, facts.digests.get(file)!)));
  if (commit !== undefined) unmet.push(...compareCommit(commit, statement, facts.head));
  return unmet;
}

function sayNotAbout(name: string | undefined, digest: string | undefined): string {
  return name !== undefined && digest !== undefined
    ? say('it is not about {0} with {1}', name, digest)
    : say('it is not about {0}', name ?? digest ?? '');
}

/** The file may have another name where the statement was made: its digest decides. */
function compareFile(file: string, { subjects }: Statement, digests: ReadonlyMap<string, string>): string[] {
  const isNamed = subjects.some((subject) =>
    [...digests].some(([algorithm, value]) => subject.digests.get(algorithm) === value),
  );
  if (isNamed) return [];
  const name = file.slice(file.lastIndexOf('/') + 1);
  const other = subjects.find((subject) => subject.name === file || subject.name.endsWith(name));
  if (other) return [say('it is about another content of {0}, which changed since or was made anew', file)];
  const digest = `sha256:${digests.get('sha256')?.slice(0, 12)}…`;
  return [say('it does not name the digest of {0}, {1}', file, digest)];
}

function compareCommit(commit: string, { commits }: Statement, head: string | null): string[] {
  const wanted = commit === 'HEAD' ? head : commit;
  if (wanted !== null && commits.includes(wanted)) return [];
  const named = listNames(commits.map(short));
  if (wanted === null)
    return [
      named === ''
        ? say('it names no commit, and the repository has none')
        : say('it names commit {0}, and the repository has none', named),
    ];
  const meant = commit === 'HEAD' ? `HEAD (${short(wanted)})` : short(wanted);
  return [
    named === ''
      ? say('it names no commit, not {0}', meant)
      : say('it names commit {0}, not {1}', named, meant),
  ];
}

function short(commit: string): string {
  return commit.slice(0, 8);
}

function sayMet({ commit, files, subjectDigest }: StatementExpectation): string[] {
  return [
    ...(files.length > 0 ? [say('the digest of {0}', listNames(files))] : []),
    ...(subjectDigest ? [`${subjectDigest.algorithm}:${subjectDigest.value.slice(0, 12)}…`] : []),
    ...(commit !== undefined ? [say('commit {0}', commit === 'HEAD' ? 'HEAD' : short(commit))] : []),
  ];
}
