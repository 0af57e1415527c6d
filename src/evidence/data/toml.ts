import { ParseError, parseTOML } from 'toml-eslint-parser';
import { say } from '../../l10n/say.ts';
import { LineIndex } from '../../model/text.ts';
import { asClause } from '../../parsing/as-clause.ts';
import { commentAt } from '../comments.ts';
import { tablesOf } from './toml-tables.ts';
import { type DataDocuments, MAX_NESTING } from './tree.ts';

/** Reads TOML. Total: what cannot be read has no roots, and a mistake that says where. */
export function readToml(text: string): DataDocuments {
  const index = new LineIndex(text);
  const lineAt = (offset: number): number => index.position(offset).line + 1;
  const deep = tooDeepAt(text);
  if (deep !== undefined)
    return failed(lineAt(deep), say('it is nested more than {0} levels deep', MAX_NESTING));
  try {
    const program = parseTOML(text, { tomlVersion: '1.1' });
    const comments = program.comments.map(({ range: [start, end] }) =>
      commentAt(text, { start, end }, lineAt),
    );
    return { roots: [tablesOf(program)], comments };
  } catch (error) {
    if (error instanceof ParseError) return failed(error.lineNumber, asClause(error.message));
    // Keys can be nested by dots, too, until the stack runs out.
    if (error instanceof RangeError) return failed(1, say('it is nested too deeply'));
    throw error;
  }
}

const failed = (line: number, why: string): DataDocuments => ({
  roots: [],
  comments: [],
  mistake: { line, why },
});

/** Where brackets are nested more deeply than the parser, which is recursive, is let go down. Brackets in strings count, too. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > MAX_NESTING) return index;
  }
  return undefined;
}
