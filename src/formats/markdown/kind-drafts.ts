import type { NodeKind } from '../../model/kinds.ts';
import { sourceSpan } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { evidencePieces } from './evidence-pieces.ts';
import { headingText } from './headings.ts';
import { ANY_ID } from './id-pattern.ts';
import { onlyIds } from './id-lists.ts';
import type { InlineLine } from './inline.ts';
import { readLabel } from './labels.ts';
import { LeadIns } from './lead-ins.ts';
import { withLeadingIds } from './leading-ids.ts';
import { namesWithin, readName, readPlainLabel } from './names.ts';
import type { Name } from './names.ts';
import type { Entry, LineEntry, ListItem, Section } from './outline.ts';
import { ownKind } from './own-kinds.ts';
import { partLabelOf, partOf } from './part-labels.ts';
import { textFrom } from './paragraph-text.ts';
import { hasWords, holdPlace, saysNothing } from './prose.ts';
import type { LineReading, Reading } from './readings.ts';
import type { Sense, Senses } from './senses.ts';
import type { Span } from '../span.ts';
import type { StandardRows } from './standard-rows.ts';

/**
 * The nodes of rule 11, which have neither id nor keyword: sub-headings, list items and named paragraphs below a heading that says what they
 * are, and the labelled parts of nodes. `stated` are the nodes that lines begin by themselves.
 */
export function draftsOfKinds(
  readings: readonly Reading[],
  senses: Senses,
  standards: StandardRows,
  stated: readonly Draft[],
): Draft[] {
  const finder = new Finder(senses, standards, new Map(stated.map((draft) => [draft.entry, draft])));
  for (const reading of readings) finder.read(reading);
  return withLeadingIds(finder.found, stated);
}

const LABEL_ID = new RegExp(String.raw`\((${ANY_ID})\)$`);

const NO_SENSE: Sense = { attaches: false, argues: false };

/** In a list of threats such items tell how their absence is checked. */
const CHECK =
  /\b(?:analysis|fuzz(?:ing)?|tests?|testing|test suite|suite|coverage|audits?|scan(?:s|ning)?|reviews?|linting|verification|pentests?)\b/i;
/** So many words in the lines before the first place are evidence themselves, and the place is where they are from. */
const TOLD_AT_LENGTH = 12;
/** Labels in a section about checks that tell of one how it is run. */
const HOW_IT_IS_RUN =
  /^(?:tools?|tooling|frequency|cadence|schedule|vendor|provider|owner|duration|trigger|when|environment|target|goal|purpose|scope)s?$/i;
const OF_CATALOGUE = /\bC(?:WE|APEC)-\d/;
/** Paragraphs with these names speak of the text, not of the system. */
const REMARK =
  /^(?:notes?|example|legend|status(?: legend)?|see also|todo|tip|important|warning|summary|references?)$/i;

class Finder {
  readonly found: Draft[] = [];
  private readonly leads = new LeadIns();
  private readonly described = new Set<Section>();
  private readonly groups = new Set<ListItem | undefined>();

  constructor(
    private readonly senses: Senses,
    private readonly rows: StandardRows,
    private readonly at: Map<Entry, Draft>,
  ) {}

  read(reading: Reading): void {
    const { entry } = reading;
    const sense = this.senses.get(entry.section) ?? NO_SENSE;
    if (entry.form !== 'row' && !this.at.has(entry)) this.readLine(reading as LineReading, entry, sense);
    if (entry.form !== 'row') this.readWithin(entry);
    this.leads.read(reading);
  }

  private readLine(reading: LineReading, entry: LineEntry, sense: Sense): void {
    if (entry.form === 'heading') return this.readHeading(entry, sense);
    if (reading.label?.evidence && reading.label.start === 0) return this.evidence(entry, reading.label.from);
    if (this.readPart(entry, sense)) return;
    if (entry.form === 'item') this.readItem(entry, sense);
    else if (entry.index === 0 && !entry.item) this.readParagraph(entry, sense);
  }

  private readHeading(entry: LineEntry, { heading }: Sense): void {
    const said = heading && headingText(entry.section);
    if (!said) return;
    const placed = this.senses.get(entry.section)?.attaches ? {} : { placing: 'enclosing' as const };
    this.add({ entry, kind: heading, idSpan: said.span, text: said.text, textSpan: said.span, ...placed });
  }

