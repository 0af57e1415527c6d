import type { NodeKind } from '../../model/kinds.ts';
import { isIdColumn, kindOfColumn, shapeOf } from './columns.ts';
import type { TableShape } from './columns.ts';
import { sourceSpan } from './drafts.ts';
import { ANY_ID } from './id-pattern.ts';
import type { Draft } from './drafts.ts';
import { EVIDENCE_FIELD } from './evidence-fields.ts';
import type { InlineLine } from './inline.ts';
import { hintedKind, keywordAt, kindOfPrefix } from './kinds.ts';
import type { Conventions } from './kinds.ts';
import { isOfCatalogue, leadingId } from './leading-ids.ts';
import type { WrittenLink } from './links.ts';
import { readIdOnly, readNodeLine } from './node-line.ts';
import type { NodeLine } from './node-line.ts';
import type { RowEntry } from './outline.ts';
import { saysNothing } from './prose.ts';
import { namesStandard } from './standards.ts';

const ORDINAL = /^\d+\.?$/;
const WHOLE_ID = new RegExp(`^${ANY_ID}$`);
/** An id with nothing but a space behind it counts only where it is known. */
const SPACED_ID = new RegExp(String.raw`^(${ANY_ID})\s+(\S.*)$`);
/** What is known where the rows of a table are read. */
export interface RowContext {
  readonly conventions: Conventions;
  /** The heading above the table. */
  readonly hint: string;
  /** What the section is said to hold. */
  readonly section: NodeKind | undefined;
  /** The table stands in an argument, so that a header alone makes its rows nodes. */
  readonly inArgument: boolean;
  /** The ids that lines of the document state, and the kinds of their nodes. */
  readonly known: ReadonlyMap<string, NodeKind>;
  /** Each row of its table begins with an id and a space: `P1 no row leaves`. */
  readonly numbered: boolean;
  /** Its table only answers yes or no. */
  readonly answers: boolean;
}

interface Row extends RowContext {
  readonly row: RowEntry;
  readonly shape: TableShape;
}

/** The node that a row of a table states; undefined for rows of tables that list no nodes. */
export function draftOfRow(row: RowEntry, context: RowContext): Draft | undefined {
  const shape = shapeOf(row.table, context.section);
  const cell = row.cells[shape.first];
  if (!cell || cell.text === '') return undefined;
  const header = row.table.header[shape.first]?.text ?? '';
  const { prefixes } = context.conventions;
  const node = readNodeLine(cell, { heading: false, wrapped: false, hint: header || context.hint, prefixes });
  const hasEvidence = shape.evidence.size > 0;
  const all = { ...context, row, shape };
  const listsNodes =
    shape.isFields ||
    hasEvidence ||
    isIdColumn(header) ||
    kindOfColumn(header) !== undefined ||
    toldKind(all) !== undefined;
  const isCatalogue = namesStandard(context.hint) && isOfCatalogue(node?.id ?? '');
  const again = namesAgain(all, cell);
  if (again) return again;
  const draft =
    node?.id !== undefined && !isCatalogue && (listsNodes || node.keyword)
      ? withStatedId(all, cell, node)
      : shape.isFields
        ? undefined
        : withAnyId(all, cell);
  const about = shape.about === undefined ? undefined : row.cells[shape.about]?.text;
  return draft && about && WHOLE_ID.test(about) ? { ...draft, about } : draft;
}

/** `R1 Transport security`, where a line of the document states R1. */
function namesAgain(context: Row, cell: InlineLine): Draft | undefined {
  const { row, known, numbered } = context;
  const [, id = '', says = ''] = SPACED_ID.exec(cell.text) ?? [];
  const kind = (numbered ? kindWithoutId(context) : undefined) ?? known.get(id);
  if (!kind) return undefined;
  return {
    entry: row,
    kind,
    id,
    idSpan: sourceSpan(cell, { start: 0, end: id.length }),
    text: foldSpace(says),
    textSpan: cell.span,
    ...(numbered && { defines: true }),
  };
}

