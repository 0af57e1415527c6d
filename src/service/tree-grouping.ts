import { type Message, message, say, sayCount } from '../l10n/say.ts';
import { fileOf } from '../model/file-of.ts';
import { push } from '../model/multimap.ts';
import { type Standard, findRequirement, findStandard, splitRequirement } from '../model/standard.ts';
import { NODE_STATES, type NodeState, worstState } from '../model/state.ts';
import { stateWord } from '../model/state-words.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import type { JudgedCase, JudgedNode } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { type NodeOfCase, nodeOf } from './tree-ancestors.ts';
import { type TreeContext, nodeRow } from './tree-items.ts';
import { type Step, requirementKey, standardKey, stateKey } from './tree-keys.ts';
import type { TreeOptions } from './tree-options.ts';
import type { Row } from './tree-rows.ts';
import { toUri } from './uris.ts';
import type { TreeItem } from './views.ts';
import { escapeMarkdown } from './wording.ts';

/*
 * Other ways to arrange the claim tree at its top than by case. What stands in each row is found once for a snapshot.
 */

/** The rows above some nodes, and those of the nodes that stand below them. */
export interface Arranged {
  readonly path: TreeItem[];
  readonly nodes: readonly JudgedNode[];
}

/** A way to arrange the tree at its top. */
export interface Grouping {
  top(context: TreeContext): TreeItem[];
  /** What is below one of its rows. */
  below(context: TreeContext, step: Step): Row[];
  /** Where nodes, of which each stands above the next, are found; no rows where they are in none. */
  find(context: TreeContext, one: JudgedCase, nodes: readonly JudgedNode[]): Arranged;
}

/** How the tree is arranged; undefined where it is by case. */
export function groupingOf(lookup: Lookup, { groupBy }: TreeOptions): Grouping | undefined {
  if (groupBy === 'state') return byState(known(BY_STATE, lookup, originsByState));
  if (groupBy === 'standard') return byStandard(known(BY_STANDARD, lookup, satisfyingByStandard));
  return undefined;
}

const BY_STATE = new WeakMap<Lookup, ReadonlyMap<NodeState, readonly NodeOfCase[]>>();
const BY_STANDARD = new WeakMap<Lookup, Standards>();

function known<T>(memory: WeakMap<Lookup, T>, lookup: Lookup, make: (lookup: Lookup) => T): T {
  const value = memory.get(lookup) ?? make(lookup);
  memory.set(lookup, value);
  return value;
}

/** The nodes that have a state, worst first: of those that only take it over from a node below, that one is listed. */
function originsByState(lookup: Lookup): ReadonlyMap<NodeState, readonly NodeOfCase[]> {
  const found = new Map<NodeState, NodeOfCase[]>(NODE_STATES.map((state) => [state, []]));
  for (const one of lookup.snapshot.cases) {
    for (const judged of one.nodes.values())
      if (isOrigin(lookup, judged)) found.get(judged.state)!.push({ case: one, judged });
  }
  return found;
}

function isOrigin(lookup: Lookup, judged: JudgedNode): boolean {
  if (!isListed(judged)) return false;
  return !judged.children.some((ref) => {
    const child = nodeOf(lookup, ref)?.judged;
    return child !== undefined && child.state === judged.state && isListed(child);
  });
}

/** What is taken for granted has no state to speak of, and evidence is seen below what it supports. */
function isListed(judged: JudgedNode): boolean {
  const { node, parents } = judged;
  return !isTakenAsGiven(node, judged) && (node.kind !== 'evidence' || parents.length === 0);
}

