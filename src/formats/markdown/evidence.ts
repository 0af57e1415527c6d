import type { Draft } from './drafts.ts';
import { Extents } from './extents.ts';
import type { InlineLine } from './inline.ts';
import type { Entry, LineEntry, Paragraph, RowEntry } from './outline.ts';
import type { Placement } from './parents.ts';
import { bareNamedPlaces, namedPlaces } from './places.ts';
import type { NamedPlace } from './places.ts';
import type { LineReading, Reading } from './readings.ts';
import type { Distinct } from './restated.ts';
import { Scopes } from './scopes.ts';
import type { Scope } from './scopes.ts';
import type { Span } from '../span.ts';
import { NamedSymbols } from './named-symbols.ts';
import type { FoundSymbol } from './named-symbols.ts';
import { cellsOfRow, saysWhere } from './tables.ts';
import { parseRepositoryUrl } from '../../model/repository-url.ts';

/** A link of the argument before its places have become ranges. */
export interface DraftLink {
  readonly parent: Draft;
  readonly node?: Draft;
  readonly locator: string;
  readonly span: Span;
  /** Where a link with a label (`[text][label]`) has its destination. */
  readonly definition?: Span;
  readonly cited: boolean;
  /** As in `EvidenceLink`. */
  readonly doubtful: boolean;
  readonly hyperlink: boolean;
}

/** The links of one case, in the order of the document, and how far its nodes reach. */
export interface Gathered {
  readonly links: readonly DraftLink[];
  /** Names of code of which the document does not say what file they are of; `locator` is the name. */
  readonly symbols: readonly DraftLink[];
  readonly extents: Extents;
}

/**
 * Collects code spans and links that are places: cited below a label or in a column of evidence, mentioned anywhere else. A mention is of the
 * node that it stands in; what introduces or ends the document speaks of the whole, which its first top node stands for.
 */
export function gatherLinks(
  readings: readonly Reading[],
  distinct: Distinct,
  placement: Placement,
): Gathered {
  const gatherer = new Gatherer(distinct, placement);
  for (const reading of readings) gatherer.read(reading);
  return { links: gatherer.allLinks(), symbols: gatherer.loneSymbols(), extents: gatherer.extents };
}

class Gatherer {
  private readonly links: DraftLink[] = [];
  private readonly symbols = new NamedSymbols<Draft>();
  /** Where parts of files are written that are links already. */
  private readonly parts: number[] = [];
  readonly extents = new Extents();
  private readonly scopes = new Scopes();
  private readonly top: Draft | undefined;
  private paragraph?: Paragraph;
  private places: ReadonlyMap<InlineLine, readonly NamedPlace[]> = new Map();

  constructor(
    private readonly distinct: Distinct,
    private readonly placement: Placement,
  ) {
    const tops = distinct.nodes.filter((node) => !placement.parentOf.has(node));
    this.top = tops.find(({ kind }) => kind === 'claim') ?? tops[0];
  }

  /** In the order of the document, with those of symbols of which the document says elsewhere where they are. */
  allLinks(): readonly DraftLink[] {
    const known = new Set([...this.parts, ...this.links.map(({ span }) => span.start)]);
    const more = this.symbols.found(known).map(linkToSymbol);
    return more.length === 0
      ? this.links
      : [...this.links, ...more].sort((a, b) => a.span.start - b.span.start);
  }

