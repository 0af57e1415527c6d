import type { Revision } from './views.ts';

/** The scheme of read-only documents that show a commit as a diff; made by `revisionUri`. */
export const COMMIT_SCHEME = 'warrant-commit';

/** The scheme of read-only documents that show a file as it was at a commit. */
export const REVISION_SCHEME = 'warrant-revision';

/**
 * The URI of a document that shows a commit or a file at a commit. The path comes last so that an editor's title reads well;
 * root and commit are in the query.
 */
export function revisionUri(
  scheme: typeof COMMIT_SCHEME | typeof REVISION_SCHEME,
  revision: Revision,
): string {
  const path = '/' + revision.path.split('/').map(encodeURIComponent).join('/');
  const short = scheme === COMMIT_SCHEME ? `/${revision.commit.slice(0, 8)}` : '';
  const suffix = scheme === COMMIT_SCHEME ? '.diff' : '';
  const query = encodeURIComponent(JSON.stringify(revision));
  return `${scheme}:${short}${path}${suffix}?${query}`;
}

/** The revision a decoded query names; undefined if it is not one of ours. */
export function parseRevisionQuery(query: string): Revision | undefined {
  try {
    const value: unknown = JSON.parse(query);
    if (typeof value !== 'object' || value === null) return undefined;
    const { root, commit, path, blob } = value as Record<string, unknown>;
    if (typeof root !== 'string' || typeof commit !== 'string' || typeof path !== 'string') return undefined;
    return { root, commit, path, ...(typeof blob === 'string' && { blob }) };
  } catch {
    return undefined;
  }
}
