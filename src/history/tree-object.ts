import { type EntryKind, kindOf } from './trees.ts';

/** What lies directly in a tree. */
export interface TreeEntry {
  readonly name: string;
  readonly oid: string;
  readonly kind: EntryKind;
}

const SPACE = 32;

/**
 * Reads a tree object: for each entry its mode, a space, its name, a NUL, and its id as bytes. What is cut short is left out.
 *
 * @param idLength of an object id, in bytes: 20 or 32
 */
export function parseTreeObject(bytes: Uint8Array, idLength: number): TreeEntry[] {
  const entries: TreeEntry[] = [];
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(SPACE, at);
    const end = bytes.indexOf(0, space);
    if (space < 0 || end < 0 || end + idLength >= bytes.length) return entries;
    const mode = decoder.decode(bytes.subarray(at, space));
    const name = decoder.decode(bytes.subarray(space + 1, end));
    at = end + 1 + idLength;
    entries.push({ name, oid: toHex(bytes.subarray(end + 1, at)), kind: kindOf(mode) });
  }
  return entries;
}

function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
