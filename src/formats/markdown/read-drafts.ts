import { push } from '../../model/multimap.ts';
import { withAnswers } from './answers.ts';
import { conventionsOf, draftsOfLines } from './drafts.ts';
import type { Draft } from './drafts.ts';
import type { Source } from '../format.ts';
import { extentOf } from './gate.ts';
import { draftsOfKinds } from './kind-drafts.ts';
import { entrySpan } from './outline.ts';
import type { RowEntry, TableBlock } from './outline.ts';
import type { Reading } from './readings.ts';
import { withNumbers } from './numbered.ts';
import { partOfField, partsOfRow } from './row-parts.ts';
import { withSaidHeadings } from './said-headings.ts';
import { withSectionKinds } from './section-kinds.ts';
import { readSenses } from './senses.ts';
import type { Senses } from './senses.ts';
import { StandardRows } from './standard-rows.ts';
import { draftOfRow, hasSpacedIds, onlyAnswers } from './tables.ts';

/** All nodes of a document, in its order: those that lines and rows state, and those that stand below a heading which says what they are. */
export function readDrafts(readings: readonly Reading[], source: Source): Draft[] {
  const conventions = conventionsOf(readings, source.prefixes);
  const extent = extentOf(readings, source);
  const senses = extent === 'lines' ? NONE : readSenses(readings, extent === 'all');
  const lines = draftsOfLines(readings, conventions).map((draft) => inSection(draft, senses));
  const stated = withSaidHeadings(withSectionKinds(lines, senses, source.prefixes));
  const known = new Map(stated.flatMap(({ id, kind }) => (id === undefined ? [] : [[id, kind] as const])));
  const tables = rowsByTable(readings);
  const numbered = tablesOf(tables, hasSpacedIds);
  const answers = tablesOf(tables, onlyAnswers);
  const standards = new StandardRows(readings, senses);
  const rows = readings.flatMap(({ entry, hint }) => {
    if (entry.form !== 'row') return [];
    const sense = senses.get(entry.section);
    const section = sense?.kind === 'evidence' ? undefined : sense?.kind;
    const inArgument = extent === 'all' || sense?.argues === true;
    const main = draftOfRow(entry, {
      ...{ conventions, hint, section, inArgument, known },
      numbered: numbered.has(entry.table),
      answers: answers.has(entry.table),
    });
    if (!main) return partOfField(entry);
    const drafts = [placed(main, section !== undefined), ...partsOfRow(main, entry, section)];
    return withRequirement(drafts, standards.requirementOf(entry, sense));
  });
  const ofKinds = draftsOfKinds(readings, senses, standards, stated);
  return withNumbers(withAnswers([...stated, ...rows, ...ofKinds].sort(compare)), senses);
}

function rowsByTable(readings: readonly Reading[]): Map<TableBlock, RowEntry[]> {
  const tables = new Map<TableBlock, RowEntry[]>();
  for (const { entry } of readings) if (entry.form === 'row') push(tables, entry.table, entry);
  return tables;
}

function tablesOf(
  tables: ReadonlyMap<TableBlock, readonly RowEntry[]>,
  are: (rows: readonly RowEntry[]) => boolean,
): Set<TableBlock> {
  return new Set([...tables].flatMap(([table, rows]) => (are(rows) ? [table] : [])));
}

/** What counters a risk of a standard satisfies the requirement that stands against it; so does a claim about it. */
function withRequirement(drafts: readonly Draft[], requirement: string | undefined): Draft[] {
  if (requirement === undefined) return [...drafts];
  const main = drafts[0]?.kind;
  return drafts.map((draft) => {
    const satisfies =
      draft.kind === 'control' || (draft.kind === 'claim' && main === 'claim' && !draft.within);
    return satisfies ? { ...draft, satisfies: requirement } : draft;
  });
}

function inSection(draft: Draft, senses: Senses): Draft {
  const { section, form } = draft.entry;
  const around = form === 'heading' ? section.parent : section;
  const kind = around && senses.get(around)?.kind;
  return kind ? { ...draft, inSectionOf: kind } : draft;
}

const NONE: Senses = new Map();

/** A row without an id is a claim of the argument only where nothing says that it is of a kind. */
function placed(main: Draft, inKind: boolean): Draft {
  if (main.id !== undefined || main.placing || (main.kind === 'claim' && !inKind)) return main;
  return { ...main, placing: 'enclosing' };
}

/** In the order of the document; the parts of a row or line behind the node they belong to. */
function compare(a: Draft, b: Draft): number {
  return entrySpan(a.entry).start - entrySpan(b.entry).start || depthOf(a) - depthOf(b);
}

function depthOf({ within }: Draft): number {
  return within ? 1 : 0;
}
