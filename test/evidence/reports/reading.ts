import assert from 'node:assert/strict';
import { readReport } from '../../../src/evidence/reports/read-report.ts';
import type { Report, ReportRead } from '../../../src/evidence/reports/report.ts';

/** Reads a report from text. */
export function readText(text: string): ReportRead {
  return readReport(new TextEncoder().encode(text));
}

/** The report that a text holds, which must be about what is said. */
export function reportIn<K extends Report['about']>(about: K, text: string): Extract<Report, { about: K }> {
  const read = readText(text);
  assert.ok(read.kind === 'report', JSON.stringify(read));
  assert.equal(read.report.about, about);
  return read.report as Extract<Report, { about: K }>;
}

/** What is said of a text that is no good report: `line:column why`, or `unsupported: why`. */
export function complaint(text: string): string {
  const read = readText(text);
  if (read.kind === 'malformed') return `${read.line}:${read.column} ${read.why}`;
  return read.kind === 'unsupported' ? `unsupported: ${read.why}` : read.kind;
}
