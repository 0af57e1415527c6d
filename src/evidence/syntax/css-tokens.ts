import { type Tightness, foldCss } from './css-text.ts';
import type { Frame, TokenRules } from './tokens.ts';

/*
 * CSS. Besides white space, as far as it separates nothing, and comments, these do not count: the kind of quotes, the semicolon behind the last
 * declaration, zeros that a number does not need, and the letter case of colours in hexadecimal digits. Custom properties count as they are written,
 * but for white space, since scripts can read them.
 */

export const CSS_TOKENS: TokenRules = {
  comments: new Set(['comment', 'js_comment']),
  lists: new Set(),
  indented: new Set(),
  singles: new Set(),
  keepsComma: () => true,
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    [';', ({ parent }) => (parent?.type === 'block' ? [] : undefined)],
    ['selectors', ({ text }) => [foldSelector(text)]],
    ['declaration', ({ text }) => [foldDeclaration(text)]],
    ['call_expression', ({ text }) => [foldValue(text)]],
    ['color_value', ({ text }) => [foldValue(text)]],
    ['float_value', ({ text }) => [foldValue(text)]],
    ['integer_value', ({ text }) => [foldValue(text)]],
    // Only `@charset "…"` is one: not with other quotes, not with more white space.
    ['charset_statement', ({ text }) => [text]],
    ['string_value', ({ text }) => [foldValue(text)]],
  ]),
  parenthesized: new Set(),
  redundantParentheses: () => false,
};

const IN_SELECTORS: Tightness = { before: /[,>~+=)\]]/, after: /[,>~+=([]/ };
const IN_VALUES: Tightness = { before: /[,!)]/, after: /[,!(]/ };

/** A selector, or several, without white space around combinators and quotes around the words in `[a="b"]`. */
export function foldSelector(text: string): string {
  return foldCss(text, IN_SELECTORS).replace(/="(-?[a-z_][\w-]*)"/gi, '=$1');
}

/** Without its semicolon. */
function foldDeclaration(text: string): string {
  const colon = text.indexOf(':');
  const name = foldCss(text.slice(0, colon));
  const value = text.slice(colon + 1).replace(/;$/, '');
  return name.startsWith('--') ? `${name}:${foldCss(value)}` : `${name.toLowerCase()}:${foldValue(value)}`;
}

function foldValue(text: string): string {
  return foldCss(text, IN_VALUES, (word) =>
    word.replace(NUMBER, foldNumber).replace(/#[\da-f]{3,8}\b/gi, (color) => color.toLowerCase()),
  );
}

/** Sign, digits, digits behind the point, exponent and unit; not where a name goes on. */
const NUMBER = /(?<![\w#.%+-])([+-]?)(\d*)(?:\.(\d+))?(e[+-]?\d+)?([a-z]+|%)?/gi;

function foldNumber(
  whole: string,
  sign: string,
  digits: string,
  fraction = '',
  exponent = '',
  unit = '',
): string {
  if (digits === '' && fraction === '') return whole;
  const behind = fraction.replace(/0+$/, '');
  return `${sign}${digits || '0'}${behind && `.${behind}`}${exponent.toLowerCase()}${unit.toLowerCase()}`;
}
