import { dedentToEnd } from './dedent.ts';
import { phpString } from './php-strings.ts';
import type { Frame, TokenRules } from './tokens.ts';

/*
 * PHP. Besides white space and comments, these do not count: a comma behind the last element in brackets, `array(…)` or `[…]`, which quotes and escapes
 * write down the same string, the letter case of keywords, constants of the language and numbers, `else if` or `elseif`, empty parentheses behind `new A`,
 * parentheses that only repeat how operators bind, and the indentation of heredocs that the language itself takes away. Text outside of the tags counts,
 * character by character.
 */

/** What would bind differently without parentheses around it or in it. Marks say where it starts and ends, so that no parentheses have to. */
const COMPOUND = new Set([
  'arrow_function',
  'assignment_expression',
  'augmented_assignment_expression',
  'binary_expression',
  'cast_expression',
  'clone_expression',
  'conditional_expression',
  'error_suppression_expression',
  'include_expression',
  'include_once_expression',
  'object_creation_expression',
  'print_intrinsic',
  'reference_assignment_expression',
  'require_expression',
  'require_once_expression',
  'throw_expression',
  'unary_op_expression',
  'update_expression',
  'yield_expression',
]);

/** Where parentheses around a value do nothing but group it. Elsewhere, as in `($a->b)()`, they choose what is meant. */
const GROUPING = new Set([
  ...COMPOUND,
  'argument',
  'array_element_initializer',
  'echo_statement',
  'expression_statement',
  'foreach_statement',
  'match_conditional_expression',
  'match_default_expression',
  'parenthesized_expression',
  'return_statement',
]);

const HEREDOC = /^<<<[ \t]*(["']?)(\w+)\1[ \t]*\n([\s\S]*)$/;

const ARRAYS = new Set(['array_creation_expression', 'list_literal']);

const KEYWORDS =
  'abstract as break case catch class clone const continue declare default do echo else enddeclare endfor endforeach endif endswitch endwhile enum extends final finally fn for foreach function global goto if implements include include_once instanceof insteadof interface match namespace new print private protected public readonly require require_once return static switch throw trait try unset use var while yield';

export const PHP_TOKENS: TokenRules = {
  comments: new Set(['comment']),
  lists: new Set(),
  indented: COMPOUND,
  singles: new Set(),
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    ...KEYWORDS.split(' ').map((keyword) => [keyword, lowerCase] as const),
    ['abstract_modifier', lowerCase],
    ['final_modifier', lowerCase],
    ['readonly_modifier', lowerCase],
    ['static_modifier', lowerCase],
    ['visibility_modifier', lowerCase],
    ['boolean', lowerCase],
    ['null', lowerCase],
    ['integer', lowerCase],
    ['float', lowerCase],
    ['elseif', () => ['else', 'if']],
    ['array', ({ parent }) => (isArray(parent) ? [] : undefined)],
    ['list', ({ parent }) => (isArray(parent) ? [] : undefined)],
    ['(', ({ parent }) => (isArray(parent) ? ['['] : undefined)],
    [')', ({ parent }) => (isArray(parent) ? [']'] : undefined)],
    ['string', ({ text }) => [phpString(text)]],
    ['encapsed_string', ({ text }) => [phpString(text)]],
    ['arguments', dropWithNew],
    ['shell_command_expression', ({ text }) => [text]],
    ['heredoc', rewriteHeredoc],
    ['nowdoc', rewriteHeredoc],
    ['text', ({ text }) => [`?>${text}`]],
    ['text_interpolation', ({ text }) => [text]],
  ]),
  ends(text) {
    const first = /^\s+(?=<\?)/.exec(text)?.[0] ?? '';
    const last = /\?>\n?(\s+)$/.exec(text.slice(text.lastIndexOf('?>')))?.[1] ?? '';
    return { first: first && `?>${first}`, last: last && `?>${last}` };
  },
  parenthesized: new Set(['parenthesized_expression']),
  redundantParentheses({ parent }, node, field) {
    // `(new A)->b()`, where marks stand around `new A`.
    if (field === 'object') return node.namedChild(0)?.type === 'object_creation_expression';
    return GROUPING.has(parent?.type ?? '') && parent?.type !== 'object_creation_expression';
  },
};

function isArray(parent: Frame | undefined): boolean {
  return ARRAYS.has(parent?.type ?? '');
}

/** `new A()` reads like `new A`. */
function dropWithNew({ text, parent }: Frame): readonly string[] | undefined {
  return parent?.type === 'object_creation_expression' && /^\(\s*\)$/.test(text) ? [] : undefined;
}

function lowerCase({ text }: Frame): readonly string[] {
  return [text.toLowerCase()];
}

function rewriteHeredoc({ text }: Frame): readonly string[] {
  const [, quote = '', label = '', content] = HEREDOC.exec(text) ?? [];
  if (content === undefined) return [text];
  return [`<<<${quote === "'" ? quote : ''}${label}\n${dedentToEnd(withoutLabel(content))}`];
}

/** The label behind the white space on the last line, which is all that counts of that line. */
function withoutLabel(content: string): string {
  return content.replace(/\w+$/, '');
}
