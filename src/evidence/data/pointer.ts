import type { Span } from '../lines.ts';
import { type Work, entryOf, mergedEntries } from './merge.ts';
import type { DataNode } from './tree.ts';

/** How many entries are looked at for one pointer. */
const MOST_ENTRIES = 1_000_000;

/** What a JSON pointer leads to, and where it is written, its key included. */
export interface Pointed {
  readonly value: DataNode;
  readonly span: Span;
}

/**
 * Follows a pointer (RFC 6901), such as `/a~1b/0`; undefined where it leads nowhere. Where a key is there twice, the last one counts;
 * one that is merged in (`merge.ts`) is where it is written.
 */
export function follow(root: DataNode | undefined, pointer: string): Pointed | undefined {
  let found: Pointed | undefined;
  let node = root;
  const work = { left: MOST_ENTRIES };
  for (const token of tokensOf(pointer)) {
    found = node && step(node, token, work);
    node = found?.value;
    if (!found) return undefined;
  }
  return found;
}

function step(node: DataNode, token: string, work: Work): Pointed | undefined {
  if (node.kind === 'map') return entryOf(node, token, work);
  if (node.kind === 'list' && /^(?:0|[1-9]\d*)$/.test(token)) return node.items[Number(token)];
  return undefined;
}

function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A pointer to what stands below another one. */
export function pointerTo(around: string, key: string): string {
  return `${around}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Pointers to what has a key, merged ones included, nearest to the root first. */
export function* pointersIn(root: DataNode, most: number): Iterable<string> {
  const queue: { pointer: string; node: DataNode }[] = [{ pointer: '', node: root }];
  const work = { left: MOST_ENTRIES };
  for (let i = 0, given = 0; i < queue.length; i++) {
    const { pointer, node } = queue[i]!;
    const inner = childrenOf(node, work).map(([key, value]) => ({
      pointer: pointerTo(pointer, key),
      node: value,
    }));
    for (const one of inner) {
      if (given++ === most) return;
      yield one.pointer;
      queue.push(one);
    }
  }
}

function childrenOf(node: DataNode, work: Work): [key: string, value: DataNode][] {
  if (node.kind === 'map') return (mergedEntries(node, work) ?? []).map(({ key, value }) => [key, value]);
  return node.kind === 'list' ? node.items.map(({ value }, i) => [String(i), value]) : [];
}
