import type { NodeKind } from '../../model/kinds.ts';
import { readName } from './names.ts';
import type { LineEntry, ListItem, Section } from './outline.ts';
import { partLabelOf } from './part-labels.ts';
import type { Reading } from './readings.ts';
import { topicOf, topicOfLeadIn } from './topics.ts';

/** Words right above a list that say what its items are. */
export interface LeadIn {
  readonly kind: NodeKind;
  /** A label (`**Assets:**`) or a sentence that leaves no doubt says so, which counts more than the heading; otherwise just a sentence. */
  readonly label: boolean;
  /** The items are parts of the node that the label stands in. */
  readonly part: boolean;
  readonly section: Section;
  readonly item: ListItem | undefined;
}

const MAX_LINES = 3;

/** Follows the document from line to line and knows what introduces the list that the current line stands in. */
export class LeadIns {
  private current: LeadIn | undefined;

  read(reading: Reading): void {
    const { entry } = reading;
    if (entry.form === 'heading' || entry.form === 'row') this.current = undefined;
    else if (entry.form === 'text' && this.current?.item === entry.item)
      this.current = leadInOf(reading, entry);
    else if (entry.form === 'text' && this.current === undefined) this.current = leadInOf(reading, entry);
    else if (entry.form === 'item') this.readItem(reading, entry);
  }

  /** What the list of this item is said to hold. */
  of(item: ListItem | undefined): LeadIn | undefined {
    return item && this.current && item.parent === this.current.item ? this.current : undefined;
  }

  /** An item that is only a label introduces the list in it; one beside the introduced ones leaves them what they are. */
  private readItem(reading: Reading, entry: LineEntry): void {
    const own = leadInOf(reading, entry);
    if (own) this.current = own;
    else if (this.current && !isWithin(entry.item, this.current)) this.current = undefined;
  }
}

function isWithin(item: ListItem | undefined, lead: LeadIn): boolean {
  for (let at = item; at; at = at.parent) if (at.parent === lead.item) return true;
  return false;
}

function leadInOf({ label }: Reading, entry: LineEntry): LeadIn | undefined {
  const { lines } = entry.paragraph;
  if (entry.index !== lines.length - 1) return undefined;
  const place = { section: entry.section, item: entry.item };
  const { text } = entry.line;
  if (label?.evidence && text.slice(label.from).trim() === '')
    return { kind: 'evidence', label: true, part: true, ...place };
  const name = lines.length === 1 ? readName(entry.line) : undefined;
  if (name && text.slice(name.from).replace(/[.:\s]+/g, '') === '') {
    const part = partLabelOf(name.label);
    if (part?.is === 'node' && !part.ofClaims)
      return { kind: part.kind, label: true, part: !part.alone, ...place };
    const topic = topicOf(name.text);
    if (entry.form === 'item' && !topic?.strong) return undefined;
    return topic?.kind && { kind: topic.kind, label: true, part: false, ...place };
  }
  if (!/:\s*$/.test(text)) return undefined;
  const said = lines
    .slice(-MAX_LINES)
    .map(({ line }) => line.text)
    .join(' ');
  const topic = topicOfLeadIn(said.split(/[.!?]\s/).at(-1) ?? said);
  return topic?.kind && { kind: topic.kind, label: topic.firm === true, part: false, ...place };
}
