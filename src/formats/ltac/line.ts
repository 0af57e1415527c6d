import { message, say } from '../../l10n/say.ts';
import { sayKind } from '../../model/kinds.ts';
import { isKeyword, keywordOf } from './keywords.ts';
import type { Keyword } from './keywords.ts';
import type { Report } from './problem.ts';
import { readTail } from './tail.ts';
import type { Tail } from './tail.ts';
import { part } from './written.ts';
import type { SourceLine, Written } from './written.ts';

/** One line of an LTAC file that says something. */
export interface Line extends Tail {
  /** From the dash to the last character. */
  readonly whole: Written;
  /** How far it is indented, in characters; a tab counts as two. */
  readonly indent: number;
  readonly keyword: Keyword;
  /** `^` stands before the id: the node stands elsewhere. */
  readonly cites: boolean;
  readonly id?: Written;
}

const START = /^([ \t]*)(?:([-*+•–—])([ \t]*))?/;
const WORD = /[A-Za-z][A-Za-z-]*(?=[\s:^]|$)/y;

/**
 * Reads a line; undefined for one that is blank, a comment or a code fence, and for one that is no element, which is reported. A line that has
 * something wrong is read as what it was probably meant to be.
 */
export function readLine(source: SourceLine, report: Report): Line | undefined {
  const { text } = source;
  if (/^\s*(?:#|```|$)/.test(text)) return undefined;
  const [before = '', indentation = '', bullet, gap = ''] = START.exec(text) ?? [];
  const from = before.length;
  const whole = part(source, indentation.length, text.length);
  const word = wordAt(text, from);
  if (text.slice(from).trim() === '') {
    const message = say('Nothing stands behind this dash. Write an element, or take it away.');
    report({ rule: 'syntax', severity: 'warning', message, span: whole.span });
    return undefined;
  }
  if (bullet === undefined && !(isKeyword(word) && /[:^]|^\s*Link\b/.test(text))) {
    reportNoElement(whole, report);
    return undefined;
  }
  if (bullet !== '-' || gap === '') reportBullet(source, indentation.length, bullet, report);
  const indent = indentation.length + indentation.replaceAll(' ', '').length;
  return { whole, indent, ...readElement(source, from, word, report) };
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

type Element = Omit<Line, 'whole' | 'indent'>;

function readElement(source: SourceLine, from: number, word: string, report: Report): Element {
  const found = keywordOf(word);
  if (found) {
    const at = part(source, from, from + word.length);
    if (found.write !== undefined) reportForeign(at, found.write, found.keyword, report);
    return readStatement(source, from + word.length, found.keyword, report);
  }
  // `- C1: text` has an id and no keyword, `- Note N1: text` a keyword that means nothing.
  const colon = source.text.indexOf(':', from);
  const isWord = word !== '' && colon > from + word.length;
  const at = isWord ? from + word.length : from;
  reportUnknown(isWord ? part(source, from, at) : part(source, from, source.text.length), isWord, report);
  return readStatement(source, at, 'claim', report);
}

/** Reads `^Id: text {options} (references)`; the id may be missing, and behind a `^` or `Link` everything else. */
function readStatement(source: SourceLine, start: number, keyword: Keyword, report: Report): Element {
  const { text } = source;
  const caret = /[ \t]*\^/y;
  caret.lastIndex = start;
  const cites = caret.test(text);
  const from = cites ? caret.lastIndex : start;
  const isUse = cites || keyword === 'link';
  const colon = separator(text, from, isUse);
  if (colon !== undefined) {
    const id = part(source, from, colon);
    return { keyword, cites, ...(id.text !== '' && { id }), ...readTail(source, colon + 1) };
  }
  if (isUse) {
    const end = /[{(]/.exec(text.slice(from))?.index ?? text.length - from;
    const id = part(source, from, from + end);
    return { keyword, cites, ...(id.text !== '' && { id }), ...readTail(source, from + end) };
  }
  return { keyword, cites, ...withoutColon(source, from, report) };
}

/** The colon behind the id. A colon within brackets may be that of a URL. */
function separator(text: string, from: number, isUse: boolean): number | undefined {
  const first = /[:{(]/.exec(text.slice(from));
  if (!first) return undefined;
  if (first[0] === ':') return from + first.index;
  const later = isUse ? undefined : /:(?:\s|$)/.exec(text.slice(from));
  return later ? from + later.index : undefined;
}

/** `- Claim C1` is an id, `- Claim Data stays confidential` a text. */
function withoutColon(source: SourceLine, from: number, report: Report): Pick<Element, 'id'> & Tail {
  const rest = readTail(source, from);
  const isId = !/\s/.test(rest.text.text) && rest.text.text !== '';
  const end = rest.text.span.end - source.start;
  if (isId) return { id: rest.text, ...rest, text: part(source, end, end) };
  const [, word = ''] = /^\s*(\S*\d\S*)\s/.exec(source.text.slice(from)) ?? [];
  const idEnd = source.text.indexOf(word, from) + word.length;
  report({
    rule: 'syntax',
    severity: 'error',
    message: word
      ? say(
          'A colon is missing behind `{0}`. Write the id, a colon, and what it says: `- Claim C1: text`.',
          word.slice(0, 40),
        )
      : say('A colon is missing. Write the id, a colon, and what it says: `- Claim C1: text`.'),
    span: word ? part(source, idEnd - word.length, idEnd).span : rest.text.span,
  });
  if (word === '') return rest;
  return { id: part(source, idEnd - word.length, idEnd), ...rest, text: part(source, idEnd, end) };
}

const HOW = message(
  'Write `- `, one of Claim, Strategy, Evidence, Justification, Context, Assumption, Relation and Link, an id, a colon and a text.',
);

function reportNoElement({ span }: Written, report: Report): void {
  report({
    rule: 'syntax',
    severity: 'error',
    message: `${say('This line is no element and is not read.')} ${say(HOW)}`,
    span,
  });
}

function reportBullet(source: SourceLine, at: number, bullet: string | undefined, report: Report): void {
  const { span } = part(source, at, at + 1);
  const message =
    bullet === '-'
      ? say('The dash needs a space behind it.')
      : say('A line must begin with a dash and a space: `- Claim C1: text`.');
  report({ rule: 'syntax', severity: 'warning', message, span });
}

function reportForeign({ text, span }: Written, write: string, keyword: Keyword, report: Report): void {
  const message =
    keyword === 'link'
      ? say('`{0}` is no word of LTAC, and is read as a link. Write {1}.', text, write)
      : say(
          '`{0}` is no word of LTAC, and is read as the kind {1}. Write {2}.',
          text,
          sayKind(keyword),
          write,
        );
  report({ rule: 'unknown-kind', severity: 'warning', message, span });
}

function reportUnknown({ text, span }: Written, isWord: boolean, report: Report): void {
  const what = isWord
    ? say('`{0}` does not say what this is; it is read as a claim.', text)
    : say('Nothing says what this is; it is read as a claim.');
  report({
    rule: 'unknown-kind',
    severity: 'error',
    message: `${what} ${say(HOW)}`,
    span,
  });
}
