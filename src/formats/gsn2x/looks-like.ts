import { isMap, isScalar } from 'yaml';
import { ELEMENT_KEYS } from './keys.ts';
import { typeOfId } from './kinds.ts';

/** What only an element of gsn2x has; `text` and `url` stand in all kinds of files. */
const TELLING = new Set(['supportedBy', 'inContextOf', 'challenges', 'nodeType', 'undeveloped']);

/**
 * Whether a YAML document is an argument of gsn2x: ids of elements that hold what elements hold, and something among it that few other
 * formats have.
 */
export function looksLikeGsn(document: {
  readonly items: readonly { key: unknown; value: unknown }[];
}): boolean {
  let elements = 0;
  let telling = 0;
  for (const { key, value } of document.items) {
    const id = nameOf(key);
    if (!isMap(value)) continue;
    const names = value.items.map((pair) => nameOf(pair.key));
    if (typeOfId(id) === undefined && !names.includes('nodeType')) continue;
    if (names.some((name) => ELEMENT_KEYS.includes(name))) elements++;
    if (names.some((name) => TELLING.has(name))) telling++;
  }
  return elements > 0 && (telling > 0 || elements * 2 > document.items.length);
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}
