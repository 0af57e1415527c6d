import { assign } from './assign.ts';
import { arrowsOf, type Labels } from './labels.ts';
import { kindOf } from './match-nodes.ts';
import type { Reading } from './reading.ts';
import { sameText } from './same-text.ts';

/** Which read node each shape is, by the index of its label. Ids may repeat, so words decide between them. */
export function matchShapes(labels: Labels, { nodes }: Reading): Map<number, number> {
  return assign(
    labels.nodes.flatMap((label, left) =>
      nodes.flatMap((node, right) => {
        const sameId = label.id === node.id;
        const alike = sameText(label.text, node.text);
        if (!sameId && !alike) return [];
        const weight = (sameId ? 4 : 0) + (alike ? 5 : 0) + (kindOf(label) === node.kind ? 2 : 0);
        return [{ left, right, weight }];
      }),
    ),
  );
}

/** Arrows read between the shapes that a label's arrow connects. */
export interface ArrowMatches {
  /** By index among the labelled arrows: whether it leads down the argument, from above, or up. */
  readonly found: ReadonlyMap<number, 'down' | 'up'>;
  /** Relations between shapes that no arrow draws, as pairs of read nodes: above, below. */
  readonly wrong: readonly (readonly [number, number])[];
}

/**
 * Compares arrows with what hangs under what. An arrow may be drawn either way (a rebuttal points at its claim, a claim at its rebuttal), so
 * either counts as found.
 */
export function matchArrows(
  labels: Labels,
  { nodes }: Reading,
  shapes: ReadonlyMap<number, number>,
): ArrowMatches {
  const found = new Map<number, 'down' | 'up'>();
  const drawn = new Set<string>();
  arrowsOf(labels).forEach(([from, to], index) => {
    const [tail, head] = [shapes.get(from), shapes.get(to)];
    if (tail === undefined || head === undefined) return;
    drawn.add(`${tail} ${head}`).add(`${head} ${tail}`);
    if (nodes[head]!.parents.includes(tail)) found.set(index, 'down');
    else if (nodes[tail]!.parents.includes(head)) found.set(index, 'up');
  });
  const wrong = nodes.flatMap(({ parents }, below) =>
    parents.flatMap((above) => (drawn.has(`${above} ${below}`) ? [] : [[above, below] as const])),
  );
  return { found, wrong };
}
