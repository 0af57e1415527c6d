import type { FileIndex } from '../../evidence/file-index.ts';
import { joinPath, normalizePath } from '../../model/paths.ts';
import { parseRepositoryUrl } from '../../model/repository-url.ts';
import { pathOfUrl } from '../judging/resolve/url-path.ts';

/** What a document's link to a picture leads to: a path from the root, a picture that is not there, or something that is none of ours. */
export type PicturePath =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'elsewhere' };

/**
 * Finds the picture that a link shows: from the document's folder, then from the root, then as the one file whose path ends like this, since the
 * document may be a copy that lies elsewhere. Of an address on GitHub or GitLab the part behind the revision counts.
 *
 * @param folder the document's folder, relative to the root
 */
export function findPicture(written: string, folder: string, index: FileIndex): PicturePath {
  const url = parseRepositoryUrl(written);
  if (url) {
    const rest = url.segments.slice(1).join('/');
    const path = pathOfUrl(url, index) ?? onlyEnding(rest, index);
    return path === undefined ? { kind: 'missing', path: rest } : { kind: 'found', path };
  }
  const link = decoded(written.replace(/[?#].*$/s, ''));
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(link)) return { kind: 'elsewhere' };
  const fromRoot = normalizePath(link.replace(/^\/+/, ''));
  const places = [link.startsWith('/') ? undefined : normalizePath(joinPath(folder, link)), fromRoot];
  const found =
    places.find((path) => path !== undefined && index.has(path)) ?? (fromRoot && onlyEnding(fromRoot, index));
  if (found) return { kind: 'found', path: found };
  const first = places.find((path) => path !== undefined);
  return first === undefined ? { kind: 'elsewhere' } : { kind: 'missing', path: first };
}

function onlyEnding(path: string, index: FileIndex): string | undefined {
  const [only, ...others] = index.bySuffix(path);
  return others.length === 0 ? only : undefined;
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
