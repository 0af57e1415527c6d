import assert from 'node:assert/strict';
import { globBase, globMatcher, globProblem } from '../../src/evidence/glob.ts';

describe('globMatcher', () => {
  const cases: [pattern: string, matches: string[], others: string[]][] = [
    ['*.ts', ['a.ts', '.a.ts'], ['a/b.ts', 'a.tsx']],
    ['**', ['a', 'a/b/c', '.git/x'], []],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'ab/c', 'b/a/c']],
    ['**/a', ['a', 'b/a', 'b/c/a'], ['a/b', 'ba']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/b/y/b'], ['a/x/b/y', 'b']],
    ['a/**/b/**/c', ['a/b/c', 'a/x/b/b/y/c'], ['a/b', 'a/c/b']],
    ['**/*.test.ts', ['a.test.ts', 'x/y/a.test.ts'], ['a.ts']],
    ['a?c', ['abc'], ['ac', 'a/c', 'abbc']],
    ['[a-c]x', ['bx'], ['dx', 'a-cx']],
    ['[!a]x', ['bx'], ['ax']],
    ['a.{ts,tsx}', ['a.ts', 'a.tsx'], ['a.js']],
    ['{a,b/c}/d', ['a/d', 'b/c/d'], ['b/d', 'c/d']],
    ['a{,.{b,c}}.d', ['a.d', 'a.b.d', 'a.c.d'], ['a..d']],
    ['{,a}/b', ['b', 'a/b'], []],
    ['v{1..3}', ['v2'], ['v4']],
    ['(a)+b/*|$^@!"', ['(a)+b/x|$^@!"'], ['a/x', '(a)+b/x']],
  ];
  for (const [pattern, matches, others] of cases) {
    it(pattern, () => {
      const test = globMatcher(pattern);
      for (const path of matches) assert.ok(test(path), path);
      for (const path of others) assert.ok(!test(path), path);
    });
  }

  it('can take brackets for characters of a name', () => {
    assert.ok(globMatcher('[id]/*', true)('[id]/a'));
    assert.ok(!globMatcher('[id]/*', true)('i/a'));
  });

  it('comes to an end with patterns and paths made for each other', () => {
    const path = `${`${'a'.repeat(100)}/`.repeat(100)}b`;
    assert.ok(!globMatcher('**/*a*a*/**/*a*a*/**/*a*a*/**/*a*a')(path));
  });
});

describe('globProblem', () => {
  it('accepts what people write', () => {
    for (const pattern of ['**/*.{ts,tsx}', 'src/**/test_*_*.py', 'a/**/b/**/c/**']) {
      assert.equal(globProblem(pattern), undefined);
    }
  });
});

describe('globBase', () => {
  const bases: [pattern: string, base: string][] = [
    ['src/a/*.ts', 'src/a'],
    ['**', ''],
    ['src/{a,b}/c', 'src'],
    ['src/a', 'src'],
  ];
  for (const [pattern, base] of bases) it(pattern, () => assert.equal(globBase(pattern), base));
});
