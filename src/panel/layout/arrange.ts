import type { DiagramRelation, DiagramRelationKind } from '../../model/diagram.ts';
import { isDefeater, isSupportable } from '../../model/kinds.ts';
import { push } from '../../model/multimap.ts';
import type { VisibleDiagram } from '../graph/visible.ts';

/*
 * What is put together before anything has a place. The layout engine then sees few, large boxes, which it arranges from the top down: a node
 * with its context beside it and its leaves in a list below it is one, and so are many leaves of a node that has other children too.
 */

/** A node with what stands beside it and what hangs below it in a list. */
export interface ElementBlock {
  readonly is: 'element';
  readonly key: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** From the top down; what attacks it last. */
  readonly list: readonly ListItem[];
}

export interface ListItem {
  readonly kind: DiagramRelationKind;
  readonly block: ElementBlock;
}

/** Leaves that hang under one node in the same way, beside other children of it. */
export interface ColumnsBlock {
  readonly is: 'columns';
  readonly parent: string;
  readonly kind: DiagramRelationKind;
  readonly keys: readonly string[];
}

export type Block = ElementBlock | ColumnsBlock;

export interface Arrangement {
  /** In the order in which they should stand, as far as that can be. */
  readonly blocks: readonly Block[];
  /** The relations that the layout engine draws. */
  readonly relations: readonly DiagramRelation[];
}

/** So many leaves beside other children are put in columns; claims rather stand side by side, as people draw them. */
const MANY_LEAVES = 2;
const MANY_CLAIMS = 5;
/** The most nodes in a list of lists, unless it is to be dense: what attacks, with what answers it. */
const SMALL_ITEM = 3;
/** A diagram with more nodes is packed closely: context is listed with the rest, and what has a short list is itself put in a list. */
const DENSE = 150;

/** How much may be put in a list, in nodes. */
interface Limits {
  /** The most items; more leaves than this are no list but columns. */
  readonly items: number;
  /** The most in one item, and in the whole of it. */
  readonly item: number;
  readonly list: number;
}

/** A list should not get much longer than a screen or two. */
const LIMITS: Limits = { items: 8, item: 12, list: 40 };
/** With more nodes, the picture is many screens high anyway; without longer lists it would be a hundred times as wide as high. */
const HUGE = 1500;
const LIMITS_IF_HUGE: Limits = { items: 24, item: 30, list: 120 };

/** Puts together what belongs together. Linear. */
export function arrange({ nodes, relations }: VisibleDiagram): Arrangement {
  const isDense = nodes.length > DENSE;
  const limits = nodes.length > HUGE ? LIMITS_IF_HUGE : LIMITS;
  const tables = tablesOf(relations);
  const { below, above } = tables;
  const ownLeaf = (key: string): boolean => !below.has(key) && above.get(key)?.length === 1;
  const kindOf = new Map(nodes.map(({ key, kind }) => [key, kind]));
  const away = new Set(nodes.flatMap((node) => (node.away === undefined ? [] : [node.key])));
  const sides = isDense ? NO_SIDES : sidesOf(nodes, tables);
  const kindsBelow = (key: string): readonly DiagramRelation[] =>
    attacksLast((below.get(key) ?? []).filter(({ to }) => !sides.beside.has(to)));

  // From the leaves up, so that a list can hold what has a list itself.
  const elements = new Map<string, ElementBlock>();
  const sizes = new Map<string, number>();
  const listed = new Set<string>();
  for (const key of bottomUp(
    nodes.map((node) => node.key),
    below,
  )) {
    const children = kindsBelow(key);
    const size = (list: readonly DiagramRelation[]): number =>
      list.reduce((sum, { to }) => sum + (sizes.get(to) ?? 1), 1);
    const isItem = ({ to }: DiagramRelation): boolean => {
      if (above.get(to)?.length !== 1) return false;
      const number = sizes.get(to) ?? Infinity;
      if (isDense) return number <= limits.item;
      const kind = kindOf.get(to)!;
      return kind === 'evidence' || away.has(to) ? number === 1 : isDefeater(kind) && number <= SMALL_ITEM;
    };
    const mayList = !sides.beside.has(key) && !sides.branching.has(key);
    const isList =
      mayList &&
      children.length > 0 &&
      children.length <= limits.items &&
      children.every(isItem) &&
      (children.length === 1 || size(children) <= limits.list);
    const list = isList ? children.map(({ to, kind }): ListItem => ({ kind, block: elements.get(to)! })) : [];
    for (const { block } of list) listed.add(block.key);
    // What has something beside it takes more room than a place in a list.
    const isAlone = !sides.left.has(key) && !sides.right.has(key);
    const isWhole = isAlone && (isList || children.length === 0);
    if (isWhole) sizes.set(key, size(children));
    elements.set(key, {
      is: 'element',
      key,
      left: sides.left.get(key) ?? [],
      right: sides.right.get(key) ?? [],
      list,
    });
  }

  const columns = new Map<string, ColumnsBlock>();
  for (const { key } of nodes) {
    const groups = new Map<DiagramRelationKind, string[]>();
    for (const { kind, to } of kindsBelow(key)) if (ownLeaf(to) && !listed.has(to)) push(groups, kind, to);
    for (const [kind, keys] of groups) {
      const isClaims = keys.some((each) => isSupportable(kindOf.get(each)!));
      if (keys.length < (isClaims ? MANY_CLAIMS : MANY_LEAVES)) continue;
      for (const each of keys) columns.set(each, { is: 'columns', parent: key, kind, keys });
    }
  }

  const roots = nodes.map(({ key }) => key).filter((key) => !above.has(key));
  return {
    blocks: order(roots, below).flatMap((key): Block[] => {
      if (sides.beside.has(key) || listed.has(key)) return [];
      const group = columns.get(key);
      if (group) return group.keys[0] === key ? [group] : [];
      return [elements.get(key)!];
    }),
    relations: relations.filter(({ to }) => !sides.beside.has(to) && !listed.has(to) && !columns.has(to)),
  };
}

