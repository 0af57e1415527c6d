import assert from 'node:assert/strict';
import { createFileIndex } from '../../src/evidence/file-index.ts';
import { type PathLocator, parseLocator } from '../../src/evidence/locator.ts';
import { type Resolution, type ResolveOptions, resolvePath } from '../../src/evidence/resolve.ts';

const FILES = [
  'README.md',
  'docs/case.md',
  'docs/model.md',
  'marimo/_server/asgi.py',
  'marimo/_server/tokens.py',
  'marimo/_server/__init__.py',
  'marimo/__init__.py',
  'packages/one/util.ts',
  'packages/two/util.ts',
  'tests/test_api.py',
  'tests/test_transport.py',
  'smoke/test_api.py',
  'app/[id].tsx',
  'app/i.tsx',
];
const index = createFileIndex(FILES);

function resolve(text: string, options?: ResolveOptions): Resolution {
  const locator = parseLocator(text);
  assert.equal(locator.kind, 'path');
  return resolvePath(locator as PathLocator, index, options);
}

/** The resolution in one line. */
function outcome(resolution: Resolution): string {
  switch (resolution.kind) {
    case 'found':
      return `${resolution.form} ${resolution.path} (${resolution.paths.length})`;
    case 'ambiguous':
      return `ambiguous ${resolution.paths.join(' ')}`;
    case 'case-mismatch':
      return `case ${resolution.actual}`;
    case 'missing':
      return 'missing';
  }
}

describe('resolvePath', () => {
  const prose: ResolveOptions = { lenient: true, documentFolder: 'docs' };
  const table: [text: string, strict: string, lenient: string][] = [
    ['README.md', 'file README.md (1)', 'file README.md (1)'],
    ['tests', 'folder tests (2)', 'folder tests (2)'],
    ['tests/', 'folder tests (2)', 'folder tests (2)'],
    ['.', 'folder  (14)', 'folder  (14)'],
    ['tests/*.py', 'glob tests/*.py (2)', 'glob tests/*.py (2)'],
    ['app/[id].tsx', 'file app/[id].tsx (1)', 'file app/[id].tsx (1)'],
    ['app/[id].tsx#Page', 'file app/[id].tsx (1)', 'file app/[id].tsx (1)'],
    ['app/[i].tsx', 'glob app/[i].tsx (1)', 'glob app/[i].tsx (1)'],
    ['app/[i].tsx#Page', 'missing', 'missing'],
    ['model.md', 'missing', 'file docs/model.md (1)'],
    ['m*.md', 'missing', 'glob docs/m*.md (1)'],
    ['_server/asgi.py', 'missing', 'file marimo/_server/asgi.py (1)'],
    ['server/asgi.py', 'missing', 'missing'],
    ['asgi.py', 'missing', 'file marimo/_server/asgi.py (1)'],
    ['_server/', 'missing', 'folder marimo/_server (3)'],
    ['test_api.py', 'missing', 'ambiguous tests/test_api.py smoke/test_api.py'],
    ['util.ts', 'missing', 'ambiguous packages/one/util.ts packages/two/util.ts'],
    ['one/util.ts', 'missing', 'file packages/one/util.ts (1)'],
    ['readme.md', 'case README.md', 'case README.md'],
    ['Tests/', 'case tests', 'case tests'],
    ['tests/test_api.py/', 'missing', 'missing'],
    ['marimo/tests/test_api.py', 'missing', 'missing'],
    ['nowhere/*.py', 'missing', 'missing'],
  ];
  for (const [text, strict, lenient] of table) {
    it(`${text} → ${strict}; in prose ${lenient}`, () => {
      assert.equal(outcome(resolve(text)), strict);
      assert.equal(outcome(resolve(text, prose)), lenient);
    });
  }
});

describe('suggestions for what is missing', () => {
  const suggested = (text: string): string[] => {
    const resolution = resolve(text);
    return resolution.kind === 'missing' ? resolution.similar.map(({ locator }) => locator) : [];
  };

  it('prefers the same name with the longest common end of the path', () => {
    assert.deepEqual(suggested('marimo/tests/test_api.py'), ['tests/test_api.py', 'smoke/test_api.py']);
    assert.deepEqual(suggested('two/src/util.ts'), ['packages/two/util.ts', 'packages/one/util.ts']);
  });

  it('keeps the fragment', () => {
    assert.deepEqual(suggested('server/asgi.py#create_app'), ['marimo/_server/asgi.py#create_app']);
  });

  it('knows close spellings in the same folder, and other letter case elsewhere', () => {
    assert.deepEqual(suggested('tests/test_transports.py'), ['tests/test_transport.py']);
    assert.deepEqual(suggested('marimo/TOKENS.py'), ['marimo/_server/tokens.py']);
    assert.deepEqual(suggested('test/'), ['tests/']);
    assert.deepEqual(suggested('other/_server/'), ['marimo/_server/']);
  });

  it('reads a line number behind a colon', () => {
    assert.deepEqual(suggested('tests/test_api.py:12'), ['tests/test_api.py#L12']);
    assert.deepEqual(suggested('tests/test_api.py:12:3'), ['tests/test_api.py#L12']);
  });

  it('says nothing where nothing is alike', () => {
    assert.deepEqual(suggested('infra/nginx.conf'), []);
    assert.deepEqual(suggested('nowhere/*.py'), []);
  });

  it('of many files with one name offers only those that share a folder, and five at most', () => {
    const many = Array.from({ length: 40 }, (_, i) => `p${i}/__init__.py`);
    const packages = createFileIndex([
      ...many,
      ...many.map((path) => `lib/${path}`),
      'p7/core/x/__init__.py',
    ]);
    const locator = parseLocator('src/p7/core/__init__.py') as PathLocator;
    const resolution = resolvePath(locator, packages);
    assert.equal(resolution.kind, 'missing');
    const locators = resolution.kind === 'missing' ? resolution.similar.map((one) => one.locator) : [];
    assert.deepEqual(locators, ['p7/core/x/__init__.py', 'p7/__init__.py', 'lib/p7/__init__.py']);
  });
});
