import type { FieldName } from '../../model/fields.ts';
import { isDefeater, isSupportable } from '../../model/kinds.ts';
import { acceptanceIn } from './acceptances.ts';
import { shapeOf } from './columns.ts';
import { sourceSpan } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { Extents } from './extents.ts';
import type { InlineLine } from './inline.ts';
import { namesWithin } from './names.ts';
import type { Name } from './names.ts';
import type { Entry, LineEntry, RowEntry } from './outline.ts';
import { pieceOf, textFrom } from './paragraph-text.ts';
import type { Said } from './paragraph-text.ts';
import { partLabelOf, partOf } from './part-labels.ts';
import type { PartLabel } from './part-labels.ts';
import { saysNothing } from './prose.ts';
import type { Reading } from './readings.ts';
import { requirementsIn } from './requirement-tokens.ts';
import type { Distinct } from './restated.ts';
import { leadingStatus, statusIn } from './status-words.ts';
import type { StatusWord } from './status-words.ts';
import type { Span } from '../span.ts';

/** What is said of a node besides its text. */
export interface Annotations {
  readonly fields: { readonly name: FieldName; readonly value: string; readonly span: Span }[];
  readonly satisfies: { readonly requirement: string; readonly span: Span }[];
  status?: { readonly is: StatusWord['is']; readonly word: string; readonly span: Span };
  accepted?: { by?: string; why?: string; until?: string; readonly span: Span };
}

/** Collects the fields, the status, the acceptance and the requirements of all nodes of a case. */
export function annotate(readings: readonly Reading[], distinct: Distinct): Map<Draft, Annotations> {
  const annotator = new Annotator(distinct);
  for (const reading of readings) annotator.read(reading.entry);
  for (const node of distinct.nodes) annotator.readNode(node);
  return annotator.found;
}

type Remark = Exclude<PartLabel, { readonly is: 'node' }>;

class Annotator {
  readonly found = new Map<Draft, Annotations>();
  private readonly extents = new Extents();

  constructor(private readonly distinct: Distinct) {}

  read(entry: Entry): void {
    const node = this.distinct.nodeAt.get(entry);
    const begins = this.distinct.again.has(entry) ? undefined : node;
    const reached = this.extents.read(entry, entry.form === 'row' ? begins : node);
    const owner = node ?? reached;
    if (!owner) return;
    if (entry.form === 'row') this.readRow(entry, owner);
    else this.readLine(entry, owner, begins !== undefined);
  }

  /** What a node's own text says of it. */
  readNode(node: Draft): void {
    if (node.satisfies) this.of(node).satisfies.push({ requirement: node.satisfies, span: node.textSpan });
    else if (isSupportable(node.kind) || node.kind === 'evidence')
      this.satisfies(node, node.text, () => node.textSpan);
    const counters = node.kind === 'control' && node.within?.kind === 'threat' ? node.within : undefined;
    if (counters) this.satisfies(node, counters.text, () => node.textSpan);
    const accepted = isDefeater(node.kind) ? acceptanceIn(node.text) : undefined;
    if (accepted) this.accept(node, accepted, node.textSpan);
  }

  private readLine(entry: LineEntry, owner: Draft, begins: boolean): void {
    const { line } = entry;
    const own = partOf(line);
    if (own && !(begins && own.part.is === 'node'))
      this.labelled(owner, own.part, textFrom(entry, own.name.saidOfLabel));
    for (const name of namesWithin(line)) this.within(entry, owner, name);
    if (isBeginning(entry, owner)) this.remark(owner, statusIn(line), (at) => sourceSpan(line, at));
  }

  private within(entry: LineEntry, owner: Draft, name: Name): void {
    const part = partLabelOf(name.label);
    if (part && part.is !== 'node') this.labelled(owner, part, textFrom(entry, name.saidOfLabel));
  }

