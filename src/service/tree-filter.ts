import { isTakenAsGiven } from '../model/taken-as-given.ts';
import type { NodeState } from '../model/state.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { ownerOfLink, ownersOfNode } from './owners.ts';
import { holderOf, withAncestors } from './tree-ancestors.ts';
import { ATTENTION, type TreeMatches, type TreeOptions, isFiltering } from './tree-options.ts';

/*
 * Which items of the claim tree a filter shows. All of it is found once for a snapshot and a filter, in a time that grows with the argument; whether an
 * item is shown is then looked up.
 */

/** What a filter shows. An item is a *match* if all parts of the filter are true of it. */
export interface Sight {
  readonly matches: number;
  /** So few matches that what stands above them may be unfolded. */
  readonly mayUnfold: boolean;
  /** Nothing is asked for but words. */
  readonly onlyWords: boolean;
  isMatch(part: JudgedCase | JudgedNode | JudgedLink): boolean;
  /** Whether a case is shown: it is a match, or has one. */
  showsCase(one: JudgedCase): boolean;
  /** Whether a node is shown. @param belowMatch something above it, in this place, is a match */
  showsNode(judged: JudgedNode, belowMatch: boolean): boolean;
  showsLink(judged: JudgedLink, belowMatch: boolean): boolean;
  /** Whether there are matches further down. */
  leadsToMatch(judged: JudgedNode): boolean;
}

/** Beyond as many matches a person sees more with the branches folded, and the editor would ask for each of them. */
const MOST_UNFOLDED = 200;

const sights = new WeakMap<Lookup, { readonly filter: string; readonly sight: Sight }>();

/** What a filter shows; undefined for one that leaves nothing out. */
export function sightOf(lookup: Lookup, options: TreeOptions): Sight | undefined {
  if (!isFiltering(options)) return undefined;
  const filter = JSON.stringify({ ...options, groupBy: undefined });
  const known = sights.get(lookup);
  if (known?.filter === filter) return known.sight;
  const sight = look(lookup, options);
  sights.set(lookup, { filter, sight });
  return sight;
}

type Part = JudgedCase | JudgedNode | JudgedLink;

function look(lookup: Lookup, options: TreeOptions): Sight {
  const has = testsOf(options);
  const words = wordsOf(options);
  // Who looks for a case by its id does not mean each of its nodes.
  const isQualified = words.some((word) => word.includes('/'));
  const named = ({ case: { id: name } }: JudgedCase, id: string): string =>
    isQualified ? `${name}/${id}` : id;
  const matches = new Set<Part>();
  /** True of them is all but the words: below a match for words one wants to see the rest, too. */
  const fitting = new Set<Part>();
  const fit = new Set<JudgedNode>();
  const above = new Set<JudgedNode>();
  const cases = new Set<JudgedCase>();
  const take = (part: Part, said: () => string): boolean => {
    fitting.add(part);
    const isMatch = words.length === 0 || holdsAll(said(), words);
    if (isMatch) matches.add(part);
    return isMatch;
  };

  const matching = new Set<JudgedNode>();
  for (const one of lookup.snapshot.cases) {
    // A case by itself has a name, and nothing else that is not said of its nodes.
    if (words.length > 0 && holdsAll(`${one.case.id} ${one.case.title}`, words)) matches.add(one);
    for (const judged of one.nodes.values()) {
      if (onlyLink(one, judged) || !has.node(one, judged)) continue;
      fit.add(judged);
      const { id, text, derived } = judged.node;
      if (take(judged, () => (derived ? text : `${named(one, id)} ${text}`))) matching.add(judged);
    }
    for (const judged of one.links.values()) {
      const holder = holderOf(one, judged);
      if (!holder || !has.link(judged)) continue;
      const { node } = holder;
      fit.add(holder);
      const said = (): string => {
        const isNamed = node.kind === 'evidence' && !node.derived;
        return `${isNamed ? `${named(one, node.id)} ${node.text}` : ''} ${judged.link.locator}`;
      };
      if (take(judged, said)) above.add(holder);
    }
  }
  const number = [...matches].filter((part) => !('case' in part)).length;
  const fits = words.length === 0 ? undefined : withAncestors(lookup, fit);
  const leads = withAncestors(lookup, [...matching, ...above]);
  const leadsFurther = withAncestors(lookup, [...above, ...parentsOf(lookup, matching)]);
  for (const one of lookup.snapshot.cases) if (some(one, leads) || matches.has(one)) cases.add(one);
  return {
    matches: number,
    mayUnfold: number <= MOST_UNFOLDED,
    onlyWords: !isFiltering({ ...options, text: '' }),
    isMatch: (part) => matches.has(part),
    showsCase: (one) => cases.has(one),
    showsNode: (judged, belowMatch) => leads.has(judged) || (belowMatch && fits?.has(judged) === true),
    showsLink: (judged, belowMatch) => matches.has(judged) || (belowMatch && fitting.has(judged)),
    leadsToMatch: (judged) => leadsFurther.has(judged),
  };
}

