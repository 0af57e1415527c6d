import type { Fragment } from '../../evidence/fragment.ts';
import type { PathChange } from '../../history/changes.ts';
import type { Change } from '../../model/verdict.ts';
import type { Watch } from '../../model/watch.ts';
import type { Subject } from '../subject/subject.ts';
import { versionAt } from '../subject/versions.ts';

/** Beyond this many commits to one file, each counts without a look at what it did. */
const MOST_COMMITS = 100;

/**
 * The commits that changed what a target means, newest first: of those that touched its file, the ones that did more than move or reformat
 * it. A range is followed from commit to commit, so that changes beside it do not count.
 *
 * @param commits those since the baseline, newest first
 */
export async function traceChanges(
  commits: readonly PathChange[],
  path: string,
  { fragment, watch }: { readonly fragment?: Fragment; readonly watch?: Watch },
  subject: Subject,
): Promise<Change[]> {
  const touching = alongRenames(commits, path);
  if (touching.length > MOST_COMMITS) return touching.map(toChange);
  const meaningful: Change[] = [];
  let followed = fragment;
  for (const change of [...touching].reverse()) {
    const verdict = await compareStep(change, { fragment: followed, watch }, subject);
    if (verdict.lines && followed?.kind === 'lines') followed = { kind: 'lines', ...verdict.lines };
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
  { fragment, watch }: { readonly fragment?: Fragment; readonly watch?: Watch },
  subject: Subject,
): Promise<{ meaningful: boolean; lines?: { start: number; end: number } }> {
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
  return 'lines' in comparison && comparison.lines ? { meaningful, lines: comparison.lines } : { meaningful };
}

function toChange({ commit, author, date, summary, path }: PathChange): Change {
  return { commit, author, date, summary, path };
}
