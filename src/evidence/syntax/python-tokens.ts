import { type Frame, type TokenRules, unescapeQuotes } from './tokens.ts';

/*
 * Python. Besides white space and comments, these do not count: trailing commas in brackets (but for tuples of one), semicolons between
 * statements against line ends, `'` or `"` or three of them, the letter case and order of a string's prefix and a prefix `u`, the indentation of docstrings
 * and white space at the ends of their lines, the letter case of numbers, a backslash at a line's end, parentheses around the whole of a value, around a
 * tuple that can do without them, around imported names and, if empty, behind the name of a class. Together that is what black and ruff
 * reformat by default, but for a few rare things (`del (a)`, the letter case of escapes).
 */

const EMPTY_PARENTHESES = /^\(\s*\)$/;
const STRING = /^([a-z]*)("""|'''|"|')([\s\S]*)\2$/i;

/** Parents in which a value has its place to itself. Which token ends it is clear without parentheses. */
const WHOLE_VALUES = new Set([
  'argument_list',
  'as_pattern',
  'assert_statement',
  'assignment',
  'augmented_assignment',
  'default_parameter',
  'dictionary',
  'elif_clause',
  'except_clause',
  'expression_statement',
  'for_statement',
  'if_statement',
  'keyword_argument',
  'list',
  'pair',
  'raise_statement',
  'return_statement',
  'set',
  'tuple',
  'typed_default_parameter',
  'while_statement',
]);

/** Parents in which a tuple needs no parentheses. */
const BARE_TUPLES = new Set([
  'assignment',
  'augmented_assignment',
  'expression_statement',
  'for_statement',
  'return_statement',
]);

export const PYTHON_TOKENS: TokenRules = {
  comments: new Set(['comment', 'line_continuation']),
  lists: new Set(['module', 'block']),
  indented: new Set(['block']),
  singles: new Set(['tuple', 'tuple_pattern', 'subscript', 'type_parameter']),
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    [';', () => []],
    ['string', rewriteString],
    ['string_start', ({ text }) => [`${prefixOf(text)}"`]],
    ['string_content', ({ text, parent }) => [isRaw(parent?.text) ? text : unescapeQuotes(text)]],
    ['string_end', () => ['"']],
    ['format_specifier', ({ text }) => [text]],
    ['integer', rewriteNumber],
    ['float', rewriteNumber],
    ['(', dropAroundImports],
    [')', dropAroundImports],
    ['argument_list', dropEmptyBases],
  ]),
  parenthesized: new Set(['parenthesized_expression', 'tuple', 'tuple_pattern']),
  redundantParentheses({ type, text, parent }, _node, field) {
    const around = parent?.type ?? '';
    if (type === 'parenthesized_expression') return WHOLE_VALUES.has(around) && field !== 'left';
    if (EMPTY_PARENTHESES.test(text)) return false;
    return BARE_TUPLES.has(around) || (around === 'for_in_clause' && field === 'left');
  },
};

function rewriteNumber({ text }: Frame): readonly string[] {
  return [text.toLowerCase().replace('e+', 'e')];
}

function dropAroundImports({ parent }: Frame): readonly string[] | undefined {
  return parent?.type === 'import_from_statement' ? [] : undefined;
}

function dropEmptyBases({ text, parent }: Frame): readonly string[] | undefined {
  return parent?.type === 'class_definition' && EMPTY_PARENTHESES.test(text) ? [] : undefined;
}

/** A string becomes one token, unless it has expressions inside. */
function rewriteString({ text, parent }: Frame): readonly string[] | undefined {
  const [, prefix = '', , content] = STRING.exec(text) ?? [];
  if (content === undefined || /[ft]/i.test(prefix)) return undefined;
  const statement = parent?.type === 'expression_statement';
  const value = isRaw(prefix) ? content : unescapeQuotes(content);
  return [`${prefixOf(prefix)}"${statement ? trimDocstring(value) : value}"`];
}

function prefixOf(text: string): string {
  const letters = /^[a-z]*/i.exec(text)![0].toLowerCase().replace('u', '');
  return [...letters].sort().join('');
}

function isRaw(text = ''): boolean {
  return /^[a-z]*r/i.test(text);
}

/** Without the white space at the ends, and in front of the lines what all but the first have in common. */
function trimDocstring(content: string): string {
  const [first = '', ...rest] = content.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const indents = rest.filter((line) => line !== '').map((line) => line.search(/\S/));
  const common = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return [first.trimStart(), ...rest.map((line) => line.slice(common))].join('\n').trim();
}
