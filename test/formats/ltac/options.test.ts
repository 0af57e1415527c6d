import assert from 'node:assert/strict';
import { readLtac } from '../../../src/formats/ltac/read-ltac.ts';
import { readWith } from '../reading.ts';

const read = (text: string) => readWith(readLtac, text);

describe('options of LTAC', () => {
  it('say that support is still needed', () => {
    const { status, undeveloped, text } = read('- Claim A: Bees fly {NeedsSupport}\n').node('A');
    assert.deepEqual(
      [status?.is, status?.word, undeveloped, text],
      ['gap', 'NeedsSupport', false, 'Bees fly'],
    );
  });

  for (const option of ['assumed', 'axiomatic', 'undeveloped']) {
    it(`say that nothing has to stand below: ${option}`, () => {
      const { undeveloped, kind } = read(`- Claim A: a {${option}}\n`).node('A');
      assert.deepEqual([undeveloped, kind], [true, 'claim']);
    });
  }

  it('say that a claim does not hold', () => {
    assert.equal(read('- Claim A: a {defeated, abstract}\n').node('A').defeated, true);
    assert.equal(read('- Claim A: a\n').node('A').defeated, undefined);
  });

  it('make a defeater of what stands below a claim, a strategy or evidence', () => {
    const text = [
      '- Claim A: a',
      '  - Claim R: r {defeater}',
      '  - Strategy S: s',
      '    - Claim U: u {defeater}',
      '    - Claim B: b',
      '      - Evidence E: e',
      '        - Evidence M: m {iscounter}',
    ];
    assert.deepEqual(
      read(text.join('\n')).tree.filter((line) => /^(?:rebuttal|under)/.test(line)),
      ['rebuttal R < A', 'undercut U < S', 'undermine M < E'],
    );
  });

  it('make a defeater of what stands below nothing, too', () => {
    const result = read('- Claim R: r {defeater}\n  - Claim B: b {defeater}\n');
    assert.deepEqual(result.tree, ['rebuttal R', 'rebuttal B < R']);
  });

  it('keep what supports a defeater from answering it', () => {
    const result = read('- Claim A: a\n  - Claim R: r {defeater}\n    - Evidence E: e (log.txt)\n');
    assert.deepEqual(result.tree, ['claim A', 'rebuttal R < A', 'rebuttal E < R']);
    assert.equal(result.link('log.txt').cited, false);
  });

  it('keep evidence of the argument from answering a defeater that uses it', () => {
    const text = '- Claim A: a\n  - Evidence E: e\n  - Relation R: {counter}\n    - Link E\n';
    const result = read(text);
    assert.deepEqual(result.tree, ['claim A', 'evidence E < A', 'rebuttal R < A']);
    assert.deepEqual(result.references, []);
    assert.deepEqual(result.marked, ['unrelated: E']);
  });

  it('can be about a relation, which is an inference rule', () => {
    const result = read('- Claim A: a\n  - Relation R: {defeated}\n    - Claim B: b\n');
    assert.deepEqual(result.tree, ['claim A', 'inference R < A', 'claim B < R']);
    assert.equal(result.node('R').defeated, true);
    assert.deepEqual(result.marked, []);
  });

  it('that are not known, or contradict one another, are reported', () => {
    assert.deepEqual(read('- Claim A: a {defeatd}\n').marked, ['unknown-option: defeatd']);
    assert.deepEqual(read('- Claim A: a {assumed, defeated}\n').marked, ['conflicting-options: defeated']);
  });

  for (const [line, text] of [
    ['is 72 {about 3 %}', 'is 72 {about 3 %}'],
    ['is {any} {}', 'is {any}'],
    ['is {any} thing', 'is {any} thing'],
  ] as const) {
    it(`are none in ${line}`, () => assert.equal(read(`- Claim A: ${line}\n`).node('A').text, text));
  }
});
