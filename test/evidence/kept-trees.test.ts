import assert from 'node:assert/strict';
import type { Tree } from 'web-tree-sitter';
import { createTreeKeeper } from '../../src/evidence/syntax/kept-trees.ts';

describe('syntax trees', () => {
  it('are kept within a budget, the latest in any case, and made again when they are needed again', () => {
    const alive = new Set<number>();
    let made = 0;
    const make = (): Tree => {
      const number = ++made;
      alive.add(number);
      return { number, delete: () => alive.delete(number) } as unknown as Tree;
    };
    const keep = createTreeKeeper(100);
    const numberOf = (tree: Tree): number => (tree as unknown as { number: number }).number;
    const first = keep(make(), make, 60);
    const second = keep(make(), make, 40);
    assert.deepEqual([...alive], [1, 2]);
    const third = keep(make(), make, 500);
    assert.deepEqual([...alive], [3]);
    assert.equal(third.read(numberOf), 3);
    assert.equal(first.read(numberOf), 4);
    assert.equal(first.read(numberOf), 4);
    assert.deepEqual([...alive], [4]);
    assert.equal(second.read(numberOf), 5);
    first.release();
    first.release();
    assert.deepEqual([...alive], [5]);
    second.release();
    assert.deepEqual([...alive], []);
  });
});
