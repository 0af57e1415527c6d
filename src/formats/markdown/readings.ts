import type { Prefixes } from '../../model/settings.ts';
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
  /** The heading that tells what the ids below it are; '' where none does. One that is a node speaks only of itself. */
  readonly hint: string;
}

export interface RowReading {
  readonly entry: RowEntry;
  readonly node?: undefined;
  readonly label?: undefined;
  readonly hint: string;
}

export type Reading = LineReading | RowReading;

/**
 * What every line of a document begins. A block quote is another's words, and left out, unless it states a node of this argument: one of its
 * lines begins the node, or the line above does and says nothing more.
 *
 * @param prefixes letters that begin ids because a person said so
 */
export function readReadings(outline: Outline, prefixes?: Prefixes): readonly Reading[] {
  const stating = new Set<object>();
  const hints = new Map<Section | undefined, string>();
  const readings: Reading[] = [];
  for (const entry of outline.entries) {
    const section = entry.form === 'heading' ? entry.section.parent : entry.section;
    const reading = readEntry(entry, hints.get(section) ?? '', prefixes);
    if (entry.form === 'heading')
      hints.set(entry.section, reading.node?.id === undefined ? entry.line.text : '');
    if (entry.quote && (reading.node?.id !== undefined || isUnsaid(readings.at(-1))))
      stating.add(entry.quote);
    if (!entry.quote || stating.has(entry.quote)) readings.push(reading);
  }
  return readings;
}

function isUnsaid(reading: Reading | undefined): boolean {
  return reading?.node !== undefined && reading.node.rest.start >= reading.node.rest.end;
}

function readEntry(entry: Entry, hint: string, prefixes: Prefixes | undefined): Reading {
  if (entry.form === 'row') return { entry, hint };
  const heading = entry.form === 'heading';
  const before = entry.paragraph.lines[entry.index - 1];
  const wrapped = before !== undefined && !before.line.hardEnd;
  const node = readNodeLine(entry.line, { heading, wrapped, hint, prefixes });
  const label = heading ? headingLabel(entry) : readLabel(entry.line);
  return { entry, hint, ...(node && { node }), ...(label && { label }) };
}

function headingLabel(entry: LineEntry): Label | undefined {
  return isEvidenceHeading(entry.line)
    ? { evidence: true, start: 0, from: entry.line.text.length, colon: false }
    : undefined;
}
