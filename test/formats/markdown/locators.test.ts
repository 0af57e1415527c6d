import assert from 'node:assert/strict';
import { readLocator } from '../../../src/formats/markdown/locators.ts';

function locate(written: string, form: 'code' | 'link' = 'code'): string | undefined {
  const link = { form, written, span: { start: 100, end: 100 + written.length }, verbatim: true };
  const found = readLocator(link);
  return found && `${found.locator} ${found.likeness} ${found.span.start - 100}-${found.span.end - 100}`;
}

describe('the locator that a code span writes', () => {
  const written: readonly (readonly [written: string, locator: string | undefined])[] = [
    ['src/a.ts', 'src/a.ts path 0-8'],
    ['src/a.py#create_app', 'src/a.py#create_app path 0-19'],
    ['x.conf#L10-L20', 'x.conf#L10-L20 path 0-14'],
    ['./src/a.ts', 'src/a.ts path 0-10'],
    ['"src/a.ts"', 'src/a.ts path 1-9'],
    ['‘src/a.ts’', 'src/a.ts path 1-9'],
    ['src/a.ts,', 'src/a.ts path 0-8'],
    ['src/a.ts:12', 'src/a.ts#L12 path 0-11'],
    ['src/a.ts:12:5', 'src/a.ts#L12 path 0-13'],
    ['src/a.ts:12-20', 'src/a.ts#L12-L20 path 0-14'],
    ['test/a.py::test_b', 'test/a.py#test_b path 0-17'],
    ['https://a.example/x', 'https://a.example/x url 0-19'],
    ['localhost:8080', undefined],
    ['o/r#12', undefined],
    ['src/a.ts#', undefined],
    ['#anchor', undefined],
    ['C#', undefined],
    [`${'a/'.repeat(600)}b.ts`, undefined],
  ];
  for (const [token, locator] of written) {
    it(`of ${token.slice(0, 30)}`, () => assert.equal(locate(token), locator));
  }
});

describe('the locator that a link writes', () => {
  it('is any relative destination', () => {
    assert.equal(locate('GOVERNANCE', 'link'), 'GOVERNANCE path 0-10');
    assert.equal(locate('../a b.md#part', 'link'), '../a b.md#part path 0-14');
  });

  it('is not an anchor, a route or another scheme', () => {
    for (const destination of ['', '#part', '/docs/a.md', '~/a.md', 'mailto:a@example.org', 'vscode://x']) {
      assert.equal(locate(destination, 'link'), undefined, destination);
    }
  });
});
