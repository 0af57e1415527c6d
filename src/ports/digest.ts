/** Hashes some parts, one behind the other, strings as UTF-8; the digest in lower-case hexadecimal. */
export type Digest = (algorithm: 'sha1' | 'sha256', ...parts: readonly (string | Uint8Array)[]) => string;
