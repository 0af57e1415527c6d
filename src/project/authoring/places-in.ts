import type { NamedPlace } from '../../evidence/named-places.ts';
import type { Subject } from '../subject/subject.ts';

export type { NamedPlace } from '../../evidence/named-places.ts';

/** What a locator can name in a file, and the text that it was read from. */
export interface PlacesInFile {
  readonly path: string;
  readonly text: string;
  readonly places: readonly NamedPlace[];
}

/**
 * What a locator can name in a file of a subject; undefined where there is no such file, or it is no text. Reads the file if that is not known yet, parses
 * it once a version, and asks no git.
 *
 * @param path relative to the subject's root
 */
export async function placesIn(subject: Subject, path: string): Promise<PlacesInFile | undefined> {
  // What a sparse checkout leaves out only git has.
  if (!subject.index.has(path) || subject.contents.tracked?.isLeftOut(path)) return undefined;
  const content = await subject.contents.read(path);
  if (content.kind !== 'text') return undefined;
  return { path, text: content.text, places: await subject.comparer.places(content) };
}

/** The same of a text that an editor holds and has not saved. Nothing of it is kept. @param text left out where the file is as it is known */
export async function placesNow(
  subject: Subject,
  path: string,
  text?: string,
): Promise<PlacesInFile | undefined> {
  if (text === undefined) return placesIn(subject, path);
  return { path, text, places: await subject.comparer.placesOf(path, text) };
}