/** What is listed under a state. */
const BEGINS: Readonly<Record<NodeState, Message>> = {
  broken: message('What rests on a link that is broken, where it begins.'),
  failing: message('What rests on evidence that speaks against it, where it begins.'),
  stale: message('What rests on evidence that changed since it was judged, where it begins.'),
  challenged: message(
    'What is attacked, or rests on what is attacked, and nothing answers that, where it begins.',
  ),
  undeveloped: message('What has nothing that supports it yet, where it begins.'),
  unreviewed: message('What rests on evidence that nobody has judged yet, where it begins.'),
  unknown: message('What rests on something that could not be judged, where it begins.'),
  current: message('What holds: all evidence below is current, where it begins.'),
};

function byState(origins: ReadonlyMap<NodeState, readonly NodeOfCase[]>): Grouping {
  const row = (context: TreeContext, state: NodeState): TreeItem[] => {
    const nodes = shown(context, origins.get(state) ?? []);
    if (nodes.length === 0) return [];
    const number = sayCount(nodes.length, '{0} item', '{0} items');
    const name = capital(stateWord(state));
    return [
      gathered(context, stateKey(state), name, state, nodes, {
        tooltip: `**${name}** · ${number}\n\n${say(BEGINS[state])}`,
        accessibilityLabel: `${name}, ${number}`,
        description: String(nodes.length),
      }),
    ];
  };
  return {
    top: (context) => NODE_STATES.flatMap((state) => row(context, state)),
    below: (context, step) =>
      step.is === 'state' ? rowsOf(context, origins.get(step.state as NodeState) ?? []) : [],
    find(context, _one, nodes) {
      const at = nodes.findLastIndex((judged) => isOrigin(context.lookup, judged));
      const judged = nodes[at];
      return judged ? { path: row(context, judged.state), nodes: nodes.slice(at) } : NOWHERE;
    },
  };
}

const NOWHERE: Arranged = { path: [], nodes: [] };

/** The nodes that satisfy each requirement, by standard, both in their order. Requirements that nobody names are left out. */
type Standards = ReadonlyMap<string, ReadonlyMap<string, readonly NodeOfCase[]>>;

function satisfyingByStandard(lookup: Lookup): Standards {
  const byName = new Map<string, NodeOfCase[]>();
  for (const one of lookup.snapshot.cases) {
    for (const judged of one.nodes.values())
      for (const name of new Set(judged.node.satisfies.map(({ requirement }) => requirement)))
        push(byName, name, { case: one, judged });
  }
  const { standards } = lookup.snapshot;
  const places = new Map(standards.flatMap(placesIn));
  const names = [...byName.keys()].sort(
    (a, b) => (places.get(a) ?? Infinity) - (places.get(b) ?? Infinity) || compare(a, b),
  );
  const found = new Map<string, Map<string, readonly NodeOfCase[]>>();
  for (const name of names) {
    const standard = standardOf(name);
    const requirements = found.get(standard) ?? new Map<string, readonly NodeOfCase[]>();
    found.set(standard, requirements.set(name, byName.get(name)!));
  }
  return found;
}

function placesIn({ id, requirements }: Standard, at: number): [string, number][] {
  return requirements.map((requirement, i) => [`${id}:${requirement.id}`, at * 1e6 + i]);
}

/** Numbers within names by their value, so that `V10` comes behind `V2`. */
function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function standardOf(name: string): string {
  return splitRequirement(name)?.standard ?? name;
}