  /** What is written like a name of code is not taken for one of a file by its dot. */
  loneSymbols(): readonly DraftLink[] {
    const certain = this.links.filter(({ doubtful, locator }) => !doubtful || /[/#]/.test(locator));
    const known = new Set([...this.parts, ...certain.map(({ span }) => span.start)]);
    return this.symbols.unplaced(known).map(linkToSymbol);
  }

  read(reading: Reading): void {
    const { entry } = reading;
    const node = this.distinct.nodeAt.get(entry);
    const begins = this.distinct.again.has(entry) ? undefined : node;
    this.scopes.read(reading, entry.form === 'row' ? undefined : begins);
    const around = this.scopes.current;
    const reached = this.extents.read(entry, entry.form === 'row' ? begins : node);
    const owner = node ?? reached ?? this.top;
    if (entry.form === 'row')
      this.readRow(entry, owner, around && { ...around, owner: node ?? around.owner });
    else this.readLine(reading as LineReading, owner, around);
  }

  private readLine(reading: LineReading, owner: Draft | undefined, around: Scope | undefined): void {
    const { entry } = reading;
    const own = this.scopeOf(reading, around);
    if (own) this.scopes.begin(own.scope);
    if (owner) this.symbols.mentioned(entry.line.links, owner);
    for (const place of this.placesOn(entry)) {
      const scope = own && place.link.span.start >= own.from ? own.scope : around;
      if (scope) this.cite(place, scope);
      else if (owner) this.mention(place, owner);
    }
    if (own ?? around) this.citeBare(entry.line, (at) => (own && at >= own.from ? own.scope : around));
  }

  private readRow(row: RowEntry, mentioning: Draft | undefined, around: Scope | undefined): void {
    const { cited, mentioned } = cellsOfRow(row, this.statesEvidence(row));
    const column = this.columnScope(row);
    if (mentioning) for (const cell of row.cells) this.symbols.mentioned(cell.links, mentioning);
    const where = cited.filter((cell) => saysWhere(row, cell)).flatMap(placesOfCell);
    if (where.length === 1)
      this.symbols.standIn(
        mentioned.flatMap(({ links }) => links),
        where[0]!,
      );
    for (const cell of column ? cited : []) this.citeCell(cell, column!);
    for (const cell of mentioned) {
      if (around) this.citeCell(cell, around);
      else if (mentioning)
        for (const place of placesOfCell(cell)) this.mention(place, this.partIn(row, cell) ?? mentioning);
    }
  }

  /** The node that a cell states besides that of its row. */
  private partIn(row: RowEntry, { span }: InlineLine): Draft | undefined {
    return this.distinct.partsAt.get(row)?.find(({ textSpan }) => textSpan.start === span.start);
  }

  private citeCell(cell: InlineLine, scope: Scope): void {
    for (const place of placesOfCell(cell)) this.cite(place, scope);
    this.citeBare(cell, () => scope);
  }

  private citeBare(line: InlineLine, scopeAt: (offset: number) => Scope | undefined): void {
    for (const place of bareNamedPlaces(line)) {
      const scope = scopeAt(place.link.span.start);
      if (scope) this.cite(place, scope);
    }
  }

  /** What a line names; a remark behind a path may go on in the next line of its paragraph. */
  private placesOn({ paragraph, line }: LineEntry): readonly NamedPlace[] {
    if (this.paragraph !== paragraph) {
      this.paragraph = paragraph;
      this.places = namedPlaces(
        paragraph.lines.map((one) => one.line),
        true,
      );
    }
    return this.places.get(line) ?? [];
  }

  private statesEvidence(row: RowEntry): boolean {
    const node = this.distinct.nodeAt.get(row);
    return node?.kind === 'evidence' && this.placement.parentOf.has(node);
  }

  /** What the columns of evidence in a row are for. */
  private columnScope(row: RowEntry): Scope | undefined {
    const node = this.distinct.nodeAt.get(row);
    if (node?.kind === 'evidence') return this.scopeOfEvidence(node, row);
    const controls = this.distinct.partsAt.get(row)?.filter(({ kind }) => kind === 'control') ?? [];
    const owner = controls.length === 1 ? controls[0] : (node ?? this.placement.ownerOf.get(row));
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
    if (node?.kind === 'evidence' && node.placing !== 'enclosing')
      return { scope: this.scopeOfEvidence(node, entry), from: start };
    if (label?.evidence) {
      const owner = node ?? this.placement.ownerOf.get(entry);
      const open = entry.form === 'item' && isAlone(entry, label.from);
      return owner && { scope: { owner, entry, open }, from: entry.line.offsets[label.from] ?? end };
    }
    if (!node || !around || !this.distinct.again.has(entry)) return undefined;
    return { scope: { owner: node, entry, open: false }, from: start };
  }

  private cite(place: NamedPlace, { owner, node }: Scope): void {
    this.add(place, { parent: owner, ...(node && { node }), cited: true });
  }

  /** A mention is no evidence of a web page: only an address that may lead into the subject is kept. */
  private mention(place: NamedPlace, parent: Draft): void {
    if (place.unusual) return;
    const leadsElsewhere = place.likeness === 'url' && !parseRepositoryUrl(place.locators[0]!.locator);
    if (!leadsElsewhere) this.add(place, { parent, cited: false });
  }

  private add(
    { link, locators, likeness, hyperlink }: NamedPlace,
    to: Pick<DraftLink, 'parent' | 'node' | 'cited'>,
  ): void {
    const { definition } = link;
    const doubtful = likeness === 'perhaps';
    for (const { locator, span, part } of locators) {
      this.links.push({ ...to, locator, span, doubtful, hyperlink, ...(definition && { definition }) });
      this.symbols.bound(locator);
      if (part) this.parts.push(part.start);
    }
  }
}

function linkToSymbol({ owner, locator, span }: FoundSymbol<Draft>): DraftLink {
  return { parent: owner, locator, span, cited: false, doubtful: true, hyperlink: false };
}

function placesOfCell(cell: InlineLine): readonly NamedPlace[] {
  return namedPlaces([cell], true).get(cell) ?? [];
}

/** Whether a list item holds nothing behind `from` of its first line. */
function isAlone({ line, item, paragraph }: LineEntry, from: number): boolean {
  return (
    line.text.slice(from).trim() === '' &&
    paragraph.lines.length === 1 &&
    item?.span.end === paragraph.span.end
  );
}
