import { dedentToEnd } from './dedent.ts';
import type { Frame, TokenRules } from './tokens.ts';

/*
 * C#. Besides white space and comments, these do not count: regions, a comma behind the last element in brackets, empty statements in blocks,
 * the letter case of numbers, parentheses around the only parameter of a lambda, and the indentation of raw strings that the language itself takes away. All
 * other directives count, and the order of modifiers and `using`. Strings with expressions in them count as they are.
 */

const RAW_STRING = /^(\$*)("{3,})[ \t]*\n([\s\S]*?)\2(\w*)$/;

export const CSHARP_TOKENS: TokenRules = {
  comments: new Set(['comment', 'preproc_region', 'preproc_endregion']),
  lists: new Set(),
  indented: new Set(),
  singles: new Set(),
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    ['empty_statement', ({ parent }) => (parent?.type === 'block' ? [] : undefined)],
    ['implicit_parameter', wrapOnlyParameter],
    ['string_literal', rewriteString],
    ['verbatim_string_literal', rewriteString],
    ['raw_string_literal', rewriteString],
    ['interpolated_string_expression', rewriteString],
    ['character_literal', ({ text }) => [text]],
    ['integer_literal', rewriteNumber],
    ['real_literal', rewriteNumber],
    ['preproc_define', rewriteDirective],
    ['preproc_error', rewriteDirective],
    ['preproc_line', rewriteDirective],
    ['preproc_nullable', rewriteDirective],
    ['preproc_pragma', rewriteDirective],
    ['preproc_undef', rewriteDirective],
    ['preproc_warning', rewriteDirective],
    ['shebang_directive', rewriteDirective],
  ]),
  parenthesized: new Set(),
  redundantParentheses: () => false,
};

function rewriteString({ text }: Frame): readonly string[] {
  const [, dollars = '', quotes = '', content, suffix = ''] = RAW_STRING.exec(text) ?? [];
  if (content === undefined) return [text];
  return [`${dollars}${quotes}\n${dedentToEnd(content)}${quotes}${suffix}`];
}

/** `x => …` reads like `(x) => …`. */
function wrapOnlyParameter({ text, parent }: Frame): readonly string[] | undefined {
  return parent?.type === 'lambda_expression' ? ['(', text, ')'] : undefined;
}

/** In all letters of a number, upper and lower case mean the same. */
function rewriteNumber({ text }: Frame): readonly string[] {
  return [text.toLowerCase()];
}

/** All of its line: its words are for the compiler. */
function rewriteDirective({ text }: Frame): readonly string[] {
  return [text.trim().replace(/\s+/g, ' ')];
}
