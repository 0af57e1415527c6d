/** Some lines of a text: 1-based, both ends included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text, in UTF-16 units from its start; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const LINE_END = /\r\n|\r|\n/;

/** The lines of a text without their line ends. A line end at the very end closes the last line and opens no further one. */
export function splitLines(text: string): string[] {
  const lines = text.split(LINE_END);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The characters of some lines, line ends included; all of the text where no lines are named. */
export function textOfLines(text: string, lines: LineRange | undefined): string {
  if (!lines) return text;
  let line = 1;
  let start = lines.start === 1 ? 0 : text.length;
  for (const match of text.matchAll(new RegExp(LINE_END, 'g'))) {
    const next = match.index + match[0].length;
    line += 1;
    if (line === lines.start) start = next;
    if (line === lines.end + 1) return text.slice(start, next);
  }
  return text.slice(start);
}

/** Whether two stretches of lines share a line. */
export function overlap(a: LineRange, b: LineRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The last of some spans, in order and apart, that does not start behind an offset. */
export function lastSpanBefore(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}
