import { type Frame, type TokenRules, unescapeQuotes } from './tokens.ts';

/*
 * JavaScript and TypeScript. Besides white space and comments, these do not count: semicolons that end statements and members (nor whether
 * members of a type end with `;` or `,`), trailing commas in brackets, `'` or `"`, parentheses around the only parameter of an arrow function, around JSX
 * and around the whole of a value, a `|` or `&` in front of the first type, and how the text in JSX is wrapped. Together that is what prettier
 * reformats by default, but for a few rare things (quotes around keys, parentheses between operators). Templates count as they are.
 */

/** Lists of statements or members, whose separators are optional. */
const LISTS = new Set([
  'program',
  'statement_block',
  'switch_case',
  'switch_default',
  'class_body',
  'interface_body',
  'object_type',
]);

const TYPE_MEMBERS = new Set(['interface_body', 'object_type']);

/** Parents in which a value has its place to itself. Which token ends it is clear without parentheses. */
const WHOLE_VALUES = new Set([
  'arguments',
  'array',
  'arrow_function',
  'assignment_expression',
  'jsx_expression',
  'pair',
  'return_statement',
  'template_substitution',
  'ternary_expression',
  'throw_statement',
  'variable_declarator',
]);

const EMPTY_JSX_EXPRESSION = /^\{(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\n]*\n)*\}$/;

export const ECMASCRIPT_TOKENS: TokenRules = {
  comments: new Set(['comment', 'html_comment']),
  lists: LISTS,
  indented: new Set(),
  singles: new Set(),
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    [';', ({ parent }) => (isLoopPart(parent) ? undefined : [])],
    [',', ({ parent }) => (TYPE_MEMBERS.has(parent?.type ?? '') ? [] : undefined)],
    ['|', dropLeadingOperator],
    ['&', dropLeadingOperator],
    ['empty_statement', ({ parent }) => (LISTS.has(parent?.type ?? '') ? [] : undefined)],
    ['identifier', wrapOnlyParameter],
    // Without a name it is the keyword of the type.
    ['string', ({ text, named }) => (named ? [`"${unescapeQuotes(text.slice(1, -1))}"`] : undefined)],
    ['jsx_text', ({ text }) => [unwrapJsxText(text)]],
    ['jsx_expression', ({ text }) => (EMPTY_JSX_EXPRESSION.test(text) ? [] : undefined)],
  ]),
  parenthesized: new Set(['parenthesized_expression']),
  redundantParentheses({ text, parent }, node, field) {
    const inner = node.namedChildren.find((child) => child.type !== 'comment');
    if (!inner || inner.type.startsWith('jsx_')) return true;
    if (!WHOLE_VALUES.has(parent?.type ?? '') || field === 'left' || field === 'condition') return false;
    // `() => ({})` gives an object, `() => {}` gives nothing.
    const opensBlock = parent?.type === 'arrow_function' && text[inner.startIndex - node.startIndex] === '{';
    return inner.type !== 'sequence_expression' && !opensBlock;
  },
};

/** Semicolons that say something: in the head of a `for`, and as the whole body of a loop. */
function isLoopPart(parent: Frame | undefined): boolean {
  return parent?.type === 'for_statement' || parent?.type === 'empty_statement';
}

function dropLeadingOperator({ parent }: Frame): readonly string[] | undefined {
  const types = parent?.type === 'union_type' || parent?.type === 'intersection_type';
  return types && parent.children === 0 ? [] : undefined;
}

/** `x => …` reads like `(x) => …`. The parameter stands before the arrow, behind `async` at most. */
function wrapOnlyParameter({ text, parent }: Frame): readonly string[] | undefined {
  return parent?.type === 'arrow_function' && parent.children <= 1 ? ['(', text, ')'] : undefined;
}

/** As JSX reads text: lines without the white space at their ends, joined by one space, blank ones gone. */
function unwrapJsxText(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const trimmed = lines.map((line, i) => {
    const start = i === 0 ? line : line.trimStart();
    return i === lines.length - 1 ? start : start.trimEnd();
  });
  return trimmed.filter((line) => line !== '').join(' ');
}
