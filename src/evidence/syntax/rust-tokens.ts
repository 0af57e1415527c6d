import type { Node } from 'web-tree-sitter';
import type { Frame, TokenRules } from './tokens.ts';

/*
 * Rust. Besides white space and comments, these do not count: trailing commas (but for tuples of one and in macros), commas behind the arms of
 * a `match`, the semicolon behind a `return`, `break` or `continue` at the end of a block, braces around a single imported name, a `|` in front of
 * the first pattern, braces around the only value of an arm or a closure, doubled parentheses and the `"C"` of `extern`. rustfmt changes these, and the order of imports and modules, which counts.
 */

const COMMENTS = new Set(['line_comment', 'block_comment']);
const JUMP = /^(?:return|break|continue)\b/;
const SINGLE_IMPORT = /^\{\s*(?!self\b)(?:\w+\s*::\s*)*\w+\s*(?:,\s*)?\}$/;

export const RUST_TOKENS: TokenRules = {
  comments: COMMENTS,
  lists: new Set(['block', 'match_block', 'where_clause']),
  indented: new Set(),
  singles: new Set(['tuple_expression', 'tuple_pattern', 'tuple_type']),
  keepsComma: (type) => type.startsWith('token_'),
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    ['string_literal', ({ text }) => [text]],
    ['raw_string_literal', ({ text }) => [text]],
    ['char_literal', ({ text }) => [text]],
    [',', ({ parent }) => (endsMember(parent) ? [] : undefined)],
    [';', ({ parent }) => (isJump(parent) ? [] : undefined)],
    ['|', ({ parent }) => (startsPattern(parent) ? [] : undefined)],
    ['{', dropAroundImport],
    ['}', dropAroundImport],
    ['extern_modifier', ({ text }) => (text === 'extern' ? ['extern', '"C"'] : undefined)],
  ]),
  parenthesized: new Set(['parenthesized_expression', 'block']),
  redundantParentheses(frame, node, field) {
    const around = frame.parent?.type;
    if (frame.type === 'parenthesized_expression') return around === 'parenthesized_expression';
    const isArm = around === 'match_arm' && field === 'value';
    const isClosure = around === 'closure_expression' && field === 'body' && !declaresResult(frame);
    return (isArm || isClosure) && holdsOneValue(node);
  },
};

/** Only behind `-> Type` the body of a closure needs its braces. */
function declaresResult({ text, parent }: Frame): boolean {
  const head = parent?.text.slice(0, -text.length) ?? '';
  return head.slice(head.lastIndexOf('|')).includes('->');
}

/** A label in front of a block is a child of it, too. */
function holdsOneValue(block: Node): boolean {
  const [first, ...others] = block.namedChildren.filter(({ type }) => !COMMENTS.has(type));
  if (!first || others.length > 0) return false;
  return first.type !== 'expression_statement' || !first.text.endsWith(';');
}

/** Marks stand between these in place of their commas. */
function endsMember(parent: Frame | undefined): boolean {
  return parent?.type === 'match_arm' || parent?.type === 'where_clause';
}

function isJump(parent: Frame | undefined): boolean {
  return parent?.type === 'expression_statement' && JUMP.test(parent.text);
}

function startsPattern(parent: Frame | undefined): boolean {
  return parent?.type === 'or_pattern' && parent.children === 0;
}

function dropAroundImport({ parent }: Frame): readonly string[] | undefined {
  return parent?.type === 'use_list' && SINGLE_IMPORT.test(parent.text) ? [] : undefined;
}
