import assert from 'node:assert/strict';
import { readLtac } from '../../../src/formats/ltac/read-ltac.ts';
import { readWith } from '../reading.ts';

const read = (text: string) => readWith(readLtac, text);

describe('mistakes in LTAC', () => {
  const table: [what: string, text: string, marked: string[], tree: string[]][] = [
    ['a misspelt keyword', '- Cliam A: a', ['unknown-kind: Cliam'], ['claim A']],
    ['a keyword in small letters', '- evidence E: e', ['unknown-kind: evidence'], ['evidence E']],
    ['a word of GSN', '- Goal G: g', ['unknown-kind: Goal'], ['claim G']],
    [
      'a rebuttal',
      '- Claim A: a\n  - Rebuttal R: r',
      ['unknown-kind: Rebuttal'],
      ['claim A', 'rebuttal R < A'],
    ],
    ['an unknown keyword', '- Song S1: la', ['unknown-kind: Song'], ['claim S1']],
    ['no keyword', '- C1: a', ['unknown-kind: C1: a'], ['claim C1']],
    ['no dash', 'Claim A: a', ['syntax: C'], ['claim A']],
    ['another bullet', '* Claim A: a', ['syntax: *'], ['claim A']],
    ['no space behind the dash', '-Claim A: a', ['syntax: -'], ['claim A']],
    ['a dash alone', '- Claim A: a\n-\n', ['syntax: -'], ['claim A']],
    ['no colon', '- Claim A1 stays dry', ['syntax: A1'], ['claim A1']],
    ['no colon and no id', '- Claim tea stays dry', ['syntax: tea stays dry'], ['claim claim-tea-stays-dry']],
    ['no text', '- Claim A', ['missing-text: A'], ['claim A']],
    [
      'evidence that is a place',
      '- Claim A: a\n  - Evidence E: (log.txt)',
      [],
      ['claim A', 'evidence E < A'],
    ],
    ['a line that is none', '- Claim A: a\nand so on', ['syntax: and so on'], ['claim A']],
    [
      'three spaces',
      '- Claim A: a\n   - Claim B: b',
      ['indentation: - Claim B: b'],
      ['claim A', 'claim B < A'],
    ],
    [
      'a level too many',
      '- Claim A: a\n      - Claim B: b',
      ['indentation: - Claim B: b'],
      ['claim A', 'claim B < A'],
    ],
    ['an indented first line', '  - Claim A: a', ['indentation: - Claim A: a'], ['claim A']],
    [
      'four spaces all over',
      '- Claim A: a\n    - Claim B: b\n        - Claim C: c',
      ['indentation: - Claim B: b'],
      ['claim A', 'claim B < A', 'claim C < B'],
    ],
    ['a tab', '- Claim A: a\n\t- Claim B: b', [], ['claim A', 'claim B < A']],
    ['a citation at the top', '- Claim A: a\n- Claim ^A', ['misplaced-node: - Claim ^A'], ['claim A']],
    ['a link to nothing', '- Claim A: a\n  - Link', ['syntax: - Link'], ['claim A']],
    [
      'a citation of another kind',
      '- Claim A: a\n  - Strategy ^B\n- Claim B: b',
      ['citation-differs: - Strategy ^B'],
      ['claim A', 'claim B < A'],
    ],
    [
      'a citation with another text',
      '- Claim A: a\n  - Claim ^B: c\n- Claim B: b',
      ['citation-differs: c'],
      ['claim A', 'claim B < A'],
    ],
    [
      'one node twice below another',
      '- Claim A: a\n  - Claim B: b\n  - Link B',
      ['reference-repeated: B'],
      ['claim A', 'claim B < A'],
    ],
    [
      'a node below a citation',
      '- Claim A: a\n  - Claim ^B\n    - Evidence E: e\n- Claim B: b',
      ['misplaced-node: - Evidence E: e'],
      ['claim A', 'evidence E < B', 'claim B < A'],
    ],
    [
      'a node below a citation of nothing',
      '- Claim A: a\n  - Claim ^B\n    - Evidence E: e',
      ['misplaced-node: - Evidence E: e'],
      ['claim A', 'evidence E < A'],
    ],
  ];
  for (const [what, text, marked, tree] of table) {
    it(`such as ${what} are reported, and the rest is read`, () => {
      const result = read(text);
      assert.deepEqual(result.marked, marked);
      assert.deepEqual(result.tree, tree);
    });
  }

  it('are answered with what was probably meant', () => {
    assert.match(read('- Evidnce A: a').findings[0]!.message, /Write `Evidence`/);
    assert.match(read('- Claim A: a {axiomatc}').findings[0]!.message, /Did you mean `axiomatic`\?/);
  });
});
