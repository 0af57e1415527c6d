import { message, say } from '../l10n/say.ts';
import type { PlainValue } from './case.ts';
import type { ExpectationProblem, ExpectedDigest, StatementExpectation } from './expectation.ts';
import { normalizePath } from './paths.ts';

/** How many hexadecimal digits a digest has. */
const LENGTHS: Readonly<Record<string, readonly number[]>> = {
  sha1: [40],
  sha256: [64],
  sha384: [96],
  sha512: [128],
  gitCommit: [40, 64],
};

const HOW = message(
  'Write `subject: sha256:…` with all its digits, or `subject: {name: …, digest: sha256:…}`.',
);

/** Reads `subject`: a digest, or an object of a name, a digest, or both. */
export function readDigest(
  value: PlainValue,
  problems: ExpectationProblem[],
): Pick<StatementExpectation, 'subjectName' | 'subjectDigest'> {
  const wrong = (path: readonly string[]): void => {
    problems.push({
      path,
      what: 'wrong-type',
      message: `${say('That is no subject of a statement.')} ${say(HOW)}`,
    });
  };
  const digest = (text: PlainValue | undefined, path: readonly string[]): ExpectedDigest | undefined => {
    const parsed = typeof text === 'string' ? parseDigest(text) : undefined;
    if (!parsed) wrong(path);
    return parsed;
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const subjectDigest = digest(value, ['subject']);
    return subjectDigest ? { subjectDigest } : {};
  }
  const map = value as { readonly [key: string]: PlainValue };
  for (const key of Object.keys(map)) {
    if (key === 'name' || key === 'digest') continue;
    const message = `${say('`{0}` is not a key of {1} and is not checked.', key, '`subject`')} ${say('Allowed are: {0}.', 'name, digest')}`;
    problems.push({ path: ['subject', key], what: 'unknown-key', message });
  }
  const { name } = map;
  const isName = typeof name === 'string' && name !== '';
  if (name !== undefined ? !isName : map['digest'] === undefined) wrong(['subject']);
  const subjectDigest =
    map['digest'] === undefined ? undefined : digest(map['digest'], ['subject', 'digest']);
  return { ...(isName && { subjectName: name }), ...(subjectDigest && { subjectDigest }) };
}

function parseDigest(text: string): ExpectedDigest | undefined {
  const [, algorithm = '', value = ''] = /^(\w{1,12}):([0-9A-Fa-f]{1,128})$/.exec(text) ?? [];
  if (!Object.hasOwn(LENGTHS, algorithm) || !LENGTHS[algorithm]!.includes(value.length)) return undefined;
  return { algorithm, value: value.toLowerCase() };
}

/** Reads `file`: one path or several, relative to the subject's root and never outside it. */
export function readExpectedFiles(value: PlainValue, problems: ExpectationProblem[]): string[] {
  const paths: readonly PlainValue[] = Array.isArray(value) ? (value as readonly PlainValue[]) : [value];
  return paths.flatMap((path, i) => {
    const normal =
      typeof path === 'string' && !/^[/\\~]|^\w:|\\/.test(path) ? normalizePath(path) : undefined;
    if (normal) return [normal];
    const message = say(
      '`file` must be the path of a file from the root of the repository, or a list of them.',
    );
    problems.push({ path: Array.isArray(value) ? ['file', i] : ['file'], what: 'wrong-type', message });
    return [];
  });
}
