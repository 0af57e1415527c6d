import assert from 'node:assert/strict';
import { coveringPaths, selfAndFolders } from '../../src/history/covering-paths.ts';

describe('covering paths', () => {
  const cases: [what: string, paths: string[], limit: number, expected: string[]][] = [
    ['leaves few as they are', ['a/b', 'c'], 2, ['a/b', 'c']],
    ['drops repetitions', ['a', 'a'], 1, ['a']],
    ['lets the deepest give way', ['a/b/c', 'a/b/d', 'e'], 2, ['a/b', 'e']],
    ['goes on until few enough are left', ['a/b/c', 'a/d/e', 'f'], 2, ['a', 'f']],
    ['asks for everything rather than for too much', ['a', 'b', 'c'], 2, []],
    ['asks for the folder of a path with a line end', ['a/b\nc', 'd/e\rf/g', 'h'], 5, ['a', 'd', 'h']],
    ['asks for everything where that is the root', ['a\n', 'b/c'], 5, []],
  ];
  for (const [what, paths, limit, expected] of cases) {
    it(what, () => assert.deepEqual(coveringPaths(paths, limit), expected));
  }

  it('never has more than a hundred by default', () => {
    const paths = Array.from({ length: 10_000 }, (_, i) => `src/${i % 50}/file${i}.ts`);
    assert.equal(coveringPaths(paths).length, 50);
  });

  it('knows the folders above a path', () => {
    assert.deepEqual([...selfAndFolders('a/b/c')], ['a/b/c', 'a/b', 'a']);
  });
});
