import type { EvidenceState, Reason } from '../../src/model/state.ts';
import type { Git } from '../../src/ports/git.ts';
import type { JudgedCase, JudgedLink, Snapshot } from '../../src/project/snapshot.ts';

/** What is said of one link at one commit: by Warrant, and by a comparison of the bytes of whole files with the same baseline. */
export interface JudgedAt {
  readonly case: string;
  readonly node: string;
  readonly locator: string;
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

/** Judges all links of a snapshot that have something to compare, mentions included; broken ones are left out. */
export async function judgeAt(snapshot: Snapshot, commit: string, git: Git): Promise<JudgedAt[]> {
  const links = snapshot.cases.flatMap((one) =>
    [...one.links.values()].filter(isCompared).map((judged) => ({ one, judged })),
  );
  const names = links.flatMap(({ judged }) => namesOf(judged, commit));
  const objects = await git.info(names);
  return links.map(({ one, judged }, i) => {
    const [then, now] = [objects[2 * i]?.oid, objects[2 * i + 1]?.oid];
    return describe(one, judged, then, now);
  });
}

function isCompared({ link, verdict }: JudgedLink): boolean {
  return (verdict.state === 'current' || verdict.state === 'stale') && link.expect === undefined;
}

/** Without a baseline the evidence never changed while its claim was there: both names are of the same object. */
function namesOf({ verdict }: JudgedLink, commit: string): [string, string] {
  const { baseline, targets } = verdict;
  const path = commonFolder(targets.map((target) => target.path));
  const now = `${commit}:${path}`;
  if (!baseline) return [now, now];
  return [
    `${baseline.commit}:${targets.length === 1 && targets[0]!.endLine > 0 ? baseline.path : path}`,
    now,
  ];
}

function describe(
  one: JudgedCase,
  { link, verdict }: JudgedLink,
  then: string | undefined,
  now: string | undefined,
): JudgedAt {
  const { state, reason, baseline, targets } = verdict;
  return {
    case: one.case.id,
    node: one.nodes.get(link.parent)?.node.id ?? link.parent,
    locator: link.locator,
    state,
    reason,
    bytesDiffer: then !== now,
    ...(baseline && { baseline: baseline.commit, pathThen: baseline.path }),
    ...(targets[0] && { pathNow: targets[0].path }),
    ...(then !== undefined && { then }),
    ...(now !== undefined && { now }),
  };
}

/** The file itself, or for several the folder that holds them all. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  if (others.length === 0) return first;
  let segments = first.split('/').slice(0, -1);
  for (const path of others) {
    const own = path.split('/');
    const differs = segments.findIndex((segment, i) => segment !== own[i]);
    if (differs >= 0) segments = segments.slice(0, differs);
  }
  return segments.join('/');
}
