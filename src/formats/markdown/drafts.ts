import type { NodeKind } from '../../model/kinds.ts';
import type { Prefixes } from '../../model/settings.ts';
import type { InlineLine } from './inline.ts';
import { kindOfPrefix } from './kinds.ts';
import type { Conventions, Role } from './kinds.ts';
import { isEmphasized } from './node-line.ts';
import type { NodeLine } from './node-line.ts';
import type { Entry, LineEntry, Section } from './outline.ts';
import type { LineReading, Reading } from './readings.ts';
import { namesStandard } from './standards.ts';
import type { Span } from '../span.ts';

/** A node as its own line or row tells of it, before its place in the argument is known. */
export interface Draft {
  readonly entry: Entry;
  readonly kind: NodeKind;
  readonly role?: Role;
  /** Undefined where the author gave none. */
  readonly id?: string;
  readonly idSpan: Span;
  readonly text: string;
  readonly textSpan: Span;
  /** The line that states the node, where `entry` is a heading that only announces it. */
  readonly statedBy?: Entry;
  /** What it is called, where its text says more: a derived id is made of it. */
  readonly name?: string;
  /** How its parent is found, where the claims above do not matter. */
  readonly placing?: Placing;
  /** A part that stands alone, and that further parts are about: `**Threat:** …`, and `**Mitigation:** …` below it. */
  readonly opens?: true;
  /** A part only of a claim; of any other node it is a field. */
  readonly ofClaims?: true;
  /** Another node begins the same row or line, and this one is a part of it: the control in a row of a threat. */
  readonly within?: Draft;
  /** One of several items behind one label of evidence: it belongs to what the label belongs to. */
  readonly ofLabel?: true;
  /** The id of the node that it says it is about. */
  readonly about?: string;
  /** The requirement that it is about, in a list that goes through a standard. */
  readonly satisfies?: string;
  /** What the section around it holds, for a line that states its id. */
  readonly inSectionOf?: NodeKind;
  /** A claim that says its heading, a claim too, in a sentence: what stands below belongs to the heading. */
  readonly saysHeading?: true;
  /** Only the letters of its id tell its kind. */
  readonly guessed?: true;
  /** A row that states what its id stands for, rather than name it again. */
  readonly defines?: boolean;
}

/**
 * `enclosing`: below the node whose section or list item it stands in, else below none, as the items of a list of threats. `part`: a labelled
 * part of the node it stands in, and no node without one. `loose part`: the same, but it may stand alone.
 */
export type Placing = 'enclosing' | 'part' | 'loose part';

/** The store that half of all architecture documents have: an id only in company of other strategies. */
const BUCKETS = 'S3';

const CLAIM_LETTERS: ReadonlySet<string> = new Set(['C', 'G', 'SC', 'SG', 'TC']);

const TOP_HEADING = /\b(?:top[- ]level|main|root|overall|central|primary) (?:claim|goal)\b/i;

/** What the letters of ids mean in this document. @param prefixes what a person set of them */
export function conventionsOf(readings: readonly Reading[], prefixes?: Prefixes): Conventions {
  const lettered = readings.flatMap(({ node }) => (node?.id === undefined ? [] : [node]));
  const goals = lettered.some(({ prefix }) => prefix === 'G');
  const claims = lettered.some(({ prefix, keyword }) => prefix === 'C' && keyword?.kind === 'claim');
  const requirements = haveEvidence(readings) && !lettered.some(isClaim);
  return { goals: goals && !claims, requirements, ...(prefixes && { prefixes }) };
}

/** A rebuttal needs a claim to attack. */
function isClaim({ prefix, keyword }: NodeLine): boolean {
  return keyword ? keyword.kind === 'claim' : CLAIM_LETTERS.has(prefix);
}

/** Whether evidence stands below most headings with ids such as R1. */
function haveEvidence(readings: readonly Reading[]): boolean {
  const sections = new Set<Section>();
  const withEvidence = new Set<Section>();
  for (const { entry, node, label } of readings) {
    if (entry.form === 'heading' && node?.prefix === 'R' && !node.keyword) sections.add(entry.section);
    else if (label?.evidence && sections.has(entry.section)) withEvidence.add(entry.section);
  }
  return withEvidence.size > sections.size / 2;
}

/** The nodes that lines begin; rows have a reader of their own. */
export function draftsOfLines(readings: readonly Reading[], conventions: Conventions): Draft[] {
  const company = companyOf(readings);
  const topSections = new Set<Section>();
  return readings.flatMap((reading, index) => {
    if (!isNode(reading)) return [];
    const { node, hint } = reading;
    if (!node.keyword && isDoubtful(node, hint, company.get(node.prefix))) return [];
    if (announces(reading) && hasIds(readings, index)) return [];
    const draft = draftOf(reading, textOf(readings, index, reading), conventions);
    return draft ? [withRole(draft, reading, topSections)] : [];
  });
}

/** A heading such as *Top-level claim*, which states nothing itself. */
function announces({ entry, node }: NodeReading): boolean {
  return entry.form === 'heading' && node.id === undefined && node.rest.start >= node.rest.end;
}

/** Whether a line between this heading and the next states an id. */
function hasIds(readings: readonly Reading[], heading: number): boolean {
  for (let at = heading + 1; at < readings.length; at++) {
    const { entry, node } = readings[at]!;
    if (entry.form === 'heading') return false;
    if (node?.id !== undefined) return true;
  }
  return false;
}

