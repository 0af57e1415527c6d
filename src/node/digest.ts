import { createHash } from 'node:crypto';
import type { Digest } from '../ports/digest.ts';

/** Hashes with Node's own implementation. */
export const nodeDigest: Digest = (algorithm, ...parts) => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
