import { Parser } from 'htmlparser2';
import type { Cell } from './cells.ts';
import { PieceWriter } from './source-text.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from '../span.ts';

/** What a person reads on a shape. */
export interface LabelText {
  /** Lines parted by `\n`, white space folded, none empty. */
  readonly source: SourceText;
  /** Stretches of it that are set as code. */
  readonly codes: readonly Span[];
  /** Destinations of links in it. */
  readonly links: readonly SourceText[];
}

/** What lies behind is not read: no one can read it on a shape, either. */
const MAX_LABEL = 20_000;

const BLOCKS = new Set(
  'address article blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template']);
const MARKUP = /<\/?(?:b|br|code|div|em|font|i|li|ol|p|span|strong|sub|sup|table|u|ul)(?:\s[^<>]*)?\/?>/i;

/** The text on a cell, without markup. Undefined where there is none. */
export function labelTextOf({ label, style }: Cell): LabelText | undefined {
  if (!label) return undefined;
  const isHtml = style.get('html') === '1' || MARKUP.test(label.text.slice(0, MAX_LABEL));
  const read = isHtml ? readHtml(label) : readPlain(label);
  return read.source.text === '' ? undefined : read;
}

function readPlain(label: SourceText): LabelText {
  const lines = new LineWriter();
  const text = label.text.slice(0, MAX_LABEL);
  // Outside of HTML a line break is a line break.
  let at = 0;
  for (const line of text.split('\n')) {
    lines.text(line, at, at + line.length);
    lines.endLine();
    at += line.length + 1;
  }
  return { source: lines.finish(label), codes: [], links: [] };
}

function readHtml(label: SourceText): LabelText {
  const lines = new LineWriter();
  const codes: Span[] = [];
  const links: SourceText[] = [];
  let unseen = 0;
  let code = -1;
  const parser: Parser = new Parser({
    onopentagname: (name) => {
      if (BLOCKS.has(name)) lines.endLine();
      if (UNSEEN.has(name)) unseen++;
      if (name === 'code' && code < 0) code = lines.length;
    },
    onattribute: (name, value, quote) => {
      if (name !== 'href') return;
      const end = parser.endIndex - (quote ? 1 : 0);
      links.push({
        text: value,
        span: () => label.span(Math.max(parser.startIndex, end - value.length), end),
      });
    },
    ontext: (data) => {
      if (unseen === 0) lines.text(data, parser.startIndex, parser.endIndex + 1);
    },
    onclosetag: (name) => {
      if (BLOCKS.has(name)) lines.endLine();
      if (UNSEEN.has(name)) unseen--;
      if (name === 'code' && code >= 0) {
        if (lines.length > code) codes.push({ start: code, end: lines.length });
        code = -1;
      }
    },
  });
  parser.end(label.text.slice(0, MAX_LABEL));
  return { source: lines.finish(label), codes: codes.map((span) => trimmed(span, lines.written)), links };
}

/** Collects words into lines, each with its place. */
class LineWriter {
  written = '';
  private readonly pieces = new PieceWriter();
  /** White space that comes before the next word, if there is one. */
  private gap: '' | ' ' | '\n' = '';

  get length(): number {
    return this.written.length;
  }

  text(data: string, from: number, to: number): void {
    const literal = data.length === to - from;
    for (const { 0: part, index } of data.matchAll(/\s+|\S+/g)) {
      if (/^\s/.test(part)) {
        if (this.gap === '') this.gap = ' ';
        continue;
      }
      const start = literal ? from + index : from;
      const end = literal ? start + part.length : to;
      if (this.gap !== '' && this.written !== '') this.put(this.gap, start, start);
      this.gap = '';
      this.put(part, start, end);
    }
  }

  endLine(): void {
    this.gap = '\n';
  }

  finish(label: SourceText): SourceText {
    return this.pieces.finish(label);
  }

  private put(text: string, from: number, to: number): void {
    this.pieces.add(text, from, to);
    this.written += text;
  }
}

function trimmed({ start, end }: Span, text: string): Span {
  const lead = /^\s*/.exec(text.slice(start, end))![0].length;
  return { start: start + lead, end };
}
