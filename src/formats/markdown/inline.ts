import type { PhrasingContent } from 'mdast';
import { linkOf } from './links.ts';
import type { Definitions, WrittenLink } from './links.ts';
import type { Span } from '../span.ts';
import { codeContent, spanOf } from './tree.ts';

/** A code span or a link, and what of the line's text it is: the words of a link, not its destination. */
export interface PlacedLink extends WrittenLink {
  /** A stretch of the line's text; a link of several lines has what it has of the first. */
  readonly at: Span;
}

/** One line of a paragraph, heading or cell, as it reads without markup. */
export interface InlineLine {
  /** Trimmed, without line breaks. */
  readonly text: string;
  /** Where each character of `text` stands in the document. */
  readonly offsets: readonly number[];
  /** From the first to behind the last character; empty where the line is. */
  readonly span: Span;
  /** Stretches of `text` in bold or italics, outermost first. */
  readonly emphases: readonly Span[];
  /** Code spans and links, in order. */
  readonly links: readonly PlacedLink[];
  /** The author ended the line here: the next one does not continue it. */
  readonly hardEnd: boolean;
}

/** What the reading of inline content needs to know of its document. */
export interface InlineContext {
  readonly source: string;
  readonly definitions: Definitions;
  /** How many block quotes the content stands in: their marks begin each of its lines. */
  readonly quotes: number;
}

const ENTITY = /&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});/y;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** The lines of a paragraph, as written. */
export function readLines(nodes: readonly PhrasingContent[], context: InlineContext): InlineLine[] {
  return new InlineReader(context, true).read(nodes);
}

/** A heading or a cell: one line, however it is written. `at` is where it stands if it is empty. */
export function readOneLine(
  nodes: readonly PhrasingContent[],
  context: InlineContext,
  at: number,
): InlineLine {
  const empty = {
    text: '',
    offsets: [],
    span: { start: at, end: at },
    emphases: [],
    links: [],
    hardEnd: true,
  };
  return new InlineReader(context, false).read(nodes)[0] ?? empty;
}

/** Walks inline nodes and keeps what a reader of the page sees, each character with its place. */
class InlineReader {
  private readonly lines: InlineLine[] = [];
  private chars: string[] = [];
  private offsets: number[] = [];
  private emphases: Span[] = [];
  private links: PlacedLink[] = [];
  private lineNumber = 0;

  constructor(
    private readonly context: InlineContext,
    private readonly breaks: boolean,
  ) {}

  read(nodes: readonly PhrasingContent[]): InlineLine[] {
    this.visitAll(nodes, false);
    this.endLine(true);
    return this.lines;
  }

  private visitAll(nodes: readonly PhrasingContent[], inLink: boolean): void {
    for (const node of nodes) this.visit(node, inLink);
  }

  private visit(node: PhrasingContent, inLink: boolean): void {
    const link = inLink ? undefined : linkOf(node, this.context.source, this.context.definitions);
    const start = this.chars.length;
    const slot = link ? this.links.push({ ...link, at: { start, end: Infinity } }) - 1 : -1;
    const line = this.lineNumber;
    this.visitNode(node, inLink || link !== undefined);
    if (link && this.lineNumber === line)
      this.links[slot] = { ...link, at: { start, end: this.chars.length } };
  }

  private visitNode(node: PhrasingContent, inLink: boolean): void {
    if (node.type === 'text') this.writeText(spanOf(node));
    else if (node.type === 'inlineCode') this.writeCode(spanOf(node));
    else if (node.type === 'break') this.breakLine(spanOf(node).start, true);
    else if (node.type === 'html' && /^<br\b/i.test(node.value)) this.put(' ', spanOf(node).start);
    else if (node.type === 'emphasis' || node.type === 'strong') this.writeEmphasis(node.children, inLink);
    else if ('children' in node) this.visitAll(node.children, inLink);
  }

  private writeEmphasis(children: readonly PhrasingContent[], inLink: boolean): void {
    const line = this.lineNumber;
    const start = this.chars.length;
    const slot = this.emphases.push({ start, end: start }) - 1;
    this.visitAll(children, inLink);
    if (this.lineNumber === line) this.emphases[slot] = { start, end: this.chars.length };
  }

  private writeText(span: Span): void {
    const { source } = this.context;
    for (let at = span.start; at < span.end; at++) {
      const char = source[at]!;
      if (char === '\n' || char === '\r') {
        this.breakLine(at, false);
        at = this.skipPrefix(at, span.end) - 1;
      } else if (char === '\\' && at + 1 < span.end && PUNCTUATION.test(source[at + 1]!)) {
        this.put(source[++at]!, at);
      } else if (char === '&') {
        at += this.writeEntity(at, span.end) - 1;
      } else {
        this.put(char, at);
      }
    }
  }

  /** Writes the character that a reference such as `&amp;` stands for, and says how long the reference is. */
  private writeEntity(at: number, end: number): number {
    ENTITY.lastIndex = at;
    const match = ENTITY.exec(this.context.source);
    const char = match && at + match[0].length <= end ? decodeEntity(match[1]!) : undefined;
    this.put(char ?? '&', at);
    return char === undefined ? 1 : match![0].length;
  }

  private writeCode(span: Span): void {
    const inner = codeContent(this.context.source, span);
    for (let at = inner.start; at < inner.end; at++) {
      const char = this.context.source[at]!;
      this.put(/\s/.test(char) ? ' ' : char, at);
    }
  }

  private put(char: string, offset: number): void {
    if (this.chars.length === 0 && char.trim() === '') return;
    this.chars.push(char);
    this.offsets.push(offset);
  }

  private breakLine(offset: number, hard: boolean): void {
    if (this.breaks) this.endLine(hard);
    else this.put(' ', offset);
  }

  private endLine(hardEnd: boolean): void {
    while (this.chars.at(-1)?.trim() === '') {
      this.chars.pop();
      this.offsets.pop();
    }
    const { chars, offsets, emphases, links } = this;
    if (chars.length > 0 || links.length > 0) {
      const span = {
        start: offsets[0] ?? links[0]!.span.start,
        end: (offsets.at(-1) ?? links[0]!.span.end - 1) + 1,
      };
      const clipped = emphases.map(({ start, end }) => ({
        start,
        end: end > start ? Math.min(end, chars.length) : chars.length,
      }));
      const clip = (at: number): number => Math.min(at, chars.length);
      const placed = links.map((link) => ({
        ...link,
        at: { start: clip(link.at.start), end: clip(link.at.end) },
      }));
      this.lines.push({ text: chars.join(''), offsets, span, emphases: clipped, links: placed, hardEnd });
    }
    this.lineNumber++;
    this.chars = [];
    this.offsets = [];
    this.emphases = [];
    this.links = [];
  }

  /** Where the content of the next line begins, given the line ending at `at`: behind indentation and quote marks. */
  private skipPrefix(at: number, end: number): number {
    const { source, quotes } = this.context;
    let next = at + (source.startsWith('\r\n', at) ? 2 : 1);
    for (let marks = 0; next < end; next++) {
      const char = source[next];
      if (char === '>' && marks < quotes) marks++;
      else if (char !== ' ' && char !== '\t') break;
    }
    return next;
  }
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0xffff ? String.fromCharCode(code) : undefined;
}
