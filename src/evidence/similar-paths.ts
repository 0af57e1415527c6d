import { distance } from 'fastest-levenshtein';
import { say } from '../l10n/say.ts';
import { baseName, folderOf, joinPath } from '../model/paths.ts';
import type { FileIndex } from './file-index.ts';
import type { Fragment } from './fragment.ts';
import type { PathLocator } from './locator.ts';

/** A path that may be meant in place of one that leads nowhere. */
export interface SimilarPath {
  readonly path: string;
  readonly why: string;
  /** In place of the written one. */
  readonly fragment?: Fragment;
}

const MAX_SUGGESTIONS = 5;

/** What the author may have meant, best first; at most five. */
export function similarPaths(locator: PathLocator, index: FileIndex): readonly SimilarPath[] {
  if (locator.form === 'glob') return [];
  const found = [
    ...lineBehindColon(locator, index),
    ...sameName(locator, index),
    ...closeSpelling(locator, index),
    ...sameNameInOtherCase(locator, index),
  ];
  const best = new Map<string, SimilarPath>();
  for (const one of found) if (!best.has(one.path)) best.set(one.path, one);
  return [...best.values()].slice(0, MAX_SUGGESTIONS);
}

/** `src/app.py:12`, as compilers write it. */
function lineBehindColon({ path }: PathLocator, index: FileIndex): SimilarPath[] {
  const [, file, line] = /^(.+?):(\d{1,9})(?::\d+)?$/.exec(path) ?? [];
  const number = Number(line);
  if (file === undefined || number < 1 || !index.has(file)) return [];
  return [
    {
      path: file,
      why: say('lines are named with #L'),
      fragment: { kind: 'lines', start: number, end: number },
    },
  ];
}

/**
 * The same name elsewhere, those first that share most of the path, read from its end. Where many files have that name (`index.ts`,
 * `__init__.py`), it says little: then only those that share a folder's name too.
 */
function sameName({ path, form }: PathLocator, index: FileIndex): SimilarPath[] {
  const candidates =
    form === 'folder' ? index.bySuffix(baseName(path), 'folders') : index.byName(baseName(path));
  const ranked = candidates
    .map((candidate) => ({ candidate, likeness: likeness(path, candidate) }))
    .filter(({ likeness }) => candidates.length <= MAX_SUGGESTIONS || likeness.shared > 1)
    .sort((a, b) => compareLikeness(a.likeness, b.likeness) || a.candidate.length - b.candidate.length);
  return ranked.map(({ candidate }) => ({ path: candidate, why: say('the same name elsewhere') }));
}

interface Likeness {
  /** How many segments at the end are the same. */
  readonly suffix: number;
  /** How many segments occur in both. */
  readonly shared: number;
}

function likeness(a: string, b: string): Likeness {
  const left = a.split('/').reverse();
  const right = b.split('/').reverse();
  const differs = left.findIndex((segment, i) => segment !== right[i]);
  const shared = left.filter((segment) => right.includes(segment)).length;
  return { suffix: differs < 0 ? left.length : differs, shared };
}

function compareLikeness(a: Likeness, b: Likeness): number {
  return b.suffix - a.suffix || b.shared - a.shared;
}

/** Names in the same folder that are a slip of the keyboard away: one character in four, and one at least. */
function closeSpelling({ path, form }: PathLocator, index: FileIndex): SimilarPath[] {
  const folder = folderOf(path);
  const name = baseName(path);
  const limit = Math.max(1, Math.floor(name.length / 4));
  return index
    .namesIn(folder)
    .filter((other) => Math.abs(other.length - name.length) <= limit)
    .map((other) => ({ path: joinPath(folder, other), distance: distance(name, other) }))
    .filter((one) => one.distance <= limit && index.isFolder(one.path) === (form === 'folder'))
    .sort((a, b) => a.distance - b.distance)
    .map((one) => ({ path: one.path, why: say('a name much like it in the same folder') }));
}

function sameNameInOtherCase({ path, form }: PathLocator, index: FileIndex): SimilarPath[] {
  if (form === 'folder') return [];
  return index
    .byNameInOtherCase(baseName(path))
    .map((other) => ({ path: other, why: say('the same name in another letter case') }));
}
