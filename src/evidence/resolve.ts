import { say } from '../l10n/say.ts';
import type { Suggestion } from '../model/verdict.ts';
import { baseName, joinPath } from '../model/paths.ts';
import type { FileIndex } from './file-index.ts';
import { globBase } from './glob.ts';
import { type PathLocator, formatLocator } from './locator.ts';
import { similarPaths } from './similar-paths.ts';

/** The files a locator leads to. */
export interface Found {
  readonly kind: 'found';
  /** What it turned out to name. */
  readonly form: PathLocator['form'];
  /** The file, the folder ('' for the root) or the pattern, from the root. */
  readonly path: string;
  /** All files meant, sorted; never empty. One only, if `form` is `file`. */
  readonly paths: readonly string[];
}

export type Resolution =
  | Found
  /** Several files, or several folders, would do. */
  | { readonly kind: 'ambiguous'; readonly paths: readonly string[] }
  /** Some systems would find it, others not: only the letter case differs. */
  | { readonly kind: 'case-mismatch'; readonly actual: string; readonly suggestion: Suggestion }
  | { readonly kind: 'missing'; readonly similar: readonly Suggestion[] };

export interface ResolveOptions {
  /** Prose shortens paths (Markdown): try the document's folder, then unique endings of paths. Default: from the root only. */
  readonly lenient?: boolean;
  /** Relative to the subject's root; left out where the document lies elsewhere. */
  readonly documentFolder?: string;
  /** A hyperlink starts at the document's folder rather than at the root, and may name the page that is made of a file. */
  readonly hyperlink?: boolean;
}

/** Finds the files that a locator names. Never guesses: what could be two things is `ambiguous`. */
export function resolvePath(
  locator: PathLocator,
  index: FileIndex,
  { lenient = false, documentFolder, hyperlink = false }: ResolveOptions = {},
): Resolution {
  const starts = lenient && documentFolder ? ['', documentFolder] : [''];
  const places = (hyperlink ? starts.reverse() : starts).map((start) => joinPath(start, locator.path));
  return (
    first(places, (path) => literal(path, locator, index)) ??
    (hyperlink ? first(places.flatMap(sourcesOfPage), (path) => literal(path, locator, index)) : undefined) ??
    (lenient && locator.form !== 'glob' ? byEnding(locator, index) : undefined) ??
    (locator.form === 'glob' && !locator.fragment
      ? (first(places, (path) => pattern(path, index)) ??
        (lenient ? patternByEnding(locator.path, index) : undefined))
      : undefined) ??
    first(places, (path) => inOtherCase(path, locator, index)) ??
    missing(locator, index)
  );
}

/** The files that sites make the page at a path of: `guide` and `guide.html` of `guide.md` or `guide/index.md`. */
function sourcesOfPage(path: string): readonly string[] {
  const page = path.replace(/(?:\/index)?\.html?$/i, '');
  if (page === path && /\.\w+$/.test(baseName(path))) return [];
  const sources = ['.md', '.mdx', '.rst', '.adoc', '/index.md', '/README.md'];
  return sources.map((ending) => page + ending);
}

function first(
  places: readonly string[],
  look: (path: string) => Resolution | undefined,
): Resolution | undefined {
  for (const path of places) {
    const found = look(path);
    if (found) return found;
  }
  return undefined;
}

function literal(path: string, { form }: PathLocator, index: FileIndex): Found | undefined {
  if (form !== 'folder' && index.has(path)) return { kind: 'found', form: 'file', path, paths: [path] };
  if (!index.isFolder(path)) return undefined;
  return { kind: 'found', form: 'folder', path, paths: index.filesIn(path) };
}

function byEnding(locator: PathLocator, index: FileIndex): Resolution | undefined {
  const candidates =
    locator.form === 'folder' ? index.bySuffix(locator.path, 'folders') : index.bySuffix(locator.path);
  if (candidates.length > 1) return { kind: 'ambiguous', paths: candidates };
  return candidates[0] === undefined ? undefined : literal(candidates[0], locator, index);
}

function pattern(path: string, index: FileIndex): Found | undefined {
  const paths = index.glob(path);
  return paths.length > 0 ? { kind: 'found', form: 'glob', path, paths } : undefined;
}

/** A pattern in the one folder that has the ending its own folder has. */
function patternByEnding(path: string, index: FileIndex): Found | undefined {
  const base = globBase(path);
  const folders = base === '' ? [] : index.bySuffix(base, 'folders');
  return folders.length === 1 ? pattern(folders[0]! + path.slice(base.length), index) : undefined;
}

function inOtherCase(path: string, locator: PathLocator, index: FileIndex): Resolution | undefined {
  const [actual, ...others] = index.sameInOtherCase(path);
  if (actual === undefined || others.length > 0) return undefined;
  return {
    kind: 'case-mismatch',
    actual,
    suggestion: {
      locator: formatLocator({ ...locator, path: actual }),
      why: say('as the file system spells it'),
    },
  };
}

function missing(locator: PathLocator, index: FileIndex): Resolution {
  const similar = similarPaths(locator, index).map(({ path, why, fragment = locator.fragment }) => ({
    locator: formatLocator({ ...locator, path, fragment }),
    why,
  }));
  return { kind: 'missing', similar };
}
