import type { NodeKind } from '../../model/kinds.ts';
import { shapeOf } from './columns.ts';
import type { Draft } from './drafts.ts';
import { onlyIds } from './id-lists.ts';
import type { InlineLine } from './inline.ts';
import type { RowEntry } from './outline.ts';
import { EVIDENCE_FIELD } from './evidence-fields.ts';
import { partLabelOf } from './part-labels.ts';
import { isRating } from './part-columns.ts';
import { hasWords, holdPlace, saysNothing } from './prose.ts';

/**
 * The nodes that the other cells of a row state: what counters its threat or implements its claim, evidence that is told in words or by the
 * names of tests, how the row is argued for and what is left open. Evidence belongs to the one control of the row, if there is one.
 */
export function partsOfRow(main: Draft, row: RowEntry, section: NodeKind | undefined): Draft[] {
  const shape = shapeOf(row.table, section);
  if (main.kind !== 'threat' && main.kind !== 'claim' && main.kind !== 'control') return [];
  const cells = (columns: Iterable<number>): InlineLine[] =>
    [...columns].flatMap((column) => row.cells[column] ?? []).filter((cell) => saysSomething(cell));
  const controls =
    main.kind === 'control'
      ? []
      : cells(shape.controls)
          .filter(({ text }) => onlyIds(text) === undefined)
          .map((cell) => partFrom(row, cell, 'control', main));
  const owner = controls.length === 1 ? controls[0]! : main;
  const evidence = cells(shape.evidence)
    .filter(({ text, links }) => !holdPlace(links) && onlyIds(text) === undefined)
    .map((cell) => partFrom(row, cell, 'evidence', owner));
  const others = shape.parts.flatMap(({ column, kind }) => {
    const cell = row.cells[column];
    return cell && hasWords(cell) && !isRating(cell.text) && onlyIds(cell.text) === undefined
      ? [partFrom(row, cell, kind, main)]
      : [];
  });
  return [...controls, ...evidence, ...others];
}

/** Words, or code that is no place: the names of tests and commands. */
function saysSomething(cell: InlineLine): boolean {
  return hasWords(cell) || (/\p{L}{2}/u.test(cell.text) && !saysNothing(cell.text) && !holdPlace(cell.links));
}

function partFrom(row: RowEntry, cell: InlineLine, kind: NodeKind, within: Draft): Draft {
  const text = cell.text.replace(/\s+/g, ' ').trim();
  return { entry: row, kind, idSpan: cell.span, text, textSpan: cell.span, within };
}

/** The part that a row of fields and values states of the node of its heading: `| Assumptions | The clock is right |`. */
export function partOfField(row: RowEntry): Draft[] {
  const [label, value] = row.cells;
  if (!shapeOf(row.table, undefined).isFields || !label) return [];
  const name = label.text.replace(/:$/, '').trim();
  const part = partLabelOf(name);
  if (!part && EVIDENCE_FIELD.test(name) && value && saysSomething(value) && !holdPlace(value.links))
    return [fieldPart(row, value, 'evidence')];
  if (!part || part.is !== 'node' || part.ofClaims || !value || !hasWords(value)) return [];
  return [fieldPart(row, value, part.kind)];
}

function fieldPart(row: RowEntry, value: InlineLine, kind: NodeKind): Draft {
  const text = value.text.replace(/\s+/g, ' ').trim();
  return { entry: row, kind, idSpan: value.span, text, textSpan: value.span, placing: 'part' };
}
