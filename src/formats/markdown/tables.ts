import type { NodeKind } from '../../model/kinds.ts';
import { sourceSpan } from './drafts.ts';
import type { Draft } from './drafts.ts';
import type { InlineLine } from './inline.ts';
import { hintedKind, kindOfColumn, kindOfPrefix } from './kinds.ts';
import type { Conventions } from './kinds.ts';
import type { WrittenLink } from './links.ts';
import { readIdOnly, readNodeLine } from './node-line.ts';
import type { NodeLine } from './node-line.ts';
import type { RowEntry, TableBlock } from './outline.ts';

/** What the header of a table says of its columns. */
interface TableShape {
  /** Columns that hold evidence. */
  readonly evidence: ReadonlySet<number>;
  /** The first column that does not: it holds ids, or what the rows claim. */
  readonly first: number;
  /** Field and value: the table is about its heading, not a list of claims. */
  readonly fields: boolean;
}

const EVIDENCE_COLUMN =
  /^(?:(?:supporting|key|objective) )?(?:evidence|proof|proven by|checked by|verified by|verification|tested by|tests?|where|enforced by)(?: (?:references?|links?|files?|paths?|locations?|artifacts?|items?|implemented|enforced|in (?:the )?(?:code|repository))| ?\(.*\))?$/i;
/** A header may name several things: `Test / evidence`. */
const ALTERNATIVES = /\s*(?:[/,&+]|\b(?:and|or)\b)\s*/i;
const FIELD_COLUMN = /^(?:field|property|attribute|item|key|element|aspect|)$/i;
const VALUE_COLUMN = /^(?:value|description|details?|content|)$/i;
const EVIDENCE_FIELD = /^(?:(?:supporting|key|objective)\s+)?evidences?:?$/i;
const ID_COLUMN = /^#$|\b(?:ids?|identifier|no|nr|number|ref|reference|key)\b/i;
const ORDINAL = /^\d+\.?$/;
const ANY_ID = /^[A-Z][A-Za-z]{0,7}[-_.]?\d{1,4}(?:\.\d{1,3})*[a-z]?$/;

/** What is known where a row is read. */
interface RowContext {
  readonly row: RowEntry;
  readonly shape: TableShape;
  readonly conventions: Conventions;
  /** The heading above the table. */
  readonly hint: string;
}

/** The node that a row of a table states; undefined for rows of tables that list no nodes. */
export function draftOfRow(row: RowEntry, conventions: Conventions, hint: string): Draft | undefined {
  const shape = shapeOf(row.table);
  const cell = row.cells[shape.first];
  if (!cell || cell.text === '') return undefined;
  const header = row.table.header[shape.first]?.text ?? '';
  const node = readNodeLine(cell, { heading: false, wrapped: false, hint: header || hint });
  const hasEvidence = shape.evidence.size > 0;
  const listsNodes =
    shape.fields || hasEvidence || ID_COLUMN.test(header) || kindOfColumn(header) !== undefined;
  if (node?.id !== undefined && (listsNodes || node.keyword)) {
    return withStatedId({ row, shape, conventions, hint }, cell, node);
  }
  return hasEvidence && !shape.fields ? withAnyId(row, shape, cell) : undefined;
}

/** The code spans and links of a row that stand where evidence is expected, and the others. */
export function linksOfRow(row: RowEntry): { cited: WrittenLink[]; mentioned: WrittenLink[] } {
  const shape = shapeOf(row.table);
  const cited: WrittenLink[] = [];
  const mentioned: WrittenLink[] = [];
  const evidenceField = shape.fields && EVIDENCE_FIELD.test(row.cells[0]?.text ?? '');
  row.cells.forEach((cell, column) => {
    const asked = shape.evidence.has(column) || (evidenceField && column > 0);
    (asked ? cited : mentioned).push(...cell.links);
  });
  return { cited, mentioned };
}

/** A row whose first cell is the line of a node: `C1`, `Claim 1`, `C1: Keys rotate`. */
function withStatedId(context: RowContext, cell: InlineLine, node: NodeLine): Draft | undefined {
  const { row, shape, hint } = context;
  const beside = readIdOnly(cell, hint) ? nextText(row, shape) : undefined;
  const kind = node.keyword?.kind ?? kindOfRow(context, beside ?? cell, node.prefix);
  if (!kind) return undefined;
  const says = beside && kind === 'evidence' ? row.cells[shape.first + 1] : beside;
  return {
    entry: row,
    kind,
    id: node.id,
    idSpan: sourceSpan(cell, node.idAt),
    text: foldSpace(says?.text ?? cell.text.slice(node.rest.start, node.rest.end)),
    textSpan: says?.span ?? sourceSpan(cell, node.rest),
  };
}

/** A row of a table with evidence: it has an id of any form below a header that says so, or none and only says something. */
function withAnyId(row: RowEntry, shape: TableShape, cell: InlineLine): Draft | undefined {
  const header = row.table.header[shape.first]?.text ?? '';
  const hasId = ID_COLUMN.test(header) && ANY_ID.test(cell.text);
  const says = hasId || ORDINAL.test(cell.text) ? nextText(row, shape) : cell;
  if (!says || says.text === '') return undefined;
  return {
    entry: row,
    kind: kindOfColumn(columnOf(row, says)) ?? 'claim',
    ...(hasId && { id: cell.text }),
    idSpan: hasId ? cell.span : says.span,
    text: foldSpace(says.text),
    textSpan: says.span,
  };
}

/** Letters of several kinds mean what the columns say: `T1` is a threat under *Threat*, and `R1` a requirement under *Requirement*. */
function kindOfRow(
  { row, conventions, hint }: RowContext,
  says: InlineLine,
  prefix: string,
): NodeKind | undefined {
  const columns = [row.table.header[row.cells.indexOf(says) - 1]?.text ?? '', columnOf(row, says)];
  const hinted = columns
    .map((header) => hintedKind(prefix, header) ?? hintedKind(prefix, `${header}s`))
    .find((kind) => kind !== undefined);
  const column = prefix.length === 1 ? kindOfColumn(columnOf(row, says)) : undefined;
  return hinted ?? column ?? kindOfPrefix(prefix, conventions, hint);
}

function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function columnOf(row: RowEntry, cell: InlineLine): string {
  return row.table.header[row.cells.indexOf(cell)]?.text ?? '';
}

function nextText(row: RowEntry, shape: TableShape): InlineLine | undefined {
  return row.cells.find((_cell, column) => column > shape.first && !shape.evidence.has(column));
}

function shapeOf(table: TableBlock): TableShape {
  const header = table.header.map(({ text }) => text);
  const fields = header.length === 2 && FIELD_COLUMN.test(header[0]!) && VALUE_COLUMN.test(header[1]!);
  const evidence = new Set(header.flatMap((text, column) => (isEvidenceColumn(text) ? [column] : [])));
  return { evidence, first: [...header.keys()].find((column) => !evidence.has(column)) ?? 0, fields };
}

function isEvidenceColumn(header: string): boolean {
  return header
    .split(ALTERNATIVES)
    .some((part) => EVIDENCE_COLUMN.test(part.replace(/\s+/g, ' ').replace(/:$/, '')));
}
