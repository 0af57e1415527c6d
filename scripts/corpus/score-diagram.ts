import { arrowsOf, type Labels } from './labels.ts';
import { matchArrows, matchShapes } from './match-diagram.ts';
import { kindOf } from './match-nodes.ts';
import type { Reading } from './reading.ts';
import { sayLabel, sayNode } from './say.ts';
import { type Miss, NO_SCORE, type Score } from './score.ts';
import { NO_TALLY } from './tally.ts';

/** Compares what was read of a diagram with its labels. */
export function scoreDiagram(labels: Labels, reading: Reading): Score {
  if (labels.embedded_xml === false) return scorePicture(labels, reading);
  const shapes = matchShapes(labels, reading);
  const arrows = arrowsOf(labels);
  const { found, wrong } = matchArrows(labels, reading, shapes);
  const miss = missIn(labels);
  const isRight = (index: number): boolean => {
    const [label, node] = [labels.nodes[index]!, reading.nodes[shapes.get(index) ?? -1]];
    return node?.id === label.id && node.kind === kindOf(label);
  };
  const wrongNodes = labels.nodes.flatMap((label, index) => {
    const node = reading.nodes[shapes.get(index) ?? -1];
    return isRight(index) ? [] : [miss('node', sayLabel(label), node ? sayNode(node) : 'nothing')];
  });
  const known = new Set(shapes.values());
  const lost = arrows.flatMap(([from, to], index) => {
    const labelled = `${sayLabel(labels.nodes[from]!)} -> ${sayLabel(labels.nodes[to]!)}`;
    return found.has(index) ? [] : [miss('edge', labelled, 'nothing')];
  });
  const right = labels.nodes.length - wrongNodes.length;
  return {
    ...NO_SCORE,
    nodes: { labelled: labels.nodes.length, right, read: reading.nodes.length, rightlyRead: right },
    edges: {
      labelled: arrows.length,
      right: found.size,
      read: found.size + wrong.length,
      rightlyRead: found.size,
    },
    upwards: [...found.values()].filter((way) => way === 'up').length,
    misses: [
      ...wrongNodes,
      ...reading.nodes.flatMap((node, index) =>
        known.has(index) ? [] : [miss('false find', 'nothing', sayNode(node))],
      ),
      ...lost,
      ...wrong.map(([above, below]) =>
        miss(
          'false edge',
          'nothing',
          `${sayNode(reading.nodes[above]!)} above ${sayNode(reading.nodes[below]!)}`,
        ),
      ),
    ],
  };
}

/** A picture without data of its own: nothing can be read of it, and the product has to say so. */
function scorePicture(labels: Labels, { nodes, messages }: Reading): Score {
  const miss = missIn(labels);
  const finds = nodes.map((node) => miss('false find', 'nothing', sayNode(node)));
  const silence =
    messages.length === 0 ? [miss('node', 'a picture without data', 'nothing, and it is not said')] : [];
  return { ...NO_SCORE, nodes: { ...NO_TALLY, read: nodes.length }, misses: [...finds, ...silence] };
}

function missIn({ document }: Labels) {
  return (what: Miss['what'], labelled: string, read: string): Miss => ({
    what,
    file: document,
    line: 0,
    labelled,
    read,
  });
}
