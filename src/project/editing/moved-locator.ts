import { globBase, isGlob } from '../../evidence/glob.ts';
import { parseLocator } from '../../evidence/locator.ts';
import { folderOf, joinPath, normalizePath, pathBelow } from '../../model/paths.ts';
import { parseRepositoryUrl } from '../../model/repository-url.ts';
import type { JudgedCase, JudgedLink } from '../snapshot.ts';
import { type MovedPaths, relativePath } from './moved-paths.ts';
import { addressAt } from './repoint-link.ts';

/**
 * The locators that would do for a link once files and folders are moved, in the form that it has: from the root or from the document, short or in full, with its part.
 * `unsayable` where no locator can name the new path; none where it leads where it did, where what it leads to leaves the subject, and where an address names the commit that it is of.
 *
 * @param file the claim file, absolute, where it is now
 */
export function movedLocator(
  { subject: { root } }: JudgedCase,
  { link, verdict }: JudgedLink,
  file: string,
  moved: MovedPaths,
): readonly string[] | 'unsayable' {
  const hash = link.locator.indexOf('#');
  const written = hash < 0 ? link.locator : link.locator.slice(0, hash);
  const fragment = hash < 0 ? '' : link.locator.slice(hash);
  const [target, ...others] = verdict.targets;
  const found = others.length === 0 ? target?.path : undefined;
  const url = parseRepositoryUrl(link.locator);
  if (url) {
    const now = found === undefined ? undefined : moved.pathAt(root, found);
    if (now === undefined || now === found || url.commit !== undefined) return [];
    return [addressAt(link.locator, url.segments.slice(1), now + fragment) ?? []].flat();
  }
  const document = pathBelow(root, file);
  const folder = document === undefined ? undefined : folderOf(document);
  const isRelative = link.hyperlink === true || /^\.\.?(?:\/|$)/.test(written);
  if (isRelative && folder === undefined) return [];
  // Brackets may be those of a path.
  const isPattern = isGlob(written) && found !== written;
  const base = isPattern ? globBase(written) : undefined;
  if (base === '') return [];
  const plain = base ?? written;
  const before =
    base === undefined && found !== undefined
      ? found
      : normalizePath(joinPath(isRelative ? folder! : '', plain));
  const now = before === undefined ? undefined : moved.pathAt(root, before);
  if (before === undefined || now === undefined) return [];
  if (now !== before && !canBeSaid(now)) return 'unsayable';
  const tail =
    base === undefined ? (/\/$/.test(written) && now !== '' ? '/' : '') : written.slice(base.length);
  if (isRelative) {
    const folderNow = moved.pathAt(root, folder!);
    const documentNow = pathBelow(root, moved.fileAt(file));
    if (folderNow === undefined || documentNow === undefined) return [];
    const relative = relativePath(folderOf(documentNow), now);
    if (relative === relativePath(folder!, before)) return [];
    const dotted = /^\.\.?(?:\/|$)/.test(written) && !relative.startsWith('.') ? `./${relative}` : relative;
    // In prose the way from the root does as well, and may be the only one that is read as a path.
    // The destination of a link needs no `./`, where none stood before.
    const plainly = link.hyperlink && !written.startsWith('./') ? [relative, dotted] : [dotted];
    const ways = link.hyperlink ? plainly : [dotted, now];
    return [...new Set(ways)].map((way) => way + tail + fragment);
  }
  if (now === before || isStillMeant(plain, before, now)) return [];
  return [now + tail + fragment];
}

/** Whether a locator can name a path: `#` ends one, and `*` makes a pattern of it. */
function canBeSaid(path: string): boolean {
  if (path === '') return true;
  const read = parseLocator(path);
  return read.kind === 'path' && read.path === path && !read.fragment && !/[*?]/.test(path);
}

/** Prose shortens paths: the end of the old one may be the end of the new one, too. */
function isStillMeant(written: string, before: string, now: string): boolean {
  const short = written.replace(/\/$/, '');
  return short !== before && before.endsWith(`/${short}`) && now.endsWith(`/${short}`);
}
