import { say } from '../../l10n/say.ts';
import type { CaseNode, NodeReference, UsedFile } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import type { Reader } from '../format.ts';
import { collectFindings } from '../finding-list.ts';
import { type Mention, nest } from '../nest.ts';
import type { Problem } from '../problem.ts';
import { type DotEdge, type DotGraph, parseDot } from './dot.ts';
import { kindOfId } from './kinds.ts';

/**
 * Reads trudag's graph (`.dotstop.dot`): which items there are, and which supports which. What the items say stands in files of their own, one
 * `<id>.md` each; the case asks for them in `uses`, and `joinItems` puts them in.
 */
export const readGraph: Reader = (text, { file, stem }) => {
  const lines = new LineIndex(text);
  const graph = parseDot(text);
  const { report, isEmpty, sorted } = collectFindings(file, lines);
  graph.problems.forEach(report);
  const whole = lines.range(0, text.length);
  if (graph.nodes.length === 0) {
    if (isEmpty()) report(emptyGraph());
    return { cases: [], findings: sorted() };
  }
  const { parentOf, others, repeated } = nest<string, Arrow>(graph.edges.map(toMention));
  const nodes = nodesOf(graph, parentOf, lines);
  const top = topOf(graph);
  return {
    cases: [
      {
        id: stem,
        title: top?.name.text ?? 'Trustable graph',
        titleRange: top
          ? lines.range(top.name.span.start, top.name.span.end)
          : { ...whole, end: whole.start },
        range: whole,
        format: 'tsf',
        nodes,
        evidence: [],
        references: [...others, ...repeated.map(({ again }) => again)].map(({ edge }) =>
          referenceOf(edge, lines),
        ),
        uses: nodes.map(({ id, idRange }): UsedFile => ({ as: 'item', path: id, range: idRange })),
      },
    ],
    findings: sorted(),
  };
};

interface Arrow extends Mention<string> {
  readonly edge: DotEdge;
}

/** What supports something hangs under it. */
function toMention(edge: DotEdge): Arrow {
  return { parent: edge.from.text, child: edge.to.text, edge };
}

function nodesOf({ nodes }: DotGraph, parentOf: ReadonlyMap<string, string>, lines: LineIndex): CaseNode[] {
  return nodes.map(({ name, span }) => {
    const parent = parentOf.get(name.text);
    const idRange = lines.range(name.span.start, name.span.end);
    return {
      key: name.text,
      id: name.text,
      kind: kindOfId(name.text),
      text: '',
      range: lines.range(span.start, span.end),
      idRange,
      textRange: idRange,
      parents: parent === undefined ? [] : [parent],
      derived: false,
      undeveloped: false,
      satisfies: [],
      fields: [],
    };
  });
}

/** What supports several things is referred to by all but the first. */
function referenceOf({ from, to }: DotEdge, lines: LineIndex): NodeReference {
  return { from: from.text, target: to.text, range: lines.range(to.span.start, to.span.end) };
}

/** The one claim that others support and that supports none. */
function topOf({ nodes, edges }: DotGraph): DotGraph['nodes'][number] | undefined {
  const supported = new Set(edges.map(({ from }) => from.text));
  const supporting = new Set(edges.map(({ to }) => to.text));
  const tops = nodes.filter(({ name }) => supported.has(name.text) && !supporting.has(name.text));
  return tops.length === 1 ? tops[0] : undefined;
}

function emptyGraph(): Problem {
  return {
    rule: 'empty-case',
    severity: 'warning',
    message: say('This graph has no items. Create one with trudag, or remove the file.'),
    span: { start: 0, end: 0 },
  };
}
