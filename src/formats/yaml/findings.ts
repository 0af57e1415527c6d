import type { Finding } from '../../model/finding.ts';
import { comparePositions } from '../../model/text.ts';
import type { LineIndex } from '../../model/text.ts';
import type { Problem, Report } from './problem.ts';

/** More findings than this help nobody; a hostile file could make one for every character. */
const MAX_FINDINGS = 500;

/** Collects what is wrong with one file. */
export interface FindingList {
  readonly report: Report;
  isEmpty(): boolean;
  /** All findings so far, in the order of the text; where some were left out, one that says so. */
  sorted(): Finding[];
}

/** Starts the list of findings for `file`. */
export function collectFindings(file: string, lines: LineIndex): FindingList {
  const findings: Finding[] = [];
  let leftOut: Problem | undefined;
  return {
    report: (problem) => {
      if (findings.length < MAX_FINDINGS) findings.push(toFinding(problem, file, lines));
      else leftOut ??= problem;
    },
    isEmpty: () => findings.length === 0,
    sorted: () => {
      const all = findings.toSorted((a, b) => comparePositions(a.range.start, b.range.start));
      if (leftOut) all.push(toFinding(tooMany(leftOut), file, lines));
      return all;
    },
  };
}

function tooMany(next: Problem): Problem {
  return {
    rule: 'too-complex',
    severity: 'warning',
    message: `There are more than ${MAX_FINDINGS} findings in this file; the others are not shown. Correct these first.`,
    span: next.span,
  };
}

function toFinding(problem: Problem, file: string, lines: LineIndex): Finding {
  const { rule, severity, message, span, node, related } = problem;
  return {
    rule,
    severity,
    message,
    file,
    range: lines.range(span.start, span.end),
    ...(node !== undefined && { node }),
    ...(related && {
      related: [
        {
          message: related.message,
          place: { kind: 'claim-file', file, range: lines.range(related.span.start, related.span.end) },
        },
      ],
    }),
  };
}