/** How many lines of a document have ids with the same letters, and the smallest number among them. */
interface Company {
  readonly size: number;
  readonly smallest: number;
}

function companyOf(readings: readonly Reading[]): Map<string, Company> {
  const company = new Map<string, Company>();
  for (const { node } of readings) {
    if (node?.id === undefined) continue;
    const { size, smallest } = company.get(node.prefix) ?? { size: 0, smallest: Infinity };
    company.set(node.prefix, { size: size + 1, smallest: Math.min(smallest, numberOf(node.id)) });
  }
  return company;
}

/**
 * Whether an id without a keyword is likely to be something else that looks like one: the name of a thing (`S3`), or a number of a standard or
 * of a list elsewhere (`E501`, `A10`), for whoever numbers nodes begins below ten.
 */
function isDoubtful({ id = '', prefix }: NodeLine, hint: string, company: Company | undefined): boolean {
  const alone = (company?.size ?? 0) <= 1;
  const continues = numberOf(id) < 10 || (company?.smallest ?? Infinity) < 10;
  return !continues || (alone && id === BUCKETS) || (prefix.length === 1 && namesStandard(hint));
}

function numberOf(id: string): number {
  return Number.parseInt(/\d+/.exec(id)?.[0] ?? '0', 10);
}

type NodeReading = LineReading & { readonly node: NodeLine };

function isNode(reading: Reading): reading is NodeReading {
  return reading.node !== undefined;
}

function draftOf(
  { entry, node, hint }: NodeReading,
  { text, span }: Piece,
  conventions: Conventions,
): Draft | undefined {
  const kind = node.keyword?.kind ?? kindOfPrefix(node.prefix, conventions, hint);
  if (!kind) return undefined;
  const bare = !node.keyword && entry.form !== 'heading' && !isEmphasized(entry.line, node.idAt.start);
  if (text === '' && (bare || node.id === undefined)) return undefined;
  return {
    entry,
    kind,
    ...(node.id !== undefined && { id: node.id }),
    ...(!node.keyword && { guessed: true as const }),
    idSpan: sourceSpan(entry.line, node.idAt),
    text,
    textSpan: span,
  };
}

/** A keyword says what role a claim has; for the first claim below a heading such as *Top-level claim* the heading does. */
function withRole(draft: Draft, { node, entry, hint }: NodeReading, topSections: Set<Section>): Draft {
  const section = entry.form === 'heading' ? entry.section.parent : entry.section;
  if (entry.form === 'heading' && node.keyword?.role === 'top') topSections.add(entry.section);
  const first = TOP_HEADING.test(hint) && draft.kind === 'claim' && section && !topSections.has(section);
  if (first) topSections.add(section);
  const role = node.keyword?.role ?? (first ? 'top' : undefined);
  return role ? { ...draft, role } : draft;
}

/** Where a stretch of a line's text stands in the document. */
export function sourceSpan(line: InlineLine, { start, end }: Span): Span {
  if (end <= start) {
    const at = line.offsets[start] ?? line.span.end;
    return { start: at, end: at };
  }
  return { start: line.offsets[start]!, end: line.offsets[end - 1]! + 1 };
}

interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** What a node says: the rest of its line and the lines that go on with it, else the paragraph below. */
function textOf(readings: readonly Reading[], index: number, { entry, node, label }: NodeReading): Piece {
  const within = label && label.start >= node.rest.start ? label : undefined;
  const end = Math.min(within?.start ?? node.rest.end, node.rest.end);
  const pieces = pieceOf(entry.line, { start: node.rest.start, end });
  let last = entry;
  for (let at = index + 1; !within && at < readings.length; at++) {
    const next = readings[at]!;
    if (next.entry.form === 'row' || next.entry.form === 'heading' || next.node) break;
    const stop = next.label && (next.label.colon || next.label.evidence) ? next.label.start : undefined;
    if (stop === 0 || !goesOn(last, next.entry, pieces.length === 0)) break;
    pieces.push(...pieceOf(next.entry.line, { start: 0, end: stop ?? next.entry.line.text.length }));
    last = next.entry;
    if (stop !== undefined) break;
  }
  const none = sourceSpan(entry.line, { start: node.idAt.end, end: node.idAt.end });
  if (pieces.length === 0) return { text: '', span: none };
  return {
    text: pieces.map(({ text }) => text).join(' '),
    span: { start: pieces[0]!.span.start, end: pieces.at(-1)!.span.end },
  };
}

/** Whether a line says more of a node whose words so far end with `last`: it wraps them, or is the first to say anything. */
function goesOn(last: LineEntry, next: LineEntry, nothingYet: boolean): boolean {
  if (next.paragraph === last.paragraph) return nothingYet || !last.line.hardEnd;
  return nothingYet && next.form === 'text' && next.section === last.section && next.item === last.item;
}

function pieceOf(line: InlineLine, stretch: Span): Piece[] {
  const raw = line.text.slice(stretch.start, stretch.end);
  const text = raw.trim();
  if (text === '') return [];
  const start = stretch.start + raw.indexOf(text);
  return [{ text: text.replace(/\s+/g, ' '), span: sourceSpan(line, { start, end: start + text.length }) }];
}
