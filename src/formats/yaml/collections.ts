import { Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { readElsewhere } from './coercion.ts';

/* What writers make YAML of. */

/** Nothing, the one there is, or a list on one line. */
export function oneOrAll(values: readonly string[]): unknown {
  if (values.length < 2) return values[0];
  const list = new YAMLSeq();
  for (const value of values) list.add(scalar(value));
  return flow(list);
}

/** A map of what is not undefined. */
export function mapOf(entries: readonly (readonly [key: string, value: unknown])[]): YAMLMap {
  const map = new YAMLMap();
  for (const [key, value] of entries) if (value !== undefined) map.set(scalar(key), scalar(value));
  return map;
}

/** A text, in quotes where some program would take it for a number, a date or a truth value; other values as they are. */
export function scalar(value: unknown): unknown {
  if (typeof value !== 'string' || readElsewhere(value) === undefined) return value;
  const quoted = new Scalar(value);
  quoted.type = Scalar.QUOTE_DOUBLE;
  return quoted;
}

/** Writes a collection on one line. */
export function flow<T extends YAMLMap | YAMLSeq>(collection: T): T {
  collection.flow = true;
  return collection;
}
