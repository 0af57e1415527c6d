import type { Fragment } from '../../../evidence/fragment.ts';
import type { PathChange } from '../../../history/changes.ts';
import { ownLines } from '../../../history/merged-lines.ts';
import type { Change } from '../../../model/verdict.ts';
import type { Watch } from '../../../model/watch.ts';
import type { Subject } from '../../subject/subject.ts';
import { versionAt } from '../../subject/versions.ts';
import type { Version } from './compare.ts';

/** Beyond this many commits to one file, each counts without a look at what it did. */
const MOST_COMMITS = 100;

/** A part of a file, or all of it, and how much of it matters. */
interface WatchedFragment {
  readonly fragment?: Fragment | undefined;
  readonly watch?: Watch | undefined;
}

interface TracedPart extends WatchedFragment {
  readonly calledThen?: string | undefined;
}

/**
 * The commits that changed what a target means, newest first: of those that touched its file, the ones that did more than move or reformat
 * it. A range is followed from commit to commit, so that changes beside it do not count.
 *
 * @param commits those since the baseline, newest first
 * @param calledThen the symbol's name before them, where it has another one since
 */
export async function traceChanges(
  commits: readonly PathChange[],
  path: string,
  { fragment, watch, calledThen }: TracedPart,
  subject: Subject,
): Promise<Change[]> {
  const touching = alongRenames(commits, path);
  if (touching.length > MOST_COMMITS) return touching.map(toChange);
  const meaningful: Change[] = [];
  let followed: Fragment | undefined =
    calledThen === undefined ? fragment : { kind: 'symbol', name: calledThen };
  for (const change of [...touching].reverse()) {
    const verdict = await compareStep(change, { fragment: followed, watch }, subject);
    if (verdict.lines && followed?.kind === 'lines') followed = { kind: 'lines', ...verdict.lines };
    if (verdict.isGone) followed = fragment;
    if (verdict.meaningful) meaningful.unshift(toChange(change));
  }
  return meaningful;
}

/** Of some commits, newest first, those that touched a file, also under the names it had before. */
export function alongRenames(commits: readonly PathChange[], path: string): PathChange[] {
  const touching: PathChange[] = [];
  let name = path;
  for (const change of commits) {
    if (change.path !== name) continue;
    touching.push(change);
    name = change.oldPath ?? name;
  }
  return touching;
}

async function compareStep(
  change: PathChange,
  part: WatchedFragment,
  subject: Subject,
): Promise<{ meaningful: boolean; lines?: { start: number; end: number }; isGone?: boolean }> {
  const { before: oldOid, after: newOid, path, oldPath = path } = change;
  // A merge has several parents, and a file may be new to some of them.
  const old = (change.parents ?? [oldOid]).filter((oid) => oid !== undefined);
  if (old.length === 0 || newOid === undefined) return { meaningful: true };
  if (old.includes(newOid)) return { meaningful: false };
  const [after, ...befores] = await Promise.all([
    versionAt({ path, oid: newOid }, subject),
    ...old.map((oid) => versionAt({ path: oldPath, oid }, subject)),
  ]);
  if (!isVersion(after) || !befores.every(isVersion)) return { meaningful: true };
  const { fragment, watch } = part;
  const comparisons = await Promise.all(
    befores.map((before) => subject.comparer.compare(before, after, fragment, watch)),
  );
  const meaningful =
    comparisons.every(({ kind }) => kind === 'different' || kind === 'absent-before') &&
    (befores.length === 1 || (await isOwn(after, befores, fragment, subject)));
  const lines = comparisons.map((one) => ('lines' in one ? one.lines : undefined)).find(Boolean);
  // What has no lines any more has another name, or none.
  const isGone =
    fragment?.kind === 'symbol' && comparisons.some(({ kind }) => kind === 'different') && !lines;
  return { meaningful, ...(lines && { lines }), ...(isGone && { isGone }) };
}

/** Whether somebody who merged wrote something in a part of a file, and did not only bring together what others had. */
async function isOwn(
  merged: Version,
  parents: readonly Version[],
  fragment: Fragment | undefined,
  { comparer }: Subject,
): Promise<boolean> {
  const own = ownLines(
    merged.text,
    parents.map(({ text }) => text),
  );
  if (own.length === 0 || !fragment || fragment.kind === 'lines') return own.length > 0;
  const there = await comparer.locate(merged, fragment);
  if (there.kind !== 'lines') return true;
  return own.some(({ start, end }) => start <= there.endLine && end >= there.startLine);
}

function isVersion(version: Awaited<ReturnType<typeof versionAt>>): version is Version {
  return typeof version === 'object';
}

function toChange({ commit, author, date, summary, path }: PathChange): Change {
  return { commit, author, date, summary, path };
}
