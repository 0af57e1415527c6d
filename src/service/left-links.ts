import { say, sayCount } from '../l10n/say.ts';
import { baseName } from '../model/paths.ts';
import { listNames } from '../model/phrases.ts';
import type { ReferenceIn } from '../project/editing/case-references.ts';

/** How many locators are named in a message. */
const MOST_NAMED = 3;

/** Which links an edit could not take along, as sentences; undefined where it took all. */
export function sayLeftLinks(
  left: readonly {
    readonly file: string;
    readonly locator: string;
    readonly unsayable?: boolean;
    readonly pattern?: boolean;
  }[],
): string | undefined {
  if (left.length === 0) return undefined;
  const files = [...new Set(left.map(({ file }) => baseName(file)))];
  const locators = [...new Set(left.map(({ locator }) => locator))];
  const said = sayCount(
    left.length,
    '1 link in {1} could not be updated and will lead nowhere: {2}. Change it by hand.',
    '{0} links in {1} could not be updated and will lead nowhere: {2}. Change them by hand.',
    listNames(files, MOST_NAMED),
    listNames(locators, MOST_NAMED),
  );
  const isDrawn = files.some((file) => /\.drawio(?:\.\w+)?$/i.test(file));
  return [
    said,
    isDrawn && say('Drawings are edited in your drawing tool.'),
    left.some(({ unsayable }) => unsayable) &&
      say('No locator can name a path with “#”, “*” or “?” in it: give the file a name without.'),
    left.some(({ pattern }) => pattern) &&
      say(
        'In the settings, a path with “*”, “?” or brackets in it is a pattern: give the file a name without.',
      ),
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

/** Which references still have the former name since they may mean another: a sentence. Undefined where none has. */
export function sayLeftReferences(left: readonly ReferenceIn[], from: string): string | undefined {
  if (left.length === 0) return undefined;
  return sayCount(
    left.length,
    '1 reference in {1} that says {2} may mean another of that name, and was left as it is. Look what it should say.',
    '{0} references in {1} that say {2} may mean another of that name, and were left as they are. Look what they should say.',
    listNames([...new Set(left.map(({ file }) => baseName(file)))]),
    from,
  );
}
