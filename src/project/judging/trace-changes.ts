import type { Fragment } from '../../evidence/fragment.ts';
import type { PathChange } from '../../history/changes.ts';
import type { Change } from '../../model/verdict.ts';
import type { Watch } from '../../model/watch.ts';
import type { Subject } from '../subject/subject.ts';
import { versionAt } from '../subject/versions.ts';

/** Beyond this many commits to one file, each counts without a look at what it did. */
const MOST_COMMITS = 100;

/** A part of a file, or all of it, and how much of it matters. */
interface TracedPart {
  readonly fragment?: Fragment;
  readonly watch?: Watch;
  readonly calledThen?: string;
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
  { fragment, watch }: Pick<TracedPart, 'fragment' | 'watch'>,
  subject: Subject,
): Promise<{ meaningful: boolean; lines?: { start: number; end: number }; isGone?: boolean }> {
  const { before: oldOid, after: newOid } = change;
  if (oldOid === undefined || newOid === undefined) return { meaningful: true };
  if (oldOid === newOid) return { meaningful: false };
  const [before, after] = await Promise.all([
    versionAt({ path: change.oldPath ?? change.path, oid: oldOid }, subject),
    versionAt({ path: change.path, oid: newOid }, subject),
  ]);
  if (!before || !after || typeof before === 'string' || typeof after === 'string')
    return { meaningful: true };
  const comparison = await subject.comparer.compare(before, after, fragment, watch);
  const meaningful = comparison.kind === 'different' || comparison.kind === 'absent-before';
  // What has no lines any more has another name, or none.
  if (comparison.kind === 'different' && fragment?.kind === 'symbol' && !comparison.lines)
    return { meaningful, isGone: true };
  return 'lines' in comparison && comparison.lines ? { meaningful, lines: comparison.lines } : { meaningful };
}

function toChange({ commit, author, date, summary, path }: PathChange): Change {
  return { commit, author, date, summary, path };
}
