import type { Frame, TokenRules } from './tokens.ts';

/*
 * Go. Besides white space and comments, these do not count: semicolons that end statements, specifications, fields and methods, empty
 * statements, trailing commas, the letter case of prefixes and exponents of numbers, and parentheses around the whole of a condition. Together that is what
 * gofmt changes, but for the order of imports, which counts. So do comments that the compiler reads: `//go:…`, build constraints, C code.
 */

/** Types of nodes whose members end with a semicolon or a line. */
const LISTS = new Set([
  'const_declaration',
  'field_declaration_list',
  'import_spec_list',
  'interface_type',
  'source_file',
  'statement_list',
  'type_declaration',
  'var_declaration',
  'var_spec_list',
]);

/** Statements that take a condition in front of their block. */
const HEADS = new Set(['if_statement', 'for_statement', 'for_clause', 'expression_switch_statement']);

export const GO_TOKENS: TokenRules = {
  comments: new Set(['comment']),
  directives:
    /^\/\/(?:go:|export |line |extern |\s*\+build\s)|^\/\*line |^\s*(?:\/\/|\/\*)?\s*#\s*(?:include|cgo|define)\b/m,
  lists: LISTS,
  indented: new Set(),
  singles: new Set(),
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    [';', ({ parent }) => (LISTS.has(parent?.type ?? '') ? [] : undefined)],
    ['empty_statement', () => []],
    ['interpreted_string_literal', ({ text }) => [text]],
    ['raw_string_literal', ({ text }) => [text]],
    ['int_literal', rewriteNumber],
    ['float_literal', rewriteNumber],
    ['imaginary_literal', rewriteNumber],
  ]),
  parenthesized: new Set(['parenthesized_expression']),
  redundantParentheses({ parent }, _node, field) {
    const whole = field === 'condition' || field === 'value' || field === null;
    return whole && HEADS.has(parent?.type ?? '');
  },
};

/** In all letters of a number, upper and lower case mean the same. */
function rewriteNumber({ text }: Frame): readonly string[] {
  return [text.toLowerCase()];
}
