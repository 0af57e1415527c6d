/** A place in a text: line and character, both 0-based, characters counted in UTF-16 units (as in LSP). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Negative, zero or positive as `a` lies before, at or behind `b`. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether `position` lies in `range`; its end counts, so that a cursor behind the last character is inside. */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}

/** Converts offsets of one text into positions. Lines end with `\n`, `\r\n` or a lone `\r`, as in LSP. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) continue;
      if (c === 10 || c === 13) this.starts.push(i + 1);
    }
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** The position of a UTF-16 offset; offsets outside the text are moved to its nearest end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(at);
    return { line, character: at - this.starts[line]! };
  }

  /** The 0-based line of a UTF-16 offset; the nearest one for offsets outside the text. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The range between two UTF-16 offsets. */
  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The UTF-16 offset of a position; positions outside the text are moved to the nearest place inside. */
  offset(position: Position): number {
    const start = this.starts[Math.max(0, position.line)];
    if (start === undefined) return this.text.length;
    const next = this.starts[position.line + 1] ?? this.text.length + 1;
    return Math.min(start + Math.max(0, position.character), next - 1, this.text.length);
  }

  /** The text of a 0-based line, without its line ending; empty where there is no such line. */
  line(line: number): string {
    const start = this.starts[line];
    if (start === undefined) return '';
    return this.text.slice(start, this.starts[line + 1] ?? this.text.length).replace(/[\r\n]+$/, '');
  }
}
