import { applyPatch, parsePatch, reversePatch } from 'diff';
import type { StructuredPatch } from 'diff';
import type { DemoCommit } from './history.ts';

/** Files and their text, by path with `/`. */
export type Tree = ReadonlyMap<string, string>;

/**
 * The tree that each commit leaves, in the order of `commits` (oldest first), found by undoing them one after the other from the final tree.
 *
 * @throws Error where a patch does not fit, where an added path is not there, and where files remain that no commit adds.
 */
export function rewind(
  final: Tree,
  commits: readonly DemoCommit[],
  readPatch: (name: string) => string,
): Tree[] {
  const trees: Tree[] = [];
  let tree = final;
  for (const commit of commits.toReversed()) {
    trees.unshift(tree);
    if (commit.patch !== undefined) {
      tree = patched(tree, reversePatch(parsePatch(readPatch(commit.patch))), commit.patch);
    }
    for (const path of commit.adds ?? []) tree = without(tree, path);
  }
  if (tree.size > 0) throw new Error(`No commit of the demo adds ${[...tree.keys()].join(', ')}.`);
  return trees;
}

/** The tree with one of the patches applied. @throws Error where it does not fit; `name` says which patch that was. */
export function patched(tree: Tree, patches: readonly StructuredPatch[], name: string): Tree {
  const result = new Map(tree);
  for (const patch of patches) {
    const from = pathIn(patch.oldFileName);
    const to = pathIn(patch.newFileName);
    const text = applyPatch(from === undefined ? '' : (tree.get(from) ?? ''), patch);
    if (text === false)
      throw new Error(`${name} does not fit ${from ?? to}: bring the patch in line with it.`);
    if (from !== undefined && !result.delete(from))
      throw new Error(`${name} speaks of ${from}, which is not there.`);
    if (to !== undefined) result.set(to, text);
  }
  return result;
}

/** The path in a file name of a patch (`a/path`, `b/path`); undefined for `/dev/null`. */
function pathIn(fileName: string | undefined): string | undefined {
  return fileName === undefined || fileName === '/dev/null' ? undefined : fileName.replace(/^[ab]\//, '');
}

/** The tree without a path, or without all below it if it ends with `/`. */
function without(tree: Tree, path: string): Tree {
  const rest = new Map(
    [...tree].filter(([file]) => file !== path && !(path.endsWith('/') && file.startsWith(path))),
  );
  if (rest.size === tree.size) throw new Error(`A commit of the demo adds ${path}, which is not there.`);
  return rest;
}
