import { message, say } from '../../l10n/say.ts';
import type { Finding } from '../../model/finding.ts';
import { baseName } from '../../model/paths.ts';
import type { ReviewRecord } from '../../model/review.ts';
import { LineIndex, type Range } from '../../model/text.ts';
import { collectFindings } from '../finding-list.ts';
import type { Span } from '../span.ts';
import { type Entry, entriesOf } from './entries.ts';
import { entryParser } from './parse-entry.ts';
import { readRecord } from './read-record.ts';

/** The records of a file in its order, as far as they can be read, and what is wrong with the rest: findings of the rule `review-unreadable`. */
export interface ReviewsRead {
  readonly records: readonly ReviewRecord[];
  /** Where each of the records stands. */
  readonly ranges: readonly Range[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a review file. Pure and total; linear in its length.
 *
 * @param file absolute path, with `/`
 */
export function readReviews(text: string, file: string): ReviewsRead {
  const lines = new LineIndex(text);
  const { report, sorted } = collectFindings(file, lines);
  const records: ReviewRecord[] = [];
  const ranges: Range[] = [];
  const parse = entryParser();
  let inConflict = false;
  for (const entry of entriesOf(text)) {
    if (entry.kind === 'conflict') {
      // A conflict has three or four marks, and is said once.
      if (entry.text.startsWith('<')) inConflict = true;
      if (entry.text.startsWith('<') || !inConflict) report(problem(entry, lines, say(CONFLICT)));
      if (entry.text.startsWith('>')) inConflict = false;
      continue;
    }
    const read = readEntry(entry, parse);
    if ('record' in read) {
      records.push(read.record);
      ranges.push(rangeOf(entry, lines));
    } else {
      const message = say(
        'This line of {0} is not read as a review: {1}. Restore it from git, or review the evidence again and delete the line.',
        baseName(file),
        read.why,
      );
      report(problem(entry, lines, message));
    }
  }
  return { records, ranges, findings: sorted() };
}

const CONFLICT = message(
  'A merge left its marks here. Delete the lines with marks (<<<<<<<, =======, >>>>>>>) and keep those of both sides: all reviews count, and of each link the newest.',
);

function readEntry(
  { kind, text }: Entry,
  parse: ReturnType<typeof entryParser>,
): ReturnType<typeof readRecord> {
  if (kind !== 'record') return { why: say('it does not begin with `- `') };
  const parsed = parse(text);
  return 'why' in parsed ? parsed : readRecord(parsed.value);
}

function rangeOf({ firstLine, lastLine }: Entry, lines: LineIndex): Range {
  const end = { line: lastLine, character: lines.line(lastLine).length };
  return { start: { line: firstLine, character: 0 }, end };
}

function problem(entry: Entry, lines: LineIndex, message: string) {
  const { start, end } = rangeOf(entry, lines);
  const span: Span = { start: lines.offset(start), end: lines.offset(end) };
  return { rule: 'review-unreadable', severity: 'warning', message, span } as const;
}