/** Whether all rows of a table begin with an id and a space, each with another one. */
export function hasSpacedIds(rows: readonly RowEntry[]): boolean {
  const ids = rows.map(({ cells }) => SPACED_ID.exec(cells[0]?.text ?? '')?.[1]);
  return rows.length > 1 && !ids.includes(undefined) && new Set(ids).size === ids.length;
}

const ANSWER = /^(?:yes|no|n\/a|none|partial(?:ly)?|full(?:y)?|default|true|false|on|off|[-–—✓✔✅❌✗x\s]*)$/i;

/** Whether the columns behind the first only answer yes or no, in most rows of a table: it compares things, and says nothing of each. */
export function onlyAnswers(rows: readonly RowEntry[]): boolean {
  const answering = rows.filter(({ cells }) => cells.length > 2 && cells.slice(1).every(isAnswer));
  return answering.length > rows.length / 2;
}

function isAnswer({ text }: InlineLine): boolean {
  return ANSWER.test(text.trim());
}

/** Whether the header of a table, or the section it stands in, makes its rows nodes. */
export function listsNodes(row: RowEntry, section: NodeKind | undefined): boolean {
  const shape = shapeOf(row.table, section);
  return !shape.isFields && !shape.isOther && (shape.kind !== undefined || section !== undefined);
}

/** Whether a table sets threats against what counters them: nothing but an argument does. */
export function isThreatTable(row: RowEntry): boolean {
  const shape = shapeOf(row.table, undefined);
  return shape.kind === 'threat' && shape.controls.length > 0;
}

/** The code spans and links of a row that stand where evidence is expected, and the others. */
export function linksOfRow(row: RowEntry): { cited: WrittenLink[]; mentioned: WrittenLink[] } {
  const { cited, mentioned } = cellsOfRow(row);
  return {
    cited: cited.flatMap(({ links }) => links),
    mentioned: mentioned.flatMap(({ links }) => links),
  };
}

const WHERE = /^(?:where|location|(?:source )?files?|code|module|(?:implemented|enforced|found) in)\b/i;

/** Whether a cell's column says where in the code the things in the row are. */
export function saysWhere(row: RowEntry, cell: InlineLine): boolean {
  return WHERE.test(row.table.header[row.cells.indexOf(cell)]?.text ?? '');
}

/**
 * The cells of a row where evidence is expected, and the others.
 *
 * @param isEvidence the row states evidence, so that all it names is
 */
export function cellsOfRow(
  row: RowEntry,
  isEvidence = false,
): { cited: InlineLine[]; mentioned: InlineLine[] } {
  const shape = shapeOf(row.table, undefined);
  const cited: InlineLine[] = [];
  const mentioned: InlineLine[] = [];
  const evidenceField = shape.isFields && EVIDENCE_FIELD.test(row.cells[0]?.text ?? '');
  row.cells.forEach((cell, column) => {
    const asked = isEvidence || shape.evidence.has(column) || (evidenceField && column > 0);
    (asked ? cited : mentioned).push(cell);
  });
  return { cited, mentioned };
}

/** A row whose first cell is the line of a node: `C1`, `Claim 1`, `C1: Keys rotate`. */
function withStatedId(context: Row, cell: InlineLine, node: NodeLine): Draft | undefined {
  const { row, shape, hint } = context;
  const beside = readIdOnly(cell, hint) ? textBeside(context) : undefined;
  const kind = node.keyword?.kind ?? toldKind(context) ?? kindOfRow(context, beside ?? cell, node.prefix);
  if (!kind) return undefined;
  const says = beside && kind === 'evidence' ? row.cells[shape.first + 1] : beside;
  return {
    entry: row,
    kind,
    id: node.id,
    idSpan: sourceSpan(cell, node.idAt),
    text: foldSpace(says?.text ?? cell.text.slice(node.rest.start, node.rest.end)),
    textSpan: says?.span ?? sourceSpan(cell, node.rest),
    defines: beside !== undefined && shape.evidence.size === 0,
  };
}

/**
 * A row of a table with evidence, of one whose header names a kind, or in a section of one kind: it has an id of any form below a header that
 * says so or in front of its words, or none and only says something.
 */
