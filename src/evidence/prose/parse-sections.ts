import type { Nodes, Root, RootContent } from 'mdast';
import { tame } from '../../parsing/markdown-limits.ts';
import { parseMarkdown } from '../../parsing/markdown.ts';

/*
 * The parser copies all it has read at the end of each list, so that long documents take it long. A heading that stands by itself ends every
 * list, quote and paragraph: what is between two of them can be parsed alone. Only definitions of links reach further; without them a reference is read
 * as its text, on both sides of a comparison.
 */

const HEADING = /^#{1,6}(?:[ \t]|$)/;
const FENCE = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*(`{3,}|~{3,})([^\r\n]*)/;
/** HTML that goes on over blank lines, and what ends it. */
const OPEN_HTML = /<(?:!--|\?|!\[CDATA\[|pre|script|style|textarea)/i;

/** Shorter documents are parsed at once. In UTF-16 units. */
const SHORT = 10_000;

/** The syntax tree of a document; offsets and lines are those of the whole. */
export interface ParsedProse {
  readonly root: Root;
  /** False where a part was left out, since the parser would be led astray. */
  readonly complete: boolean;
}

/** Parses a document; undefined where it is nested too deeply. */
export function parseInSections(text: string): ParsedProse | undefined {
  const starts = text.length < SHORT ? [] : sectionStarts(text);
  if (starts.length === 0) return parse(text);
  const children: RootContent[] = [];
  let line = 0;
  let complete = true;
  for (const [i, start] of [0, ...starts].entries()) {
    const end = starts[i] ?? text.length;
    const section = text.slice(start, end);
    const parsed = parse(section);
    // A section that ends within a block of code shows that it was no heading behind it.
    if (!parsed || (end < text.length && endsOpen(parsed.root, section))) return parse(text);
    for (const child of parsed.root.children) {
      shift(child, start, line);
      children.push(child);
    }
    complete &&= parsed.complete;
    line += section.split('\n').length - 1;
  }
  return { root: { type: 'root', children }, complete };
}

function parse(text: string): ParsedProse | undefined {
  const { text: tamed, removed } = tame(text);
  const root = parseMarkdown(tamed);
  return root && { root, complete: removed.length === 0 };
}

/** Offsets of headings behind a blank line and outside of all code, as far as that can be told line by line. */
function sectionStarts(text: string): number[] {
  const starts: number[] = [];
  let fence: string | undefined;
  let afterBlank = false;
  let at = 0;
  for (const line of text.split('\n')) {
    if (fence === undefined && afterBlank && HEADING.test(line)) starts.push(at);
    if (OPEN_HTML.test(line)) return starts;
    const [, mark, rest = ''] = FENCE.exec(line) ?? [];
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence) && rest.trim() === '') fence = undefined;
    }
    afterBlank = line.trim() === '';
    at += line.length + 1;
  }
  return starts;
}

function endsOpen({ children }: Root, section: string): boolean {
  let last: Nodes | undefined = children.at(-1);
  while (last && 'children' in last && last.children.length > 0) last = last.children.at(-1);
  if (last?.type !== 'code' && last?.type !== 'html') return false;
  const source = section.slice(last.position!.start.offset, last.position!.end.offset);
  const opened = /^[`~]{3,}/.exec(source)?.[0];
  if (last.type === 'html' || opened === undefined) return false;
  const closing = source.slice(source.lastIndexOf('\n') + 1).replace(/^[ \t>]+/, '');
  return !source.includes('\n') || !closing.startsWith(opened);
}

function shift(node: Nodes, offset: number, lines: number): void {
  const { start, end } = node.position!;
  for (const point of [start, end]) {
    point.offset! += offset;
    point.line += lines;
  }
  if ('children' in node) for (const child of node.children) shift(child, offset, lines);
}
