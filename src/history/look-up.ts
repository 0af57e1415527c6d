import type { Git } from '../ports/git.ts';
import { safeRevision } from './commit-id.ts';
import { type TreeEntry, parseTreeObject } from './tree-object.ts';

/** What a commit has at a path. */
export type Entry =
  | { readonly kind: 'file' | 'folder'; readonly oid: string }
  /** A symbolic link, or a submodule, stands at `path`: the path that was asked for or a folder of it. `rest` is what remains, maybe ''. */
  | {
      readonly kind: 'link' | 'submodule';
      readonly oid: string;
      readonly path: string;
      readonly rest: string;
    }
  | { readonly kind: 'absent' }
  /** The commit or one of its folders is not in this clone. */
  | { readonly kind: 'unread' };

/** Trees larger than this, in bytes, are not read: hundreds of thousands of entries. */
const TREE_LIMIT = 32 * 1024 * 1024;
/** How many trees are kept. */
const KEPT_TREES = 64;

type Names = ReadonlyMap<string, TreeEntry>;

/**
 * Says what a commit has at a path, folder by folder; the content itself need not be there. By the process for look-ups: two questions
 * for each folder of the path that was not looked into lately. @throws GitError
 */
export type LookUp = (commit: string, path: string) => Promise<Entry>;

/** Makes look-ups in one repository, which share the trees they read. */
export function createLookUp(git: Git): LookUp {
  const trees = new Map<string, Promise<Names | undefined>>();

  const namesIn = (tree: string): Promise<Names | undefined> => {
    const names = trees.get(tree) ?? readTree(git, tree);
    trees.delete(tree);
    trees.set(tree, names);
    names.catch(() => trees.delete(tree));
    if (trees.size > KEPT_TREES) trees.delete(trees.keys().next().value!);
    return names;
  };

  return async (commit, path) => {
    const segments = path.split('/').filter(Boolean);
    const [root] = await git.info([`${safeRevision(commit)}^{tree}`]);
    if (!root) return { kind: 'unread' };
    let folder = root.oid;
    for (const [at, segment] of segments.entries()) {
      const names = await namesIn(folder);
      if (!names) return { kind: 'unread' };
      const entry = names.get(segment);
      if (!entry) return { kind: 'absent' };
      const { kind, oid } = entry;
      if (kind === 'link' || kind === 'submodule') {
        const [here, rest] = [segments.slice(0, at + 1), segments.slice(at + 1)];
        return { kind, oid, path: here.join('/'), rest: rest.join('/') };
      }
      if (kind === 'file') return at === segments.length - 1 ? { kind, oid } : { kind: 'absent' };
      folder = oid;
    }
    return { kind: 'folder', oid: folder };
  };
}

async function readTree(git: Git, tree: string): Promise<Names | undefined> {
  const bytes = await git.object(tree, 'tree', TREE_LIMIT);
  return bytes && new Map(parseTreeObject(bytes, tree.length / 2).map((entry) => [entry.name, entry]));
}
