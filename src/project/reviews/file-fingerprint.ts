import type { Fragment } from '../../evidence/fragment.ts';
import type { Watch } from '../../model/watch.ts';
import type { Digest } from '../../ports/digest.ts';
import type { Comparer, Version } from '../judging/changes/compare.ts';
import type { Content } from '../subject/contents.ts';

/** A part of a file, or all of it. */
export interface FilePart {
  readonly fragment?: Fragment;
  readonly watch?: Watch;
}

/**
 * What a part of a file means, as a fingerprint: see `evidence/fingerprint.ts`. What is no text means its bytes. Undefined where there is no such part, or
 * nothing can be read.
 */
export async function fileFingerprint(
  content: Content | Version,
  { fragment, watch }: FilePart,
  comparer: Comparer,
  digest: Digest,
): Promise<string | undefined> {
  if ('kind' in content) {
    if (content.kind === 'binary' && !fragment) return bytesFingerprint(content.oid);
    if (content.kind !== 'text') return undefined;
  }
  return (await comparer.fingerprint(content, fragment, watch, digest))?.fingerprint;
}

/** Of what is no text: git's id of it, with the algorithm as the scheme. */
function bytesFingerprint(oid: string): string {
  return `${oid.length === 64 ? 'blob-sha256' : 'blob-sha1'}:${oid}`;
}
