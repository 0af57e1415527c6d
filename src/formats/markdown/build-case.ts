import type { Acceptance, Case, CaseNode, EvidenceLink, SubjectSpec } from '../../model/case.ts';
import type { LineIndex, Range } from '../../model/text.ts';
import type { Annotations } from './annotations.ts';
import type { CaseHead } from './case-head.ts';
import type { DraftReference } from './cross-references.ts';
import type { Draft } from './drafts.ts';
import type { DraftLink, Gathered } from './evidence.ts';
import { keysOf, Names } from './ids.ts';
import type { Field } from './frontmatter.ts';
import type { Placement } from './parents.ts';
import type { Span } from '../span.ts';

/** Everything read of one case. */
export interface CaseParts {
  readonly head: CaseHead;
  /** In the order of the document. */
  readonly nodes: readonly Draft[];
  readonly placement: Placement;
  readonly gathered: Gathered;
  readonly annotations: ReadonlyMap<Draft, Annotations>;
  readonly references: readonly DraftReference[];
}

/** Puts a case together as the model has it. */
export function buildCase(parts: CaseParts, lines: LineIndex): Case {
  const { head, nodes, placement, gathered, annotations, references } = parts;
  const keys = keysOf(nodes);
  const spans = wholeSpans(nodes, placement, gathered);
  const symbols = buildLinks(gathered.symbols, { keys, annotations, lines });
  return {
    id: head.id,
    title: head.title,
    titleRange: rangeOf(head.titleSpan, lines),
    range: rangeOf(head.span, lines),
    format: 'markdown',
    ...(head.subject && { subject: subjectOf(head.subject, lines) }),
    nodes: nodes.map((draft) => buildNode(draft, { keys, placement, spans, annotations, lines })),
    evidence: buildLinks(gathered.links, { keys, annotations, lines }),
    references: references.map(({ from, target, span }) => ({
      from: keys.get(from)!,
      target,
      range: rangeOf(span, lines),
    })),
    ...(symbols.length > 0 && {
      symbols: symbols.map((link) => ({ ...link, key: link.key.replace(/ (?=\S+$)/, ' #') })),
    }),
    uses: [],
  };
}

/** `subject: ../checkout` is a folder, `subject: https://…` a repository. */
function subjectOf({ value, span }: Field, lines: LineIndex): SubjectSpec {
  const isRepository = /^(?:[a-z+]+:\/\/|git@)/i.test(value);
  return { ...(isRepository ? { repo: value } : { path: value }), range: rangeOf(span, lines) };
}

interface NodeContext {
  readonly keys: ReadonlyMap<Draft, string>;
  readonly placement: Placement;
  readonly spans: ReadonlyMap<Draft, Span>;
  readonly annotations: ReadonlyMap<Draft, Annotations>;
  readonly lines: LineIndex;
}

function buildNode(draft: Draft, { keys, placement, spans, annotations, lines }: NodeContext): CaseNode {
  const parent = placement.parentOf.get(draft);
  return {
    key: keys.get(draft)!,
    id: draft.id ?? keys.get(draft)!,
    kind: draft.kind,
    text: draft.text,
    range: rangeOf(spans.get(draft)!, lines),
    idRange: rangeOf(draft.idSpan, lines),
    textRange: rangeOf(draft.textSpan, lines),
    parents: parent ? [keys.get(parent)!] : [],
    derived: draft.id === undefined,
    ...saidOf(annotations.get(draft), lines),
  };
}

function saidOf(
  said: Annotations | undefined,
  lines: LineIndex,
): Pick<CaseNode, 'undeveloped' | 'status' | 'accepted' | 'satisfies' | 'fields'> {
  const { status, accepted } = said ?? {};
  const is = status?.is;
  return {
    undeveloped: is === 'undeveloped',
    ...(status &&
      is &&
      is !== 'undeveloped' && { status: { is, word: status.word, range: rangeOf(status.span, lines) } }),
    ...(accepted && { accepted: acceptanceOf(accepted, lines) }),
    satisfies: (said?.satisfies ?? []).map(({ requirement, span }) => ({
      requirement,
      range: rangeOf(span, lines),
    })),
    fields: (said?.fields ?? []).map(({ name, value, span }) => ({
      name,
      value,
      range: rangeOf(span, lines),
    })),
  };
}

function acceptanceOf(
  { span, ...words }: NonNullable<Annotations['accepted']>,
  lines: LineIndex,
): Acceptance {
  return { ...words, range: rangeOf(span, lines) };
}

/** What makes each node, with all that hangs under it and stands behind its beginning. */
function wholeSpans(
  nodes: readonly Draft[],
  { parentOf }: Placement,
  { extents }: Gathered,
): Map<Draft, Span> {
  const spans = new Map(nodes.map((node) => [node, extents.spanOf(node)]));
  for (const node of nodes) {
    const { end } = spans.get(node)!;
    for (let above = parentOf.get(node); above; above = parentOf.get(above)) {
      const { start, end: reached } = spans.get(above)!;
      if (reached >= end) continue;
      spans.set(above, { start, end });
    }
  }
  return spans;
}

function buildLinks(
  links: readonly DraftLink[],
  { keys, annotations, lines }: Pick<NodeContext, 'keys' | 'annotations' | 'lines'>,
): EvidenceLink[] {
  const names = new Names();
  return links.map(({ parent, node, locator, span, definition, cited, doubtful, hyperlink }) => ({
    key: names.unique(`${keys.get(parent)!} ${locator}`, '~'),
    parent: keys.get(parent)!,
    ...(node && { node: keys.get(node)! }),
    locator,
    range: rangeOf(span, lines),
    madeBy: [span, ...(definition ? [definition] : [])].map((made) => wholeLines(made, lines)),
    cited,
    role: isEntryPoint(span, annotations.get(parent)) ? 'entry-point' : 'evidence',
    ...(doubtful && { doubtful }),
    ...(hyperlink && { hyperlink }),
  }));
}

/** Where a threat meets the code is no evidence for anything. */
function isEntryPoint({ start, end }: Span, said: Annotations | undefined): boolean {
  const fields = said?.fields.filter(({ name }) => name === 'entryPoints') ?? [];
  return fields.some(({ span }) => span.start <= start && end <= span.end);
}

function rangeOf({ start, end }: Span, lines: LineIndex): Range {
  return lines.range(start, end);
}

function wholeLines(span: Span, lines: LineIndex): Range {
  const { start, end } = rangeOf(span, lines);
  return {
    start: { line: start.line, character: 0 },
    end: { line: end.line, character: lines.line(end.line).length },
  };
}
