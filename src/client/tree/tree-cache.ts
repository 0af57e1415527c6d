import type { TreeItem } from '../../server/protocol.ts';

/** The items the server told of so far, by key. The tree itself deals in keys, which stay the same while items change. */
export interface TreeCache {
  get(key: string): TreeItem | undefined;
  /** The key of the item above; undefined for a case, and for what is not known. */
  parentOf(key: string): string | undefined;
  /** Takes over all items below a parent, or all cases; forgets those that were there and are gone, with all below them. */
  setChildren(parent: string | undefined, items: readonly TreeItem[]): readonly string[];
  /**
   * Takes over items of which each is below the one before, and returns the last one's key; undefined for an empty path.
   *
   * @param below the key of the item that the first one is below; the top, if left out
   */
  addPath(items: readonly TreeItem[], below?: string): string | undefined;
}

interface Entry {
  readonly item: TreeItem;
  readonly parent: string | undefined;
}

/** A cache that knows nothing yet. */
export function createTreeCache(): TreeCache {
  const entries = new Map<string, Entry>();
  const children = new Map<string | undefined, Set<string>>();

  function add(parent: string | undefined, item: TreeItem): void {
    entries.set(item.key, { item, parent });
    const siblings = children.get(parent) ?? new Set<string>();
    children.set(parent, siblings.add(item.key));
  }

  function forget(key: string, parent: string | undefined): void {
    // It may have moved below another parent meanwhile.
    if (entries.get(key)?.parent !== parent) return;
    entries.delete(key);
    for (const child of children.get(key) ?? []) forget(child, key);
    children.delete(key);
  }

  return {
    get: (key) => entries.get(key)?.item,
    parentOf: (key) => entries.get(key)?.parent,
    setChildren(parent, items) {
      const former = children.get(parent) ?? new Set<string>();
      children.set(parent, new Set());
      for (const item of items) {
        add(parent, item);
        former.delete(item.key);
      }
      for (const key of former) forget(key, parent);
      return items.map((item) => item.key);
    },
    addPath(items, below) {
      let parent = below;
      for (const item of items) {
        add(parent, item);
        parent = item.key;
      }
      return items.at(-1)?.key;
    },
  };
}
