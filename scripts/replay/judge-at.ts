import type { EvidenceState, Reason } from '../../src/model/state.ts';
import type { JudgedCase, JudgedLink, Snapshot } from '../../src/project/snapshot.ts';
import { objectIds } from './object-ids.ts';

/** What is said of one link at one commit: by Warrant, and by a comparison of the bytes of whole files with the same baseline. */
export interface JudgedAt {
  readonly case: string;
  readonly node: string;
  readonly locator: string;
  /** 1-based: a document may write the same locator in the same node more than once. */
  readonly occurrence: number;
  /** False for a mention. */
  readonly cited: boolean;
  readonly state: EvidenceState;
  readonly reason: Reason;
  /** Some file that the link leads to is not what it was at the baseline. */
  readonly bytesDiffer: boolean;
  /** The commit at which it was last judged, where it had to be found. */
  readonly baseline?: string;
  readonly pathThen?: string;
  readonly pathNow?: string;
  /** The objects compared. */
  readonly then?: string;
  readonly now?: string;
}

/** All links of a commit: those that have something to compare, mentions included, and how many others there are, by their reason. */
export interface LinksAt {
  readonly compared: readonly JudgedAt[];
  readonly leftOut: Readonly<Record<string, number>>;
}

/** The same file or folder at two times, as git names it. */
interface Pair {
  readonly then: string;
  readonly now: string;
}

/**
 * Judges all links of a snapshot; what is broken, was never judged, is unknown or is a report has nothing to compare.
 *
 * @param folder where the snapshot's commit is checked out
 */
export async function judgeAt(snapshot: Snapshot, commit: string, folder: string): Promise<LinksAt> {
  const all = snapshot.cases.flatMap((one) => [...one.links.values()].map((judged) => ({ one, judged })));
  const leftOut: Record<string, number> = {};
  for (const { judged } of all) {
    if (isCompared(judged)) continue;
    const why = `${judged.verdict.state}/${judged.verdict.reason}`;
    leftOut[why] = (leftOut[why] ?? 0) + 1;
  }
  const links = all
    .filter(({ judged }) => isCompared(judged))
    .map((one) => ({ ...one, pairs: pairsOf(one.judged, commit) }));
  const names = links.flatMap(({ pairs }) => pairs.flatMap(({ then, now }) => [then, now]));
  const found = await objectIds(folder, names);
  const oids = new Map(names.map((name, i) => [name, found[i]]));
  const seen = new Map<string, number>();
  const compared = links.map(({ one, judged, pairs }) => {
    const objects = pairs.map(({ then, now }) => ({ then: oids.get(then), now: oids.get(now) }));
    const differs = objects.find(({ then, now }) => then !== now);
    const described = describe(one, judged, differs ?? objects[0], differs !== undefined);
    const key = JSON.stringify([described.case, described.node, described.locator]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return { ...described, occurrence };
  });
  return { compared, leftOut };
}

function isCompared({ link, verdict }: JudgedLink): boolean {
  return (verdict.state === 'current' || verdict.state === 'stale') && link.expect === undefined;
}

/** Without a baseline the evidence never changed while its claim was there: both names are of the same object. */
function pairsOf({ verdict: { baseline, targets } }: JudgedLink, commit: string): Pair[] {
  return targets.map(({ path, endLine }) => {
    const now = `${commit}:${path}`;
    if (!baseline) return { then: now, now };
    // A folder's or a glob's baseline has no path of its own; a file may have been renamed since.
    const isFile = targets.length === 1 && endLine > 0 && !/[*?{[]/.test(baseline.path);
    return { then: `${baseline.commit}:${isFile ? baseline.path : path}`, now };
  });
}

function describe(
  one: JudgedCase,
  { link, verdict }: JudgedLink,
  objects: { readonly then: string | undefined; readonly now: string | undefined } | undefined,
  bytesDiffer: boolean,
): Omit<JudgedAt, 'occurrence'> {
  const { state, reason, baseline, targets } = verdict;
  const { then, now } = objects ?? {};
  return {
    case: one.case.id,
    node: one.nodes.get(link.parent)?.node.id ?? link.parent,
    locator: link.locator,
    cited: link.cited,
    state,
    reason,
    bytesDiffer,
    ...(baseline && { baseline: baseline.commit, pathThen: baseline.path }),
    ...(targets[0] && { pathNow: targets[0].path }),
    ...(then !== undefined && { then }),
    ...(now !== undefined && { now }),
  };
}
