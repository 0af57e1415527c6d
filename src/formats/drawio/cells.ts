import type { SourceText } from './source-text.ts';
import type { Span } from '../span.ts';

/** A place in a drawing; y grows downwards. In the units of the drawing, about a pixel each. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a cell lies, as written: within its parent. */
export interface Geometry {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `x` and `y` are parts of the parent's size, or a place along the parent connector. */
  readonly relative: boolean;
  /** Where a connector begins and ends if it is attached to nothing there. */
  readonly sourcePoint?: Point;
  readonly targetPoint?: Point;
  readonly offset?: Point;
}

/** One cell of an mxGraph model: a shape, a connector, a layer, or a group. */
export interface Cell {
  /** May be empty, or another cell's as well, in files that draw.io did not write. */
  readonly id: string;
  readonly parent: string;
  readonly what: 'shape' | 'connector' | 'other';
  /** What is written on it; HTML if the style says so. */
  readonly label?: SourceText;
  /** Where a click on it leads. */
  readonly link?: SourceText;
  readonly style: ReadonlyMap<string, string>;
  readonly source: string;
  readonly target: string;
  readonly visible: boolean;
  readonly geometry?: Geometry;
  /** All of its element, with a wrapper that holds its label. In the claim file. */
  readonly span: Span;
}

/** One page of a drawing. */
export interface Page {
  readonly id: string;
  readonly name: string;
  readonly nameSpan: Span;
  /** In the order of the file, which is the order in which they are painted. */
  readonly cells: readonly Cell[];
  readonly span: Span;
}

/** A style such as `ellipse;html=1;fillColor=#ffffff`: names stand for themselves, and the first of them is the shape. */
export function parseStyle(style: string): Map<string, string> {
  const parsed = new Map<string, string>();
  for (const part of style.split(';')) {
    const equals = part.indexOf('=');
    const key = (equals < 0 ? part : part.slice(0, equals)).trim();
    if (key === '') continue;
    if (equals >= 0) parsed.set(key, part.slice(equals + 1).trim());
    else if (!parsed.has('shape')) parsed.set('shape', key);
  }
  return parsed;
}
