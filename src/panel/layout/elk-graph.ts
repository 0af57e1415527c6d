import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { DiagramRelation } from '../../model/diagram.ts';
import type { SizedBlock } from './sized-block.ts';

/** What the layout engine is told: top down, lines that turn at right angles, the order of the document where that costs no crossing. */
const OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.componentComponent': '48',
  'elk.aspectRatio': '1.7',
  'elk.layered.spacing.nodeNodeBetweenLayers': '48',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  // Every node right below the lowest it supports. The engine's default gives the same for trees, and takes three times as long.
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.thoroughness': '1',
};

/** So many tops stand in one row, in the order of the file. More of them, with what is below each, are put into rows in that order. */
const MOST_IN_A_ROW = 8;
const ONE_ROW = { 'elk.separateConnectedComponents': 'false' };
const ROWS = { 'elk.layered.considerModelOrder.components': 'MODEL_ORDER' };

/** With so many blocks the nicest places cost too much: five times the time, for about the same width. */
const MANY_BLOCKS = 80;
const FAST = { 'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS' };

/** What a line of the layout engine stands for: a relation, or the way to all in a block of columns. */
export interface ElkLine {
  readonly from: string;
  readonly to: string;
  readonly attack: boolean;
}

export interface ElkInput {
  readonly graph: ElkNode;
  /** By the id of the edge. */
  readonly lines: ReadonlyMap<string, ElkLine>;
}

/** Blocks and relations as the layout engine takes them. Blocks are named by their number. */
export function elkGraph(blocks: readonly SizedBlock[], relations: readonly DiagramRelation[]): ElkInput {
  const owner = new Map<string, number>();
  blocks.forEach(({ places }, index) => {
    for (const key of places.keys()) owner.set(key, index);
  });
  const lines = new Map<string, ElkLine>();
  const edges = [
    ...relations.map(({ from, to, kind }) => ({ from, to, attack: kind === 'challenges' })),
    ...blocks.flatMap(({ block }) =>
      block.is === 'columns'
        ? [{ from: block.parent, to: block.keys[0]!, attack: block.kind === 'challenges' }]
        : [],
    ),
  ].flatMap((line, index) => {
    const above = owner.get(line.from);
    const below = owner.get(line.to);
    if (above === undefined || below === undefined || above === below) return [];
    const id = `e${index}`;
    lines.set(id, line);
    return [{ id, sources: [exitPort(above, line.from, line.attack)], targets: [entryPort(below)] }];
  });
  const tops = blocks.length - new Set(edges.flatMap(({ targets }) => targets)).size;
  return {
    graph: {
      id: 'root',
      layoutOptions: {
        ...OPTIONS,
        ...(tops > MOST_IN_A_ROW ? ROWS : ONE_ROW),
        ...(blocks.length > MANY_BLOCKS && FAST),
      },
      children: blocks.map(({ width, height, entry, exits }, index) => ({
        id: String(index),
        width,
        height,
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS', 'elk.alignment': 'TOP' },
        ports: [
          port(entryPort(index), entry.x, 0, 'NORTH'),
          ...exits.map(({ key, attack, x }) => port(exitPort(index, key, attack), x, height, 'SOUTH')),
        ],
      })),
      edges,
    },
    lines,
  };
}

function port(id: string, x: number, y: number, side: string) {
  return { id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

function entryPort(block: number): string {
  return `${block}.in`;
}

function exitPort(block: number, key: string, attack: boolean): string {
  return `${block}.${attack ? 'attack' : 'out'}.${key}`;
}
