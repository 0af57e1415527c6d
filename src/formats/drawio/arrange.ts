import { isSupportable } from '../../model/kinds.ts';
import { push } from '../../model/multimap.ts';
import type { Cell } from './cells.ts';
import type { Connections } from './connectors.ts';
import { relate } from './direction.ts';
import type { Relation } from './direction.ts';
import type { NodeShape } from './shapes.ts';

/** What hangs under what. Nodes are given by their indexes. */
export interface Arrangement {
  /** At most one for each node, so that nesting is a forest. */
  readonly parentOf: ReadonlyMap<number, number>;
  /** Further things that a node stands under. */
  readonly further: readonly { readonly parent: number; readonly child: number; readonly cell: Cell }[];
}

/**
 * Hangs the nodes of a page under one another. It grows from the top claims downwards, along the arrows. A defeater, a rule or the like, to which no arrow
 * leads from above, attacks or belongs to what its own arrow points at, so at such a node all arrows are read the other way round.
 */
export function arrange(nodes: readonly NodeShape[], connections: Connections): Arrangement {
  const grower = new Grower(nodes, relate(nodes, connections.connectors));
  grower.growFromTops();
  for (const { node, cell } of connections.onConnectors) grower.hangOnConnector(node, cell);
  grower.growFromRest();
  return grower.finish();
}

class Grower {
  private readonly parentOf = new Map<number, number>();
  private readonly placed = new Set<number>();
  /** Connectors at each node. */
  private readonly at = new Map<number, Relation[]>();
  /** Relations that were turned round, at most once each. */
  private readonly turned = new Map<Relation, Relation>();
  private readonly onConnectors: { parent: number; child: number; cell: Cell }[] = [];
  /** Relations whose parent is placed. */
  private readonly down: Relation[] = [];
  /** Relations whose child is placed, and whose parent may rather belong under it. */
  private readonly up: { readonly relation: Relation; readonly flipped: boolean }[] = [];
  private nextDown = 0;
  private nextUp = 0;
  private readonly byCell: ReadonlyMap<Cell, Relation>;

  constructor(
    private readonly nodes: readonly NodeShape[],
    private readonly relations: readonly Relation[],
  ) {
    this.byCell = new Map(relations.map((relation) => [relation.connector.cell, relation]));
    for (const relation of relations) {
      push(this.at, relation.parent, relation);
      push(this.at, relation.child, relation);
    }
  }

  /** From the top claims: those called so, then those that nothing stands above, from the top of the page down. */
  growFromTops(): void {
    const claims = this.inOrder((node) => isSupportable(this.nodes[node]!.kind));
    const hasParent = new Set(this.relations.map(({ child }) => child));
    for (const node of claims) if (this.nodes[node]!.role === 'top') this.growFrom(node);
    const roots = claims.filter((node) => !hasParent.has(node) && this.at.has(node));
    for (const node of roots) if (this.nodes[node]!.role !== 'sub') this.growFrom(node);
    for (const node of roots) this.growFrom(node);
    for (const node of claims) if (this.at.has(node)) this.growFrom(node);
  }

  /** What is attached to a connector is about the step that this makes, and stands under the upper end. */
  hangOnConnector(node: number, cell: Cell): void {
    const relation = this.byCell.get(cell);
    if (!relation) return;
    const { parent } = this.current(relation);
    if (this.placed.has(node)) this.onConnectors.push({ parent, child: node, cell });
    else if (this.placed.has(parent) && parent !== node) {
      this.place(node, parent, false);
      this.grow();
    }
  }

  growFromRest(): void {
    const hasParent = new Set(this.relations.map(({ child }) => child));
    const rest = this.inOrder((node) => !this.placed.has(node));
    for (const node of rest) if (!hasParent.has(node)) this.growFrom(node);
    for (const node of rest) this.growFrom(node);
  }

  finish(): Arrangement {
    const relations = this.relations.map((relation) => ({
      ...this.current(relation),
      cell: relation.connector.cell,
    }));
    const seen = new Set<string>();
    const further = [...relations, ...this.onConnectors].filter(({ parent, child }) => {
      if (this.parentOf.get(child) === parent || this.parentOf.get(parent) === child) return false;
      // Of two that lead opposite ways between the same shapes, the first counts.
      const pair = `${Math.min(parent, child)} ${Math.max(parent, child)}`;
      if (parent === child || seen.has(pair)) return false;
      seen.add(pair);
      return true;
    });
    return { parentOf: this.parentOf, further };
  }

  private growFrom(root: number): void {
    if (this.placed.has(root)) return;
    this.place(root, undefined, false);
    this.grow();
  }

  private grow(): void {
    for (;;) {
      const below = this.down[this.nextDown];
      if (below) {
        this.nextDown++;
        const { parent, child } = this.current(below);
        if (!this.placed.has(child)) this.place(child, parent, false);
        continue;
      }
      const above = this.up[this.nextUp++];
      if (!above) {
        this.nextUp--;
        return;
      }
      const { parent, child } = this.current(above.relation);
      if (!this.placed.has(parent) && this.mayFlip(parent, child)) this.place(parent, child, true);
    }
  }

  /** Whether a node that an arrow puts above another rather belongs under it. A claim does only as an answer that is called a sub-claim. */
  private mayFlip(upper: number, lower: number): boolean {
    const [above, below] = [this.nodes[upper]!, this.nodes[lower]!];
    return !isSupportable(above.kind) || (above.role === 'sub' && !isSupportable(below.kind));
  }

  private place(node: number, parent: number | undefined, flipped: boolean): void {
    this.placed.add(node);
    if (parent !== undefined) this.parentOf.set(node, parent);
    for (const relation of this.at.get(node) ?? []) {
      const turns = flipped && !relation.certain && !isSupportable(this.nodes[node]!.kind);
      if ((turns || this.isBetween(relation, node, parent)) && flipped) this.turn(relation);
      const { parent: upper } = this.current(relation);
      if (upper === node) this.down.push(relation);
      else if (!relation.certain) this.up.push({ relation, flipped });
    }
  }

  private isBetween({ parent, child }: Relation, node: number, other: number | undefined): boolean {
    return other !== undefined && (parent === node ? child : parent) === other;
  }

  private turn(relation: Relation): void {
    if (this.turned.has(relation)) return;
    this.turned.set(relation, { ...relation, parent: relation.child, child: relation.parent });
  }

  private current(relation: Relation): Relation {
    return this.turned.get(relation) ?? relation;
  }

  /** Nodes from the top of the page down, and from the left to the right. */
  private inOrder(select: (node: number) => boolean): number[] {
    const { nodes } = this;
    return nodes
      .map((_, node) => node)
      .filter(select)
      .sort((a, b) => nodes[a]!.box.y - nodes[b]!.box.y || nodes[a]!.box.x - nodes[b]!.box.x);
  }
}
