import { type Past, followLink } from './path-at-commit.ts';

/** How many paths a symbolic link may lead through. */
const MOST_HOPS = 20;

/**
 * The paths that a path leads through at a commit, itself first: the symbolic links in it, where each leads, and the submodule that they end in. The
 * last one is where it leads in the end, as far as that lies in the repository.
 */
export async function followLinks(commit: string, path: string, past: Past): Promise<string[]> {
  const hops = [path];
  for (let at = path; hops.length < MOST_HOPS;) {
    const found = await past.lookUp(commit, at);
    if (found.kind !== 'link' && found.kind !== 'submodule') return hops;
    hops.push(found.path);
    const text = found.kind === 'link' ? await past.linkText(found.oid) : undefined;
    const next = found.kind === 'link' && text !== undefined ? followLink(found, text) : undefined;
    if (next === undefined) return hops;
    hops.push(next);
    at = next;
  }
  return hops;
}
