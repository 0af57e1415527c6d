import type { Finding } from '../../model/finding.ts';
import { comparePositions } from '../../model/text.ts';
import type { LineIndex } from '../../model/text.ts';
import type { Span } from './span.ts';

/** What the Markdown reader can find wrong. */
export type MarkdownRule =
  'duplicate-id' | 'empty-case' | 'evidence-without-claim' | 'no-claims' | 'too-complex';

/** A finding before its offsets have become positions. */
export interface Problem {
  readonly rule: MarkdownRule;
  readonly severity: Finding['severity'];
  /** What is wrong, and what to write instead. */
  readonly message: string;
  readonly span: Span;
  /** The id of the node it speaks of. */
  readonly node?: string;
  /** Another place in the same file that explains it. */
  readonly related?: { readonly message: string; readonly span: Span };
}

/** More findings than this help nobody; a hostile file could make one for every line. */
const MAX_FINDINGS = 500;

/** The findings of a file, in the order of its text; where there are too many, the first of them and one that says so. */
export function toFindings(problems: readonly Problem[], file: string, lines: LineIndex): Finding[] {
  const shown = problems.slice(0, MAX_FINDINGS);
  const next = problems[MAX_FINDINGS];
  if (next) {
    shown.push({
      rule: 'too-complex',
      severity: 'warning',
      message: `There are more than ${MAX_FINDINGS} findings in this file; the others are not shown. Correct these first.`,
      span: next.span,
    });
  }
  return shown
    .map((problem) => toFinding(problem, file, lines))
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
}

function toFinding(
  { rule, severity, message, span, node, related }: Problem,
  file: string,
  lines: LineIndex,
): Finding {
  const place = related && {
    kind: 'claim-file' as const,
    file,
    range: lines.range(related.span.start, related.span.end),
  };
  return {
    rule,
    severity,
    message,
    file,
    range: lines.range(span.start, span.end),
    ...(node !== undefined && { node }),
    ...(related && place && { related: [{ message: related.message, place }] }),
  };
}

/** A file without any text. */
export function emptyCase(): Problem {
  return {
    rule: 'empty-case',
    severity: 'warning',
    message: `This file is empty. ${HOW_TO_WRITE}`,
    span: { start: 0, end: 0 },
  };
}

/** A document in which nothing is a node. */
export function noClaims(text: string): Problem {
  return {
    rule: 'no-claims',
    severity: 'information',
    message:
      'No claim was found in this document. A node is a line, a heading or the first cell of a table row that begins with a keyword ' +
      `(Claim, Rebuttal, Evidence …), an id (C1, R2, E3 …) or both, and a colon or dash. ${HOW_TO_WRITE}`,
    span: firstLine(text),
  };
}

/** A document longer than is parsed. Lengths in UTF-16 units. */
export function tooLong(text: string, limit: number): Problem {
  return {
    rule: 'too-complex',
    severity: 'error',
    message:
      `This document has ${text.length} characters, and none of it was read: Markdown is read up to ${limit}. ` +
      'Divide it into several files.',
    span: firstLine(text),
  };
}

/** A document that the parser cannot take apart. */
export function tooNested(text: string): Problem {
  return {
    rule: 'too-complex',
    severity: 'error',
    message:
      'This document is nested so deeply that it could not be parsed. Write it with fewer lists and quotes in one another.',
    span: firstLine(text),
  };
}

/** Lines that were left out. */
export function tooTangled(span: Span): Problem {
  return {
    rule: 'too-complex',
    severity: 'warning',
    message:
      'This was not read: it has more emphasis marks and links, more lists and quotes in one another, or more lines without a blank one ' +
      'between than a Markdown parser takes apart in reasonable time. Divide it.',
    span,
  };
}

/** Where a document has had so many lists, quotes and underlined headings that no more of them are read. */
export function tooManyLists(span: Span): Problem {
  return {
    rule: 'too-complex',
    severity: 'warning',
    message:
      'From here on some lists, quotes and underlined headings were not read: a document of this length has more of them than a Markdown ' +
      'parser takes apart in reasonable time. Divide it into several files.',
    span,
  };
}

const HOW_TO_WRITE = 'Write a claim as, for example: **C1:** Data in transit stays confidential.';

function firstLine(text: string): Span {
  return { start: 0, end: /^[^\r\n]*/.exec(text)![0].length };
}
