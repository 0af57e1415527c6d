import { type ParsedNode, Scalar, isMap, isScalar, isSeq } from 'yaml';
import type { PlainValue } from '../../model/case.ts';
import type { Reading } from './reading.ts';

/** Beyond these nobody reads on; what is left out reads as null. */
const MAX_DEPTH = 20;
const MAX_VALUES = 10_000;

/** A value as plain data, numbers and truth values as YAML 1.2 has them. Aliases are followed, within bounds. */
export function plainValue({ follow }: Pick<Reading, 'follow'>, node: ParsedNode | null): PlainValue {
  let left = MAX_VALUES;
  const read = (written: ParsedNode | null, depth: number): PlainValue => {
    if (!written || depth > MAX_DEPTH || left-- <= 0) return null;
    const value = follow(written);
    if (isSeq(value)) return value.items.map((item) => read(item as ParsedNode, depth + 1));
    if (isMap(value)) {
      return Object.fromEntries(
        value.items.map((pair) => [nameOf(pair.key), read(pair.value as ParsedNode | null, depth + 1)]),
      );
    }
    return isScalar(value) ? scalarOf(value) : null;
  };
  return read(node, 0);
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The reader keeps all scalars as texts, so what is no text is told here: only where no quotes say that it is one. */
function scalarOf({ value, type }: Scalar): PlainValue {
  const text = String(value);
  if (type !== Scalar.PLAIN) return text;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (/^(?:null|~|)$/i.test(text)) return null;
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}
