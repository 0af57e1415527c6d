import type { Draft } from './drafts.ts';
import { sourceSpan } from './drafts.ts';
import { shapeOf } from './columns.ts';
import { Extents } from './extents.ts';
import { ID_LIST, SUPPORTED_BY, idsIn, onlyIds } from './id-lists.ts';
import type { InlineLine } from './inline.ts';
import type { Entry, RowEntry } from './outline.ts';
import type { Placement } from './parents.ts';
import type { Reading } from './readings.ts';
import type { Distinct } from './restated.ts';
import type { Span } from '../span.ts';

/** A node that names another one as what supports or counters it. */
export interface DraftReference {
  readonly from: Draft;
  /** The id as written. */
  readonly target: string;
  readonly span: Span;
}

/** Only words that say which of the two supports the other: `see C3` may mean anything. */
const SUPPORTED = new RegExp(`${SUPPORTED_BY}(?:\\s?:)?\\s+(${ID_LIST})(?![\\w.-]*\\w)`, 'gi');

/**
 * The references between nodes that are written out: `supported by C7`, `Evidence: see C3`, a cell of a control column that holds only ids. Each
 * target is the id of exactly one node of the case, and neither stands above the other.
 */
export function readReferences(
  readings: readonly Reading[],
  distinct: Distinct,
  placement: Placement,
): DraftReference[] {
  const finder = new ReferenceFinder(distinct, placement);
  for (const reading of readings) finder.read(reading);
  return finder.found;
}

class ReferenceFinder {
  readonly found: DraftReference[] = [];
  private readonly extents = new Extents();
  private readonly byId = new Map<string, Draft | undefined>();
  private readonly seen = new Map<Draft, Set<Draft>>();

  constructor(
    private readonly distinct: Distinct,
    private readonly placement: Placement,
  ) {
    for (const node of distinct.nodes) {
      if (node.id !== undefined) this.byId.set(node.id, this.byId.has(node.id) ? undefined : node);
    }
  }

  read({ entry, label }: Reading): void {
    const node = this.distinct.nodeAt.get(entry);
    const reached = this.extents.read(entry, entry.form === 'row' && this.isAgain(entry) ? undefined : node);
    const owner = node ?? reached;
    if (!owner) return;
    if (entry.form === 'row') return this.readRow(entry, owner);
    const { text } = entry.line;
    for (const match of text.matchAll(SUPPORTED)) {
      const start = match.index + match[0].length - match[1]!.length;
      this.addAll(owner, entry.line, { start, end: start + match[1]!.length });
    }
    if (label?.evidence) this.addOnly(owner, entry.line, label.from);
  }

  private readRow(row: RowEntry, owner: Draft): void {
    if (this.distinct.nodeAt.get(row) === undefined) return;
    const shape = shapeOf(row.table, undefined);
    for (const column of [...shape.controls, ...shape.evidence]) {
      const cell = row.cells[column];
      if (cell) this.addOnly(owner, cell, 0);
    }
  }

  private addOnly(owner: Draft, line: InlineLine, from: number): void {
    const rest = line.text.slice(from);
    const ids = onlyIds(rest);
    const start = ids === undefined ? -1 : from + rest.indexOf(ids);
    if (ids !== undefined) this.addAll(owner, line, { start, end: start + ids.length });
  }

  private addAll(from: Draft, line: InlineLine, { start, end }: Span): void {
    for (const { id, at } of idsIn(line.text.slice(start, end))) {
      const target = this.byId.get(id);
      if (!target || !this.isNew(from, target)) continue;
      const span = sourceSpan(line, { start: start + at, end: start + at + id.length });
      this.found.push({ from, target: id, span });
    }
  }

  private isNew(from: Draft, target: Draft): boolean {
    const seen = this.seen.get(from) ?? new Set();
    this.seen.set(from, seen);
    if (seen.has(target) || this.isAbove(from, target) || this.isAbove(target, from)) return false;
    seen.add(target);
    return true;
  }

  /** Whether one node is the other, or above it. */
  private isAbove(upper: Draft, lower: Draft): boolean {
    for (let at: Draft | undefined = lower; at; at = this.placement.parentOf.get(at)) {
      if (at === upper) return true;
    }
    return false;
  }

  private isAgain(entry: Entry): boolean {
    return this.distinct.again.has(entry);
  }
}
