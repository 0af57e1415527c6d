import ELK from 'elkjs/lib/elk.bundled.js';
import type {
  DiagramData,
  DiagramNode,
  DiagramRelation,
  DiagramRelationKind,
} from '../../../src/model/diagram.ts';
import type { NodeKind } from '../../../src/model/kinds.ts';
import type { LayoutEngine } from '../../../src/panel/layout/layout.ts';
import type { MeasureText } from '../../../src/panel/layout/wrap.ts';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A box of a diagram; its key is its id. */
export function boxOf(id: string, more: Partial<DiagramNode> = {}): DiagramNode {
  return {
    key: id,
    kind: 'claim',
    id,
    label: 'Claim',
    text: `What ${id} says.`,
    state: 'current',
    given: false,
    words: 'holds',
    counts: { evidence: 0, current: 0, defeaters: 0, answered: 0 },
    undeveloped: false,
    defeated: false,
    mention: false,
    source: { uri: 'file:///case.yaml', range: NOWHERE },
    ...more,
  };
}

/** A diagram of boxes and relations. */
export function diagramWith(
  nodes: readonly DiagramNode[],
  relations: readonly DiagramRelation[],
): DiagramData {
  return { case: 'case', title: 'A case', state: 'current', uri: 'file:///case.yaml', nodes, relations };
}

const KINDS: Readonly<Record<string, readonly [NodeKind, string, DiagramRelationKind]>> = {
  C: ['claim', 'Claim', 'supportedBy'],
  S: ['strategy', 'Strategy', 'supportedBy'],
  E: ['evidence', 'Evidence', 'supportedBy'],
  X: ['context', 'Context', 'inContextOf'],
  A: ['assumption', 'Assumption', 'inContextOf'],
  J: ['justification', 'Justification', 'inContextOf'],
  I: ['inference', 'Inference rule', 'inContextOf'],
  R: ['rebuttal', 'Rebuttal', 'challenges'],
  U: ['undercut', 'Undercut', 'challenges'],
};

/**
 * A diagram from lines such as `C1: C2 R1 X1`: what stands above, and what below. The first letter of an id gives its kind.
 *
 * @param texts by id, where a text matters
 */
export function sketch(lines: string, texts: Readonly<Record<string, string>> = {}): DiagramData {
  const nodes = new Map<string, DiagramNode>();
  const relations: DiagramRelation[] = [];
  const add = (id: string): void => {
    const [kind, label] = KINDS[id[0]!]!;
    if (!nodes.has(id))
      nodes.set(id, boxOf(id, { kind, label, ...(texts[id] !== undefined && { text: texts[id] }) }));
  };
  for (const line of lines.split('\n')) {
    const [from = '', rest = ''] = line.split(':').map((part) => part.trim());
    if (from === '') continue;
    add(from);
    for (const to of rest.split(/\s+/).filter(Boolean)) {
      add(to);
      const answers = 'RU'.includes(from[0]!) && KINDS[to[0]!]![2] === 'supportedBy';
      relations.push({ from, to, kind: answers ? 'answers' : KINDS[to[0]!]![2] });
    }
  }
  return diagramWith([...nodes.values()], relations);
}

/** Letters of fixed widths. */
export const MEASURE: MeasureText = (text, look) =>
  text.length * (look === 'id' ? 7.6 : look === 'text' ? 6.9 : 6.2);

const elk = new ELK();

/** The layout engine, in this process. */
export const ENGINE: LayoutEngine = (graph) => elk.layout(graph);
