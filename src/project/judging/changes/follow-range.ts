import type { Fragment } from '../../../evidence/fragment.ts';
import type { PathLocator } from '../../../evidence/locator.ts';
import { formatLocator } from '../../../evidence/locator.ts';
import type { PathChange } from '../../../history/changes.ts';
import { say } from '../../../l10n/say.ts';
import type { EvidenceLink } from '../../../model/case.ts';
import type { Target, Verdict } from '../../../model/verdict.ts';
import type { Subject } from '../../subject/subject.ts';
import { thenAt, versionAt } from '../../subject/versions.ts';
import type { Comparison, Version } from './compare.ts';
import { current } from '../file-verdicts.ts';
import { alongRenames } from './trace-changes.ts';

/** How many commits a range is followed through. */
const MOST_STEPS = 500;

/** A link to lines of a file. */
export interface RangeLink {
  readonly link: EvidenceLink;
  readonly locator: PathLocator;
  /** The lines that were judged. */
  readonly fragment: Fragment | undefined;
}

/**
 * Lines that seem to have changed, in a file of which little is left as it was, may be the same all the same: from one commit to the next they can still be
 * told. Gives the verdict where they are the same at each step, else undefined. No process: the commits were asked for to explain the change.
 *
 * @param commits those since the baseline, newest first
 */
export async function followThroughCommits(
  found: Verdict,
  { link, locator, fragment }: RangeLink,
  commits: readonly PathChange[],
  subject: Subject,
): Promise<Verdict | undefined> {
  const { baseline } = found;
  const path = found.targets[0]?.path;
  if (fragment?.kind !== 'lines' || found.reason !== 'changed' || !baseline || path === undefined)
    return undefined;
  const then = await thenAt({ kind: 'commit', baseline }, path, subject);
  const head = await thenAt({ kind: 'head' }, path, subject);
  if (!then || typeof then === 'string' || !head || typeof head === 'string') return undefined;
  const steps = chain(alongRenames(commits, path), baseline.blob ?? then.oid, head.oid);
  // One step is what was compared already.
  if (steps.length < 2) return undefined;
  const followed = await follow(steps, fragment, link, subject);
  if (!followed) return undefined;
  const now = await compareWithNow({ path, oid: head.oid }, followed.lines, link, subject);
  if (now === undefined) return undefined;
  const lines = (now !== 'same' && now.lines) || followed.lines;
  const targets: Target[] = [{ path, startLine: lines.start, endLine: lines.end, whole: false }];
  if (now !== 'same' && now.kind === 'different') {
    return { ...found, reason: 'uncommitted', uncommitted: false, targets };
  }
  const isCosmetic = followed.isCosmetic || (now !== 'same' && now.kind === 'cosmetic');
  const moved = lines.start !== fragment.start || lines.end !== fragment.end;
  const verdict = current(isCosmetic ? 'cosmetic' : moved ? 'shifted' : 'unchanged', link, targets, baseline);
  if (isCosmetic || !moved) return verdict;
  const there = formatLocator({ ...locator, fragment: { kind: 'lines', ...lines } });
  return { ...verdict, suggestions: [{ locator: there, why: say('where its lines are now') }] };
}

/** The changes that lead from one blob to another, oldest first; none where no row of them does. */
function chain(changes: readonly PathChange[], from: string, to: string): PathChange[] {
  const byBefore = new Map<string, PathChange[]>();
  for (const change of changes) {
    if (change.before === undefined || change.after === undefined) continue;
    byBefore.set(change.before, [...(byBefore.get(change.before) ?? []), change]);
  }
  const reached = new Map<string, PathChange | undefined>([[from, undefined]]);
  for (const oid of reached.keys()) {
    if (oid === to) break;
    for (const change of byBefore.get(oid) ?? []) {
      if (!reached.has(change.after!)) reached.set(change.after!, change);
    }
  }
  const steps: PathChange[] = [];
  for (let step = reached.get(to); step; step = reached.get(step.before!)) steps.unshift(step);
  return steps;
}

/** Where the lines are after all steps, if none of them changed what they mean. */
async function follow(
  steps: readonly PathChange[],
  fragment: Extract<Fragment, { kind: 'lines' }>,
  { watch }: EvidenceLink,
  subject: Subject,
): Promise<{ readonly lines: { start: number; end: number }; readonly isCosmetic: boolean } | undefined> {
  if (steps.length > MOST_STEPS) return undefined;
  let lines = { start: fragment.start, end: fragment.end };
  let isCosmetic = false;
  for (const { path, oldPath = path, before, after } of steps) {
    const [old, now] = await Promise.all([
      versionAt({ path: oldPath, oid: before! }, subject),
      versionAt({ path, oid: after! }, subject),
    ]);
    if (!isVersion(old) || !isVersion(now)) return undefined;
    const step = await subject.comparer.compare(old, now, { kind: 'lines', ...lines }, watch);
    if (!isSame(step)) return undefined;
    isCosmetic ||= step.kind === 'cosmetic';
    lines = step.lines;
  }
  return { lines, isCosmetic };
}

/** How lines at HEAD stand to the working tree; undefined where that cannot be said. */
async function compareWithNow(
  head: { readonly path: string; readonly oid: string },
  lines: { start: number; end: number },
  { watch }: EvidenceLink,
  subject: Subject,
): Promise<(Comparison & { lines?: { start: number; end: number } }) | 'same' | undefined> {
  const now = await subject.contents.read(head.path);
  if (now.kind !== 'text') return undefined;
  if (now.oid === head.oid) return 'same';
  const before = await versionAt(head, subject);
  if (!isVersion(before)) return undefined;
  const comparison = await subject.comparer.compare(before, now, { kind: 'lines', ...lines }, watch);
  return comparison.kind === 'absent-before' ? undefined : comparison;
}

function isVersion(version: Awaited<ReturnType<typeof versionAt>>): version is Version {
  return typeof version === 'object';
}

function isSame(step: Comparison): step is {
  readonly kind: 'same' | 'cosmetic' | 'shifted';
  readonly lines: { start: number; end: number };
} {
  return step.kind !== 'absent-before' && step.kind !== 'different' && step.lines !== undefined;
}
