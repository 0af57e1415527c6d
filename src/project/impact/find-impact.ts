import { say } from '../../l10n/say.ts';
import { push } from '../../model/multimap.ts';
import type { NodeRef } from '../../model/graph.ts';
import { EVIDENCE_STATES } from '../../model/state.ts';
import { GitError } from '../../ports/git.ts';
import { inTurns } from '../judging/in-turns.ts';
import type { JudgedCase, Snapshot } from '../snapshot.ts';
import type { Subject } from '../subject/subject.ts';
import type { Base, NoBase } from './base.ts';
import { linkComparer } from './compare-link.ts';
import type { Impact, LinkImpact, NodeImpact } from './impact.ts';

/**
 * Finds which claims rest on what changed since a base: every link is compared by what it names with what that was, whatever its baseline is. Of git it
 * takes a constant number of processes.
 *
 * @param revision as a person writes it; its last common commit with HEAD is the base. HEAD, if left out
 */
export async function findImpact(
  snapshot: Snapshot,
  subjects: readonly Subject[],
  openBase: (subject: Subject, revision?: string) => Promise<Base | NoBase>,
  revision?: string,
): Promise<Impact> {
  const byKey = new Map(snapshot.cases.map((one) => [one.key, one]));
  const bySubject = new Map<string, JudgedCase[]>();
  for (const one of snapshot.cases) push(bySubject, one.subject.root, one);
  const bases: { root: string; commit: string }[] = [];
  const problems: string[] = [];
  const nodes: NodeImpact[] = [];
  let untouched = 0;
  for (const [root, cases] of bySubject) {
    const subject = subjects.find((known) => known.root === root);
    if (!subject) continue;
    try {
      const base = await openBase(subject, revision);
      if ('problem' in base) {
        problems.push(base.problem);
        continue;
      }
      bases.push({ root, commit: base.commit });
      for (const one of cases) {
        const found = await compareCase(one, subject, base);
        untouched += found.untouched;
        nodes.push(...found.nodes.map((node) => ({ ...node, above: nodesAbove(byKey, one, node) })));
      }
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      problems.push(say('git gave no answer in {0}: {1}', root, error.message));
    }
  }
  nodes.sort((a, b) => rank(a.links[0]!) - rank(b.links[0]!));
  return {
    ...(revision !== undefined && { revision }),
    bases,
    nodes,
    untouched,
    problems: [...new Set(problems)],
  };
}

type Found = Omit<NodeImpact, 'above'>;

/** The nodes of a case that rest on a difference, in the order of the document. */
async function compareCase(
  one: JudgedCase,
  subject: Subject,
  base: Base,
): Promise<{ readonly nodes: readonly Found[]; readonly untouched: number }> {
  const comparer = linkComparer(subject, base);
  const links = [...one.links.values()];
  const compared = await inTurns(links, (judged) => comparer.compare(one, judged));
  const byNode = new Map<string, LinkImpact[]>();
  let untouched = 0;
  links.forEach((judged, at) => {
    const difference = compared[at]!;
    if (difference === 'untouched' && judged.link.cited) untouched++;
    if (typeof difference !== 'string')
      push(byNode, judged.link.parent, { judged, difference, base: base.commit });
  });
  const nodes = [...byNode].flatMap(([key, found]): Found[] => {
    const node = one.nodes.get(key);
    return node ? [{ case: one, node, links: found.sort((a, b) => rank(a) - rank(b)) }] : [];
  });
  return { nodes, untouched };
}

/** Worst first: what is cited before what is only mentioned, then by state, and of one state what is lost before what changed. */
function rank({ judged: { link, verdict }, difference }: LinkImpact): number {
  const kind = KINDS.indexOf(difference.kind);
  return (link.cited ? 0 : 1000) + EVIDENCE_STATES.indexOf(verdict.state) * 10 + kind;
}

const KINDS = ['lost', 'changed', 'added', 'unknown'] as const;

/** All that stands above a node, the nearest first. */
function nodesAbove(cases: ReadonlyMap<string, JudgedCase>, one: JudgedCase, { node }: Found): NodeRef[] {
  const start = { caseKey: one.key, node: node.node.key };
  const seen = new Set([idOf(start)]);
  const above: NodeRef[] = [];
  for (let open: readonly NodeRef[] = [start]; open.length > 0;) {
    const next = open.flatMap((ref) => cases.get(ref.caseKey)?.nodes.get(ref.node)?.parents ?? []);
    open = next.filter((ref) => !seen.has(idOf(ref)) && seen.add(idOf(ref)));
    above.push(...open);
  }
  return above;
}

function idOf({ caseKey, node }: NodeRef): string {
  return `${caseKey}\0${node}`;
}
