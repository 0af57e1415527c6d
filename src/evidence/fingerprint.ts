import type { Digest } from '../ports/digest.ts';
import { textOfLines } from './lines.ts';
import { type Extent, type Meaning, isSelfContained, meaningOf, textMeaning } from './meaning.ts';
import type { Syntax } from './syntax.ts';

/** How much two extents differ: not at all, in nothing that counts, or in meaning. */
export type MeaningChange = 'same-bytes' | 'cosmetic' | 'different';

/**
 * A digest of what an extent means, with the scheme it was made by in front (see `meaning.ts`): `tokens-1:python:<sha256>`.
 *
 * @throws Error where a grammar does not come with the product
 */
export async function fingerprint(extent: Extent, syntax: Syntax, digest: Digest): Promise<string> {
  const { scheme, elements } = await meaningOf(extent, syntax);
  return `${scheme}:${digest('sha256', elements.join('\0'))}`;
}

/** Whether two fingerprints are of the same meaning; undefined if they were made by different schemes and so cannot tell. */
export function sameMeaning(a: string, b: string): boolean | undefined {
  return schemeOf(a) === schemeOf(b) ? a === b : undefined;
}

function schemeOf(fingerprint: string): string {
  return fingerprint.slice(0, fingerprint.lastIndexOf(':'));
}

/**
 * Compares the meaning of two extents; as text where they are not of one kind.
 *
 * @throws Error where a grammar does not come with the product
 */
export async function compareMeaning(before: Extent, after: Extent, syntax: Syntax): Promise<MeaningChange> {
  const sameBytes = textOfLines(before.text, before.lines) === textOfLines(after.text, after.lines);
  if (sameBytes && isSelfContained(before)) return 'same-bytes';
  const [old, now] = [await meaningOf(before, syntax), await meaningOf(after, syntax)];
  const same =
    old.scheme === now.scheme ? areEqual(old, now) : areEqual(textMeaning(before), textMeaning(after));
  if (!same) return 'different';
  const sameWritten = old.written !== undefined && old.written === now.written;
  return sameBytes || sameWritten ? 'same-bytes' : 'cosmetic';
}

function areEqual({ elements: a }: Meaning, { elements: b }: Meaning): boolean {
  return a.length === b.length && a.every((element, i) => element === b[i]);
}
