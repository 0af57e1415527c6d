import type { Frame, TokenRules } from './tokens.ts';

/*
 * Bash and other shells. Besides white space between words and comments (but for the first line, which chooses the shell), these do not count:
 * a semicolon or a line end between commands, and line ends escaped between words. Words count as they are written, quotes and all; so do here
 * documents, with what follows them on their line.
 */

/** Types of nodes whose children are commands or words: each ends somewhere. */
const LISTS = new Set([
  'array',
  'case_item',
  'case_statement',
  'command',
  'command_substitution',
  'compound_statement',
  'declaration_command',
  'do_group',
  'elif_clause',
  'else_clause',
  'for_statement',
  'if_statement',
  'process_substitution',
  'program',
  'subshell',
  'unset_command',
  'while_statement',
]);

/** Where the grammar does not always see that two words are one, as in `a`b`` with backticks. */
const WORDS = new Set([
  'array',
  'case_statement',
  'command',
  'declaration_command',
  'for_statement',
  'unset_command',
]);

export const BASH_TOKENS: TokenRules = {
  comments: new Set(['comment']),
  directives: /^#!/,
  lists: LISTS,
  words: WORDS,
  indented: new Set(),
  singles: new Set(),
  keepsComma: () => true,
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    [';', ({ parent }) => (parent?.type === 'c_style_for_statement' ? undefined : [])],
    ['ansi_c_string', asWritten],
    ['concatenation', asWritten],
    ['expansion', asWritten],
    ['heredoc_redirect', ({ text }) => [text.replace(/^(<<-?)[ \t]+/, '$1')]],
    ['raw_string', asWritten],
    ['simple_expansion', asWritten],
    ['string', asWritten],
    ['translated_string', asWritten],
  ]),
  parenthesized: new Set(),
  redundantParentheses: () => false,
};

function asWritten({ text }: Frame): readonly string[] {
  return [text];
}
