import type { Watch } from '../model/watch.ts';
import type { Digest } from '../ports/digest.ts';
import { languageOf } from './languages.ts';
import { type LineRange, splitLines, textOfLines } from './lines.ts';
import type { Syntax } from './syntax.ts';

/** Some lines of a file, or all of it. */
export interface Extent {
  /** Only its extension matters: it tells the language. */
  readonly path: string;
  readonly text: string;
  readonly lines?: LineRange;
  /** Default: `body`. */
  readonly watch?: Watch;
}

/** How much two extents differ: not at all, in nothing that counts, or in meaning. */
export type MeaningChange = 'same-bytes' | 'cosmetic' | 'different';

/**
 * A digest of what an extent means, with the scheme it was made by in front. Code that parses: `tokens-1:<language>:<sha256>` of its token
 * sequence. All else: `text-1:<sha256>` of the text, line ends, white space before them and blank lines at the end aside.
 *
 * @throws Error where a grammar does not come with the product
 */
export async function fingerprint(extent: Extent, syntax: Syntax, digest: Digest): Promise<string> {
  const language = languageOf(extent.path);
  const tokens = language && (await syntax.tokens(extent.path, extent.text, extent.lines));
  if (tokens) return `tokens-1:${language.name}:${digest('sha256', tokens.join('\0'))}`;
  return `text-1:${digest('sha256', normalizedText(extent))}`;
}

/** Whether two fingerprints are of the same meaning; undefined if they were made by different schemes and so cannot tell. */
export function sameMeaning(a: string, b: string): boolean | undefined {
  return schemeOf(a) === schemeOf(b) ? a === b : undefined;
}

function schemeOf(fingerprint: string): string {
  return fingerprint.slice(0, fingerprint.lastIndexOf(':'));
}

/**
 * Compares the meaning of two extents: by tokens if both are code of one language that parses, else both as text.
 *
 * @throws Error where a grammar does not come with the product
 */
export async function compareMeaning(before: Extent, after: Extent, syntax: Syntax): Promise<MeaningChange> {
  if (textOfLines(before.text, before.lines) === textOfLines(after.text, after.lines)) return 'same-bytes';
  const same = (await sameTokens(before, after, syntax)) ?? normalizedText(before) === normalizedText(after);
  return same ? 'cosmetic' : 'different';
}

async function sameTokens(before: Extent, after: Extent, syntax: Syntax): Promise<boolean | undefined> {
  if (languageOf(before.path) !== languageOf(after.path)) return undefined;
  const old = await syntax.tokens(before.path, before.text, before.lines);
  const now = old && (await syntax.tokens(after.path, after.text, after.lines));
  return now && old.length === now.length && old.every((token, i) => token === now[i]);
}

function normalizedText({ text, lines }: Extent): string {
  const trimmed = splitLines(textOfLines(text, lines)).map((line) => line.trimEnd());
  return trimmed.join('\n').trimEnd();
}
