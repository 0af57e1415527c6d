import assert from 'node:assert/strict';
import { createFileIndex } from '../../src/evidence/file-index.ts';

const index = createFileIndex([
  'README.md',
  'src/app.ts',
  'src/App.ts',
  'src/auth/token.ts',
  'src/auth/token.test.ts',
  'src/authority.ts',
  'packages/x/src/auth/token.ts',
  'app/(shop)/page.tsx',
  'app/[id]/page.tsx',
  'app/shop/page.tsx',
  'app/i/page.tsx',
  '.github/workflows/ci.yml',
  'a+b/c.ts',
]);

describe('createFileIndex', () => {
  it('knows files and folders apart', () => {
    assert.ok(index.has('src/app.ts'));
    assert.ok(!index.has('src/auth'));
    assert.ok(index.isFolder('src/auth'));
    assert.ok(index.isFolder(''));
    assert.ok(!index.isFolder('src/aut'));
    assert.ok(!index.isFolder('src/app.ts'));
  });

  it('lists what lies below a folder and nothing beside it', () => {
    assert.deepEqual(index.filesIn('src/auth'), ['src/auth/token.test.ts', 'src/auth/token.ts']);
    assert.deepEqual(index.namesIn('src'), ['app.ts', 'App.ts', 'auth', 'authority.ts']);
    assert.deepEqual(index.filesIn('nowhere'), []);
    assert.equal(index.filesIn('').length, 13);
  });

  const globs: [pattern: string, matches: string[]][] = [
    ['src/*.ts', ['src/App.ts', 'src/app.ts', 'src/authority.ts']],
    ['src/auth/**', ['src/auth/token.test.ts', 'src/auth/token.ts']],
    ['**/token.ts', ['packages/x/src/auth/token.ts', 'src/auth/token.ts']],
    ['**/*.{md,yml}', ['.github/workflows/ci.yml', 'README.md']],
    ['src/[aA]pp.ts', ['src/App.ts', 'src/app.ts']],
    ['src/[!A]pp.ts', ['src/app.ts']],
    ['src/?pp.ts', ['src/App.ts', 'src/app.ts']],
    ['app/(shop)/*', ['app/(shop)/page.tsx']],
    ['app/[id]/*', ['app/[id]/page.tsx']],
    ['app/[i-j]/*', ['app/i/page.tsx']],
    ['a+b/*', ['a+b/c.ts']],
    ['!src/*', []],
    ['nowhere/**', []],
    ['src/[', []],
  ];
  for (const [pattern, matches] of globs) {
    it(`matches ${pattern}`, () => assert.deepEqual(index.glob(pattern), matches));
  }

  it('takes brackets for a name where there is one, as far as a folder with all in it', () => {
    const routes = createFileIndex(['app/[slug]/page.tsx', 'app/[slug]/x/y.tsx', 'app/other/page.tsx']);
    assert.deepEqual(routes.glob('app/[slug]/**'), ['app/[slug]/page.tsx', 'app/[slug]/x/y.tsx']);
  });

  it('finds by suffix at the border of a segment only', () => {
    assert.deepEqual(index.bySuffix('auth/token.ts'), ['src/auth/token.ts', 'packages/x/src/auth/token.ts']);
    assert.deepEqual(index.bySuffix('oken.ts'), []);
    assert.deepEqual(index.bySuffix('src/auth', 'folders'), ['src/auth', 'packages/x/src/auth']);
    assert.deepEqual(index.byName('page.tsx').length, 4);
  });

  it('finds what is only spelled in another letter case', () => {
    assert.deepEqual(index.sameInOtherCase('readme.md'), ['README.md']);
    assert.deepEqual(index.sameInOtherCase('SRC/Auth'), ['src/auth']);
    assert.deepEqual(index.sameInOtherCase('src/app.ts'), ['src/App.ts']);
    assert.deepEqual(index.byNameInOtherCase('TOKEN.ts'), [
      'src/auth/token.ts',
      'packages/x/src/auth/token.ts',
    ]);
  });

  it('reads the paths once, however often it is asked, and not before', () => {
    let reads = 0;
    const paths = Array.from({ length: 50_000 }, (_, i) => `d${i % 100}/e${i % 7}/f${i}.ts`);
    const counted = new Proxy(paths, {
      get(target, key, receiver) {
        if (key === Symbol.iterator) reads += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    const big = createFileIndex(counted);
    assert.equal(reads, 0);
    for (let i = 0; i < 1000; i++) {
      assert.ok(big.has(paths[i]!));
      assert.equal(big.bySuffix(`f${i}.ts`).length, 1);
      assert.equal(big.sameInOtherCase(paths[i]!.toUpperCase()).length, 1);
    }
    assert.equal(big.filesIn('d7').length, 500);
    assert.equal(reads, 1);
  });
});
