import type { NodeKind } from '../../model/kinds.ts';
import { shapeOf } from './columns.ts';
import type { Draft } from './drafts.ts';
import { onlyIds } from './id-lists.ts';
import type { InlineLine } from './inline.ts';
import type { RowEntry } from './outline.ts';
import { partLabelOf } from './part-labels.ts';
import { hasWords, holdPlace } from './prose.ts';

/**
 * The nodes that the other cells of a row state: what counters its threat or implements its claim, and evidence that is told in words. Evidence
 * belongs to the one control of the row, if there is one.
 */
export function partsOfRow(main: Draft, row: RowEntry, section: NodeKind | undefined): Draft[] {
  const shape = shapeOf(row.table, section);
  if (main.kind !== 'threat' && main.kind !== 'claim' && main.kind !== 'control') return [];
  const cells = (columns: Iterable<number>): InlineLine[] =>
    [...columns].flatMap((column) => row.cells[column] ?? []).filter((cell) => hasWords(cell));
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
  return [...controls, ...evidence];
}

function partFrom(row: RowEntry, cell: InlineLine, kind: NodeKind, within: Draft): Draft {
  const text = cell.text.replace(/\s+/g, ' ').trim();
  return { entry: row, kind, idSpan: cell.span, text, textSpan: cell.span, within };
}

/** The part that a row of fields and values states of the node of its heading: `| Assumptions | The clock is right |`. */
export function partOfField(row: RowEntry): Draft[] {
  const [label, value] = row.cells;
  const part = shapeOf(row.table, undefined).isFields && label && partLabelOf(label.text.replace(/:$/, ''));
  if (!part || part.is !== 'node' || part.ofClaims || !value || !hasWords(value)) return [];
  const text = value.text.replace(/\s+/g, ' ').trim();
  return [{ entry: row, kind: part.kind, idSpan: value.span, text, textSpan: value.span, placing: 'part' }];
}
