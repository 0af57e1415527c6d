import { rewriteHeredoc } from './ruby-heredocs.ts';
import type { Frame, TokenRules } from './tokens.ts';

/*
 * Ruby. Besides white space and comments, these do not count: semicolons against line ends, empty statements, and trailing commas but where
 * they take a value apart. All that rubocop calls layout is white space. White space that Ruby sees counts: `puts [1]` against `puts[1]`, `-1.abs` against
 * `- 1.abs`, and that in heredocs but for what `<<~` takes away. So do comments that Ruby reads, such as `# frozen_string_literal: true`.
 */

/** Types of nodes whose semicolon separates no statements but names of variables. */
const PARAMETERS = new Set(['block_parameters', 'lambda_parameters', 'method_parameters']);

const BODIES = ['body_statement', 'block_body', 'then', 'do'];

export const RUBY_TOKENS: TokenRules = {
  comments: new Set(['comment']),
  directives:
    /^#\s*(?:-\*-\s*)?(?:frozen[_-]string[_-]literal|warn[_-]indent|shareable[_-]constant[_-]value|(?:en)?coding)\s*[:=]/i,
  lists: new Set([
    'program',
    ...BODIES,
    'begin',
    'begin_block',
    'else',
    'end_block',
    'ensure',
    'interpolation',
    'parenthesized_statements',
  ]),
  indented: new Set(BODIES),
  bare: ({ type, text }) => type === 'argument_list' && !text.startsWith('('),
  singles: new Set(['destructured_left_assignment', 'destructured_parameter']),
  keepsComma: (type) => type.endsWith('_pattern'),
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    [';', ({ parent }) => (PARAMETERS.has(parent?.type ?? '') ? undefined : [])],
    ['empty_statement', () => []],
    ['heredoc_body', rewriteHeredoc],
    ['string', ({ text }) => (text.includes('#{') ? undefined : [text])],
    ['-', ({ parent }) => (isSign(parent) ? ['<->'] : undefined)],
  ]),
  parenthesized: new Set(),
  redundantParentheses: () => false,
};

/** A sign belongs to the number it touches: `-2.abs` is 2, `- 2.abs` is -2. */
function isSign(parent: Frame | undefined): boolean {
  return parent?.type === 'unary' && /^-\d/.test(parent.text);
}
