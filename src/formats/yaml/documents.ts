import type { ParsedNode } from 'yaml';
import { say } from '../../l10n/say.ts';
import { composeYaml } from '../../parsing/yaml.ts';
import { hideConflictMarks, untab } from './lines-repair.ts';
import { cutNesting } from './nesting.ts';
import type { Problem, Report } from './problem.ts';
import { applyPatches, findRepairs } from './repair.ts';
import type { Span } from '../span.ts';
import { reportSyntax } from './syntax-messages.ts';
import { parseTokens } from './tokens.ts';

/** A text as YAML documents. */
export interface YamlDocuments {
  /** What each document holds, in order; null for an empty one. Offsets are those of the text as written. */
  readonly contents: readonly (ParsedNode | null)[];
  /** Texts that are in no node because a mistake hides them, by the offset of the map that they stand before. */
  readonly hiddenTexts: ReadonlyMap<number, Span>;
}

/** A repair may bring the next mistake to light; more rounds than this never helped. */
const MAX_ROUNDS = 4;

/**
 * Parses a text leniently: common mistakes of half-typed files are reported and patched in memory, character for character, so
 * that what stands behind them is read too. Never throws. Scalars are strings as in the failsafe schema: an id `1.0` or `no`
 * stays as it is.
 */
export function parseDocuments(text: string, report: Report): YamlDocuments {
  const hiddenTexts = new Map<number, Span>();
  let source = hideConflictMarks(text, report);
  for (let round = 1; ; round++) {
    const mayRepair = round < MAX_ROUNDS;
    const { tokens, stoppedAt } = parseTokens(source);
    const repairs = findRepairs(tokens, text);
    if (mayRepair && repairs.patches.size > 0) {
      source = applyPatches(source, repairs.patches);
      for (const problem of repairs.problems) report(problem);
      for (const [offset, span] of repairs.hiddenTexts) hiddenTexts.set(offset, span);
      continue;
    }
    const tooDeep = cutNesting(tokens);
    const documents = composeYaml(tokens, text.length);
    const errors = documents.flatMap((document) => [...document.errors, ...document.warnings]);
    if (mayRepair && errors.some((error) => error.code === 'TAB_AS_INDENT')) {
      const untabbed = untab(source, report);
      if (untabbed !== source) {
        source = untabbed;
        continue;
      }
    }
    for (const problem of tooDeep) report(problem);
    reportSyntax(errors, text, report);
    if (stoppedAt !== undefined) report(tooLong(stoppedAt));
    return { contents: documents.map((document) => document.contents), hiddenTexts };
  }
}

function tooLong(offset: number): Problem {
  return {
    rule: 'too-complex',
    severity: 'error',
    message: say('This file is too long: nothing from here on is read. Divide it into several files.'),
    span: { start: offset, end: offset },
  };
}
