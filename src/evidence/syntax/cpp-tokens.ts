import { directiveTokens } from './cpp-directives.ts';
import type { Frame, TokenRules } from './tokens.ts';

/*
 * C and C++. Besides white space and comments, these do not count: line continuations, white space in directives (but for what makes a macro one with
 * parameters), commas behind the last element of an initializer or an enumeration, and into how many pieces a plain string is broken.
 * Together that is what clang-format changes by default, but for the order of includes and `using`s, which counts. Nothing ends by its layout alone but
 * directives, so that the tokens say all even where macros keep the code from being parsed.
 */

const COMMA_MAY_TRAIL = new Set(['initializer_list', 'enumerator_list']);

const PLAIN_STRING = /^"((?:[^"\\\n]|\\[^\n])*)"$/;
const ENDS_WITH_DIGITS = /\\(?:x[0-9a-f]*|[0-7]{1,3}|u[0-9a-f]*)$/i;

const whole = ({ text }: Frame): readonly string[] => [text];
const directive = ({ text }: Frame): readonly string[] => {
  const tokens = directiveTokens(text);
  return takesNothing(tokens) ? tokens : [...tokens, '<end>'];
};
const withoutSpace = ({ text }: Frame): readonly string[] => [text.replace(/\s|\\\n/g, '')];

export const CPP_TOKENS: TokenRules = {
  comments: new Set(['comment']),
  lists: new Set(),
  indented: new Set(),
  singles: new Set(),
  keepsComma: (type) => !COMMA_MAY_TRAIL.has(type),
  isUnreliable: (type) => /^(?:#(?:if|elif)$|\w*["'])/.test(type),
  uncovered: directiveTokens,
  rewrite: new Map<string, (frame: Frame) => readonly string[] | undefined>([
    ['string_literal', whole],
    ['raw_string_literal', whole],
    ['char_literal', whole],
    ['user_defined_literal', whole],
    ['system_lib_string', whole],
    ['concatenated_string', joinStrings],
    ['preproc_def', directive],
    ['preproc_function_def', directive],
    ['preproc_call', directive],
    ['\n', () => ['<end>']],
    ['#if', withoutSpace],
    ['#ifdef', withoutSpace],
    ['#ifndef', withoutSpace],
    ['#elif', withoutSpace],
    ['#elifdef', withoutSpace],
    ['#elifndef', withoutSpace],
    ['#else', withoutSpace],
    ['#endif', withoutSpace],
    ['#include', withoutSpace],
  ]),
  parenthesized: new Set(),
  redundantParentheses: () => false,
};

/** `#endif` and `#else` end by themselves. Where macros hide their `#if` they are read like other directives. */
function takesNothing([first, second]: readonly string[]): boolean {
  return second === undefined && (first === '#endif' || first === '#else');
}

/** Plain strings in a row as the one that they make; undefined where an escape at an end would swallow what follows. */
function joinStrings({ text }: Frame): readonly string[] | undefined {
  const contents: string[] = [];
  for (const token of directiveTokens(text)) {
    const content = PLAIN_STRING.exec(token)?.[1];
    if (content === undefined || ENDS_WITH_DIGITS.test(contents.at(-1) ?? '')) return undefined;
    contents.push(content);
  }
  return [`"${contents.join('')}"`];
}
