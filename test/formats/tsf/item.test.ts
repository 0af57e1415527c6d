import assert from 'node:assert/strict';
import { formatByContent } from '../../../src/formats/claim-files.ts';
import { readTsf } from '../../../src/formats/tsf/read-tsf.ts';
import { LineIndex } from '../../../src/model/text.ts';

function read(text: string, id = 'SAFE-1') {
  return readTsf(text, { file: `/w/items/${id}.md`, stem: id });
}

function nodeOf(text: string, id?: string) {
  return read(text, id).cases[0]!.nodes[0]!;
}

/** The links as `line: locator`, mentions in parentheses. */
function links(text: string): string[] {
  return read(text).cases[0]!.evidence.map(({ range, locator, cited }) => {
    const line = `${range.start.line + 1}: ${locator}`;
    return cited ? line : `(${line})`;
  });
}

function item(front: string, prose = 'It is safe.'): string {
  return `---\nnormative: true\n${front}---\n\n${prose}\n`;
}

describe('an item of a trudag project', () => {
  it('says its statement, without markup, where that stands', () => {
    const text = item(
      '',
      '# Safety\n\nIt is *safe* to\nrun, see [there](https://example.org).\n\nMore of it.',
    );
    const node = nodeOf(text);
    assert.equal(node.text, 'It is safe to run, see there.');
    assert.equal(node.idRange.start.line, 6);
    assert.equal(node.id, 'SAFE-1');
    assert.deepEqual(node.textRange.end, { line: 7, character: 38 });
  });

  it('takes a heading or a key for its statement where there is nothing else', () => {
    assert.equal(nodeOf(item('', '## It holds')).text, 'It holds');
    assert.equal(nodeOf(item('text: |\n  Said in\n  the front.\n', '')).text, 'Said in the front.');
  });

  const kinds: readonly (readonly [front: string, id: string, kind: string])[] = [
    ['normative: true', 'X-1', 'claim'],
    ['normative: false', 'X-1', 'context'],
    ['level: 1.1\nnormative: False', 'X-1', 'context'],
    ['normative: true', 'X-1_CONTEXT', 'context'],
    ['normative: true', 'AOU-7', 'assumption'],
  ];
  for (const [front, id, kind] of kinds) {
    it(`is ${kind} where ${id} says ${JSON.stringify(front)}`, () => {
      assert.equal(nodeOf(`---\n${front}\n---\nText.\n`, id).kind, kind);
    });
  }

  it('rests on its references, of whatever type', () => {
    const text = item(
      [
        'references:',
        '  - type: file',
        '    path: ./docs/plan.md',
        '  - {type: own_kind, path: "src/a b.c", name: run}',
        '  - type: website',
        '    url: https://example.org/report',
        '  - type: gitlab',
        '    url: https://example.org',
        '    path: not/here.md',
        '  - type: item',
        '    items: [SAFE-2]',
        '  - nonsense',
        '',
      ].join('\n'),
    );
    assert.deepEqual(links(text), [
      '5: docs/plan.md',
      '(6: src/a b.c#run)',
      '6: src/a b.c',
      '8: https://example.org/report',
      '10: https://example.org',
    ]);
    const [first, , second] = read(text).cases[0]!.evidence;
    const index = new LineIndex(text);
    assert.equal(
      text.slice(index.offset(first!.range.start), index.offset(first!.range.end)),
      './docs/plan.md',
    );
    assert.equal(text.slice(index.offset(second!.range.start), index.offset(second!.range.end)), 'src/a b.c');
    // Whoever edits the statement judges the evidence too.
    assert.deepEqual(
      first?.madeBy.map(({ start }) => start.line),
      [4, 16],
    );
  });

  it('rests on what its validator looks at, and mentions the validator', () => {
    const front = [
      'references:',
      '  - {type: file, path: docs/known.md}',
      'evidence:',
      '  type: check_tests',
      '  configuration:',
      '    known: ./docs/known.md',
      '    folders: [./src/tests, {deep: "tools/x.py"}]',
      '    names: [parser, "10"]',
      '    urls: ["https://example.org/a"]',
      '',
    ].join('\n');
    assert.deepEqual(links(item(front)), [
      '4: docs/known.md',
      '(6: .dotstop_extensions/validators.py#check_tests)',
      '(8: docs/known.md)',
      '9: src/tests',
      '9: tools/x.py',
      '11: https://example.org/a',
    ]);
  });

  it('mentions the paths of its prose', () => {
    const prose = 'See `src/run.py`, [the plan](docs/plan.md) and docs/list.md; `owner/name` may be one.';
    assert.deepEqual(links(item('', prose)), [
      '(5: src/run.py)',
      '(5: docs/plan.md)',
      '(5: owner/name)',
      '(5: docs/list.md)',
    ]);
  });

  const wrong: readonly (readonly [text: string, rule: string, said: string])[] = [
    ['Just a text.\n', 'not-an-item', 'Just a text.'],
    [item('', ''), 'missing-text', ''],
    [item('references: [\n'), 'syntax', 'It is safe.'],
    [item('references:\n  - &a {path: x.md}\n  - *a\n  - {path: *a}\n'), '', 'It is safe.'],
  ];
  for (const [text, rule, said] of wrong) {
    it(`is read in spite of ${rule || 'aliases'}`, () => {
      assert.equal(nodeOf(text).text, said);
      assert.deepEqual([...new Set(read(text).findings.map((finding) => finding.rule))], rule ? [rule] : []);
    });
  }

  it('is told from other Markdown by its front matter', () => {
    assert.equal(formatByContent('a.md', item('')), 'tsf');
    assert.equal(formatByContent('a.md', '---\ntitle: x\n---\nnormative: true\n'), 'markdown');
  });
});
