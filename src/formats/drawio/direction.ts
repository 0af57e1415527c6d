import type { NodeKind } from '../../model/kinds.ts';
import { isDefeater, isSupportable } from '../../model/kinds.ts';
import type { Connector } from './connectors.ts';
import { middleOf } from './layout.ts';
import type { NodeShape } from './shapes.ts';

/** A connector with the end at which the parent is. */
export interface Relation {
  readonly connector: Connector;
  readonly parent: number;
  readonly child: number;
  /** The kinds leave no doubt, whichever way the arrow goes. */
  readonly certain: boolean;
}

type Shape = Pick<NodeShape, 'kind' | 'role' | 'box'>;

/**
 * Says of each connector which end is the parent: by the kinds of its ends, else by the arrow. People draw arrows from the claim to what supports it
 * as well as the other way round, so what an arrow means is what most arrows of the drawing mean.
 */
export function relate(nodes: readonly Shape[], connectors: readonly Connector[]): Relation[] {
  const downwards = arrowsLeadDown(nodes, connectors);
  return connectors.map((connector) => {
    const { from, to, directed } = connector;
    const certain = certainParent(nodes[from]!, nodes[to]!);
    const fall = directed ? 0 : fallOf(connector, nodes);
    const isFrom = certain ? certain === 'from' : fall === 0 ? downwards : fall > 0;
    return {
      connector,
      parent: isFrom ? from : to,
      child: isFrom ? to : from,
      certain: certain !== undefined,
    };
  });
}

/** Which of two nodes is the parent whatever the arrow says: evidence, contexts and undercuts hang under what they are about. */
function certainParent(from: Shape, to: Shape): 'from' | 'to' | undefined {
  if (hangsUnder(to, from)) return 'from';
  return hangsUnder(from, to) ? 'to' : undefined;
}

function hangsUnder(below: Shape, above: Shape): boolean {
  if (isRemark(below.kind)) return !isRemark(above.kind) && !isDefeater(above.kind);
  if (below.kind === 'evidence') return isSupportable(above.kind) || above.kind === 'inference';
  if (below.kind === 'undercut') return above.kind === 'inference';
  return above.role === 'top' && below.role !== 'top' && isBone(below.kind) && isBone(above.kind);
}

/** Contexts and their like. */
function isRemark(kind: NodeKind): boolean {
  return kind === 'context' || kind === 'assumption' || kind === 'justification' || kind === 'asset';
}

/** The kinds that the bare argument consists of. */
function isBone(kind: NodeKind): boolean {
  return isSupportable(kind) || kind === 'inference';
}

/** Whether the arrows of a drawing lead from what is claimed to what supports it. */
function arrowsLeadDown(nodes: readonly Shape[], connectors: readonly Connector[]): boolean {
  const votes = (of: readonly Connector[], vote: (connector: Connector) => number): number =>
    of.reduce((sum, connector) => sum + vote(connector), 0);
  const directed = connectors.filter((connector) => connector.directed);
  const bones = directed.filter(({ from, to }) => isBone(nodes[from]!.kind) && isBone(nodes[to]!.kind));
  const byRole = ({ from, to }: Connector): number =>
    Number(nodes[from]!.role === 'top') - Number(nodes[to]!.role === 'top');
  const byKind = ({ from, to }: Connector): number => {
    const parent = certainParent(nodes[from]!, nodes[to]!);
    return parent === undefined ? 0 : parent === 'from' ? 1 : -1;
  };
  const fall = (connector: Connector): number => Math.sign(fallOf(connector, nodes));
  // What says most, first: arrows at the top claim, then the way arrows between claims point on the page, then all others.
  const found = [
    votes(bones, (connector) => 3 * byRole(connector) + fall(connector)),
    spread(bones),
    votes(directed, byRole),
    votes(directed, byKind),
    votes(directed, fall),
  ].find((sum) => sum !== 0);
  return (found ?? 1) > 0;
}

/** More nodes that no arrow leaves than nodes that none reaches: arrows branch out from the top. */
function spread(connectors: readonly Connector[]): number {
  const sources = new Set(connectors.map(({ from }) => from));
  const targets = new Set(connectors.map(({ to }) => to));
  const ends = [...targets].filter((node) => !sources.has(node)).length;
  return ends - [...sources].filter((node) => !targets.has(node)).length;
}

/** How far down the page a connector leads; 0 for one between shapes side by side. */
function fallOf({ from, to }: Connector, nodes: readonly Shape[]): number {
  const [a, b] = [nodes[from]!.box, nodes[to]!.box];
  const fall = middleOf(b).y - middleOf(a).y;
  return Math.abs(fall) > Math.min(a.height, b.height) / 2 ? fall : 0;
}
