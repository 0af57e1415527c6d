import { say } from '../l10n/say.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { LineIndex } from '../model/text.ts';
import type { Span } from './span.ts';

/** A finding before its offsets have become positions. */
export interface Problem<Rule extends string = string> {
  readonly rule: Rule;
  readonly severity: Severity;
  /** What is wrong, and what to write instead. */
  readonly message: string;
  readonly span: Span;
  /** The id of the node it speaks of. */
  readonly node?: string;
  /** Another place in the same file that explains it. */
  readonly related?: {
    readonly message: string;
    readonly span: Span;
  };
}

/** More findings than this in one file help nobody; a hostile file could make one for every character. */
export const MAX_FINDINGS = 500;

/** Says that there are more findings than are shown, at the first that is not. */
export function tooManyFindings(next: Problem): Problem<'too-complex'> {
  return {
    rule: 'too-complex',
    severity: 'warning',
    message: say(
      'There are more than {0} findings in this file; the others are not shown. Correct these first.',
      MAX_FINDINGS,
    ),
    span: next.span,
  };
}

/** The finding that a problem is, in the file whose lines these are. */
export function toFinding(problem: Problem, file: string, lines: LineIndex): Finding {
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
