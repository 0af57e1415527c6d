import type { Case, CaseNode, EvidenceLink } from '../../model/case.ts';
import type { LineIndex, Range } from '../../model/text.ts';
import type { Span } from '../span.ts';
import { uniqueNames } from '../yaml/case-builder.ts';
import { derivedId } from '../yaml/derived-id.ts';
import { folded } from '../yaml/scalars.ts';
import { createWholeLines } from '../yaml/whole-lines.ts';
import type { Argument } from './argument.ts';
import type { Draft, Drafts } from './drafts.ts';
import type { Entry } from './outline.ts';

/** Puts a case together as the model has it. */
export function buildCase(
  id: string,
  entries: readonly Entry[],
  { nodes }: Drafts,
  argument: Argument,
  lines: LineIndex,
): Case {
  const rangeOf = ({ start, end }: Span): Range => lines.range(start, end);
  const keys = keysOf(nodes, argument);
  const ends = endsOf(entries);
  const start = entries[0]!.line.whole.span.start;
  return {
    id,
    title: id,
    titleRange: rangeOf({ start, end: start }),
    range: rangeOf({ start, end: entries.at(-1)!.line.whole.span.end }),
    format: 'ltac',
    nodes: nodes.map((draft) => buildNode(draft, argument, keys, ends.get(draft.entry)!, rangeOf)),
    evidence: buildLinks(nodes, argument, keys, lines),
    references: argument.references.map(({ from, to, at }) => ({
      from: keys.get(from)!,
      target: to ? keys.get(to)! : at.text,
      range: rangeOf(at.span),
    })),
    uses: [],
  };
}

/** Written ids first, so that a derived one never takes the name of another. */
function keysOf(nodes: readonly Draft[], { kinds }: Argument): Map<Draft, string> {
  const written = uniqueNames();
  const derived = uniqueNames('-');
  const keys = new Map<Draft, string>();
  for (const draft of nodes) {
    const { id } = draft.entry.line;
    if (id) keys.set(draft, written(id.text));
  }
  for (const draft of nodes) {
    const { id, text } = draft.entry.line;
    if (!id) keys.set(draft, written(derived(derivedId(kinds.get(draft)!, text.text))));
  }
  return keys;
}

/** Where each line ends together with all that stands under it. */
function endsOf(entries: readonly Entry[]): Map<Entry, number> {
  const ends = new Map(entries.map((entry) => [entry, entry.line.whole.span.end]));
  for (const entry of entries.toReversed()) {
    if (entry.under) ends.set(entry.under, Math.max(ends.get(entry.under)!, ends.get(entry)!));
  }
  return ends;
}

function buildNode(
  draft: Draft,
  { kinds, parentOf }: Argument,
  keys: ReadonlyMap<Draft, string>,
  end: number,
  rangeOf: (span: Span) => Range,
): CaseNode {
  const { entry, flags } = draft;
  const { id, text, whole } = entry.line;
  const parent = parentOf.get(draft);
  const { needsSupport } = flags;
  return {
    key: keys.get(draft)!,
    id: id?.text ?? keys.get(draft)!,
    kind: kinds.get(draft)!,
    text: folded(text.text),
    range: rangeOf({ start: whole.span.start, end }),
    idRange: rangeOf((id ?? text).span),
    textRange: rangeOf(text.span),
    parents: parent ? [keys.get(parent)!] : [],
    derived: id === undefined,
    undeveloped: flags.isLeaf,
    ...(flags.defeated && { defeated: true }),
    ...(needsSupport && {
      status: { is: 'gap' as const, word: needsSupport.text, range: rangeOf(needsSupport.span) },
    }),
    satisfies: [],
    fields: [],
  };
}

/**
 * One link for each place behind a text. Evidence hangs under its claim, and was judged by whoever wrote the two lines. What speaks against the
 * argument only mentions, as evidence at a defeater would answer it.
 */
function buildLinks(
  nodes: readonly Draft[],
  { kinds, parentOf }: Argument,
  keys: ReadonlyMap<Draft, string>,
  lines: LineIndex,
): EvidenceLink[] {
  const names = uniqueNames();
  const wholeLines = createWholeLines(lines);
  return nodes.flatMap((draft) => {
    const key = keys.get(draft)!;
    const kind = kinds.get(draft)!;
    const parent = parentOf.get(draft);
    const isEvidence = kind === 'evidence';
    const speaksAgainst = kind === 'rebuttal' || kind === 'undercut' || kind === 'undermine';
    const statements = [draft, ...(isEvidence && parent ? [parent] : [])].map(
      ({ entry }) => entry.line.whole.span,
    );
    return draft.entry.line.places.flatMap(({ locators, span, isPath, dubious }) =>
      locators.map((locator): EvidenceLink => ({
        key: names(`${key}:${locator}`),
        parent: isEvidence && parent ? keys.get(parent)! : key,
        ...(isEvidence && { node: key }),
        locator,
        range: lines.range(span.start, span.end),
        madeBy: wholeLines(statements),
        ...(isPath && { hyperlink: true }),
        cited: !dubious && !speaksAgainst,
        role: 'evidence',
      })),
    );
  });
}