interface Tables {
  readonly below: ReadonlyMap<string, readonly DiagramRelation[]>;
  readonly above: ReadonlyMap<string, readonly DiagramRelation[]>;
}

function tablesOf(relations: readonly DiagramRelation[]): Tables {
  const below = new Map<string, DiagramRelation[]>();
  const above = new Map<string, DiagramRelation[]>();
  for (const relation of relations) {
    push(below, relation.from, relation);
    push(above, relation.to, relation);
  }
  return { below, above };
}

interface Sides {
  readonly left: ReadonlyMap<string, readonly string[]>;
  readonly right: ReadonlyMap<string, readonly string[]>;
  readonly beside: ReadonlySet<string>;
  /** Nodes beside which something stands that has more below it: the room below the two is for lines. */
  readonly branching: ReadonlySet<string>;
}

const NO_SIDES: Sides = { left: new Map(), right: new Map(), beside: new Set(), branching: new Set() };

/** What stands beside which node: context on the left, what the argument rests on silently on the right. */
function sidesOf(nodes: VisibleDiagram['nodes'], { below, above }: Tables): Sides {
  const kindOf = new Map(nodes.map(({ key, kind }) => [key, kind]));
  const left = new Map<string, string[]>();
  const right = new Map<string, string[]>();
  const beside = new Set<string>();
  const branching = new Set<string>();
  for (const { key } of nodes) {
    const aside = (below.get(key) ?? []).filter(
      ({ kind, to }) => kind === 'inContextOf' && above.get(to)?.length === 1,
    );
    for (const { to } of aside.filter((each) => !below.has(each.to))) {
      push(kindOf.get(to) === 'context' || kindOf.get(to) === 'asset' ? left : right, key, to);
      beside.add(to);
    }
    // What has something below it can stand beside its node if nothing is under it there: as the last on the right.
    const branch = aside.find(
      ({ to }) => below.has(to) && !below.get(to)!.some(({ kind }) => kind === 'inContextOf'),
    );
    if (branch) {
      push(right, key, branch.to);
      beside.add(branch.to);
      branching.add(key);
    }
  }
  return { left, right, beside, branching };
}

function attacksLast(relations: readonly DiagramRelation[]): DiagramRelation[] {
  const isAttack = ({ kind }: DiagramRelation): boolean => kind === 'challenges';
  return [...relations.filter((each) => !isAttack(each)), ...relations.filter(isAttack)];
}

/** All nodes, level by level; under each first what supports it, then what attacks it, so that the two do not mix. */
function order(roots: readonly string[], below: Tables['below']): string[] {
  const found = new Set(roots);
  for (const key of found) for (const { to } of attacksLast(below.get(key) ?? [])) found.add(to);
  return [...found];
}

/** All nodes, each behind all that is below it. */
function bottomUp(keys: readonly string[], below: Tables['below']): string[] {
  const waiting = new Map(keys.map((key) => [key, below.get(key)?.length ?? 0]));
  const parents = new Map<string, string[]>();
  for (const [from, list] of below) for (const { to } of list) push(parents, to, from);
  const done = keys.filter((key) => waiting.get(key) === 0);
  for (const key of done) {
    for (const parent of parents.get(key) ?? []) {
      const left = waiting.get(parent)! - 1;
      waiting.set(parent, left);
      if (left === 0) done.push(parent);
    }
  }
  return done;
}
