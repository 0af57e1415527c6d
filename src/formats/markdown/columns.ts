import type { FieldName } from '../../model/fields.ts';
import type { NodeKind } from '../../model/kinds.ts';
import type { TableBlock } from './outline.ts';
import { counteredColumn, laterEvidence } from './later-columns.ts';
import { partColumns } from './part-columns.ts';
import type { PartColumn } from './part-columns.ts';
import { fieldOf } from './part-labels.ts';

/** What the header of a table says of its columns. Columns are counted from 0. */
export interface TableShape {
  /** Columns that hold evidence. */
  readonly evidence: ReadonlySet<number>;
  /** One of them says so by itself, and not just beside a column of claims or threats. */
  readonly ownEvidence: boolean;
  /** The header says so in as many words (*Evidence*, *Proven by*), not just *Tests* or *Where*. */
  readonly clearEvidence: boolean;
  /** The first column that holds no evidence: ids, or what the rows claim. */
  readonly first: number;
  /** The column that names what the rows are about, and the kind that its header gives them. */
  readonly main: number;
  readonly kind?: NodeKind;
  /** Columns of what counters the row. */
  readonly controls: readonly number[];
  /** Columns that state how the row is argued for, or what is left open. */
  readonly parts: readonly PartColumn[];
  readonly fields: ReadonlyMap<number, FieldName>;
  readonly remarks: ReadonlyMap<number, Remark>;
  /** The column that says of each row what kind of node it is. */
  readonly told?: number;
  /** The column that names, by its id, the node that the row is about or supports. */
  readonly about?: number;
  /** Field and value: the table is about its heading, not a list of nodes. */
  readonly isFields: boolean;
  /** A list of checks and of how they are run. */
  readonly checks: boolean;
  /** It says of inputs or parts how far they are trusted, and what follows from it. */
  readonly trust: boolean;
  /** A list of dates, tools or terms, whatever section it stands in. */
  readonly isOther: boolean;
}

/** What a column says of a node besides its text. */
export type Remark = 'status' | 'satisfies' | 'by' | 'until' | 'why';

const CLEAR_EVIDENCE =
  'evidence|proof|(?:proven|proved|checked|verified|validated|confirmed|demonstrated|shown|enforced) (?:by|via|through)';
const EVIDENCE_COLUMN = new RegExp(
  `^(?:(?:primary|main|supporting|key|objective|implementation|code|test) )?(?:${CLEAR_EVIDENCE}|verification|(?:tested|covered) by|tests?|test coverage|artefacts|where)` +
    '(?: (?:references?|links?|files?|paths?|locations?|artifacts?|items?|implemented|enforced|in (?:the )?(?:code|repository))| ?\\(.*\\))?$',
  'i',
);
/** A header may name several things: `Test / evidence`. */
const ALTERNATIVES = /\s*(?:[/,&+]|\b(?:and|or)\b)\s*/i;
const FIELD_COLUMN = /^(?:field|property|attribute|item|key|element|aspect|)$/i;
const VALUE_COLUMN = /^(?:value|description|details?|content|)$/i;
const ID_COLUMN = /^#$|^(?:gsn )?node$|\b(?:ids?|identifier|no|nr|number|ref|reference|key)\b/i;
const TOLD_COLUMN = /^(?:(?:gsn |node |element )?(?:kind|type)|element)$/i;
const CATEGORY_COLUMN =
  /^(?:cwes?|category|type|kind|class|stride|stride category|owasp|standard|area|component|severity|priority|rank|phase|layer)$/i;
const OTHER_TABLE =
  /^(?:date|version|release|revision|when|phase|milestone|tool|tooling|check|test type|suite|term|abbreviation|acronym|metric|year|document|link|file|command|command or path|flag|variable|option|setting|name of tool|review|analysis|contact|name and contact)$/i;
const CHECK_COLUMN =
  /^(?:(?:automated |quality |ci |security )?(?:checks?|gates?)|(?:verification|assurance|analysis|test) (?:activity|method|type|level|layer|technique|approach)|analysis|suite|test suite)$/i;
const RUN_COLUMN =
  /^(?:tools?|tooling|methods?|commands?|steps?|jobs?|workflows?|when|frequency|cadence|trigger|runs?(?: (?:in|on|when))?|enforced (?:in|by|at)|validates|verifies|what it (?:checks|validates|verifies|covers))$/i;
const EVIDENCE_NAME = /^(?:(?:supporting |key |primary )?evidences?(?: (?:items?|types?))?)$/i;
const LOCATION_COLUMN =
  /^(?:(?:where|location|path|files?|links?|source|reference|document|artefact|artifact|url)s?(?: \(.*\))?)$/i;
