import { dedentToCommon } from './dedent.ts';
import type { Frame, TokenRules } from './tokens.ts';

/*
 * Java. Besides white space and comments, these do not count: a comma behind the last element of an array or enum, semicolons that end
 * nothing, the letter case of numbers, parentheses around the only parameter of a lambda and those that only repeat how operators bind, and the indentation
 * of text blocks, as far as the language itself takes it away. The order of modifiers and imports counts.
 */

/** What would bind differently without parentheses around it or in it. Marks say where it starts and ends, so that no parentheses have to. */
const COMPOUND = new Set([
  'array_creation_expression',
  'assignment_expression',
  'binary_expression',
  'cast_expression',
  'instanceof_expression',
  'lambda_expression',
  'switch_expression',
  'ternary_expression',
  'unary_expression',
  'update_expression',
]);

/** Where a semicolon of its own says nothing. */
const LISTS = new Set(['program', 'block', 'class_body', 'interface_body', 'annotation_type_body']);

const TEXT_BLOCK = /^"""[ \t\f]*\n([\s\S]*)"""$/;

export const JAVA_TOKENS: TokenRules = {
  comments: new Set(['line_comment', 'block_comment']),
  lists: new Set(),
  indented: COMPOUND,
  singles: new Set(),
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    [';', ({ parent }) => (LISTS.has(parent?.type ?? '') ? [] : undefined)],
    // The semicolon that ends the constants, if nothing follows it.
    ['enum_body_declarations', ({ text }) => (text === ';' ? [] : undefined)],
    ['string_literal', rewriteString],
    ['identifier', wrapOnlyParameter],
    ['decimal_integer_literal', rewriteNumber],
    ['hex_integer_literal', rewriteNumber],
    ['octal_integer_literal', rewriteNumber],
    ['binary_integer_literal', rewriteNumber],
    ['decimal_floating_point_literal', rewriteNumber],
    ['hex_floating_point_literal', rewriteNumber],
  ]),
  parenthesized: new Set(['parenthesized_expression']),
  redundantParentheses: () => true,
};

function rewriteString({ text }: Frame): readonly string[] {
  const block = TEXT_BLOCK.exec(text)?.[1];
  return [block === undefined ? text : `"""\n${dedentToCommon(block)}"""`];
}

/** `x -> …` reads like `(x) -> …`. */
function wrapOnlyParameter({ text, parent }: Frame): readonly string[] | undefined {
  return parent?.type === 'lambda_expression' && parent.children === 0 ? ['(', text, ')'] : undefined;
}

/** In all letters of a number, upper and lower case mean the same. */
function rewriteNumber({ text }: Frame): readonly string[] {
  return [text.toLowerCase()];
}
