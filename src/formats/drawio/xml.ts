import { Parser } from 'htmlparser2';
import type { Span } from '../span.ts';

/** The beginning of an element. */
export interface XmlElement {
  readonly name: string;
  /** Where the value of each attribute stands, without its quotes; of two attributes with one name the first counts. */
  readonly attributes: ReadonlyMap<string, Span>;
  /** Where the element begins. */
  readonly start: number;
}

/** What is told of a document, in its order. */
export interface XmlListener {
  /** There is no use in telling it more. */
  readonly isDone: boolean;
  opened(element: XmlElement): void;
  /** Text between tags; a long one may come in parts. */
  text(span: Span): void;
  /** The element opened last ends before the offset `end`. */
  closed(end: number): void;
}

/** Whether a document was read to its end, or as far as anyone wanted, breaks off in the middle, or is nested too deeply to go on. */
export type XmlEnd = 'whole' | 'cut' | 'too-deep';

/** What draw.io writes is nested in ten elements. */
const MAX_DEPTH = 64;

/**
 * Goes through an XML text, however malformed, and tells of all elements in it. Those that are still open where it breaks off end there. References to
 * characters are left as they are, and entities that a document defines for itself are not known.
 */
export function scanXml(text: string, listener: XmlListener): XmlEnd {
  let attributes = new Map<string, Span>();
  let depth = 0;
  let started = 0;
  let end: XmlEnd | undefined;
  const parser: Parser = new Parser(
    {
      onopentagname: () => {
        attributes = new Map();
        started = parser.startIndex;
      },
      onattribute: (name, value, quote) => {
        const last = parser.endIndex - (quote ? 1 : 0);
        if (!attributes.has(name)) attributes.set(name, { start: last - value.length, end: last });
      },
      onopentag: (name) => {
        if (++depth > MAX_DEPTH) {
          end = 'too-deep';
          parser.pause();
        } else if (listener.isDone) {
          end = 'whole';
          parser.pause();
        } else listener.opened({ name, attributes, start: started });
      },
      ontext: (data) => {
        listener.text({ start: parser.startIndex, end: parser.startIndex + data.length });
      },
      onclosetag: () => {
        if (depth-- <= MAX_DEPTH && !end) listener.closed(Math.min(parser.endIndex + 1, text.length));
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(text);
  // The element that was one too many was not told of.
  if (end) depth--;
  end ??= depth > 0 ? 'cut' : 'whole';
  for (; depth > 0; depth--) listener.closed(text.length);
  return end;
}
