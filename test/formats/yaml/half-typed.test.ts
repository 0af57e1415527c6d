import assert from 'node:assert/strict';
import { EXAMPLE, read } from './reading.ts';

interface Example {
  readonly what: string;
  readonly text: string;
  /** Each finding, as its rule and the characters it marks. */
  readonly marked: readonly string[];
  /** All nodes, as `key: text`, and all locators. */
  readonly reads: readonly string[];
}

const EXAMPLES: readonly Example[] = [
  {
    what: 'a key without a colon at the end',
    text: 'claims:\n  C1:\n    text: foo\n    evid',
    marked: ['syntax: evid', 'unknown-key: evid'],
    reads: ['C1: foo'],
  },
  {
    what: 'a key without a colon in the middle',
    text: 'claims:\n  C1:\n    text: foo\n    evid\n    rebuttals:\n      R1: bar\n  C2: baz',
    marked: ['syntax: evid'],
    reads: ['C1: foo', 'R1: bar', 'C2: baz'],
  },
  {
    what: 'an id alone, as the first',
    text: 'claims:\n  C2',
    marked: ['wrong-type: C2'],
    reads: ['C2: '],
  },
  {
    what: 'an id alone, as the last',
    text: 'claims:\n  C1: foo\n  C2\n',
    marked: ['syntax: C2'],
    reads: ['C1: foo', 'C2: '],
  },
  {
    what: 'an id alone, in the middle',
    text: 'claims:\n  C1: foo\n  C2\n  C3: bar\n',
    marked: ['syntax: C2'],
    reads: ['C1: foo', 'C3: bar'],
  },
  {
    what: 'a list that is not closed at the end',
    text: 'claims:\n  C1:\n    text: foo\n    evidence: [src/a.ts, ',
    marked: ['syntax: ,'],
    reads: ['C1: foo', 'src/a.ts'],
  },
  {
    what: 'a list that is not closed in the middle',
    text: 'claims:\n  C1:\n    text: foo\n    evidence: [src/a.ts\n    rebuttals: {R1: bar}\n  C2: baz',
    marked: ['syntax: s'],
    reads: ['C1: foo', 'R1: bar', 'C2: baz', 'src/a.ts'],
  },
  {
    what: 'a map that is not closed',
    text: 'claims: {C1: foo, C2: bar',
    marked: ['syntax: r'],
    reads: ['C1: foo', 'C2: bar'],
  },
  {
    what: 'an empty list item',
    text: 'claims:\n  C1:\n    text: foo\n    evidence:\n      - src/a.ts\n      -\n  C2: bar',
    marked: ['missing-locator: '],
    reads: ['C1: foo', 'C2: bar', 'src/a.ts'],
  },
  {
    what: 'a quote that is never closed',
    text: 'claims:\n  C1: "foo: bar\n  C2: baz\n',
    marked: ['syntax: "foo: bar'],
    reads: ['C1: foo: bar', 'C2: baz'],
  },
  {
    what: 'a quote that only the next text closes',
    text: 'claims:\n  C1: "foo\n  C2: "bar"\n  C3: baz\n',
    marked: ['syntax: "foo'],
    reads: ['C1: foo', 'C2: bar', 'C3: baz'],
  },
  {
    what: 'text behind a closing quote',
    text: 'claims:\n  C1: "foo" bar\n  C2: baz\n',
    marked: ['syntax: "foo" bar'],
    reads: ['C1: "foo" bar', 'C2: baz'],
  },
  {
    what: 'a text that begins with a bracket',
    text: 'claims:\n  C1: [draft] foo\n  C2: bar\n',
    marked: ['syntax: [draft] foo'],
    reads: ['C1: [draft] foo', 'C2: bar'],
  },
  {
    what: 'a colon within a text',
    text: 'claims:\n  C1: Both ends: authenticated\n  C2: bar\n',
    marked: ['syntax: Both ends: authenticated'],
    reads: ['C1: Both ends: authenticated', 'C2: bar'],
  },
  {
    what: 'a colon without a space',
    text: 'claims:\n  C1:foo\n  C2: bar\n',
    marked: ['syntax: C1:foo'],
    reads: ['C2: bar'],
  },
  {
    what: 'a dash without a space',
    text: 'claims:\n  C1:\n    text: foo\n    evidence:\n      - a\n      -b\n  C2: bar\n',
    marked: ['syntax: -b'],
    reads: ['C1: foo', 'C2: bar', 'a'],
  },
  {
    what: 'keys below a text that stands on the line of its key',
    text: 'claims:\n  C1: Some text\n    evidence: [src/a.ts]\n    rebuttals: {R1: bar}\n  C2: baz\n',
    marked: ['syntax: Some text'],
    reads: ['C1: Some text', 'R1: bar', 'C2: baz', 'src/a.ts'],
  },
  {
    what: 'keys below a locator that stands on the line of its dash',
    text: 'claims:\n  C1:\n    text: foo\n    evidence:\n      - src/a.ts\n        expect: {passed: all}\n',
    marked: ['syntax: src/a.ts'],
    reads: ['C1: foo', 'src/a.ts'],
  },
  {
    what: 'a key that is not indented below its node',
    text: 'claims:\n  C1:\n    text: foo\n  evidence: [src/a.ts]\n  C2: bar\n',
    marked: ['misplaced-key: evidence'],
    reads: ['C1: foo', 'C2: bar'],
  },
  {
    what: 'a list among keys',
    text: 'claims:\n  C1:\n    text: foo\n    - src/a.ts\n    - src/b.ts\n    rebuttals: {R1: bar}\n',
    marked: ['syntax: - src/a.ts'],
    reads: ['C1: foo', 'R1: bar'],
  },
  {
    what: 'a list on the line of its key',
    text: 'claims:\n  C1:\n    evidence: - src/a.ts\n    text: foo\n',
    marked: ['syntax: -', 'syntax: src/a.ts'],
    reads: ['C1: foo'],
  },
  {
    what: 'a bracket too many',
    text: 'claims:\n  C1: foo\n}\n  C2: {text: bar}\n',
    marked: ['syntax: }'],
    reads: ['C1: foo', 'C2: bar'],
  },
  {
    what: 'a line that is indented less than the document',
    text: '  claims:\n    C1: foo\ncase: bar\nid: baz\n',
    marked: ['syntax: case'],
    reads: ['C1: foo'],
  },
  {
    what: 'tabs as indentation',
    text: 'claims:\n\tC1: foo\n\tC2:\n\t\ttext: bar\n\t\tevidence:\n\t\t\t- src/a.ts\n',
    marked: ['syntax: \t'],
    reads: ['C1: foo', 'C2: bar', 'src/a.ts'],
  },
  {
    what: 'a merge conflict',
    text: 'claims:\n<<<<<<< HEAD\n  C1: foo\n=======\n  C2: bar\n>>>>>>> other\n  C3: baz\n',
    marked: ['syntax: <<<<<<< HEAD'],
    reads: ['C1: foo', 'C2: bar', 'C3: baz'],
  },
  {
    what: 'an escape that means nothing',
    text: 'claims:\n  C1: "a\\qb"\n  C2: bar\n',
    marked: ['syntax: \\'],
    reads: ['C1: a\\qb', 'C2: bar'],
  },
  {
    what: 'a word that YAML takes for a tag',
    text: 'claims:\n  C1: !important foo\n  C2: bar\n',
    marked: ['syntax: !important'],
    reads: ['C1: foo', 'C2: bar'],
  },
];

