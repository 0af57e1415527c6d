import type { Digest } from '../ports/digest.ts';

/** The id git gives to a file of these bytes, in lower-case hexadecimal; `algorithm` is the repository's object format. */
export function blobId(bytes: Uint8Array, algorithm: 'sha1' | 'sha256', digest: Digest): string {
  return digest(algorithm, `blob ${bytes.length}\0`, bytes);
}
