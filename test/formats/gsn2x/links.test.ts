import assert from 'node:assert/strict';
import { readGsn2x } from '../../../src/formats/gsn2x/read-gsn2x.ts';
import { readWith } from '../reading.ts';

const read = (text: string) => readWith(readGsn2x, text);

describe('places that gsn2x names', () => {
  const table: [what: string, solution: string, cited: string[], mentioned?: string[]][] = [
    ['a web address', 'url: https://a.example.org/b', ['https://a.example.org/b']],
    ['a path', 'url: ../logs/run.md', ['../logs/run.md']],
    ['a page that may be made', 'url: report.html', [], ['report.html']],
    ['nothing of the subject', 'url: file:///etc/motd', []],
    ['a link in the text', 'text: See [the log](logs/run.md) first', ['logs/run.md']],
    ['code in the text', 'text: See `logs/run.md`', ['logs/run.md']],
    ['an address in the text', 'text: See https://a.example.org/b.', ['https://a.example.org/b']],
    ['words that are a path', 'text: See logs/run.md.', [], ['logs/run.md']],
    ['words that may be one', 'text: Either and/or both', []],
    [
      'the same twice',
      'text: https://a.example.org/b\n  url: https://a.example.org/b',
      ['https://a.example.org/b'],
    ],
    ['a word that `url` cites', 'text: logs/run.md\n  url: logs/run.md', ['logs/run.md']],
    ['a layer', 'where: "`logs/run.md`"', ['logs/run.md']],
    ['a layer that is a list', 'where: [logs/run.md]', [], ['logs/run.md']],
  ];
  for (const [what, solution, cited, mentioned = []] of table) {
    it(`can be ${what}`, () => {
      const links = read(`G1: {text: a, supportedBy: Sn1}\nSn1:\n  ${solution}\n`).case.evidence;
      assert.deepEqual(
        links.filter((link) => link.cited).map(({ locator }) => locator),
        cited,
      );
      assert.deepEqual(
        links.filter((link) => !link.cited).map(({ locator }) => locator),
        mentioned,
      );
    });
  }

  it('are exactly where they are written', () => {
    const result = read('Sn1:\n  text: |\n    First `a/b.md`,\n    then (c/d.md).\n  url: "e/f.md"\n');
    assert.deepEqual(
      result.case.evidence.map(({ range }) => result.textAt(range)),
      ['a/b.md', 'c/d.md', 'e/f.md'],
    );
  });

  it('hang under the claim of their solution, and were judged with what both say', () => {
    const result = read('G1:\n  text: a\n  supportedBy: Sn1\n\nSn1:\n  text: b\n  level: 2\n  url: c/d.md\n');
    const { parent, node, madeBy, hyperlink } = result.link('c/d.md');
    assert.deepEqual([parent, node, hyperlink], ['G1', 'Sn1', true]);
    assert.deepEqual(
      madeBy.map((range) => result.textAt(range)),
      ['G1:\n  text: a', 'Sn1:\n  text: b', '  url: c/d.md'],
    );
  });

  it('are mentions of other elements, and no web addresses', () => {
    const result = read(
      'G1:\n  text: As `a/b.md` and https://a.example.org say\n  url: https://b.example.org\n',
    );
    assert.deepEqual(
      result.case.evidence.map(({ locator, cited, parent, node }) => [locator, cited, parent, node]),
      [['a/b.md', false, 'G1', undefined]],
    );
  });
});
