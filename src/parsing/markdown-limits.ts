/** A stretch of a text between two UTF-16 offsets from its start; `end` is exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A document longer than this, in UTF-16 units, is not parsed: that would take the parser many seconds. */
export const MAX_LENGTH = 500_000;

const MAX_MARKS_PER_LINE = 2_000;
const MAX_CONTAINERS = 30;
const MAX_INDENT = 200;

/** How much there may be on lines with no blank line between, since the parser looks for the end of what one opens on the others. */
const MAX_LINES_PER_BLOCK = 5_000;
const MAX_MARKS_PER_BLOCK = 20_000;
const MAX_LINKS_PER_BLOCK = 5_000;
const MAX_UNCLOSED_PER_BLOCK = 50;

/** For the end of every list or quote, and every heading underlined with `=` or `-`, the parser copies all it has read so far. */
const MAX_COPIED = 200_000_000;

const MARK = /[*_[\]<!`~]/g;
const CONTAINER = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/** A text that the parser reads in about linear time, and what had to be left out for it. */
export interface Tamed {
  /** As long as the document, so that offsets hold. */
  readonly text: string;
  /** What is blank now, in order; neighbouring lines together. */
  readonly removed: readonly Removed[];
}

export interface Removed {
  readonly span: Span;
  /** The lines themselves are too tangled, or the document has had too many lists, quotes and underlined headings before them. */
  readonly why: 'lines' | 'document';
}

/**
 * Blanks the lines on which a Markdown parser takes quadratic time or deep recursion: thousands of delimiters, containers nested many levels
 * deep, many openings that nothing closes, many thousand lists. Nobody writes such lines by hand, and everything else is still read.
 */
export function tame(text: string): Tamed {
  const removed: Removed[] = [];
  let block = NOTHING_YET;
  let copies = 0;
  let shape = '';
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, line.end);
    if (content.trim() === '') {
      block = NOTHING_YET;
      if (shape.includes('>')) shape = '';
      continue;
    }
    const own = countsOf(content);
    const ownShape = shapeOf(content);
    const copied = (ownShape !== '' && ownShape !== shape) || (block.lines > 0 && UNDERLINE.test(content));
    if (copied) copies++;
    block = sum(block, own);
    shape = ownShape;
    if (own.marks > MAX_MARKS_PER_LINE || isCrowded(block) || isDeep(content)) remove(removed, line, 'lines');
    else if (copied && copies * text.length > MAX_COPIED) remove(removed, line, 'document');
  }
  const spans = removed.map(({ span }) => span);
  return { text: blank(text, spans), removed };
}

function remove(removed: Removed[], span: Span, why: Removed['why']): void {
  const last = removed.at(-1);
  const isNeighbour = last?.why === why && span.start - last.span.end <= '\r\n'.length;
  if (isNeighbour) removed[removed.length - 1] = { span: { start: last.span.start, end: span.end }, why };
  else removed.push({ span, why });
}

/** The text with the given stretches (in ascending order) replaced by spaces; line endings stay. */
export function blank(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const span of spans) {
    result += text.slice(at, span.start) + text.slice(span.start, span.end).replace(/[^\r\n]/g, ' ');
    at = span.end;
  }
  return result + text.slice(at);
}

function* linesOf(text: string): Iterable<Span> {
  const ending = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = ending.exec(text); match; match = ending.exec(text)) {
    yield { start, end: match.index };
    start = ending.lastIndex;
  }
  yield { start, end: text.length };
}

interface Counts {
  readonly lines: number;
  readonly marks: number;
  readonly links: number;
  readonly unclosed: number;
}

const NOTHING_YET: Counts = { lines: 0, marks: 0, links: 0, unclosed: 0 };

function countsOf(line: string): Counts {
  return {
    lines: 1,
    marks: line.match(MARK)?.length ?? 0,
    links: line.split('](').length - 1,
    unclosed: unclosedHtml(line),
  };
}

function sum(a: Counts, b: Counts): Counts {
  return {
    lines: a.lines + b.lines,
    marks: a.marks + b.marks,
    links: a.links + b.links,
    unclosed: a.unclosed + b.unclosed,
  };
}

function isCrowded({ lines, marks, links, unclosed }: Counts): boolean {
  const tooLong = lines > MAX_LINES_PER_BLOCK || marks > MAX_MARKS_PER_BLOCK;
  return tooLong || links > MAX_LINKS_PER_BLOCK || unclosed > MAX_UNCLOSED_PER_BLOCK;
}

function isDeep(line: string): boolean {
  const indented = line.length > MAX_INDENT && line.slice(0, MAX_INDENT).trim() === '';
  return indented || markersOf(line).length > MAX_CONTAINERS;
}

/** The indentation and kind of the lists and quotes that a line begins with; '' for one that begins with none. A change means that some ended. */
function shapeOf(line: string): string {
  return markersOf(line).join('').replace(/\d+/g, '1');
}

/** The marks of block quotes and list items at the front of a line, each with the white space before it. */
function markersOf(line: string): string[] {
  const markers: string[] = [];
  CONTAINER.lastIndex = 0;
  while (markers.length <= MAX_CONTAINERS) {
    const marker = CONTAINER.exec(line)?.[0];
    if (marker === undefined) break;
    markers.push(marker);
  }
  return markers;
}

/** Comments and declarations that begin within a line and do not end on it: the parser looks for the end of each on all lines below. */
function unclosedHtml(line: string): number {
  let count = 0;
  const lastEnd = line.lastIndexOf('>');
  for (let at = line.indexOf('<'); at >= 0; at = line.indexOf('<', at + 1)) {
    if ((line[at + 1] === '!' || line[at + 1] === '?') && at > lastEnd) count++;
  }
  return count;
}
