import assert from 'node:assert/strict';
import { readPlaces } from '../../../src/formats/markdown/locators.ts';
import type { WrittenLink } from '../../../src/formats/markdown/links.ts';

/** What is read of a token, as `path#part|part likeness from-to`. */
function read(written: string, form: WrittenLink['form'] = 'code'): string {
  const link = { form, written, span: { start: 100, end: 100 + written.length }, verbatim: true };
  return readPlaces(link)
    .map(({ path, fragments, likeness, span }) => {
      const parts = fragments.length > 0 ? `#${fragments.join('|')}` : '';
      return `${path}${parts} ${likeness} ${span.start - 100}-${span.end - 100}`;
    })
    .join('; ');
}

describe('the places that a code span names', () => {
  const rows: readonly (readonly [what: string, written: string, places: string])[] = [
    ['a path', 'src/a.ts', 'src/a.ts path 0-8'],
    ['a path from here', './src/a.ts', 'src/a.ts path 0-10'],
    ['a path in quotes', '"src/a.ts"', 'src/a.ts path 1-9'],
    ['a path in curly quotes', '‘src/a.ts’', 'src/a.ts path 1-9'],
    ['a path with a comma behind', 'src/a.ts,', 'src/a.ts path 0-8'],
    ['an address', 'https://a.example/x', 'https://a.example/x url 0-19'],
    ['a symbol behind a hash', 'src/a.py#create_app', 'src/a.py#create_app path 0-19'],
    ['a symbol behind a colon', 'pkg/x.go:Func', 'pkg/x.go#Func path 0-13'],
    ['a call behind a colon', 'src/x.ts:Job.run()', 'src/x.ts#Job.run path 0-18'],
    ['a word behind the colon of settings', 'ci/jobs.yml:build', 'ci/jobs.yml path 0-17'],
    ['a symbol in parentheses', 'src/x.rs (parse, Lexer::next)', 'src/x.rs#parse|Lexer.next path 0-29'],
    ['a test as pytest names it', 'test/a.py::TestB::test_c', 'test/a.py#TestB.test_c path 0-24'],
    ['a test with parameters', 'test/a.py::test_b[x-1]', 'test/a.py#test_b path 0-22'],
    ['lines behind a hash', 'etc/x.conf#L10-L20', 'etc/x.conf#L10-L20 perhaps 0-18'],
    ['a line', 'src/a.ts:12', 'src/a.ts#L12 path 0-11'],
    ['a line and a column', 'src/a.ts:12:5', 'src/a.ts#L12 path 0-13'],
    ['lines', 'src/a.ts:12-20', 'src/a.ts#L12-L20 path 0-14'],
    ['several lines', 'src/a.ts:L3-L9,20', 'src/a.ts#L3-L9|L20 path 0-17'],
    ['lines in words', 'src/a.ts lines 3-9', 'src/a.ts#L3-L9 path 0-18'],
    ['a section of a document', 'GUIDE.md §4.1', 'GUIDE.md perhaps 0-13'],
    ['several paths', 'a/b.ts, c/d.ts:7', 'a/b.ts path 0-6; c/d.ts#L7 path 8-16'],
    ['a host with a port', 'localhost:8080', ''],
    ['an issue', 'o/r#12', ''],
    ['a hash with nothing behind', 'src/a.ts#', 'src/a.ts path 0-9'],
    ['an anchor', '#anchor', ''],
    ['a language', 'C#', ''],
    ['a command with a path in it', 'pytest tests/a.py', ''],
    ['a command with a pattern', 'go test ./internal/...', ''],
    ['a text', `${'a/'.repeat(600)}b.ts`, ''],
  ];
  for (const [what, written, places] of rows) {
    it(`are of ${what}`, () => assert.equal(read(written), places));
  }
});

describe('the place that a hyperlink names', () => {
  const rows: readonly (readonly [what: string, written: string, place: string])[] = [
    ['a file', '../a b.md#part', '../a b.md#part path 0-14'],
    ['a page that a site makes', 'guide/start', 'guide/start perhaps 0-11'],
    ['a page that is built', '../api/index.html', '../api/index.html perhaps 0-17'],
    ['a file, with what to show of it', 'a.md?plain=1#L3', 'a.md#L3 path 0-15'],
    ['a path from the root', '/docs/a.md', 'docs/a.md perhaps 0-10'],
    ['a path of another system', 'docs\\a.md', 'docs/a.md path 0-9'],
    ['an address with a space', 'https://a.example/x y', 'https://a.example/x%20y url 0-21'],
    ['nothing', '', ''],
    ['an anchor', '#part', ''],
    ['a home folder', '~/a.md', ''],
    ['a host', '//a.example/b.md', ''],
    ['mail', 'mailto:a@example.org', ''],
    ['an editor', 'vscode://x', ''],
  ];
  for (const [what, written, place] of rows) {
    it(`is of ${what}`, () => assert.equal(read(written, 'link'), place));
  }
});
