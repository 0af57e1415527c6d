import type { DataEntry, DataMap, DataNode } from './tree.ts';

/*
 * Merge keys of YAML: `<<: *base`, or a list of such, gives a map all keys that it does not have itself. Of several maps in a list the first goes before
 * the others; of a key that is there twice the last one counts, and so of two merge keys.
 */

/** How many entries may still be looked at. Aliases can make a short text stand for more than anybody has time for. */
export interface Work {
  left: number;
}

/**
 * The entry of a map that has a key, be it its own or merged in; undefined where there is none, or it takes too long to say. An own one goes before
 * all others, the last one first.
 */
export function entryOf(map: DataMap, key: string, work: Work): DataEntry | undefined {
  for (const one of mapsOf(map, work)) {
    work.left -= one.entries.length;
    if (work.left < 0) return undefined;
    const found = one.entries.findLast((entry) => entry.key === key);
    if (found) return found;
  }
  return undefined;
}

/**
 * The entries of a map with those that are merged in and not overridden; the merge keys themselves are left out. Its own ones come first, as they are
 * written. Undefined where that would take too long.
 */
export function mergedEntries(map: DataMap, work: Work): readonly DataEntry[] | undefined {
  if (!map.entries.some(({ merge }) => merge)) return map.entries;
  const entries: DataEntry[] = [];
  const known = new Set<string>();
  for (const one of mapsOf(map, work)) {
    work.left -= one.entries.length;
    const fresh = one.entries.filter((entry) => !entry.merge && !known.has(nameOf(entry)));
    for (const entry of fresh) {
      known.add(nameOf(entry));
      entries.push(entry);
    }
  }
  return work.left < 0 ? undefined : entries;
}

/** A map and those that are merged into it, those first that go before the others. Each once, since a map can be merged into itself by aliases. */
function* mapsOf(map: DataMap, work: Work): Iterable<DataMap> {
  const seen = new Set<DataNode>();
  const open: DataMap[] = [map];
  for (let next = open.pop(); next && work.left >= 0; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    yield next;
    const merged = next.entries.flatMap(({ merge, value }) => (merge ? [value] : [])).reverse();
    const maps = merged.flatMap((value) =>
      value.kind === 'list' ? value.items.map((item) => item.value) : [value],
    );
    work.left -= maps.length;
    for (const one of maps.reverse()) if (one.kind === 'map') open.push(one);
  }
}

function nameOf({ key, keyType }: DataEntry): string {
  return `${keyType} ${key}`;
}
