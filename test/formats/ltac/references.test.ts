import assert from 'node:assert/strict';
import { readLtac } from '../../../src/formats/ltac/read-ltac.ts';
import { readWith } from '../reading.ts';

const read = (text: string) => readWith(readLtac, text);

describe('references of LTAC', () => {
  const table: [what: string, line: string, text: string, cited: string[], mentioned?: string[]][] = [
    ['a path', 'Kiln log (../kiln/log.md)', 'Kiln log', ['../kiln/log.md']],
    ['a folder', 'Kiln logs (logs/)', 'Kiln logs', ['logs/']],
    ['a name', 'Kiln plan (kiln.pdf)', 'Kiln plan', ['kiln.pdf']],
    ['a relative path with a rare ending', 'Build (../Kilnfile)', 'Build', ['../Kilnfile']],
    [
      'a URL',
      'Wiki (https://kiln.example.org/a_(b)?c=d,e)',
      'Wiki',
      ['https://kiln.example.org/a_(b)?c=d,e'],
    ],
    [
      'several',
      'Both (a/b.md, c/d.md; https://x.example.org)',
      'Both',
      ['a/b.md', 'c/d.md', 'https://x.example.org'],
    ],
    ['lines of a file', 'Loop (src/kiln.py:3-9)', 'Loop', ['src/kiln.py#L3-L9']],
    ['a path behind options', 'Kiln {assumed} (a/b.md)', 'Kiln', ['a/b.md']],
    ['a path before options', 'Kiln (a/b.md) {assumed}', 'Kiln', ['a/b.md']],
    ['a name with spaces', 'Kiln (kiln plan 2.pdf)', 'Kiln', [], ['kiln plan 2.pdf']],
    ['a folder or two words', 'Kiln (clay/glaze)', 'Kiln', [], ['clay/glaze']],
    ['nothing, so that parentheses are text', 'Hot (900 °C) ()', 'Hot (900 °C)', []],
    ['nothing in the middle', 'Hot (a/b.md) and cold', 'Hot (a/b.md) and cold', []],
    ['nothing in a call', 'It calls fire()', 'It calls fire()', []],
    ['an address of one computer, which is no evidence', 'Hot (file:///kiln)', 'Hot (file:///kiln)', []],
    ['an anchor, which is no evidence', 'Hot (#kiln)', 'Hot (#kiln)', []],
  ];
  for (const [what, line, text, cited, mentioned = []] of table) {
    it(`can name ${what}`, () => {
      const result = read(`- Claim A: a\n  - Evidence E: ${line}\n`);
      assert.equal(result.node('E').text, text);
      const links = result.case.evidence;
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
    const result = read('- Claim A: a\n  - Evidence E: e (  x/y.md ; z.md#L2 )\n');
    assert.deepEqual(
      result.case.evidence.map(({ range }) => result.textAt(range)),
      ['x/y.md', 'z.md#L2'],
    );
  });

  it('hang under the claim of their evidence, and were judged with both lines', () => {
    const result = read('- Claim A: a\n  - Claim B: b\n  - Evidence E: e (x.md)\n');
    const { parent, node, madeBy, hyperlink } = result.link('x.md');
    assert.deepEqual([parent, node, hyperlink], ['A', 'E', true]);
    assert.deepEqual(
      madeBy.map((range) => result.textAt(range)),
      ['- Claim A: a', '  - Evidence E: e (x.md)'],
    );
  });

  it('of other nodes hang under these', () => {
    const { parent, node, cited } = read('- Claim A: a (x.md)\n').link('x.md');
    assert.deepEqual([parent, node, cited], ['A', undefined, true]);
  });

  it('that are words are reported, and stay in the text', () => {
    const result = read('- Claim A: Kilns are hot {assumed} (as the potter says)\n');
    assert.deepEqual(result.marked, ['dubious-reference: (as the potter says)']);
    assert.equal(result.node('A').undeveloped, true);
  });
});
