import type { Found } from '../../evidence/resolve.ts';
import { message, say, sayCount } from '../../l10n/say.ts';
import type { EvidenceLink } from '../../model/case.ts';
import { baseName } from '../../model/paths.ts';
import { listNames } from '../../model/phrases.ts';
import type { Baseline, Target, Verdict } from '../../model/verdict.ts';
import type { FindBaseline } from './baseline/baseline.ts';
import type { JudgeContext } from './judge-context.ts';
import { asSentence, sayNamed } from './explain.ts';
import { judgeReviewedFolder } from './reviewed/judge-reviewed-folder.ts';
import { absentAtBaseline, referencePoint } from './baseline/reference.ts';
import type { Subject } from '../subject/subject.ts';
import { broken, verdict } from './verdicts.ts';
import { type ReferencePoint, type Unread, isUnread, thenAt, versionAt } from '../subject/versions.ts';
import { filesThen, membership, restsOfFolder } from '../subject/folder-history.ts';
import { judgeUnreadPast } from './unread.ts';

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
    const message = say(
      '{0} stands for {1} files, more than the {2} that are compared.',
      link.locator,
      found.paths.length,
      MOST_FILES,
    );
    return verdict('unknown', 'too-large', message, { targets });
  }
  const contains = membership(found);
  const rests = subject.history ? await restsOfFolder(found, subject.history) : [];
  const answer = await findBaseline(
    (changed) =>
      rests.some((path) => changed.has(path)) ||
      (found.form === 'folder' ? changed.hasBelow(found.path) : [...changed].some(contains)),
  );
  if (answer.kind === 'review') {
    const folder = { found, link, targets, now: await filesNow(found.paths, subject) };
    if (folder.now.size === 0) return allDeleted(link);
    return judgeReviewedFolder(folder, answer.record, context, (then) =>
      compareFiles(then, folder.now, { link, targets, point: { kind: 'head' } }, context),
    );
  }
  const point = referencePoint(answer, link, targets, context);
  if (!point || 'state' in point) return point;
  const then = subject.history && (await filesThen(found, point, subject.history));
  if (!then) return undefined;
  if (isUnread(then)) return judgeUnreadPast(then, found.path, targets, subject);
  const now = await filesNow(found.paths, subject);
  if (now.size === 0) return allDeleted(link);
  if (then.size === 0) {
    const was = { link, targets, point };
    return (await judgeOnceFile(found, was, context)) ?? absentAtBaseline(link, targets, point, context.now);
  }
  return compareFiles(then, now, { link, targets, point }, context);
}

function allDeleted({ locator }: EvidenceLink): Verdict {
  return broken('deleted', say('All files of {0} are deleted in the working tree.', locator));
}

/** A folder that stands where a file of the same name was judged; undefined where none was. */
async function judgeOnceFile(
  { form, path }: Found,
  { targets, point }: FolderQuestion,
  { subject }: JudgeContext,
): Promise<Verdict | undefined> {
  if (form !== 'folder') return undefined;
  const then = await thenAt(point, path, subject);
  if (!then || typeof then === 'string') return undefined;
  const head = point.kind === 'head' ? then : await thenAt({ kind: 'head' }, path, subject);
  const isCommitted = !head || typeof head === 'string';
  const baseline = point.kind === 'commit' ? { ...point.baseline, path: then.path } : undefined;
  const message = say('It was a file then, and is a folder now.');
  return verdict('stale', isCommitted ? 'changed' : 'uncommitted', message, {
    targets,
    ...(baseline && { baseline }),
  });
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
  let unread: Unread | undefined;
  const different: string[] = [];
  for (const path of new Set([...then.keys(), ...now.keys()])) {
    const kind = await compareOne(path, then.get(path), now.get(path), subject);
    if (kind === undefined) return undefined;
    if (kind === 'different') different.push(path);
    else if (kind === 'cosmetic') cosmetic = true;
    else if (isUnread(kind)) unread = kind;
  }
  if (different.length > 0) {
    const committed = await someCommitted(different, then, subject);
    if (committed === undefined) return undefined;
    const message = sayFiles(different, then, now);
    return verdict('stale', committed ? 'changed' : 'uncommitted', message, more);
  }
  if (unread) return judgeUnreadPast(unread, link.locator, targets, subject);
  if (cosmetic) {
    const message = say('The files of {0} changed in layout or comments only.', link.locator);
    return verdict('current', 'cosmetic', message, more);
  }
  const message = say('All files of {0} are what they were when the claim was judged.', link.locator);
  return verdict('current', 'unchanged', message, more);
}

/** `1 of its 3 files changed: b.ts; new: c.ts; gone: d.ts.` */
function sayFiles(
  different: readonly string[],
  then: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): string {
  const changed = different.filter((path) => then.has(path) && now.has(path));
  const added = different.filter((path) => !then.has(path));
  const removed = different.filter((path) => !now.has(path));
  return asSentence([
    ...(changed.length > 0 ? [sayChangedFiles(changed, now.size)] : []),
    ...sayNamed(message('new: {0}'), added.map(baseName)),
    ...sayNamed(message('gone: {0}'), removed.map(baseName)),
  ]);
}

function sayChangedFiles(changed: readonly string[], all: number): string {
  return sayCount(
    all,
    '{1} of its 1 file changed: {2}',
    '{1} of its {0} files changed: {2}',
    changed.length,
    listNames(changed.map(baseName), 4),
  );
}

/** How one file of a folder stands to the blob that it was; undefined where git may not be asked now. */
export async function compareOne(
  path: string,
  then: string | undefined,
  now: string | undefined,
  subject: Subject,
): Promise<'same' | 'cosmetic' | 'different' | Unread | undefined> {
  if (then === now) return 'same';
  if (subject.submodules.isClosed(path)) return 'no-submodule';
  if (then === undefined || now === undefined || subject.history?.submodules.has(path)) return 'different';
  const [before, after] = await Promise.all([
    versionAt({ path, oid: then }, subject),
    subject.contents.read(path),
  ]);
  if (before === undefined) return undefined;
  if (isUnread(before)) return before;
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
    if ((typeof head === 'string' ? undefined : head?.oid) !== then.get(path)) return true;
  }
  return false;
}

/** Path to blob id of the files that a folder or a glob stands for now. */
export async function filesNow(
  paths: readonly string[],
  { contents, history }: Subject,
): Promise<Map<string, string>> {
  const now = new Map<string, string>();
  await Promise.all(
    paths.map(async (path) => {
      const recorded = history?.submodules.get(path);
      if (recorded !== undefined) {
        now.set(path, recorded);
        return;
      }
      const id = await contents.id(path);
      if (id.kind === 'text' || id.kind === 'binary') now.set(path, id.oid);
    }),
  );
  return now;
}

function targetsOf(found: Found): Target[] {
  if (found.form === 'folder') return [{ path: found.path, startLine: 0, endLine: 0, whole: true }];
  return found.paths.map((path) => ({ path, startLine: 1, endLine: 1, whole: true }));
}
