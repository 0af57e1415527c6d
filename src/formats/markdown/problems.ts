import { message, say } from '../../l10n/say.ts';
import type { Finding } from '../../model/finding.ts';
import { comparePositions } from '../../model/text.ts';
import type { LineIndex } from '../../model/text.ts';
import { MAX_FINDINGS, type Problem as FormatProblem, toFinding, tooManyFindings } from '../problem.ts';
import type { Span } from '../span.ts';

/** What the Markdown reader can find wrong. */
export type MarkdownRule =
  'duplicate-id' | 'empty-case' | 'evidence-without-claim' | 'no-claims' | 'too-complex' | 'unclear-parent';

export type Problem = FormatProblem<MarkdownRule>;

/** The findings of a file, in the order of its text; where there are too many, the first of them and one that says so. */
export function toFindings(problems: readonly Problem[], file: string, lines: LineIndex): Finding[] {
  const shown = problems.slice(0, MAX_FINDINGS);
  const next = problems[MAX_FINDINGS];
  if (next) shown.push(tooManyFindings(next));
  return shown
    .map((problem) => toFinding(problem, file, lines))
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
}

/** A file without any text. */
export function emptyCase(): Problem {
  return {
    rule: 'empty-case',
    severity: 'warning',
    message: `${say('This file is empty.')} ${say(HOW_TO_WRITE)}`,
    span: { start: 0, end: 0 },
  };
}

/** A document in which nothing is a node. */
export function noClaims(text: string): Problem {
  return {
    rule: 'no-claims',
    severity: 'information',
    message: `${say('No claim was found in this document. A node is a line, a heading or the first cell of a table row that begins with a keyword (Claim, Rebuttal, Evidence …), an id (C1, R2, E3 …) or both, and a colon or dash.')} ${say(HOW_TO_WRITE)}`,
    span: firstLine(text),
  };
}

/** A document longer than is parsed. Lengths in UTF-16 units. */
export function tooLong(text: string, limit: number): Problem {
  return {
    rule: 'too-complex',
    severity: 'error',
    message: say(
      'This document has {0} characters, and none of it was read: Markdown is read up to {1}. Divide it into several files.',
      text.length,
      limit,
    ),
    span: firstLine(text),
  };
}

/** A document that the parser cannot take apart. */
export function tooNested(text: string): Problem {
  return {
    rule: 'too-complex',
    severity: 'error',
    message: say(
      'This document is nested so deeply that it could not be parsed. Write it with fewer lists and quotes in one another.',
    ),
    span: firstLine(text),
  };
}

/** Lines that were left out. */
export function tooTangled(span: Span): Problem {
  return {
    rule: 'too-complex',
    severity: 'warning',
    message: say(
      'This was not read: it has more emphasis marks and links, more lists and quotes in one another, or more lines without a blank one between than a Markdown parser takes apart in reasonable time. Divide it.',
    ),
    span,
  };
}

/** Where a document has had so many lists, quotes and underlined headings that no more of them are read. */
export function tooManyLists(span: Span): Problem {
  return {
    rule: 'too-complex',
    severity: 'warning',
    message: say(
      'From here on some lists, quotes and underlined headings were not read: a document of this length has more of them than a Markdown parser takes apart in reasonable time. Divide it into several files.',
    ),
    span,
  };
}

const HOW_TO_WRITE = message('Write a claim as, for example: **C1:** Data in transit stays confidential.');

function firstLine(text: string): Span {
  return { start: 0, end: /^[^\r\n]*/.exec(text)![0].length };
}
