import type { CST } from 'yaml';
import { say } from '../../l10n/say.ts';
import type { Problem } from './problem.ts';
import { isCollection, visitTokens } from './tokens.ts';

/** A node costs two levels (its id, and the key that holds its children), so this is a hundred nodes deep. */
const MAX_NESTING = 200;

/**
 * Empties the collections that are nested too deeply: the composer is recursive and would exhaust the stack, which some
 * of its regular expressions do not survive. Changes the tokens in place.
 */
export function cutNesting(tokens: readonly CST.Token[]): Problem[] {
  const problems: Problem[] = [];
  visitTokens(tokens, ({ token, depth }) => {
    if (depth < MAX_NESTING || !isCollection(token) || token.items.length === 0) return;
    token.items.length = 0;
    problems.push({
      rule: 'too-complex',
      severity: 'error',
      message: say(
        'This is nested more than {0} levels deep and is not read. Write deep parts elsewhere and refer to them with `supportedBy`.',
        MAX_NESTING,
      ),
      span: { start: token.offset, end: token.offset + 1 },
    });
  });
  return problems;
}
