import type { Tree } from 'web-tree-sitter';

/** A tree that is made again where it was let go in the meantime. */
export interface KeptTree {
  read<T>(read: (tree: Tree) => T): T;
  /** Nothing more is read of it. */
  release(): void;
}

/** Takes a tree, what makes the same once more, and how long its text is, in UTF-16 units. */
export type KeepTree = (tree: Tree, again: () => Tree, length: number) => KeptTree;

/** Trees are many times larger than their texts, and lie in memory that is never given back. */
const KEPT_CHARACTERS = 200_000;

/**
 * Keeps the latest trees.
 *
 * @param budget how long their texts are together at most, in UTF-16 units; but the very latest is always kept
 */
export function createTreeKeeper(budget = KEPT_CHARACTERS): KeepTree {
  const kept = new Map<KeptTree, { readonly tree: Tree; readonly length: number }>();
  let characters = 0;
  const release = (owner: KeptTree): void => {
    const one = kept.get(owner);
    if (!one) return;
    kept.delete(owner);
    characters -= one.length;
    one.tree.delete();
  };
  return (first, again, length) => {
    const keep = (tree: Tree): Tree => {
      kept.set(owner, { tree, length });
      characters += length;
      for (const other of kept.keys()) if (characters > budget && other !== owner) release(other);
      return tree;
    };
    const owner: KeptTree = {
      read: (read) => read(kept.get(owner)?.tree ?? keep(again())),
      release: () => release(owner),
    };
    keep(first);
    return owner;
  };
}
