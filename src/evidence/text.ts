import { say } from '../l10n/say.ts';

/** What the bytes of a file are. `offset` is that of the first byte which is not UTF-8, 0-based. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'not-utf8'; readonly offset: number; readonly hint: string };

/** As far as git looks for a NUL byte, which no text has. */
const BINARY_PROBE_BYTES = 8000;

/** Reads bytes as strict UTF-8, without a byte order mark. Never replaces what it cannot read. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWithUtf16Mark(bytes)) {
    return { kind: 'not-utf8', offset: 0, hint: say('It is marked as UTF-16. Save it as UTF-8.') };
  }
  if (bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) return { kind: 'binary' };
  const text = decode(bytes);
  if (text !== undefined) return { kind: 'text', text };
  return { kind: 'not-utf8', offset: firstBadByte(bytes), hint: say('Save it as UTF-8.') };
}

function startsWithUtf16Mark(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** `open` means that the last character may be cut off. */
function decode(bytes: Uint8Array, open = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: open });
  } catch {
    return undefined;
  }
}

/** The decoder does not say where it stopped; the shortest beginning that it refuses ends with the bad byte. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decode(bytes.subarray(0, middle), true) === undefined) bad = middle;
    else good = middle;
  }
  return Math.min(good, bytes.length - 1);
}
