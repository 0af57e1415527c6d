import { mergedEntries } from './merge.ts';
import type { DataEntry, DataNode } from './tree.ts';

/** Aliases can stand for more than anybody can read: what is longer or deeper once they are written out is not compared as data. */
const MAX_ELEMENTS = 1_000_000;
const MAX_DEPTH = 1000;

/**
 * What data means, as a sequence: equal if and only if the data is. The order of a map does not count, that of a list does. Undefined where it would be
 * too long. What merge keys give a map counts as if it were written there, so that what is overridden does not.
 */
export function canonical(roots: readonly DataNode[]): readonly string[] | undefined {
  const elements: string[] = [];
  const work = { left: MAX_ELEMENTS };
  const write = (node: DataNode, depth: number): boolean => {
    if (depth > MAX_DEPTH || elements.length > MAX_ELEMENTS) return false;
    if (node.tag !== undefined) elements.push(`!${node.tag}`);
    switch (node.kind) {
      case 'scalar':
        elements.push(`${node.ambiguous ? 'plain ' : ''}${node.type} ${JSON.stringify(node.text)}`);
        return true;
      case 'list':
        elements.push('[');
        for (const { value } of node.items) if (!write(value, depth + 1)) return false;
        elements.push(']');
        return true;
      case 'map': {
        const entries = mergedEntries(node, work);
        if (!entries) return false;
        elements.push('{');
        for (const entry of sorted(entries)) {
          elements.push(nameOf(entry));
          if (!write(entry.value, depth + 1)) return false;
        }
        elements.push('}');
        return true;
      }
    }
  };
  for (const root of roots) {
    if (!write(root, 0)) return undefined;
    elements.push('---');
  }
  return elements;
}

/** By key; of keys that are there twice the order stays, as the last one counts. */
function sorted(entries: readonly DataEntry[]): readonly DataEntry[] {
  const names = new Map(entries.map((entry) => [entry, nameOf(entry)]));
  return [...entries].sort((a, b) => {
    const [left, right] = [names.get(a)!, names.get(b)!];
    return left < right ? -1 : Number(left > right);
  });
}

function nameOf({ key, keyType }: DataEntry): string {
  return `${keyType} ${JSON.stringify(key)}:`;
}
