import { isMap, isScalar, isSeq } from 'yaml';
import type { ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import type { FollowAlias } from './aliases.ts';
import type { Problem, Report } from './problem.ts';
import { isBlank, spanOf, writtenScalar } from './scalars.ts';
import type { Written } from './scalars.ts';
import type { Span } from '../span.ts';

/** What all parts of the reader need while they read one document. */
export interface Reading {
  /** The whole file. */
  readonly text: string;
  readonly follow: FollowAlias;
  readonly hiddenTexts: ReadonlyMap<number, Span>;
  readonly report: Report;
}

/** A value with its aliases followed, by what can be done with it. */
export type Shape =
  | { readonly is: 'nothing' }
  | { readonly is: 'scalar'; readonly written: Written }
  | { readonly is: 'map'; readonly map: YAMLMap.Parsed; readonly hidden?: Written }
  | { readonly is: 'list'; readonly items: readonly ParsedNode[] };

/** Looks at a value. A map may have a text before it that a mistake hides: `C1: A text` with keys below it. */
export function shapeOf(reading: Reading, value: ParsedNode | null): Shape {
  const node = reading.follow(value);
  if (node === null || isBlank(node, reading.text)) return { is: 'nothing' };
  if (isScalar(node)) return { is: 'scalar', written: writtenScalar(node, reading.text) };
  if (isSeq(node)) return { is: 'list', items: (node as YAMLSeq.Parsed).items };
  if (!isMap(node)) return { is: 'nothing' };
  const span = reading.hiddenTexts.get(node.range[0]);
  const hidden = span && { text: reading.text.slice(span.start, span.end), span };
  return { is: 'map', map: node as YAMLMap.Parsed, hidden };
}

/** The place of a value as it is written; behind its key where there is none. */
export function placeOf(reading: Reading, value: ParsedNode | null, key: Span): Span {
  return value ? spanOf(value, reading.text) : { start: key.end, end: key.end };
}

/** Reports a value of the wrong type. */
export function reportWrongType(
  reading: Reading,
  span: Span,
  message: string,
  more: Partial<Problem> = {},
): void {
  reading.report({ rule: 'wrong-type', severity: 'error', message, span, ...more });
}
