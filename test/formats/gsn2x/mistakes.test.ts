import assert from 'node:assert/strict';
import { readGsn2x } from '../../../src/formats/gsn2x/read-gsn2x.ts';
import { readWith } from '../reading.ts';

const read = (text: string) => readWith(readGsn2x, text);

describe('mistakes in gsn2x', () => {
  const table: [what: string, text: string, marked: string[], tree: string[]][] = [
    ['an unknown beginning of an id', 'X1: {text: a}', ['unknown-kind: X1'], ['claim X1']],
    ['a small letter', 'sn1: {text: a}', ['unknown-kind: sn1'], ['claim sn1']],
    [
      'an unknown type',
      'X1: {text: a, nodeType: Gaol}',
      ['unknown-kind: X1', 'unknown-kind: Gaol'],
      ['claim X1'],
    ],
    [
      'a type in small letters',
      'X1: {text: a, nodeType: solution}',
      ['unknown-kind: solution'],
      ['evidence X1'],
    ],
    ['an id twice', 'G1: {text: a}\nG1: {text: b}', ['duplicate-id: G1'], ['claim G1', 'claim G1~2']],
    ['a key twice', 'G1: {text: a, text: b}', ['duplicate-key: text'], ['claim G1']],
    ['no text', 'G1: {undeveloped: true}', ['missing-text: G1'], ['claim G1']],
    ['a text in place of keys', 'G1: a', ['wrong-type: a'], ['claim G1']],
    ['a list in place of keys', 'G1: [a]', ['wrong-type: [a]', 'missing-text: G1'].sort(), ['claim G1']],
    ['something else than elements', 'version: 2\nG1: {text: a}', ['unknown-key: version'], ['claim G1']],
    [
      'a list without brackets',
      'G1: {text: a, supportedBy: "G2, G3"}\nG2: {text: b}\nG3: {text: c}',
      ['wrong-type: G2, G3'],
      ['claim G1', 'claim G2 < G1', 'claim G3 < G1'],
    ],
    [
      'an id twice in a list',
      'G1: {text: a, supportedBy: [G2, G2]}\nG2: {text: b}',
      ['reference-repeated: G2'],
      ['claim G1', 'claim G2 < G1'],
    ],
    ['a misspelt key', 'G1: {text: a, suportedBy: G2}', ['unknown-key: suportedBy'], ['claim G1']],
    ['another case of a key', 'G1: {text: a, supported_by: G2}', ['unknown-key: supported_by'], ['claim G1']],
    ['a flag that is none', 'G1: {text: a, undeveloped: maybe}', ['wrong-type: maybe'], ['claim G1']],
    [
      'a claim point elsewhere',
      'G1: {text: a, acp: {P1: G1, P2: G2}}\nG2: {text: b}',
      ['unrelated: G2'],
      ['claim G1', 'claim G2'],
    ],
    [
      'a defeated relation elsewhere',
      'G1: {text: a, defeatedRelation: G2}\nG2: {text: b}',
      ['unrelated: G2'],
      ['claim G1', 'claim G2'],
    ],
    ['no elements', '- a', ['not-a-case: - a'], []],
    [
      'a development by nothing',
      'module: {extends: [{module: B, develops: {G9: [G8]}}]}\nG1: {text: a}',
      ['reference-unknown-node: G8'],
      ['claim G1'],
    ],
    [
      'a development of no module',
      'module: {extends: [{develops: {G9: [G1]}}]}\nG1: {text: a}',
      ['wrong-type: develops'],
      ['claim G1'],
    ],
    ['nothing', '', ['empty-case: '], []],
  ];
  for (const [what, text, marked, tree] of table) {
    it(`such as ${what} are reported, and the rest is read`, () => {
      const result = read(text);
      assert.deepEqual(result.marked.toSorted(), marked.toSorted());
      assert.deepEqual(result.tree, tree);
    });
  }

  it('are not the layers that authors add', () => {
    const text =
      'G1: {text: a, layer1: b, owner: c, test: d, level: 2, classes: [e], charWrap: 9, rankIncrement: 1}';
    assert.deepEqual(read(text).marked, []);
  });

  it('are answered with what was probably meant', () => {
    assert.match(read('G1: {text: a, suportedBy: G2}').findings[0]!.message, /Did you mean `supportedBy`\?/);
    assert.match(read('G1: {text: a, nodeType: Contxt}').findings[0]!.message, /Did you mean `Context`\?/);
    assert.equal(read('G1: {text: a, suportedBy: G2}').findings[0]!.severity, 'information');
  });
});