function withAnyId(context: Row, cell: InlineLine): Draft | undefined {
  const { row, shape } = context;
  const kind = toldKind(context) ?? kindWithoutId(context);
  const isOther = (shape.isOther || context.answers) && shape.kind === undefined && !shape.checks;
  if (!kind || isOther) return undefined;
  const header = row.table.header[shape.first]?.text ?? '';
  const inIdColumn = isIdColumn(header) && WHOLE_ID.test(cell.text) && !isOfCatalogue(cell.text);
  const numbers = isIdColumn(header) || header === '' || shape.checks;
  const isNumber = inIdColumn || (ORDINAL.test(cell.text) && numbers);
  const says = shape.main > shape.first ? row.cells[shape.main] : isNumber ? textBeside(context) : cell;
  if (!says || saysNothing(says.text) || ORDINAL.test(says.text)) return undefined;
  const leading = inIdColumn ? undefined : leadingId(says.text);
  if (leading) return withLeadingId(row, says, kind, leading);
  return {
    entry: row,
    kind,
    ...(inIdColumn && { id: cell.text }),
    idSpan: inIdColumn ? cell.span : says.span,
    text: foldSpace(says.text),
    textSpan: says.span,
    ...(inIdColumn && { defines: shape.evidence.size === 0 }),
  };
}

function withLeadingId(
  row: RowEntry,
  says: InlineLine,
  kind: NodeKind,
  { id, from }: { readonly id: string; readonly from: number },
): Draft {
  return {
    entry: row,
    kind,
    id,
    idSpan: sourceSpan(says, { start: 0, end: id.length }),
    text: foldSpace(says.text.slice(from)),
    textSpan: sourceSpan(says, { start: from, end: says.text.length }),
  };
}

/** What a column such as *Kind* calls the node of a row. */
function toldKind({ row, shape, inArgument }: Row): NodeKind | undefined {
  const cell = shape.told === undefined || !inArgument ? undefined : row.cells[shape.told];
  const named = cell && keywordAt(cell.text, 0);
  return named && named.end === cell.text.length ? named.keyword.kind : undefined;
}

/** A column names the kind more closely than the section, but a risk that is left is a rebuttal however its column calls it. */
function kindWithoutId({ shape, section, inArgument }: Row): NodeKind | undefined {
  const certain = inArgument || shape.ownEvidence || shape.controls.length > 0;
  if (section === 'rebuttal' && (shape.kind === 'threat' || shape.kind === undefined)) return section;
  if (shape.kind && certain) return shape.kind;
  if (shape.checks && shape.kind === undefined && inArgument) return 'evidence';
  if (shape.trust && shape.kind === undefined && inArgument) return 'context';
  if (shape.kind === undefined && section) return section === 'evidence' ? undefined : section;
  return shape.clearEvidence ? 'claim' : undefined;
}

/** Letters of several kinds mean what the columns say: `T1` is a threat under *Threat*, and `R1` a requirement under *Requirement*. */
function kindOfRow({ row, conventions, hint }: Row, says: InlineLine, prefix: string): NodeKind | undefined {
  const columns = [row.table.header[row.cells.indexOf(says) - 1]?.text ?? '', columnOf(row, says)];
  const hinted = columns
    .map((header) => hintedKind(prefix, header) ?? hintedKind(prefix, `${header}s`))
    .find((kind) => kind !== undefined);
  const column = prefix.length === 1 ? kindOfColumn(columnOf(row, says)) : undefined;
  return conventions.prefixes?.get(prefix) ?? hinted ?? column ?? kindOfPrefix(prefix, conventions, hint);
}

function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function columnOf(row: RowEntry, cell: InlineLine): string {
  return row.table.header[row.cells.indexOf(cell)]?.text ?? '';
}

/** What a row says whose first column is only an id or a number. */
function textBeside({ row, shape }: Row): InlineLine | undefined {
  if (shape.main > shape.first) return row.cells[shape.main];
  return row.cells.find((_cell, column) => column > shape.first && !shape.evidence.has(column));
}