describe('a half-typed YAML case', () => {
  for (const { what, text, marked, reads } of EXAMPLES) {
    it(`with ${what} has that reported, and the rest read`, () => {
      const result = read(text);
      assert.deepEqual(result.marked, marked);
      const { nodes, evidence } = result.case;
      assert.deepEqual(
        [...nodes.map((node) => `${node.key}: ${node.text}`), ...evidence.map(({ locator }) => locator)],
        reads,
      );
    });
  }

  it('says what to write in words of its own, not of the parser', () => {
    for (const { message } of EXAMPLES.flatMap(({ text }) => read(text).findings)) {
      assert.doesNotMatch(message, /not valid YAML|mapping|implicit|scalar|sequence/i);
    }
  });

  it('keeps the text and the places of what a repair uncovers', () => {
    const result = read('claims:\n  C1: Some text\n    evidence: [src/a.ts]\n');
    assert.equal(result.textAt(result.node('C1').textRange), 'Some text');
    assert.equal(result.textAt(result.link('src/a.ts').range), 'src/a.ts');
  });

  it('leaves valid YAML as it is, even if it looks like a mistake', () => {
    const result = read(
      'claims:\n  ? C1\n  : text: "a: b"\n    evidence:\n      - E1: >\n          a: b\n          c\n  C2: {"text": "[a] b"}\n',
    );
    assert.deepEqual(result.marked, []);
    assert.equal(result.node('C1').text, 'a: b');
    assert.equal(result.link('a: b c').node, 'E1');
    assert.equal(result.node('C2').text, '[a] b');
  });

  it('gives at every moment of typing at least the claims that are complete', () => {
    for (let end = 0; end <= EXAMPLE.length; end++) {
      const { cases, findings } = read(EXAMPLE.slice(0, end));
      const complete = EXAMPLE.slice(0, end).includes('stays confidential.\n');
      const texts = cases.flatMap(({ nodes }) => nodes.map(({ text }) => text));
      assert.ok(
        !complete || texts.includes('Data in transit between client and backend stays confidential.'),
        `cut at ${end}`,
      );
      assert.ok(cases.length > 0 || findings.length > 0, `cut at ${end}`);
    }
  });
});
