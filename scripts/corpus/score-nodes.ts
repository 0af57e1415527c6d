import type { Labels, NodeLabel } from './labels.ts';
import { falseFinds, isRight, labelFile, type Match, matchNodes } from './match-nodes.ts';
import { describeParents, hasParent, isParentRight } from './match-parents.ts';
import type { Reading } from './reading.ts';
import { sayLabel, sayLink, sayNode } from './say.ts';
import { type Miss, NO_SCORE, type Score } from './score.ts';

/** Compares the nodes read of a document, and what they hang under, with the labels. */
export function scoreNodes(labels: Labels, reading: Reading): Score {
  const matches = matchNodes(labels, reading);
  const extra = falseFinds(labels, reading, matches);
  const misses: Miss[] = [];
  let [right, parents] = [0, 0];
  labels.nodes.forEach((label, index) => {
    const match = matches.get(index);
    const at = { file: labelFile(label, labels), line: label.line! };
    if (match && isRight(label, match, reading)) right++;
    else
      misses.push({
        what: 'node',
        ...at,
        labelled: sayLabel(label),
        read: sayMatch(match, label, labels, reading),
      });
    if (!match) return;
    if (isParentRight(index, labels, reading, matches)) parents++;
    else {
      const read = `below ${describeParents(match, labels, reading, matches)}`;
      misses.push({ what: 'parent', ...at, labelled: `${sayLabel(label)} below ${sayParent(label)}`, read });
    }
  });
  for (const node of extra)
    misses.push({
      what: 'false find',
      file: node.file,
      line: node.lines[0]!,
      labelled: 'nothing',
      read: sayNode(node),
    });
  const labelled = labels.nodes.length;
  return {
    ...NO_SCORE,
    nodes: { labelled, right, read: matches.size + extra.length, rightlyRead: right },
    parents: { labelled, right: parents, read: matches.size, rightlyRead: parents },
    misses,
  };
}

function sayMatch(
  match: Match | undefined,
  label: NodeLabel,
  labels: Labels,
  { nodes, links }: Reading,
): string {
  if (match) return 'node' in match ? sayNode(nodes[match.node]!) : sayLink(links[match.link]);
  const file = labelFile(label, labels);
  const elsewhere = nodes.find((node) => label.id !== null && node.id === label.id && node.file === file);
  return elsewhere ? `nothing here; at line ${elsewhere.lines.join(', ')} ${sayNode(elsewhere)}` : 'nothing';
}

function sayParent(label: NodeLabel): string {
  if (!hasParent(label)) return 'none';
  const line = label.parent_line === undefined ? '' : ` line ${label.parent_line}`;
  return `${label.parents?.join(', ') ?? label.parent ?? ''}${line}`.trim();
}