  private labelled(owner: Draft, part: PartLabel, said: Said | undefined): void {
    if (!said) return;
    if (part.is !== 'node') this.add(owner, part, said);
    else if (part.ofClaims && owner.kind !== 'claim')
      this.add(owner, { is: 'field', field: 'implementation' }, said);
  }

  private readRow(row: RowEntry, owner: Draft): void {
    const shape = shapeOf(row.table, undefined);
    if (shape.isFields) {
      const part = partLabelOf(row.cells[0]?.text.replace(/:$/, '') ?? '');
      if (part && row.cells[1]) this.labelled(owner, part, wholeOf(row.cells[1]));
      return;
    }
    if (this.distinct.nodeAt.get(row) === undefined) return;
    for (const [column, field] of shape.fields) this.cell(owner, row.cells[column], { is: 'field', field });
    for (const [column, remark] of shape.remarks) this.cell(owner, row.cells[column], { is: remark });
    for (const [column, cell] of row.cells.entries())
      if (column !== shape.main && row.table.header[column]?.text === '')
        this.remark(owner, statusIn(cell), () => cell.span);
    for (const column of shape.evidence) this.missing(owner, row.cells[column]);
  }

  private cell(owner: Draft, cell: InlineLine | undefined, remark: Remark): void {
    const said = cell && wholeOf(cell);
    if (said && !saysNothing(said.text)) this.add(owner, remark, said);
    else if (said && remark.is === 'status') this.add(owner, remark, said);
  }

  /** `Evidence: does not exist yet` tells of the node that it has none. */
  private missing(owner: Draft, cell: InlineLine | undefined): void {
    const said = cell && wholeOf(cell);
    if (said) this.status(owner, leadingStatus(said.text), said.span);
  }

  private add(owner: Draft, remark: Remark, { text, span }: Said): void {
    const all = this.of(owner);
    if (remark.is === 'field') {
      if (!all.fields.some(({ name }) => name === remark.field))
        all.fields.push({ name: remark.field, value: text, span });
    } else if (remark.is === 'status') this.status(owner, leadingStatus(text), span);
    else if (remark.is === 'satisfies') this.satisfies(owner, text, () => span);
    else if (!isDefeater(owner.kind)) return;
    else if (remark.is === 'accepted')
      this.accept(owner, acceptanceIn(`accepted ${text}`) ?? acceptanceIn(text) ?? {}, span);
    else this.accept(owner, { [remark.is]: text }, span);
  }

  private remark(owner: Draft, status: StatusWord | undefined, spanAt: (at: Span) => Span): void {
    if (status) this.status(owner, status, spanAt(status.at));
  }

  private status(owner: Draft, status: StatusWord | undefined, span: Span): void {
    if (status) this.of(owner).status ??= { is: status.is, word: status.word, span };
  }

  private satisfies(owner: Draft, text: string, spanAt: () => Span): void {
    for (const { requirement } of requirementsIn(text)) {
      const { satisfies } = this.of(owner);
      if (!satisfies.some((one) => one.requirement === requirement))
        satisfies.push({ requirement, span: spanAt() });
    }
  }

  private accept(owner: Draft, words: { by?: string; why?: string; until?: string }, span: Span): void {
    const all = this.of(owner);
    all.accepted = { ...words, ...all.accepted, span: all.accepted?.span ?? span };
  }

  private of(draft: Draft): Annotations {
    const known = this.found.get(draft) ?? { fields: [], satisfies: [] };
    this.found.set(draft, known);
    return known;
  }
}

/** Whether a line is one of those in which the node itself is stated. */
function isBeginning(entry: LineEntry, { entry: own, statedBy }: Draft): boolean {
  return [own, statedBy].some(
    (at) => at !== undefined && at.form !== 'row' && at.paragraph === entry.paragraph,
  );
}

function wholeOf(cell: InlineLine): Said | undefined {
  return pieceOf(cell, { start: 0, end: cell.text.length });
}
