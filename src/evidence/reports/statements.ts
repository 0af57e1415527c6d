import { say } from '../../l10n/say.ts';
import { type Json, type JsonObject, at, listOf, objectOf, textOf } from './json.ts';
import { type Statement, readTime } from './report.ts';

const TYPE = /^https:\/\/in-toto\.io\/Statement\//;
const COMMIT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
/** Keys of predicates of people's own that hold a commit. */
const COMMIT_KEY = /^(?:git_?|vcs_?|source_?)?(?:commit|sha|revision)(?:_?(?:id|sha|hash))?$/i;
/** How much of a predicate is looked through. */
const MOST_VALUES = 20_000;

/** Whether JSON is an in-toto statement. */
export function isStatement(value: Json): boolean {
  return TYPE.test(textOf(at(value, '_type')) ?? '');
}

/** Reads a statement, or says what it lacks (continues a sentence). */
export function readStatement(value: Json, isSigned: boolean, line: number): Statement | string {
  if (!isStatement(value)) return say('its "_type" is not that of an in-toto statement');
  const { subject, predicateType, predicate } = objectOf(value);
  if (!Array.isArray(subject) || subject.length === 0)
    return say('it is a statement about nothing: it has no "subject"');
  if (textOf(predicateType) === undefined) return say('it is a statement without a "predicateType"');
  const subjects = listOf(subject).map((one) => ({
    name: textOf(at(one, 'name')) ?? textOf(at(one, 'uri')) ?? '',
    digests: digestsOf(one),
  }));
  const time = timeOf(predicate);
  return {
    predicateType: predicateType as string,
    subjects,
    commits: [
      ...new Set([...subjects.flatMap(({ digests }) => commitsIn(digests)), ...commitsOf(predicate)]),
    ],
    isSigned,
    ...(time !== undefined && { at: time }),
    line,
  };
}

function digestsOf(value: Json): Map<string, string> {
  const entries = Object.entries(objectOf(at(value, 'digest')));
  return new Map(
    entries.flatMap(([algorithm, hex]) => (typeof hex === 'string' ? [[algorithm, hex.toLowerCase()]] : [])),
  );
}

function commitsIn(digests: ReadonlyMap<string, string>): string[] {
  return ['gitCommit', 'sha1'].flatMap((algorithm) => {
    const hex = digests.get(algorithm);
    return hex !== undefined && COMMIT_ID.test(hex) ? [hex] : [];
  });
}

/** Digests of what a build used, as SLSA 0.2 and 1 have them, and what other predicates call a commit. */
function commitsOf(predicate: Json | undefined): string[] {
  const used = [
    ...listOf(at(predicate, 'buildDefinition', 'resolvedDependencies')),
    ...listOf(at(predicate, 'materials')),
    at(predicate, 'invocation', 'configSource') ?? null,
  ];
  const found = used.flatMap((one) => commitsIn(digestsOf(one)));
  const waiting: Json[] = [predicate ?? null];
  for (let left = MOST_VALUES; left > 0 && waiting.length > 0; left--) {
    const value = waiting.pop()!;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value as JsonObject)) {
      if (typeof inner === 'string' && COMMIT_ID.test(inner) && COMMIT_KEY.test(key))
        found.push(inner.toLowerCase());
      else if (typeof inner === 'object' && inner !== null && waiting.length < MOST_VALUES)
        waiting.push(inner);
    }
  }
  return found;
}

/** When what is stated came to its end; else when it began. */
function timeOf(predicate: Json | undefined): string | undefined {
  const holders = [at(predicate, 'runDetails', 'metadata'), at(predicate, 'metadata'), predicate];
  for (const key of [
    'finishedOn',
    'buildFinishedOn',
    'scanFinishedOn',
    'startedOn',
    'buildStartedOn',
    'scanStartedOn',
    'timestamp',
  ]) {
    for (const holder of holders) {
      const time = readTime(at(holder, key));
      if (time !== undefined) return time;
    }
  }
  return undefined;
}
