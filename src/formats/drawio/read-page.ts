import type { Prefixes } from '../../model/settings.ts';
import { arrange } from './arrange.ts';
import type { Arrangement } from './arrange.ts';
import { idSpanOf, statedBy } from './build-case.ts';
import type { StatedText } from './build-case.ts';
import type { Page } from './cells.ts';
import { connect } from './connectors.ts';
import type { Connections } from './connectors.ts';
import { nameNodes } from './ids.ts';
import type { Name } from './ids.ts';
import { layOut } from './layout.ts';
import { duplicateId, guessedKind, looseConnector, nameOf, unattached } from './problems.ts';
import type { Problem } from './problems.ts';
import { findShapes } from './shapes.ts';
import type { NodeShape } from './shapes.ts';
import { isSupportable, sayKind } from '../../model/kinds.ts';

/** The argument that a page draws. Nodes, texts and names go together by their indexes. */
export interface ReadPage {
  readonly page: Page;
  readonly nodes: readonly NodeShape[];
  readonly texts: readonly StatedText[];
  readonly names: readonly Name[];
  readonly connections: Connections;
  readonly arrangement: Arrangement;
}

/** Reads the argument of a page; undefined for a page that draws something else. */
export function readPage(page: Page, prefixes?: Prefixes): ReadPage | undefined {
  const layout = layOut(page);
  const shapes = findShapes(page, layout, prefixes);
  if (!isArgument(shapes.nodes)) return undefined;
  const all = [...shapes.nodes, ...shapes.perhaps];
  const connections = connect(page, all, shapes, layout);
  const kept = withoutStrangers(all, connections);
  const nodes = kept.nodes;
  const texts = nodes.map(statedBy);
  const names = nameNodes(
    nodes,
    texts.map(({ text }) => text),
  );
  const arrangement = arrange(nodes, kept.connections);
  return { page, nodes, texts, names, connections: kept.connections, arrangement };
}

/**
 * Whether shapes make an argument and not a plan of something: one is called a claim, or one has the id of a claim beside others of another kind.
 */
function isArgument(nodes: readonly NodeShape[]): boolean {
  const claims = nodes.filter(({ kind }) => isSupportable(kind));
  const isCalled = claims.some(({ marks }) => marks?.keyword?.withoutId);
  return isCalled || (claims.length > 0 && new Set(nodes.map(({ kind }) => kind)).size > 1);
}

/** Leaves out what is a node neither by its words nor by being connected with those that are. */
function withoutStrangers(
  nodes: readonly NodeShape[],
  connections: Connections,
): { nodes: readonly NodeShape[]; connections: Connections } {
  const neighbours = new Map<number, number[]>(nodes.map((_, node) => [node, []]));
  for (const { from, to } of connections.connectors) {
    neighbours.get(from)!.push(to);
    neighbours.get(to)!.push(from);
  }
  const open = nodes.flatMap(({ marks }, node) => (marks ? [node] : []));
  const kept = new Set(open);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const next of neighbours.get(node)!) {
      if (kept.has(next)) continue;
      kept.add(next);
      open.push(next);
    }
  }
  const order = [...kept].sort((a, b) => a - b);
  const index = new Map(order.map((node, at) => [node, at]));
  const renamed = <T extends { readonly node: number }>(list: readonly T[]): T[] =>
    list.flatMap((one) => (index.has(one.node) ? [{ ...one, node: index.get(one.node)! }] : []));
  return {
    nodes: order.map((node) => nodes[node]!),
    connections: {
      connectors: connections.connectors.flatMap((connector) => {
        const [from, to] = [index.get(connector.from), index.get(connector.to)];
        return from === undefined || to === undefined ? [] : [{ ...connector, from, to }];
      }),
      onConnectors: renamed(connections.onConnectors),
      loose: renamed(connections.loose),
    },
  };
}

/** What is wrong with a page that was read. */
export function problemsOf({ page, nodes, texts, names, connections, arrangement }: ReadPage): Problem[] {
  const name = (node: number): string =>
    nameOf(nodes[node]!, names[node]!.derived ? undefined : names[node]!.id, texts[node]!.text);
  const idOf = (node: number): StatedText => ({ text: texts[node]!.text, span: idSpanOf(nodes[node]!) });
  const duplicates = names.flatMap(({ id, first }, node) =>
    first === undefined ? [] : [duplicateId(id, idOf(node), idOf(first))],
  );
  const guessed = nodes.flatMap((shape, node) =>
    shape.marks ? [] : [guessedKind(name(node), sayKind(shape.kind), texts[node]!.span)],
  );
  const loose = connections.loose.map(({ node, end, cell }) => looseConnector(name(node), end, cell.span));
  const above = new Set([
    ...arrangement.parentOf.values(),
    ...arrangement.further.map(({ parent }) => parent),
  ]);
  const alone = nodes.flatMap(({ kind }, node) => {
    const isBelow = arrangement.parentOf.has(node);
    return isBelow || (isSupportable(kind) && (above.has(node) || nodes.length === 1)) ? [] : [node];
  });
  const lost =
    alone.length === 0 ? [] : [unattached(alone.map(name), idSpanOf(nodes[alone[0]!]!), page.name)];
  return [...duplicates, ...guessed, ...loose, ...lost];
}
