import type { Finding } from '../model/finding.ts';
import { comparePositions } from '../model/text.ts';
import type { LineIndex } from '../model/text.ts';
import { MAX_FINDINGS, toFinding, tooManyFindings } from './problem.ts';
import type { Problem } from './problem.ts';

/** Collects what is wrong with one file. */
export interface FindingList {
  readonly report: (problem: Problem) => void;
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
      if (leftOut) all.push(toFinding(tooManyFindings(leftOut), file, lines));
      return all;
    },
  };
}