const TRUST_COLUMN = /^(?:trust(?: level| zone)?|trusted\??)$/i;
const REACHED = /^(?:claimed|achieved|actual|current|today|as[- ]is|reached)\b/i;
const AIMED = /^(?:target|required|expected|goal|desired|aspired|to[- ]be|aim)\b/i;
const ABOUT_COLUMN =
  /^(?:parent(?: claim)?|supports|supported claim|attacks|challenges|rebuts|claim id|target(?: claim)?|for claim)$/i;

const QUALIFIER =
  '(?: (?:description|name|statement|text|title|summary|scenario|vector|actor|class|mechanisms?|(?:in|by|at|for) [^|]{1,30}))?';
const ADJECTIVE =
  '(?:current|existing|recommended|suggested|proposed|planned|possible|implemented|applied|primary|main|key|additional|preventi(?:ve|tive)|preventative|detective|corrective|technical|compensating|verification|mitigating)';
const KINDS: readonly (readonly [pattern: RegExp, kind: NodeKind])[] = (
  [
    [
      '(?:sub-?|top-level |security )?(?:claim|goal|objective|requirement|property|guarantee|promise|invariant|commitment|assertion)|(?:design )?principle',
      'claim',
    ],
    ['strategy|argument', 'strategy'],
    ['context', 'context'],
    ['assumption', 'assumption'],
    ['justification', 'justification'],
    ['(?:known )?(?:rebuttal|defeater|limitation|gap)|(?:residual|remaining) risk', 'rebuttal'],
    ['asset', 'asset'],
    [
      '(?:security )?(?:threat|attack|risk|weakness|vulnerability|adversary|attacker|hazard)|(?:abuse|misuse) case',
      'threat',
    ],
    [
      `(?:${ADJECTIVE} )?(?:security )?(?:control|mitigation|safeguard|counter-?measure|defen[cs]e|protection)|mitigation strategy|(?:security |protection |enforcement )?mechanism`,
      'control',
    ],
  ] as const
).map(([words, kind]) => [new RegExp(`^(?:${words})s?${QUALIFIER}$`, 'i'), kind]);
/** Plurals that are no singular with an s behind it. */
const PLURALS: ReadonlyMap<string, string> = new Map([
  ['properties', 'property'],
  ['weaknesses', 'weakness'],
  ['vulnerabilities', 'vulnerability'],
  ['adversaries', 'adversary'],
  ['strategies', 'strategy'],
]);
const COUNTERED =
  /^(?:how (?:(?:it is |it's |they are )?(?:countered|mitigated|addressed|handled|prevented)|[^|]{1,40} (?:counter|mitigate|addresse?|prevent|handle|stop|avoid|answer)s?(?: (?:it|this|them|these))?|[^|]{1,40} (?:defend|protect)s? against (?:it|this|them|these))|(?:risk|threat|security) response|(?:mitigated|countered|addressed) by|treatment|current (?:mitigations?|controls?))$/i;
const REMARKS: readonly (readonly [pattern: RegExp, remark: Remark])[] = [
  [/^(?:(?:current|implementation) )?(?:status|state)$/i, 'status'],
  [/^(?:satisfies|requirement ids?|standards?|compliance|maps to)$/i, 'satisfies'],
  [/^accepted by$/i, 'by'],
  [/^(?:accepted )?until$|^expir(?:es|y)(?: on| date)?$/i, 'until'],
  [/^(?:reason(?: for acceptance)?|why accepted|accepted because)$/i, 'why'],
];

const shapes = new WeakMap<TableBlock, Map<NodeKind | undefined, TableShape>>();

/** The shape of a table in a section of this kind. Kept for each table, since every row asks. */
export function shapeOf(table: TableBlock, section: NodeKind | undefined): TableShape {
  const known = shapes.get(table) ?? new Map<NodeKind | undefined, TableShape>();
  shapes.set(table, known);
  const shape = known.get(section) ?? readShape(table, section);
  known.set(section, shape);
  return shape;
}

/** Whether a column of ids is meant by this header. */
export function isIdColumn(header: string): boolean {
  return ID_COLUMN.test(header);
}

/** The kind of the rows of a table whose main column is headed so; undefined where the header names none. */
export function kindOfColumn(header: string): NodeKind | undefined {
  const words = header.toLowerCase().replace(/[:*]/g, '').trim();
  const singular = PLURALS.get(words) ?? words;
  return KINDS.find(([pattern]) => pattern.test(singular))?.[1];
}

function readShape(table: TableBlock, section: NodeKind | undefined): TableShape {
  const header = table.header.map(({ text }) => text.replace(/\s+/g, ' ').replace(/:$/, ''));
  const columns = [...header.keys()];
  const evidence = new Set(columns.filter((column) => isEvidenceColumn(header[column]!)));
  const index = isEvidenceIndex(header);
  if (index) {
    evidence.clear();
    columns.slice(1).forEach((column) => evidence.add(column));
  }
  const first = columns.find((column) => !evidence.has(column)) ?? 0;
  const comparison = isComparison(header);
  const named = header.map((text, column) => {
    if (index && column === 0) return 'evidence';
    const kind = evidence.has(column) ? undefined : kindOfHeader(text);
    return comparison && kind === 'rebuttal' ? undefined : kind;
  });
  const about = aboutColumn(header, named);
  const told = header.findIndex((text) => TOLD_COLUMN.test(text));
  const countered = counteredColumn(header, named);
  const kinds = named.map((kind, column) =>
    column === about ? undefined : column === countered ? 'threat' : kind,
  );
  const later = laterEvidence(header, kinds).filter((column) => !evidence.has(column));
  for (const column of later) evidence.add(column);
  const main = mainColumn(header, kinds, { first, evidence, section });
  const remarks = new Map(
    header.flatMap((text, column) => {
      const remark = column === main ? undefined : REMARKS.find(([pattern]) => pattern.test(text))?.[1];
      return remark ? [[column, remark] as const] : [];
    }),
  );
  return {
    evidence,
    ownEvidence: evidence.size > later.length,
    clearEvidence: [...evidence].some((column) => new RegExp(CLEAR_EVIDENCE, 'i').test(header[column]!)),
    first,
    main,
    ...(kinds[main] && { kind: kinds[main] }),
    controls: columns.filter((column) => column !== main && kinds[column] === 'control'),
    parts: comparison ? [] : partColumns(header, main),
    fields: new Map(
      header.flatMap((text, column) => {
        const field = column === main || kinds[column] ? undefined : fieldOf(text);
        return field ? [[column, field] as const] : [];
      }),
    ),
    remarks,
    ...(told > 0 && { told }),
    ...(about !== undefined && { about }),
    isFields: header.length === 2 && FIELD_COLUMN.test(header[0]!) && VALUE_COLUMN.test(header[1]!),
    checks:
      CHECK_COLUMN.test(header[first] ?? '') &&
      header.some((text, at) => at > first && RUN_COLUMN.test(text)),
    trust: header.length > 2 && header.some((text, at) => at > first && TRUST_COLUMN.test(text)),
    isOther: OTHER_TABLE.test(header[first] ?? ''),
  };
}

/** `Evidence | Location`: each row is a piece of evidence, and the other column says where it lies. */
function isEvidenceIndex(header: readonly string[]): boolean {
  return header.length === 2 && EVIDENCE_NAME.test(header[0]!) && LOCATION_COLUMN.test(header[1]!);
}

/** What is reached against what is aimed at: its gaps are differences, and attack no claim. */
function isComparison(header: readonly string[]): boolean {
  return header.some((text) => REACHED.test(text)) && header.some((text) => AIMED.test(text));
}

/** *Attacks* is a list of attacks, unless another column says what the rows are. */
function aboutColumn(
  header: readonly string[],
  kinds: readonly (NodeKind | undefined)[],
): number | undefined {
  const found = header.findIndex((text) => ABOUT_COLUMN.test(text));
  const others = kinds.some((kind, column) => kind !== undefined && column !== found);
  return found >= 0 && others ? found : undefined;
}

interface Known {
  readonly first: number;
  readonly evidence: ReadonlySet<number>;
  readonly section: NodeKind | undefined;
}

/**
 * The first column that names a kind. In a section of one kind, the first column that may name its nodes, unless a later one is headed with
 * just that kind: `Component | Threat | Mitigation` lists threats.
 */
function mainColumn(
  header: readonly string[],
  kinds: readonly (NodeKind | undefined)[],
  { first, evidence, section }: Known,
): number {
  const isNaming = (column: number): boolean =>
    !evidence.has(column) && !ID_COLUMN.test(header[column]!) && !CATEGORY_COLUMN.test(header[column]!);
  const naming = header.findIndex((_text, column) => isNaming(column));
  const kinded = kinds.findIndex((kind) => kind !== undefined);
  const exact = section ? kinds.indexOf(section) : -1;
  if (section && naming >= 0 && !kinds[naming]) return exact >= 0 ? exact : naming;
  if (/^cwes?$/i.test(header[first] ?? '') && kinds[kinded] === 'control') return first;
  if (kinded >= 0) return kinded;
  return naming >= 0 ? naming : first;
}

function kindOfHeader(text: string): NodeKind | undefined {
  if (COUNTERED.test(text)) return 'control';
  const last = text.split(ALTERNATIVES).at(-1) ?? '';
  return kindOfColumn(text) ?? (kindOfColumn(last) === 'control' ? 'control' : undefined);
}

/** A column headed *Claim / evidence* holds what the rows say, each with its own kind. */
function isEvidenceColumn(header: string): boolean {
  const parts = header.split(ALTERNATIVES);
  const ofRows = parts.some((part) => kindOfColumn(part) === 'claim');
  return !ofRows && parts.some((part) => EVIDENCE_COLUMN.test(part.replace(/:$/, '')));
}
