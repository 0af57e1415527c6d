import { globMatcher } from '../../evidence/glob.ts';
import type { Found } from '../../evidence/resolve.ts';
import type { EvidenceLink } from '../../model/case.ts';
import { listNames } from '../../model/phrases.ts';
import { baseName } from '../../model/paths.ts';
import type { Baseline, Target, Verdict } from '../../model/verdict.ts';
import type { FindBaseline } from './baseline.ts';
import type { JudgeContext } from './judge-context.ts';
import { absentAtBaseline, referencePoint } from './reference.ts';
import type { Subject } from '../subject/subject.ts';
import { broken, verdict } from './verdicts.ts';
import { type ReferencePoint, thenAt, versionAt } from '../subject/versions.ts';

/** Folders and globs of more files than this are not compared. */
const MOST_FILES = 5000;

/** Judges a link to a folder or a glob, which stands for all files in it. */
export async function judgeFolder(
  found: Found,
  link: EvidenceLink,
  findBaseline: FindBaseline,
  context: JudgeContext,
): Promise<Verdict | undefined> {
  const { subject } = context;
  const targets = targetsOf(found);
  if (found.paths.length > MOST_FILES) {
    const message = `${link.locator} stands for ${found.paths.length} files, more than the ${MOST_FILES} that are compared.`;
    return verdict('unknown', 'too-large', message, { targets });
  }
  const contains = membership(found);
  const answer = await findBaseline((changed) =>
    found.form === 'folder' ? changed.hasBelow(found.path) : [...changed].some(contains),
  );
  const point = referencePoint(answer, link, targets, context);
  if (!point || 'state' in point) return point;
  const then = await filesThen(found, point, subject);
  if (!then) return undefined;
  const now = await filesNow(found.paths, subject);
  if (now.size === 0)
    return broken('deleted', `All files of ${link.locator} are deleted in the working tree.`);
  if (then.size === 0) return absentAtBaseline(link, targets, point, context.now);
  return compareFiles(then, now, { link, targets, point }, context);
}

interface FolderQuestion {
  readonly link: EvidenceLink;
  readonly targets: readonly Target[];
  readonly point: ReferencePoint;
}

async function compareFiles(
  then: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  { link, targets, point }: FolderQuestion,
  { subject }: JudgeContext,
): Promise<Verdict | undefined> {
  const baseline: Baseline | undefined =
    point.kind === 'commit' ? { ...point.baseline, path: link.locator } : undefined;
  const more = { targets, ...(baseline ? { baseline } : {}) };
  let cosmetic = false;
  const different: string[] = [];
  for (const path of new Set([...then.keys(), ...now.keys()])) {
    const kind = await compareOne(path, then.get(path), now.get(path), subject);
    if (kind === undefined) return undefined;
    if (kind === 'different') different.push(path);
    else if (kind === 'cosmetic') cosmetic = true;
  }
  if (different.length > 0) {
    const committed = await someCommitted(different, then, subject);
    if (committed === undefined) return undefined;
    const names = listNames(different.map(baseName), 4);
    const message = `${different.length} of its ${Math.max(then.size, now.size)} files changed: ${names}.`;
    return verdict('stale', committed ? 'changed' : 'uncommitted', message, more);
  }
  return cosmetic
    ? verdict('current', 'cosmetic', `The files of ${link.locator} changed in layout or comments only.`, more)
    : verdict(
        'current',
        'unchanged',
        `All files of ${link.locator} are what they were when the claim was judged.`,
        more,
      );
}

async function compareOne(
  path: string,
  then: string | undefined,
  now: string | undefined,
  subject: Subject,
): Promise<'same' | 'cosmetic' | 'different' | undefined> {
  if (then === now) return 'same';
  if (then === undefined || now === undefined) return 'different';
  const [before, after] = await Promise.all([
    versionAt({ path, oid: then }, subject),
    subject.contents.read(path),
  ]);
  if (before === undefined) return undefined;
  if (typeof before === 'string' || after.kind !== 'text') return 'different';
  const { kind } = await subject.comparer.compare(before, after, undefined);
  return kind === 'same' || kind === 'cosmetic' ? kind : 'different';
}

/** Whether one of some files that differ from the baseline differs from it at HEAD too. */
async function someCommitted(
  paths: readonly string[],
  then: ReadonlyMap<string, string>,
  subject: Subject,
): Promise<boolean | undefined> {
  for (const path of paths) {
    const head = await thenAt({ kind: 'head' }, path, subject);
    if (head === undefined) return undefined;
    if ((head?.oid ?? undefined) !== then.get(path)) return true;
  }
  return false;
}

/** Path to blob id at the reference point. */
async function filesThen(
  found: Found,
  point: ReferencePoint,
  { history }: Subject,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (!history) return undefined;
  // The whole of HEAD is listed anyway.
  const entries =
    point.kind === 'commit'
      ? await history.tree(point.baseline.commit, found.form === 'folder' ? found.path : '')
      : await history.tree(history.facts.head, '');
  const contains = membership(found);
  return entries && new Map(entries.filter(({ path }) => contains(path)).map(({ path, oid }) => [path, oid]));
}

async function filesNow(paths: readonly string[], { contents }: Subject): Promise<Map<string, string>> {
  const now = new Map<string, string>();
  await Promise.all(
    paths.map(async (path) => {
      const id = await contents.id(path);
      if (id.kind === 'text' || id.kind === 'binary') now.set(path, id.oid);
    }),
  );
  return now;
}

/** Whether a path, of now or of then, is among the files meant. */
function membership(found: Found): (path: string) => boolean {
  if (found.form === 'folder') return (path) => found.path === '' || path.startsWith(`${found.path}/`);
  const matches = globMatcher(found.path);
  // Where the pattern matches none of what it found, its brackets are parts of names.
  return found.paths.some(matches) ? matches : globMatcher(found.path, true);
}

function targetsOf(found: Found): Target[] {
  if (found.form === 'folder') return [{ path: found.path, startLine: 0, endLine: 0, whole: true }];
  return found.paths.map((path) => ({ path, startLine: 1, endLine: 1, whole: true }));
}
