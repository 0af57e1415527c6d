import type { Span } from '../span.ts';

/** A piece of a DOT file. White space and comments are left out. */
export interface DotToken extends Span {
  readonly kind: 'name' | 'arrow' | 'mark' | 'unknown';
  /** Of a name: without quotes, escapes resolved. Of others: as written. */
  readonly text: string;
  /** A name that was written in quotes cannot be a keyword. */
  readonly quoted?: boolean;
  /** A string whose closing quote is missing; it was read to the next white space or mark. */
  readonly unclosed?: boolean;
}

const SPACE = /\s+/y;
const REST_OF_LINE = /[^\r\n]*/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*|-?(?:\.\d+|\d+(?:\.\d*)?)/uy;

/** Takes a DOT text apart. Total, and linear in the text. */
export function dotTokens(text: string): DotToken[] {
  const tokens: DotToken[] = [];
  // Where a quote is not closed, no later look for its end on that line finds one either: each would read the line to its end.
  let unclosedUntil = 0;
  for (let at = 0; at < text.length;) {
    const behind = behindSpace(text, at);
    if (behind > at) {
      at = behind;
      continue;
    }
    const string = text[at] === '"' && at >= unclosedUntil ? endOfString(text, at) : undefined;
    if (string && !string.closed) unclosedUntil = string.end;
    const token = nextToken(text, at, string?.closed ? string.end : undefined);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** The offset behind white space or a comment; a line that begins with `#` is one, too. */
function behindSpace(text: string, at: number): number {
  const space = match(SPACE, text, at);
  if (space !== undefined) return at + space.length;
  const two = text.slice(at, at + 2);
  if (two === '//' || (two.startsWith('#') && isLineStart(text, at)))
    return at + match(REST_OF_LINE, text, at)!.length;
  if (two !== '/*') return at;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Where the string that begins at `at` ends: behind its closing quote or, where it has none on its line, at the line's end. */
function endOfString(text: string, at: number): { readonly end: number; readonly closed: boolean } {
  for (let i = at + 1; i < text.length; i++) {
    const char = text[i]!;
    if (char === '"') return { end: i + 1, closed: true };
    if (char === '\n' || char === '\r') return { end: i, closed: false };
    if (char === '\\') i++;
  }
  return { end: text.length, closed: false };
}

/** @param stringEnd behind the closing quote, if a whole string begins here */
function nextToken(text: string, at: number, stringEnd: number | undefined): DotToken {
  const place = (length: number): Span => ({ start: at, end: at + length });
  if (stringEnd !== undefined) {
    const name = unescaped(text.slice(at + 1, stringEnd - 1));
    return { kind: 'name', text: name, quoted: true, start: at, end: stringEnd };
  }
  if (text[at] === '"') {
    const name = nameIn(match(REST_OF_LINE, text, at)!);
    return { kind: 'name', text: name, quoted: true, unclosed: true, ...place(1 + name.length) };
  }
  const two = text.slice(at, at + 2);
  if (two === '->' || two === '--') return { kind: 'arrow', text: two, ...place(2) };
  const word = match(WORD, text, at);
  if (word !== undefined) return { kind: 'name', text: word, ...place(word.length) };
  const char = text[at]!;
  return { kind: /[{}[\]=;,:]/.test(char) ? 'mark' : 'unknown', text: char, ...place(1) };
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}

function unescaped(text: string): string {
  return text.replace(/\\\r?\n/g, '').replace(/\\"/g, '"');
}

/** What a name with no closing quote is most likely to be: the part before the next white space or mark. */
function nameIn(rest: string): string {
  return /^"([^[\]{};\s]*)/.exec(rest)?.[1] ?? '';
}
