import assert from 'node:assert/strict';
import { readTsf } from '../../../src/formats/tsf/read-tsf.ts';
import { LineIndex } from '../../../src/model/text.ts';

const FILE = '/w/.dotstop.dot';

function read(text: string) {
  return readTsf(text, { file: FILE, stem: 'dotstop' });
}

/** The nodes with what they hang under and, behind `+`, what else refers to them. */
function show(text: string): string[] {
  const [one] = read(text).cases;
  return (one?.nodes ?? []).map(({ id, parents }) => {
    const others = one!.references.filter(({ target }) => target === id).map(({ from }) => from);
    return [
      id,
      parents.length > 0 ? ` < ${parents.join()}` : '',
      others.length > 0 ? ` + ${others.join()}` : '',
    ].join('');
  });
}

describe('the graph of a trudag project', () => {
  const graphs: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'as trudag writes it',
      '# made by a tool\n\ndigraph G {\n"TOP" [sha="ab"];\n"LOW-1.1" [sha="cd"];\n"TOP" -> "LOW-1.1" [sha="ef"];\n}\n',
      ['TOP', 'LOW-1.1 < TOP'],
    ],
    ['one node under two', '"A"; "B"; "C"; "A" -> "C"; "B" -> "C";', ['A', 'B', 'C < A + B']],
    ['a chain, and names without quotes', 'digraph { a -> b -> c_1 }', ['a', 'b < a', 'c_1 < b']],
    ['a circle, which the graph of all cases breaks', '"A" -> "B"\n"B" -> "A"', ['A + B', 'B < A']],
    ['an arrow from a node to itself', '"A" -> "A"', ['A + A']],
    ['nodes that only arrows name', '"A" -> "B" [sha="x"]', ['A', 'B < A']],
    [
      'attributes of all, subgraphs, comments',
      'node [shape=box]; rankdir=LR; subgraph x { "A" /* "B" */ } // "C"',
      ['A'],
    ],
    [
      'quotes in quotes, and words of the language in quotes',
      '"say \\"hi\\"" -> "graph"',
      ['say "hi"', 'graph < say "hi"'],
    ],
  ];
  for (const [name, text, expected] of graphs) {
    it(`reads ${name}`, () => {
      assert.deepEqual(show(text), expected);
      assert.deepEqual(read(text).findings, []);
    });
  }

  it('asks for the item of each node, at its name', () => {
    const text = 'digraph G {\n"A-1" [sha="ab"];\n}';
    const [one] = read(text).cases;
    assert.deepEqual(one?.uses, [{ as: 'item', path: 'A-1', range: new LineIndex(text).range(13, 16) }]);
    assert.equal(one.nodes[0]?.range.end.character, '"A-1" [sha="ab"]'.length);
  });

  it('is called after the one claim at its top', () => {
    assert.equal(read('"A" -> "B"; "C"').cases[0]?.title, 'A');
    assert.equal(read('"A" -> "B"; "C" -> "B"').cases[0]?.title, 'Trustable graph');
  });

  it('tells context and assumptions of use by their ids', () => {
    const kinds = read('"X"; "X_CONTEXT"; "AOU-1"; "AOURA"').cases[0]?.nodes.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['claim', 'context', 'assumption', 'claim']);
  });

  const mistakes: readonly (readonly [text: string, nodes: readonly string[], message: RegExp])[] = [
    ['"A" ->\n}\n"B"', ['A', 'B'], /leads to nothing/],
    ['"A" [sha="x"\n', ['A'], /closing \] .* missing/],
    ['"A;\n"B"', ['A', 'B'], /closing " of A is missing/],
    ['<<<<<<< ours\n"A"', ['ours', 'A'], /no statement of a graph/],
    ['', [], /no items/],
  ];
  for (const [text, nodes, message] of mistakes) {
    it(`reads what it can of ${JSON.stringify(text)}, and says what is wrong`, () => {
      assert.deepEqual(
        show(text).map((line) => line.split(' ')[0]),
        nodes,
      );
      assert.match(
        read(text)
          .findings.map((finding) => finding.message)
          .join('\n'),
        message,
      );
    });
  }
});
