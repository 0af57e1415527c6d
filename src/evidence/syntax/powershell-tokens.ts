import type { Frame, TokenRules } from './tokens.ts';

/*
 * PowerShell. Besides white space between words and comments, these do not count: a semicolon or a line end between statements, members and
 * entries, and line ends escaped between words. Strings count as they are written, and letter case counts, though the language ignores it.
 */

/** Types of nodes whose children are statements, members, entries or words: each ends somewhere. */
const LISTS = new Set([
  'class_statement',
  'command',
  'command_elements',
  'enum_statement',
  'hash_literal_body',
  'named_block_list',
  'program',
  'script_block',
  'statement_list',
]);

export const POWERSHELL_TOKENS: TokenRules = {
  comments: new Set(['comment']),
  directives: /^#requires\b/i,
  lists: LISTS,
  indented: new Set(),
  singles: new Set(),
  keepsComma: () => true,
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    [';', ({ parent }) => (parent?.type === 'for_statement' ? undefined : [])],
    ['empty_statement', () => []],
    ['command_argument_sep', ({ text }) => (text.includes(':') ? [':'] : [])],
    ['generic_token', asWritten],
    ['string_literal', asWritten],
  ]),
  // In an empty script block, `{ }`.
  mayMiss: ({ type, parent }) => type === ';' && parent?.type === 'empty_statement',
  parenthesized: new Set(),
  redundantParentheses: () => false,
};

function asWritten({ text }: Frame): readonly string[] {
  return [text];
}
