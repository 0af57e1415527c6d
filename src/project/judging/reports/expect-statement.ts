import type { Statement, StatementsReport } from '../../../evidence/reports/report.ts';
import type { StatementExpectation } from '../../../model/expectation.ts';
import { count, listNames } from '../../../model/phrases.ts';
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
    const message = `whether it is about ${listNames(absent)} as ${absent.length === 1 ? 'it is' : 'they are'} now: build what is not there`;
    return outcome({ unsure: [message] });
  }
  const all = reports.flatMap(({ path, report }) =>
    report.statements.map((statement) => ({ path, statement, unmet: compare(expected, statement, facts) })),
  );
  const best = all.reduce<(typeof all)[number] | undefined>(
    (least, one) => (least && least.unmet.length <= one.unmet.length ? least : one),
    undefined,
  );
  if (!best) return outcome({ unmet: [{ reason: 'expectation', message: 'it holds no statement' }] });
  const { path, statement } = best;
  const among = all.length > 1 ? `of ${count(all.length, 'statement')} the best fitting: ` : '';
  const unmet: Unmet[] = best.unmet.map((message) => ({
    reason: 'expectation',
    message: among + message,
    path,
    line: statement.line,
  }));
  const subjects = listNames(
    statement.subjects.map(({ name }) => inShort(name, 60) || 'a subject without a name'),
  );
  const note = statement.isSigned ? 'Its signature is not verified.' : 'It is not signed.';
  return outcome({
    unmet,
    said: [...sayMet(expected), `a statement about ${subjects}`, statement.predicateType],
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
    unmet.push(`it states ${inShort(statement.predicateType, 80)}, not ${predicateType}`);
  }
  if (subjectName !== undefined || subjectDigest !== undefined) {
    const fits = statement.subjects.some(
      ({ name, digests }) =>
        (subjectName === undefined || name === subjectName) &&
        (subjectDigest === undefined || digests.get(subjectDigest.algorithm) === subjectDigest.value),
    );
    const digest = subjectDigest && `${subjectDigest.algorithm}:${subjectDigest.value.slice(0, 12)}…`;
    if (!fits) unmet.push(`it is not about ${[subjectName, digest].filter(Boolean).join(' with ')}`);
  }
  unmet.push(...files.flatMap((file) => compareFile(file, statement, facts.digests.get(file)!)));
  if (commit !== undefined) unmet.push(...compareCommit(commit, statement, facts.head));
  return unmet;
}

/** The file may have another name where the statement was made: its digest decides. */
function compareFile(file: string, { subjects }: Statement, digests: ReadonlyMap<string, string>): string[] {
  const isNamed = subjects.some((subject) =>
    [...digests].some(([algorithm, value]) => subject.digests.get(algorithm) === value),
  );
  if (isNamed) return [];
  const name = file.slice(file.lastIndexOf('/') + 1);
  const other = subjects.find((subject) => subject.name === file || subject.name.endsWith(name));
  if (other) return [`it is about another content of ${file}, which changed since or was made anew`];
  return [`it does not name the digest of ${file}, sha256:${digests.get('sha256')?.slice(0, 12)}…`];
}

function compareCommit(commit: string, { commits }: Statement, head: string | null): string[] {
  const wanted = commit === 'HEAD' ? head : commit;
  if (wanted !== null && commits.includes(wanted)) return [];
  const named =
    commits.length === 0 ? 'it names no commit' : `it names commit ${listNames(commits.map(short))}`;
  if (wanted === null) return [`${named}, and the repository has none`];
  return [`${named}, not ${commit === 'HEAD' ? `HEAD (${short(wanted)})` : short(wanted)}`];
}

function short(commit: string): string {
  return commit.slice(0, 8);
}

function sayMet({ commit, files, subjectDigest }: StatementExpectation): string[] {
  return [
    ...(files.length > 0 ? [`the digest of ${listNames(files)}`] : []),
    ...(subjectDigest ? [`${subjectDigest.algorithm}:${subjectDigest.value.slice(0, 12)}…`] : []),
    ...(commit !== undefined ? [`commit ${commit === 'HEAD' ? 'HEAD' : short(commit)}`] : []),
  ];
}