function byStandard(standards: Standards): Grouping {
  const standardRow = (context: TreeContext, id: string): TreeItem[] => {
    const requirements = [...(standards.get(id) ?? [])].map(([, nodes]) => shown(context, nodes));
    const named = requirements.filter((nodes) => nodes.length > 0);
    if (named.length === 0) return [];
    const title = titleOf(findStandard(context.lookup.snapshot.standards, id)) ?? id;
    const number = sayCount(named.length, '{0} requirement', '{0} requirements');
    const nodes = named.flat();
    const state = worstOf(nodes);
    return [
      gathered(context, standardKey(id), title, state, nodes, {
        tooltip: `**${escapeMarkdown(title)}** · ${stateWord(state)}\n\n${sayNamed(named.length)}`,
        accessibilityLabel: [say('Standard'), title, stateWord(state), number].join(', '),
        description: number,
      }),
    ];
  };
  const requirementRow = (context: TreeContext, name: string): TreeItem[] => {
    const standard = standardOf(name);
    const nodes = shown(context, standards.get(standard)?.get(name) ?? []);
    if (nodes.length === 0) return [];
    const found = findRequirement(context.lookup.snapshot.standards, name)?.requirement;
    const label = found ? `${found.id} ${found.title}`.trim() : (splitRequirement(name)?.requirement ?? name);
    const state = worstOf(nodes);
    const number = sayCount(nodes.length, '{0} claim', '{0} claims');
    const heading = escapeMarkdown(`${name} ${found?.title ?? ''}`.trim());
    return [
      gathered(context, requirementKey(standard, name), label, state, nodes, {
        tooltip: `**${heading}** · ${stateWord(state)}\n\n${saySatisfying(nodes.length)}`,
        accessibilityLabel: [say('Requirement'), label, stateWord(state), number].join(', '),
        description: String(nodes.length),
      }),
    ];
  };
  return {
    top: (context) => [...standards.keys()].flatMap((id) => standardRow(context, id)),
    below(context, step) {
      if (step.is === 'standard')
        return [...(standards.get(step.standard)?.keys() ?? [])].flatMap((name) =>
          requirementRow(context, name).map((item) => ({
            id: name,
            name,
            state: item.state,
            make: () => [item],
          })),
        );
      if (step.is !== 'requirement') return [];
      return rowsOf(context, standards.get(standardOf(step.requirement))?.get(step.requirement) ?? []);
    },
    find(context, _one, nodes) {
      const at = nodes.findLastIndex(({ node }) => node.satisfies.length > 0);
      const name = nodes[at]?.node.satisfies[0]?.requirement;
      if (name === undefined) return NOWHERE;
      const path = [...standardRow(context, standardOf(name)), ...requirementRow(context, name)];
      return { path, nodes: nodes.slice(at) };
    },
  };
}

function sayNamed(requirements: number): string {
  return sayCount(
    requirements,
    '{0} requirement that the argument says it satisfies.',
    '{0} requirements that the argument says it satisfies.',
  );
}

function saySatisfying(claims: number): string {
  return sayCount(claims, '{0} claim that satisfies it.', '{0} claims that satisfy it.');
}

/** With its version, since a case may name several. */
function titleOf(standard: Standard | undefined): string | undefined {
  if (!standard) return undefined;
  const { title, version = '' } = standard;
  return title.includes(version) ? title : `${title} ${version}`;
}

function worstOf(nodes: readonly NodeOfCase[]): NodeState {
  return worstState(nodes.map(({ judged }) => judged.state));
}

function shown({ sight }: TreeContext, nodes: readonly NodeOfCase[]): readonly NodeOfCase[] {
  return sight ? nodes.filter(({ judged }) => sight.showsNode(judged, false)) : nodes;
}

function rowsOf(context: TreeContext, nodes: readonly NodeOfCase[]): Row[] {
  return nodes.flatMap(({ case: one, judged }) =>
    nodeRow(context, { caseKey: one.key, node: judged.node.key }, false),
  );
}

/** A row that gathers nodes. Choosing it leads to the first of them. */
function gathered(
  { sight }: TreeContext,
  key: string,
  label: string,
  state: NodeState,
  [first]: readonly NodeOfCase[],
  said: Pick<TreeItem, 'description' | 'tooltip' | 'accessibilityLabel'>,
): TreeItem {
  const { case: one, judged } = first!;
  const { range, idRange } = judged.node;
  return {
    key,
    kind: 'group',
    label,
    state,
    mention: false,
    ...said,
    ...(sight?.mayUnfold && { unfold: true as const }),
    expandable: true,
    source: { uri: toUri(fileOf(one, judged.node)), range, selectionRange: idRange },
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
