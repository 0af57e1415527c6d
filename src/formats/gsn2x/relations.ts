import { say } from '../../l10n/say.ts';
import type { Span } from '../span.ts';
import { pairsOf } from '../yaml/pairs.ts';
import type { Field } from '../yaml/pairs.ts';
import { reportWrongType, shapeOf } from '../yaml/reading.ts';
import type { Written } from '../yaml/scalars.ts';
import { someStrings } from '../yaml/strings.ts';
import { RELATION_KEYS } from './keys.ts';
import type { RelationKey } from './keys.ts';
import type { GsnReading } from './reading.ts';

/** What an element says of another. */
export interface Relation {
  readonly key: RelationKey;
  readonly keySpan: Span;
  readonly target: Written;
  /** `challenges: G1 -> G2` is about the relation between two: this is the other end. */
  readonly over?: Written;
}

/** A point of an assurance claim: it is about the element itself, or about its relation to some others. */
export interface ClaimPoint {
  readonly name: string;
  readonly target: Written;
}

const ARROW = '->';

/** All that an element says of others, in the order in which it is written. */
export function readRelations(reading: GsnReading, fields: readonly Field[], node: string): Relation[] {
  const seen = new Set<string>();
  return fields.flatMap((field) => {
    const key = RELATION_KEYS.find((name) => name === field.key.text);
    if (key === undefined || seen.has(key)) return [];
    seen.add(key);
    const keySpan = field.key.span;
    return idsOf(reading, field, node).map((id) => {
      const [target, over] = key === 'challenges' ? endsOf(id) : [id];
      return { key, keySpan, target, ...(over && { over }) };
    });
  });
}

/** The value of `defeatedRelation`. */
export function readDefeatedRelations(
  reading: GsnReading,
  field: Field | undefined,
  node: string,
): Written[] {
  return field ? idsOf(reading, field, node) : [];
}

/** The value of `acp`: `{ACP1: G1, ACP2: [G2, G3]}`. */
export function readClaimPoints(reading: GsnReading, field: Field | undefined, node: string): ClaimPoint[] {
  if (!field) return [];
  const shape = shapeOf(reading, field.value);
  if (shape.is === 'nothing') return [];
  if (shape.is === 'map') {
    return pairsOf(reading, shape.map).flatMap((pair) =>
      idsOf(reading, pair, node).map((target) => ({ name: pair.key.text, target })),
    );
  }
  const message = say('`acp` must hold names and the ids that they are about, such as `acp: {ACP1: G1}`.');
  reportWrongType(reading, field.valueSpan, message, { node, severity: 'warning' });
  return [];
}

/** One id or a list of ids. Several in one text, which gsn2x takes for a single id, are reported and read. */
function idsOf(reading: GsnReading, field: Field, node: string): Written[] {
  const message = say('`{0}` must be the id of an element such as `G1`, or a list of ids.', field.key.text);
  return someStrings(reading, field.value, field.key.span, { message, node }).flatMap((written) => {
    if (!written.text.includes(',')) return [written];
    const advice = say(
      'gsn2x takes `{0}` for one id. Put brackets around a list.',
      written.text.slice(0, 100),
    );
    reportWrongType(reading, written.span, advice, { node });
    return partsOf(written, ',');
  });
}

/** The ends of `G1 -> G2`, or a single id. */
function endsOf(written: Written): readonly [Written, Written?] {
  if (!written.text.includes(ARROW)) return [written];
  const [left, ...right] = partsOf(written, ARROW);
  return left ? [left, right[0]] : [written];
}

/** What stands between separators, each with its own place where the text is written as it is meant. */
function partsOf({ text, span }: Written, separator: string): Written[] {
  const verbatim = span.end - span.start === text.length;
  const parts: Written[] = [];
  let from = 0;
  for (const part of text.split(separator)) {
    const start = span.start + from + (part.length - part.trimStart().length);
    const trimmed = part.trim();
    from += part.length + separator.length;
    if (trimmed === '') continue;
    parts.push({ text: trimmed, span: verbatim ? { start, end: start + trimmed.length } : span });
  }
  return parts;
}