  /** `**Countermeasures:** …`, `- Impact: …`. Says whether the line has such a label, node or not. */
  private readPart(entry: LineEntry, sense: Sense): boolean {
    const { name, part } = partOf(entry.line) ?? {};
    if (!name || !part || (entry.index > 0 && !name.emphasized)) return false;
    if (part.is === 'field' && part.field === 'scope' && isOfDocument(entry, name, sense))
      this.add(draftFrom(entry, 0, { kind: 'context', placing: 'enclosing' }));
    if (part.is !== 'node') return true;
    const { text } = entry.line;
    if (!name.emphasized && !(entry.form === 'item' && sense.argues) && !(part.alone && sense.argues))
      return false;
    if (!hasWords(entry.line, { start: name.saidOfLabel, end: text.length }) && !this.hasMore(entry))
      return true;
    if (text.slice(name.saidOfLabel).trim() === '' && entry.paragraph.lines.length === 1) return true;
    const placing = part.alone && sense.argues ? 'loose part' : 'part';
    this.add({
      ...draftFrom(entry, name.saidOfLabel, { kind: part.kind, placing }),
      ...(part.ofClaims && { ofClaims: true }),
      ...(placing === 'loose part' && namesOne(part.kind, name.label) && { opens: true }),
      ...idOfLabel(entry.line, name),
    });
    return true;
  }

  private readItem(entry: LineEntry, sense: Sense): void {
    if (this.rows.isRisk(entry, sense))
      return this.add(draftFrom(entry, 0, { kind: 'threat', placing: 'enclosing' }));
    const lead = this.leads.of(entry.item);
    const kind = lead?.label || !sense.kind ? (lead?.kind ?? sense.kind) : ownKind(entry, sense.kind, sense);
    if (!kind || (!lead?.label && !sense.kind && !sense.argues)) return;
    if (kind === 'evidence' && sense.checks && !lead) return this.check(entry);
    if (kind === 'evidence' && !sense.attaches) return this.evidence(entry, 0);
    if (!lead && entry.item?.depth !== 1 && !this.isInGroup(entry)) return;
    if (isGroup(entry, kind)) return void this.groups.add(entry.item);
    const name = readName(entry.line);
    if (name && REMARK.test(name.text)) return;
    if (isOnlyLink(entry)) return;
    if (sense.attaches && sense.kind === 'claim' && !lead?.label && !name) return;
    const checks = kind === 'threat' && name && CHECK.test(name.text) && !OF_CATALOGUE.test(name.text);
    const attaches = sense.attaches && kind === 'claim' && !lead?.label;
    const placing = lead?.part ? 'part' : attaches ? undefined : 'enclosing';
    this.add(draftFrom(entry, 0, { kind: checks ? 'evidence' : kind, ...(placing && { placing }) }, name));
  }

  /** `**Fail closed.** Where a decision is …` below *Design principles*. */
  private readParagraph(entry: LineEntry, { kind, attaches, describes, several, plain }: Sense): void {
    if (several) return;
    if (describes) return this.describe(entry, 'context');
    if (plain && (kind === 'rebuttal' || kind === 'assumption')) return this.describe(entry, kind);
    const name = readName(entry.line);
    if (!kind || kind === 'evidence' || !name || REMARK.test(name.text)) return;
    if (entry.line.text.slice(name.from).trim() === '' && entry.paragraph.lines.length === 1) return;
    this.add(draftFrom(entry, 0, { kind, ...(attaches ? {} : { placing: 'enclosing' as const }) }, name));
  }

  /** The first paragraph that says what the system is, or what is assumed or left open where nothing but prose does. */
  private describe(entry: LineEntry, kind: NodeKind): void {
    if (this.described.has(entry.section)) return;
    this.described.add(entry.section);
    this.add(draftFrom(entry, 0, { kind, placing: 'enclosing' }));
  }

  /** How the system is checked, in a section about that. */
  private check(entry: LineEntry): void {
    if (entry.item?.depth !== 1 || isOnlyLink(entry) || !hasWords(entry.line)) return;
    const name = readName(entry.line);
    if (HOW_IT_IS_RUN.test((name ?? readPlainLabel(entry.line))?.label ?? '')) return;
    this.add(draftFrom(entry, 0, { kind: 'evidence', placing: 'loose part' }, name));
  }

