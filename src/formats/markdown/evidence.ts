import type { Draft } from './drafts.ts';
import type { WrittenLink } from './links.ts';
import { readLocator } from './locators.ts';
import { Extents } from './extents.ts';
import type { Entry, LineEntry, RowEntry } from './outline.ts';
import type { Placement } from './parents.ts';
import type { LineReading, Reading } from './readings.ts';
import type { Distinct } from './restated.ts';
import { Scopes } from './scopes.ts';
import type { Scope } from './scopes.ts';
import type { Span } from '../span.ts';
import { linksOfRow } from './tables.ts';

/** A link of the argument before its places have become ranges. */
export interface DraftLink {
  readonly parent: Draft;
  readonly node?: Draft;
  readonly locator: string;
  readonly span: Span;
  /** Where a link with a label (`[text][label]`) has its destination. */
  readonly definition?: Span;
  readonly cited: boolean;
}

/** The links of one case, in the order of the document, and how far its nodes reach. */
export interface Gathered {
  readonly links: readonly DraftLink[];
  readonly extents: Extents;
}

/** Collects code spans and links that are places: cited below a label or in a column of evidence, mentioned anywhere else in a node. */
export function gatherLinks(
  readings: readonly Reading[],
  distinct: Distinct,
  placement: Placement,
): Gathered {
  const gatherer = new Gatherer(distinct, placement);
  for (const reading of readings) gatherer.read(reading);
  return { links: gatherer.links, extents: gatherer.extents };
}

class Gatherer {
  readonly links: DraftLink[] = [];
  readonly extents = new Extents();
  private readonly scopes = new Scopes();

  constructor(
    private readonly distinct: Distinct,
    private readonly placement: Placement,
  ) {}

  read(reading: Reading): void {
    const { entry } = reading;
    const node = this.distinct.nodeAt.get(entry);
    const begins = this.distinct.again.has(entry) ? undefined : node;
    this.scopes.read(reading, entry.form === 'row' ? undefined : begins);
    const around = this.scopes.current;
    const reached = this.extents.read(entry, entry.form === 'row' ? begins : node);
    const owner = node ?? reached;
    if (entry.form === 'row')
      this.readRow(entry, owner, around && { ...around, owner: node ?? around.owner });
    else this.readLine(reading as LineReading, owner, around);
  }

  private readLine(reading: LineReading, owner: Draft | undefined, around: Scope | undefined): void {
    const { entry } = reading;
    const own = this.scopeOf(reading, around);
    if (own) this.scopes.begin(own.scope);
    for (const link of entry.line.links) {
      const scope = own && link.span.start >= own.from ? own.scope : around;
      if (scope) this.cite(link, scope);
      else if (owner) this.mention(link, owner);
    }
  }

  private readRow(row: RowEntry, mentioning: Draft | undefined, around: Scope | undefined): void {
    const { cited, mentioned } = linksOfRow(row);
    const column = this.columnScope(row);
    for (const link of cited) if (column) this.cite(link, column);
    for (const link of mentioned) {
      if (around) this.cite(link, around);
      else if (mentioning) this.mention(link, mentioning);
    }
  }

  /** What the columns of evidence in a row are for. */
  private columnScope(row: RowEntry): Scope | undefined {
    const node = this.distinct.nodeAt.get(row);
    if (node?.kind === 'evidence') return this.scopeOfEvidence(node, row);
    const owner = node ?? this.placement.ownerOf.get(row);
    return owner && { owner, entry: row, open: false };
  }

  private scopeOfEvidence(node: Draft, entry: Entry): Scope {
    return { owner: this.placement.parentOf.get(node) ?? node, node, entry, open: false };
  }

  /** The scope that a line begins, and the offset from which its links belong to it. */
  private scopeOf(
    { entry, label }: LineReading,
    around: Scope | undefined,
  ): { scope: Scope; from: number } | undefined {
    const node = this.distinct.nodeAt.get(entry);
    const { start, end } = entry.line.span;
    if (node?.kind === 'evidence') return { scope: this.scopeOfEvidence(node, entry), from: start };
    if (label?.evidence) {
      const owner = node ?? this.placement.ownerOf.get(entry);
      const open = entry.form === 'item' && isAlone(entry, label.from);
      return owner && { scope: { owner, entry, open }, from: entry.line.offsets[label.from] ?? end };
    }
    if (!node || !around || !this.distinct.again.has(entry)) return undefined;
    return { scope: { owner: node, entry, open: false }, from: start };
  }

  private cite(link: WrittenLink, { owner, node }: Scope): void {
    const place = readLocator(link);
    if (!place) return;
    const cited = place.likeness !== 'perhaps';
    this.add(link, { parent: owner, ...(node && { node }), locator: place.locator, span: place.span, cited });
  }

  private mention(link: WrittenLink, parent: Draft): void {
    const place = readLocator(link);
    if (place && place.likeness !== 'url') {
      this.add(link, { parent, locator: place.locator, span: place.span, cited: false });
    }
  }

  private add({ definition }: WrittenLink, link: DraftLink): void {
    this.links.push(definition ? { ...link, definition } : link);
  }
}

/** Whether a list item holds nothing behind `from` of its first line. */
function isAlone({ line, item, paragraph }: LineEntry, from: number): boolean {
  return (
    line.text.slice(from).trim() === '' &&
    paragraph.lines.length === 1 &&
    item?.span.end === paragraph.span.end
  );
}