/** What is asked of nodes and links besides words. */
function testsOf({ states = [], attention = false, owners = [] }: TreeOptions) {
  const wanted = new Set(states);
  const people = new Set(owners.map(fold));
  const isWanted = (state: NodeState): boolean =>
    (wanted.size === 0 || wanted.has(state)) && (!attention || ATTENTION.has(state));
  const asksForState = wanted.size > 0 || attention;
  return {
    node: (one: JudgedCase, judged: JudgedNode): boolean =>
      (!asksForState || (isWanted(judged.state) && !isTakenAsGiven(judged.node, judged))) &&
      (people.size === 0 || ownersOfNode(one, judged).some((name) => people.has(fold(name)))),
    // What is only mentioned does not count, so that its state says nothing about the argument.
    link: (judged: JudgedLink): boolean =>
      (!asksForState || (judged.link.cited && isWanted(judged.verdict.state))) &&
      (people.size === 0 || people.has(fold(ownerOfLink(judged) ?? ''))),
  };
}

function wordsOf({ text = '' }: TreeOptions): readonly string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

function holdsAll(said: string, words: readonly string[]): boolean {
  const folded = fold(said);
  return words.every((word) => folded.includes(word));
}

function fold(text: string): string {
  return text.toLowerCase();
}

function parentsOf(lookup: Lookup, nodes: Iterable<JudgedNode>): JudgedNode[] {
  const found: JudgedNode[] = [];
  for (const { parents } of nodes) {
    for (const { caseKey, node } of parents) {
      const above = lookup.caseOf(caseKey)?.nodes.get(node);
      if (above) found.push(above);
    }
  }
  return found;
}

function some({ nodes }: JudgedCase, among: ReadonlySet<JudgedNode>): boolean {
  for (const judged of nodes.values()) if (among.has(judged)) return true;
  return false;
}

/** The link of an evidence node that is nothing but a name for it, and is shown as that link. */
export function onlyLink(one: JudgedCase, { node, links, children }: JudgedNode): JudgedLink | undefined {
  const alone = node.kind === 'evidence' && links.length === 1 && children.length === 0;
  return alone ? one.links.get(links[0]!) : undefined;
}

const totals = new WeakMap<Lookup, Omit<TreeMatches, 'matches'>>();

/** How much a filter shows, and what there is to choose among. */
export function treeMatches(lookup: Lookup, options: TreeOptions): TreeMatches {
  const total = totals.get(lookup) ?? countAll(lookup);
  totals.set(lookup, total);
  return { ...total, matches: sightOf(lookup, options)?.matches ?? total.of };
}

function countAll({ snapshot }: Lookup): Omit<TreeMatches, 'matches'> {
  const states: Partial<Record<NodeState, number>> = {};
  const owners = new Map<string, number>();
  let of = 0;
  const count = (state: NodeState | undefined, people: readonly string[]): void => {
    of++;
    if (state !== undefined) states[state] = (states[state] ?? 0) + 1;
    for (const name of people) owners.set(name, (owners.get(name) ?? 0) + 1);
  };
  for (const one of snapshot.cases) {
    for (const judged of one.nodes.values()) {
      if (onlyLink(one, judged)) continue;
      count(isTakenAsGiven(judged.node, judged) ? undefined : judged.state, ownersOfNode(one, judged));
    }
    for (const judged of one.links.values()) {
      const owner = ownerOfLink(judged);
      count(judged.link.cited ? judged.verdict.state : undefined, owner === undefined ? [] : [owner]);
    }
  }
  const byCount = [...owners].map(([name, number]) => ({ name, count: number }));
  byCount.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  return { of, states, owners: byCount };
}
