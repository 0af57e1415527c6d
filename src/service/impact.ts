import { say, sayCount } from '../l10n/say.ts';
import { type Reason, worstState } from '../model/state.ts';
import type { NodeRef } from '../model/graph.ts';
import { summarize } from '../project/judging/explain.ts';
import type { Impact, LinkImpact, NodeImpact } from '../project/impact/impact.ts';
import { sayBase, sayDifference } from '../project/impact/say-impact.ts';
import type { JudgedCase } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { STEP, groupRow, linkRow, nodeRow, placeOf } from './side-items.ts';
import { subjectUri } from './uris.ts';
import type { Difference, ImpactAnswer, SideItem } from './views.ts';
import { nodeTitle } from './wording.ts';

/** The first step of all keys. */
const VIEW = 'my-changes';

/** The rows of *My Changes*: each claim that rests on a change, below it what changed and who inherits that. */
export function impactRows(lookup: Lookup, found: Impact, now: Date): ImpactAnswer {
  return {
    items: found.nodes.map((one) => claimRow(lookup, one, found, now)),
    base: found.revision === undefined ? 'HEAD' : sayBase(found),
    notices: found.problems,
  };
}

/** The state is that of what changed: the claim's own may be worse for another reason. */
function claimRow(lookup: Lookup, impact: NodeImpact, found: Impact, now: Date): SideItem {
  const { case: one, node, links, above } = impact;
  const key = [VIEW, one.key, node.node.key].join(STEP);
  const cited = links.some(({ judged }) => judged.link.cited);
  const state = cited
    ? worstState(links.flatMap(({ judged }) => (judged.link.cited ? [judged.verdict.state] : [])))
    : 'unknown';
  const rows = links.map((link) => changeRow(key, one, link, found, now));
  const inheriting = aboveRow(lookup, key, impact);
  return {
    ...nodeRow(one, node, {
      key,
      label: nodeTitle(node.node),
      description: homeOf(lookup, one),
      state,
      children: above.length > 0 && inheriting ? [...rows, inheriting] : rows,
    }),
    mention: !cited,
    unfold: true,
  };
}

function changeRow(parent: string, one: JudgedCase, impact: LinkImpact, found: Impact, now: Date): SideItem {
  const { judged, difference } = impact;
  const { link, verdict } = judged;
  const why = difference.kind === 'unknown' ? `: ${difference.why}` : '';
  const name = shortName(link.locator);
  const row = linkRow(
    one,
    judged,
    {
      key: [parent, '', link.key].join(STEP),
      label: name.part,
      description: [
        link.cited ? '' : say('mentioned'),
        `${sayDifference(difference)}${why}`,
        // That it changed is said already.
        CHANGED.has(verdict.reason) ? '' : summarize(verdict, now),
        name.path,
      ]
        .filter(Boolean)
        .join(' · '),
      state: verdict.state,
    },
    now,
  );
  const shown = differenceSince(one, impact, found);
  return shown ? { ...row, difference: shown } : row;
}

const CHANGED: ReadonlySet<Reason> = new Set(['changed', 'uncommitted']);

/** What tells a locator from others comes first, since what is last is cut off in a narrow side bar: the part of a file, or the file's name. */
function shortName(locator: string): { readonly part: string; readonly path: string } {
  const hash = locator.indexOf('#');
  if (hash > 0) return { part: locator.slice(hash + 1), path: locator.slice(0, hash) };
  const slash = locator.lastIndexOf('/', locator.length - 2);
  return slash < 0
    ? { part: locator, path: '' }
    : { part: locator.slice(slash + 1), path: locator.slice(0, slash + 1) };
}

/** What to compare to see what changed since the base, which need not be when the evidence was last judged. */
function differenceSince(
  one: JudgedCase,
  { judged: { link, verdict }, difference, base }: LinkImpact,
  found: Impact,
): Difference | undefined {
  const [target] = verdict.targets;
  if (difference.kind !== 'changed' || !difference.then || !target) return undefined;
  const { root } = one.subject;
  return {
    before: { root, commit: base, path: difference.then.path, blob: difference.then.oid },
    after: subjectUri(root, target.path),
    title: say('{0}: since {1}', link.locator, sayBase(found)),
    ...(verdict.state !== 'current' && { review: { case: one.key, link: link.key } }),
  };
}

/** The nodes above, which are in no better state than what they stand on. */
function aboveRow(
  lookup: Lookup,
  parent: string,
  { case: one, node, above }: NodeImpact,
): SideItem | undefined {
  const key = [parent, 'above'].join(STEP);
  const children = above.flatMap((ref) => inheritingRow(lookup, key, ref));
  const state = worstState(children.map((child) => child.state));
  const label = children.every(({ kind }) => kind === 'claim')
    ? sayCount(children.length, '{0} claim above inherits this', '{0} claims above inherit this')
    : sayCount(children.length, '{0} node above inherits this', '{0} nodes above inherit this');
  if (children.length === 0) return undefined;
  return groupRow({ key, label, description: '', state, children }, placeOf(one, node));
}

function inheritingRow(lookup: Lookup, parent: string, { caseKey, node: key }: NodeRef): SideItem[] {
  const one = lookup.caseOf(caseKey);
  const judged = one?.nodes.get(key);
  if (!one || !judged) return [];
  return [
    nodeRow(one, judged, {
      key: [parent, caseKey, key].join(STEP),
      label: nodeTitle(judged.node),
      description: homeOf(lookup, one),
      state: judged.state,
    }),
  ];
}

/** Which case a node is of, where there are several. */
function homeOf(lookup: Lookup, one: JudgedCase): string {
  return lookup.snapshot.cases.length > 1 ? say('in {0}', one.case.id) : '';
}
