import type { ParseErrorCode } from 'jsonc-parser';
import { type Message, message, say } from '../l10n/say.ts';

/** What `jsonc-parser` finds wrong, by the numbers of its `ParseErrorCode`: that is a `const enum`, of which nothing is left to ask. */
const MISTAKES: Readonly<Record<number, Message>> = {
  1: message('invalid symbol'),
  2: message('invalid number format'),
  3: message('a property name is expected'),
  4: message('a value is expected'),
  5: message('a colon is expected'),
  6: message('a comma is expected'),
  7: message('a close brace is expected'),
  8: message('a close bracket is expected'),
  9: message('an end of file is expected'),
  10: message('invalid comment token'),
  11: message('unexpected end of comment'),
  12: message('unexpected end of string'),
  13: message('unexpected end of number'),
  14: message('invalid unicode'),
  15: message('invalid escape character'),
  16: message('invalid character'),
};

/** What is wrong with JSON; continues a sentence. */
export function sayJsonMistake(code: ParseErrorCode): string {
  return say(MISTAKES[code] ?? MISTAKES[1]!);
}
