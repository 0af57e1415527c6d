import { isEvidenceHeading, readLabel } from './labels.ts';
import type { Label } from './labels.ts';
import { readNodeLine } from './node-line.ts';
import type { NodeLine } from './node-line.ts';
import type { Entry, LineEntry, Outline, RowEntry, Section } from './outline.ts';

/** A line with what it begins, if it begins anything. */
export interface LineReading {
  readonly entry: LineEntry;
  readonly node?: NodeLine;
  readonly label?: Label;
}

export type Reading = LineReading | { readonly entry: RowEntry; readonly node?: undefined; readonly label?: undefined };

/**
 * What every line of a document begins. A block quote is another's words, and left out, unless it states a node of this argument: one of its
 * lines begins the node, or the line above does and says nothing more.
 */
export function readReadings(outline: Outline): readonly Reading[] {
  const stating = new Set<object>();
  const readings: Reading[] = [];
  for (const entry of outline.entries) {
    const reading = readEntry(entry);
    if (entry.quote && (reading.node?.id !== undefined || isUnsaid(readings.at(-1)))) stating.add(entry.quote);
    if (!entry.quote || stating.has(entry.quote)) readings.push(reading);
  }
  return readings;
}

function isUnsaid(reading: Reading | undefined): boolean {
  return reading?.node !== undefined && reading.node.rest.start >= reading.node.rest.end;
}

/** The heading that tells what the ids of an entry mean; '' where none does. A heading does not speak of itself. */
export function hintOf(entry: Entry): string {
  const section: Section | undefined = entry.form === 'heading' ? entry.section.parent : entry.section;
  return section?.heading?.line.text ?? '';
}

function readEntry(entry: Entry): Reading {
  if (entry.form === 'row') return { entry };
  const heading = entry.form === 'heading';
  const before = entry.paragraph.lines[entry.index - 1];
  const wrapped = before !== undefined && !before.line.hardEnd;
  const node = readNodeLine(entry.line, { heading, wrapped, hint: hintOf(entry) });
  const label = heading ? headingLabel(entry) : readLabel(entry.line);
  return { entry, ...(node && { node }), ...(label && { label }) };
}

function headingLabel(entry: LineEntry): Label | undefined {
  return isEvidenceHeading(entry.line) ? { evidence: true, start: 0, from: entry.line.text.length } : undefined;
}
