import type { Case, CaseNode, EvidenceLink } from '../../model/case.ts';
import type { LineIndex, Range } from '../../model/text.ts';
import { uniqueNames } from '../yaml/case-builder.ts';
import { createWholeLines } from '../yaml/whole-lines.ts';
import type { Arrangement } from './arrange.ts';
import type { Page } from './cells.ts';
import type { Name } from './ids.ts';
import { linksOf } from './links.ts';
import type { NodeShape } from './shapes.ts';
import type { Span } from '../span.ts';

/** No argument has more links; a hostile file could name one with every few characters. */
const MAX_LINKS = 10_000;

/** Everything read of one page. Nodes, texts and names go together by their indexes. */
export interface PageParts {
  readonly id: string;
  readonly title: { readonly text: string; readonly span: Span };
  readonly page: Page;
  readonly nodes: readonly NodeShape[];
  readonly texts: readonly StatedText[];
  readonly names: readonly Name[];
  readonly arrangement: Arrangement;
}

/** What a node says, and where in the claim file. */
export interface StatedText {
  readonly text: string;
  readonly span: Span;
}

/** What a shape says besides its id and keyword, in one line. */
export function statedBy({ marks, label, body }: NodeShape): StatedText {
  if (body) return whole(body.label.source);
  if (!marks) return whole(label.source);
  const { start, end } = marks.rest;
  const text = label.source.text.slice(start, end).replaceAll('\n', ' ').trim();
  return { text, span: label.source.span(start, Math.max(start, end)) };
}

function whole(source: NodeShape['label']['source']): StatedText {
  return { text: source.text.replaceAll('\n', ' '), span: source.span(0, source.text.length) };
}

/** Where a shape has its id; without one, its keyword or its text. */
export function idSpanOf({ marks, label }: NodeShape): Span {
  return marks ? label.source.span(marks.idAt.start, marks.idAt.end) : whole(label.source).span;
}

/** Puts a case together as the model has it. */
export function buildCase(parts: PageParts, order: readonly number[], lines: LineIndex): Case {
  const { id, title, page, names, arrangement } = parts;
  const range = ({ start, end }: Span): Range => lines.range(start, end);
  return {
    id,
    title: title.text,
    titleRange: range(title.span),
    range: range(page.span),
    format: 'drawio',
    nodes: order.map((node) => buildNode(node, parts, range)),
    evidence: buildLinks(parts, order, lines),
    references: arrangement.further.map(({ parent, child, cell }) => ({
      from: names[parent]!.key,
      target: names[child]!.key,
      range: range(cell.span),
    })),
    uses: [],
  };
}

function buildNode(
  node: number,
  { nodes, texts, names, arrangement }: PageParts,
  range: (span: Span) => Range,
): CaseNode {
  const shape = nodes[node]!;
  const { id, key, derived } = names[node]!;
  const parent = arrangement.parentOf.get(node);
  const { text, span } = texts[node]!;
  return {
    key,
    id,
    kind: shape.kind,
    text,
    range: range(shape.cell.span),
    idRange: range(idSpanOf(shape)),
    textRange: range(span),
    parents: parent === undefined ? [] : [names[parent]!.key],
    derived,
    undeveloped: false,
    satisfies: [],
    fields: [],
  };
}

/** Evidence hangs under what it supports; a path on any other shape is only mentioned. What makes a link are the lines its label stands on. */
function buildLinks(
  { nodes, names, arrangement }: PageParts,
  order: readonly number[],
  lines: LineIndex,
): EvidenceLink[] {
  const keys = uniqueNames();
  const wholeLines = createWholeLines(lines);
  const links = order.flatMap((node) => {
    const shape = nodes[node]!;
    const { key } = names[node]!;
    const isEvidence = shape.kind === 'evidence';
    const parent = isEvidence ? names[arrangement.parentOf.get(node) ?? node]!.key : key;
    return linksOf(shape).map(({ locator, span, doubtful, hyperlink }): EvidenceLink => {
      const range = lines.range(span.start, span.end);
      return {
        key: keys(`${key} ${locator}`),
        parent,
        ...(isEvidence && { node: key }),
        locator,
        range,
        madeBy: wholeLines([span]),
        cited: isEvidence,
        role: 'evidence',
        ...(doubtful && { doubtful }),
        ...(hyperlink && { hyperlink }),
      };
    });
  });
  return links.slice(0, MAX_LINKS);
}
