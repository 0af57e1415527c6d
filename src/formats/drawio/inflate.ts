import { Inflate } from 'fflate';

/** More than this, in bytes, is never unpacked of one file: a few kilobytes can be made to swell to gigabytes. */
export const MAX_UNPACKED = 16 * 1024 * 1024;

/** How much is fed at a time. Deflate grows a byte to 1,032 at most, so that one step stays small. */
const STEP = 1024;

/** What could be unpacked. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  /** `cut`: what is there breaks off or is damaged; `too-large`: there would be more. */
  readonly end: 'whole' | 'cut' | 'too-large';
}

/** Unpacks raw deflate, or zlib's with its header, as far as it is intact and no further than to `limit` bytes. */
export function inflate(packed: Uint8Array, limit = MAX_UNPACKED): Unpacked {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  const stream = new Inflate((chunk, final) => {
    chunks.push(chunk);
    size += chunk.length;
    whole = final;
  });
  const data = hasZlibHeader(packed) ? packed.subarray(2) : packed;
  try {
    for (let at = 0; at < data.length && size <= limit; at += STEP) stream.push(data.subarray(at, at + STEP));
    // Only now is it told that nothing follows: had it known before, it would give nothing of a stream that breaks off.
    stream.push(new Uint8Array(), true);
  } catch {
    // Damaged: what came before it is kept.
    whole = false;
  }
  const bytes = join(chunks, Math.min(size, limit));
  return { bytes, end: size > limit ? 'too-large' : whole ? 'whole' : 'cut' };
}

function hasZlibHeader([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0;
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk.subarray(0, length - at), at);
    at += Math.min(chunk.length, length - at);
  }
  return all;
}
