import assert from 'node:assert/strict';
import { read, yaml } from './reading.ts';

describe('ranges of YAML scalars', () => {
  const locators: [style: string, text: string, locator: string, written?: string][] = [
    ['plain', 'evidence: [src/a.ts]', 'src/a.ts'],
    ['plain with a comment behind it', 'evidence:\n      - src/a.ts # why', 'src/a.ts'],
    ['single-quoted', "evidence:\n      - 'src/it''s.ts'", "src/it's.ts", "src/it''s.ts"],
    ['double-quoted', 'evidence:\n      - "src/a.ts"', 'src/a.ts'],
    ['double-quoted with an escape', 'evidence: ["src/\\u0061.ts"]', 'src/a.ts', 'src/\\u0061.ts'],
    ['quoted with spaces at its ends', "evidence: [' src/a b.ts ']", 'src/a b.ts'],
    ['a literal block', 'evidence:\n      - |\n        src/a.ts', 'src/a.ts'],
    ['a folded block', 'evidence:\n      - >-  # folded\n        src/a.ts', 'src/a.ts'],
    ['a map in a list', 'evidence:\n      - E1: src/a.ts', 'src/a.ts'],
    ['an object in a list', 'evidence: [{at: src/a.ts}]', 'src/a.ts'],
    ['an object below an id', 'evidence: {E1: {at: "src/a.ts"}}', 'src/a.ts'],
    ['a list in an object', 'evidence: [{at: [src/b.ts, src/a.ts]}]', 'src/a.ts'],
    ['behind an anchor', 'evidence:\n      - &here src/a.ts', 'src/a.ts'],
    ['with a hash', 'evidence: [src/a.ts#L1-L2]', 'src/a.ts#L1-L2'],
    ['over two lines', 'evidence:\n      - src/a\n        b.ts', 'src/a b.ts', 'src/a\n        b.ts'],
  ];
  for (const [style, text, locator, written] of locators) {
    it(`mark exactly the locator: ${style}`, () => {
      const result = read(`claims:\n  C1:\n    text: Holds.\n    ${text}\n`);
      assert.deepEqual(result.marked, []);
      assert.equal(result.textAt(result.link(locator).range), written ?? locator);
    });
  }

  const ids: [style: string, text: string, id: string][] = [
    ['plain', 'C1: Holds.', 'C1'],
    ['single-quoted', "'C1': Holds.", 'C1'],
    ['double-quoted', '"C 1": Holds.', 'C 1'],
    ['explicit', '? C1\n  : Holds.', 'C1'],
    ['in a list', '- C1: Holds.', 'C1'],
    ['in an object in a list', '- {text: Holds., id: C1}', 'C1'],
    ['like a boolean', 'no: Holds.', 'no'],
    ['like a number', '1.0: Holds.', '1.0'],
    ['like a hexadecimal number', '0x1F: Holds.', '0x1F'],
    ['like a date', '2020-01-01: Holds.', '2020-01-01'],
    ['like null', '~: Holds.', '~'],
  ];
  for (const [style, text, id] of ids) {
    it(`mark exactly the id, which is what is written: ${style}`, () => {
      const result = read(`claims:\n  ${text}\n`);
      assert.deepEqual(
        result.marked.filter((mark) => !mark.startsWith('yaml-coercion: ')),
        [],
      );
      const node = result.node(id);
      assert.equal(result.textAt(node.idRange), id);
      assert.equal(node.text, 'Holds.');
      assert.equal(node.derived, false);
    });
  }

  it('mark a text of several lines as it is written, and fold its white space', () => {
    const result = read(yaml`
      claims:
        C1: |
          Data stays
            confidential.
        C2: "Both ends
          are authenticated."
    `);
    assert.equal(result.node('C1').text, 'Data stays confidential.');
    assert.equal(result.textAt(result.node('C1').textRange), 'Data stays\n      confidential.');
    assert.equal(result.node('C2').text, 'Both ends are authenticated.');
    assert.equal(result.textAt(result.node('C2').textRange), 'Both ends\n    are authenticated.');
  });

  it('leave the comments behind a node out of it', () => {
    const result = read('claims:\n  C1:\n    text: Holds.\n  # about C2\n  C2: Too.\n# the end\n');
    assert.equal(result.textAt(result.node('C1').range), 'C1:\n    text: Holds.');
    assert.match(result.textAt(result.case.range), /^claims:[^]+C2: Too\.$/);
  });

  it('count CRLF and a byte order mark as the editor does', () => {
    const result = read('\uFEFFcase: Transit\r\nclaims:\r\n  C1: "Both\r\n    ends"\r\n');
    assert.equal(result.case.title, 'Transit');
    assert.deepEqual(result.case.titleRange.start, { line: 0, character: 7 });
    assert.equal(result.node('C1').text, 'Both ends');
    assert.deepEqual(result.node('C1').idRange.start, { line: 2, character: 2 });
  });

  it('count characters in UTF-16 units', () => {
    const result = read('claims: {C1: 🔒 is closed, C2: Too}\n');
    assert.equal(result.textAt(result.node('C2').idRange), 'C2');
    assert.equal(result.node('C2').idRange.start.character, 27);
  });
});