  /** Evidence that is no place but is told in words. What has a place is a link, not a node. */
  private evidence(entry: LineEntry, from: number): void {
    const pieces = from > 0 ? evidencePieces(entry, from) : [];
    for (const { text, span } of pieces)
      this.add({ entry, kind: 'evidence', idSpan: span, text, textSpan: span, ofLabel: true });
    if (pieces.length > 0) return;
    const { lines } = entry.paragraph;
    let words = 0;
    for (let index = entry.index; index < lines.length; index++) {
      const { line } = lines[index]!;
      if (index > entry.index && readLabel(line)) break;
      const start = index === entry.index ? from : 0;
      if (holdPlace(linksFrom(line, start))) {
        if (words < TOLD_AT_LENGTH) return;
        break;
      }
      words += line.text.slice(start).split(' ').length;
    }
    if (!hasWords(entry.line, { start: from, end: entry.line.text.length })) return;
    if (onlyIds(entry.line.text.slice(from)) !== undefined) return;
    this.add(draftFrom(entry, from, { kind: 'evidence', placing: 'part' }));
  }

  /** `… and hangs. **Mitigation:** a timeout.`: a part that begins within a line. */
  private readWithin(entry: LineEntry): void {
    for (const name of namesWithin(entry.line)) {
      const part = partLabelOf(name.label);
      if (part?.is !== 'node' || part.ofClaims || name.label.length === 0) continue;
      const main = this.at.get(entry);
      if (
        !hasWords(entry.line, { start: name.saidOfLabel, end: entry.line.text.length }) &&
        !this.hasMore(entry)
      )
        continue;
      const draft = draftFrom(entry, name.saidOfLabel, { kind: part.kind, placing: 'part' });
      this.add({
        ...draft,
        idSpan: sourceSpan(entry.line, name.at),
        ...idOfLabel(entry.line, name),
        ...(main && { within: main }),
      });
    }
  }

  private isInGroup({ item }: LineEntry): boolean {
    return item?.parent !== undefined && this.groups.has(item.parent);
  }

  private hasMore(entry: LineEntry): boolean {
    const next = entry.paragraph.lines[entry.index + 1];
    return next !== undefined && hasWords(next.line);
  }

  private add(draft: Draft): void {
    if (draft.text === '' || saysNothing(draft.text)) return;
    this.found.push(draft);
    if (!draft.within && !draft.ofLabel) this.at.set(draft.entry, draft);
  }
}

/** A node that says what stands from `from` on in a line, and in the lines that go on with it. */
function draftFrom(
  entry: LineEntry,
  from: number,
  { kind, placing }: { kind: NodeKind; placing?: Draft['placing'] },
  name?: Name,
): Draft {
  const said = textFrom(entry, from);
  const at = said?.span ?? sourceSpan(entry.line, { start: from, end: from });
  return {
    entry,
    kind,
    idSpan: name ? sourceSpan(entry.line, name.at) : at,
    text: said?.text ?? '',
    textSpan: at,
    ...(name && { name: name.text }),
    ...(placing && { placing }),
  };
}

/** Whether a label speaks of one threat, rather than list several: what follows it then is about that one. */
function namesOne(kind: NodeKind, label: string): boolean {
  return kind === 'threat' && !/s$/i.test(label);
}

/** `**Residual risk (R3):** …` */
function idOfLabel(line: InlineLine, { label, at }: Name): { id: string; idSpan: Span } | undefined {
  const id = LABEL_ID.exec(label)?.[1];
  const start = id === undefined ? -1 : line.text.indexOf(`(${id})`, at.start) + 1;
  return id === undefined || start === 0
    ? undefined
    : { id, idSpan: sourceSpan(line, { start, end: start + id.length }) };
}

/** `**Scope:** …` below the title of an argument is about all of it; in a node it is a field. */
function isOfDocument({ section, form, item, line }: LineEntry, name: Name, { argues }: Sense): boolean {
  const free = form === 'text' && !item && section.depth <= 1;
  return free && argues && name.emphasized && hasWords(line, { start: name.from, end: line.text.length });
}

function linksFrom(line: InlineLine, from: number): InlineLine['links'] {
  return line.links.filter(({ at }) => at.end > from);
}

/** An item that only names those in it: `- **Untrusted:**` among trust boundaries. */
function isGroup({ line, item, paragraph }: LineEntry, kind: NodeKind): boolean {
  if (kind !== 'context' && kind !== 'asset' && kind !== 'assumption') return false;
  const alone = paragraph.lines.length === 1 && item !== undefined && item.span.end > paragraph.span.end;
  return alone && /:$/.test(line.text);
}

/** An item of a table of contents, or of a list of references. */
function isOnlyLink({ line }: LineEntry): boolean {
  const [link] = line.links;
  return link?.form === 'link' && link.at.start === 0 && /^\W*$/.test(line.text.slice(link.at.end));
}
