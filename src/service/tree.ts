import type { EvidenceLink } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import type { Position } from '../model/text.ts';
import type { JudgedCase, JudgedNode } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { commentItems } from './tree-comments.ts';
import { sightOf } from './tree-filter.ts';
import { type Arranged, type Grouping, groupingOf } from './tree-grouping.ts';
import { groupItem, groupOf, rowsOf } from './tree-groups.ts';
import { type TreeContext, caseItem, childRows, isBelowMatch, nodeRow, nodeRowId } from './tree-items.ts';
import { keyAbove, kindKey, lastStep, stepsOf } from './tree-keys.ts';
import type { TreeOptions } from './tree-options.ts';
import { type Row, itemsOf, itemsOfPart, pathTo } from './tree-rows.ts';
import type { TreeItem } from './views.ts';

/*
 * The claim tree, a level at a time.
 */

/** The top of the tree, or what hangs directly under an item. Empty for keys of items that are gone. */
export function treeChildren(
  lookup: Lookup,
  parent: string | undefined,
  now: Date,
  options: TreeOptions = {},
): TreeItem[] {
  const context: TreeContext = { lookup, now, sight: sightOf(lookup, options) };
  const grouping = groupingOf(lookup, options);
  if (parent === undefined) return grouping ? grouping.top(context) : caseItems(context);
  const step = lastStep(parent);
  if (step.is === 'comments') return itemsOfComments(lookup, parent);
  return step.is === 'part'
    ? itemsOfPart(parent, levelOf(context, grouping, keyAbove(parent)), step.start)
    : itemsOf(parent, levelOf(context, grouping, parent));
}

/** All that hangs directly under an item, before it is made. */
function levelOf(context: TreeContext, grouping: Grouping | undefined, parent: string): Row[] {
  const { lookup } = context;
  const step = lastStep(parent);
  switch (step.is) {
    case 'case': {
      const one = lookup.caseOf(step.case);
      return one ? topRows(context, one) : [];
    }
    case 'kind': {
      const one = lookup.caseOf(step.case);
      const belowMatch = isBelowMatch(context, parent);
      const nodes = (one && groupOf(one, step.kind)?.nodes) ?? [];
      return nodes.flatMap((node) => nodeRow(context, { caseKey: step.case, node }, belowMatch));
    }
    case 'node': {
      const one = lookup.caseOf(step.case);
      const judged = one?.nodes.get(step.node);
      return one && judged ? childRows(context, parent, one, judged) : [];
    }
    case 'link':
    case 'part':
    case 'comments':
    case 'comment':
      return [];
    case 'state':
    case 'standard':
    case 'requirement':
      return grouping?.below(context, step) ?? [];
  }
}

/** The comments that share a row, below the innermost node of its key: between the two there may be a row that shares items. */
function itemsOfComments(lookup: Lookup, key: string): TreeItem[] {
  const step = stepsOf(key).findLast((each) => each.is === 'node');
  const one = step && lookup.caseOf(step.case);
  const judged = step && one?.nodes.get(step.node);
  return one && judged ? commentItems(lookup, key, one, judged) : [];
}

function caseItems({ lookup, sight }: TreeContext): TreeItem[] {
  const { cases } = lookup.snapshot;
  return (sight ? cases.filter((one) => sight.showsCase(one)) : cases).map(caseItem);
}

/** What stands at the top of a case, a kind of which there is much in a row of its own. */
function topRows(context: TreeContext, one: JudgedCase): Row[] {
  const belowMatch = isBelowMatch(context, one.key);
  return rowsOf(one).flatMap((row): Row[] => {
    if (typeof row === 'string') return nodeRow(context, { caseKey: one.key, node: row }, belowMatch);
    const made = kindItem(context, one, row, belowMatch);
    return made.map((item) => ({ id: row.kind, name: item.label, state: item.state, make: () => [item] }));
  });
}

function kindItem(
  { sight }: TreeContext,
  one: JudgedCase,
  group: Parameters<typeof groupItem>[1],
  belowMatch: boolean,
): TreeItem[] {
  const nodes = sight
    ? group.nodes.filter((node) => sight.showsNode(one.nodes.get(node)!, belowMatch))
    : group.nodes;
  if (nodes.length === 0) return [];
  const item = groupItem(one, { ...group, nodes }, kindKey(one.key, group.kind));
  return [sight?.mayUnfold ? { ...item, unfold: true } : item];
}

/**
 * The items from the top down to the locator, or else the innermost node, at a place of a claim file: as far as they are shown, and where the tree is
 * arranged otherwise than by case, from the row in which the place is found.
 */
export function treePath(
  lookup: Lookup,
  file: string,
  position: Position,
  now: Date,
  options: TreeOptions = {},
): TreeItem[] {
  const context: TreeContext = { lookup, now, sight: sightOf(lookup, options) };
  const around = lookup.nodeAround(file, position);
  const spot = lookup.spotAt(file, position);
  const one = around?.case ?? spot?.case;
  if (!one) return [];
  const link = spot ? spot.judged?.link : linkOnLine(one, file, position, around?.node);
  const start = link ? one.nodes.get(link.node ?? link.parent) : around?.node;
  const nodes: JudgedNode[] = [];
  for (let node = start; node && !nodes.includes(node); node = parentOf(one, node)) nodes.unshift(node);

  const { path, nodes: rest } = startOf(context, one, nodes, options);
  const ids = rest.map(({ node }) => nodeRowId({ caseKey: one.key, node: node.key }));
  const grouping = groupingOf(lookup, options);
  for (const id of link ? [...ids, link.key] : ids) {
    const above = path.at(-1);
    // An evidence node that is nothing but a name for its link is that link.
    if (!above?.expandable) break;
    const further = pathTo(above.key, levelOf(context, grouping, above.key), id);
    if (further.length === 0) break;
    path.push(...further);
  }
  return path;
}

/** The rows above nodes, of which each is above the next, and those of the nodes that are found below these rows. */
function startOf(
  context: TreeContext,
  one: JudgedCase,
  nodes: readonly JudgedNode[],
  options: TreeOptions,
): Arranged {
  const grouping = groupingOf(context.lookup, options);
  if (grouping) return grouping.find(context, one, nodes);
  if (context.sight && !context.sight.showsCase(one)) return { path: [], nodes: [] };
  const path = [caseItem(one)];
  const group = groupOf(one, nodes[0]?.node.kind);
  if (group?.nodes.includes(nodes[0]!.node.key))
    path.push(...kindItem(context, one, group, isBelowMatch(context, one.key)));
  return { path, nodes };
}

/** The first node of the same case that a node is written under, or else is referred to by. */
function parentOf(one: JudgedCase, { node, parents }: JudgedNode): JudgedNode | undefined {
  const above = node.parents[0] ?? parents.find(({ caseKey }) => caseKey === one.key)?.node;
  return above === undefined ? undefined : one.nodes.get(above);
}

/** The link on a line whose cursor stands before it, as at a list's dash; where a node begins on that line, it is the node that is meant. */
function linkOnLine(
  one: JudgedCase,
  file: string,
  { line }: Position,
  around: JudgedNode | undefined,
): EvidenceLink | undefined {
  if (around?.node.idRange.start.line === line) return undefined;
  const onLine = one.case.evidence.filter(
    (link) => link.range.start.line === line && fileOf(one, link) === file && one.links.has(link.key),
  );
  return onLine.length === 1 ? onLine[0] : undefined;
}
