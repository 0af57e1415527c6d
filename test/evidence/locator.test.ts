import assert from 'node:assert/strict';
import { formatLocator, parseLocator } from '../../src/evidence/locator.ts';

describe('parseLocator', () => {
  const paths: [text: string, path: string, form: string, fragment?: object][] = [
    ['infra/nginx.conf', 'infra/nginx.conf', 'file'],
    ['  a.py ', 'a.py', 'file'],
    ['Makefile', 'Makefile', 'file'],
    ['./a//b/../c.py', 'a/c.py', 'file'],
    ['src/', 'src', 'folder'],
    ['.', '', 'folder'],
    ['src/..', '', 'folder'],
    ['src/**', 'src/**', 'glob'],
    ['src/*/', 'src/*/**', 'glob'],
    ['src/*.{ts,tsx}', 'src/*.{ts,tsx}', 'glob'],
    ['app/[id].tsx', 'app/[id].tsx', 'glob'],
    ['app/(auth)/my page.tsx', 'app/(auth)/my page.tsx', 'file'],
    ['a.py#L10', 'a.py', 'file', { kind: 'lines', start: 10, end: 10 }],
    ['a.py#L10-L20', 'a.py', 'file', { kind: 'lines', start: 10, end: 20 }],
    ['a.py#L10-20', 'a.py', 'file', { kind: 'lines', start: 10, end: 20 }],
    ['a.py#L3C2-L9C1', 'a.py', 'file', { kind: 'lines', start: 3, end: 9 }],
    ['README.md#L3', 'README.md', 'file', { kind: 'lines', start: 3, end: 3 }],
    ['a.py#Class.method', 'a.py', 'file', { kind: 'symbol', name: 'Class.method' }],
    ['a.ts#rejects TLS 1.1', 'a.ts', 'file', { kind: 'symbol', name: 'rejects TLS 1.1' }],
    ['a.ts#Class.#secret', 'a.ts', 'file', { kind: 'symbol', name: 'Class.#secret' }],
    ['a.ts#L10n', 'a.ts', 'file', { kind: 'symbol', name: 'L10n' }],
    ['a.go#Generate', 'a.go', 'file', { kind: 'symbol', name: 'Generate' }],
    ['a.conf#region:tls', 'a.conf', 'file', { kind: 'region', name: 'tls' }],
    ['package.json#/scripts/test', 'package.json', 'file', { kind: 'pointer', pointer: '/scripts/test' }],
    ['docs/x.md#threat-model', 'docs/x.md', 'file', { kind: 'heading', slug: 'threat-model' }],
    ['app/[id].tsx#Page', 'app/[id].tsx', 'glob', { kind: 'symbol', name: 'Page' }],
  ];
  for (const [text, path, form, fragment] of paths) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const expected = fragment ? { kind: 'path', path, form, fragment } : { kind: 'path', path, form };
      assert.deepEqual(parseLocator(text), expected);
    });
  }

  for (const url of ['https://example.org/a#b', 'HTTP://x', 'ssh://h/p', 'mailto:a@b.c', 'urn:x:y']) {
    it(`takes ${url} for an address`, () => assert.deepEqual(parseLocator(url), { kind: 'url', url }));
  }

  const outside = [
    '/etc/passwd',
    '//server/share',
    '../x.py',
    '../../etc/passwd',
    'a/../../x',
    '..',
    'C:/x',
    'c:\\x',
    'C:x',
    '\\\\server\\share',
    '\\x',
    '..\\..\\etc\\passwd',
    'a\\..\\..\\x',
    'file:///etc/passwd',
    'FILE:x',
    '~/x',
    '~root/x',
    '../*.ts#L1',
  ];
  for (const text of outside) {
    it(`keeps out ${text}`, () => assert.equal(parseLocator(text).kind, 'outside'));
  }

  const invalid: [text: string, why: RegExp][] = [
    ['', /empty/],
    ['   ', /empty/],
    ['a\0b', /control character/],
    ['a\nb', /control character/],
    ['a\u202egnp.exe', /control character/],
    ['#', /before the "#"/],
    ['#main', /before the "#"/],
    ['a.py#', /nothing follows/],
    ['a.py#L0', /counted from 1/],
    ['a.py#L20-L10', /smaller number first/],
    ['a.py#L10-x', /#L10-L20/],
    [`a.py#L${'9'.repeat(30)}`, /so many lines/],
    ['a.py#region:', /region has no name/],
    ['package.json#scripts', /#\/scripts/],
    ['src/#main', /single file/],
    ['src/*.ts#main', /single file/],
    ['src\\a.py', /write "\/"/],
    ['src/*/../x', /"\.\."/],
    ['a/*x*x*x*x*', /too many "\*"/],
    ['a/{**,*x*}*x*x*', /too many "\*"/],
    ['{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}', /too many "\{/],
    ['x'.repeat(5000), /longer than/],
  ];
  for (const [text, why] of invalid) {
    it(`refuses ${JSON.stringify(text.slice(0, 40))}`, () => {
      const locator = parseLocator(text);
      assert.equal(locator.kind, 'invalid');
      assert.match(locator.kind === 'invalid' ? locator.why : '', why);
    });
  }

  it('starts `./` and `../` at the folder of the document, where it is told one', () => {
    const read = (text: string): string =>
      formatLocator(parseLocator(text, { documentFolder: 'docs/security' }));
    assert.equal(read('../../src/a.py#f'), 'src/a.py#f');
    assert.equal(read('./b.md'), 'docs/security/b.md');
    assert.equal(read('src/a.py'), 'src/a.py');
    assert.equal(parseLocator('../../../a', { documentFolder: 'docs/security' }).kind, 'outside');
  });
});

describe('formatLocator', () => {
  const usual: [text: string, formatted: string][] = [
    ['./a/b.py', 'a/b.py'],
    ['a/b/', 'a/b/'],
    ['.', './'],
    ['a/**', 'a/**'],
    ['a.py#L7-L7', 'a.py#L7'],
    ['a.py#L7-9', 'a.py#L7-L9'],
    ['a.py#A.b', 'a.py#A.b'],
    ['a.py#region:x', 'a.py#region:x'],
    ['a.json#/x/0', 'a.json#/x/0'],
    ['a.md#x-y', 'a.md#x-y'],
    ['https://x.org/', 'https://x.org/'],
    ['/etc', '/etc'],
    ['a\\b', 'a\\b'],
  ];
  for (const [text, formatted] of usual) {
    it(`writes ${text} as ${formatted}`, () => {
      const once = formatLocator(parseLocator(text));
      assert.equal(once, formatted);
      assert.equal(formatLocator(parseLocator(once)), formatted);
    });
  }
});
