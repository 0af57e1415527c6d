import assert from 'node:assert/strict';
import { diffLines } from 'diff';
import fc from 'fast-check';
import { challenge } from '../../../src/formats/editing/challenge.ts';
import { applyEdits } from '../../../src/formats/editing/text-edit.ts';
import { READERS } from '../../../src/formats/readers.ts';
import type { ReadResult } from '../../../src/formats/format.ts';
import type { Case, CaseFormat } from '../../../src/model/case.ts';
import { anyText } from '../../support/some-case.ts';

const WORDS = 'Unless it rains.';

function attempt(format: CaseFormat, text: string, node: string, words = WORDS) {
  const read = (other: string) => READERS[format](other, { file: '/case', stem: 'case' });
  const result = challenge(text, { case: read(text).cases[0]!.id, node }, words, read);
  return result.kind === 'refused' ? result : { ...result, text: applyEdits(text, result.edits) };
}

/** The lines that a challenge adds (`+`) and takes away (`-`), blank ones left out. */
function difference(format: CaseFormat, text: string, node: string): string[] {
  const result = attempt(format, text, node);
  if (result.kind === 'refused') return [result.why];
  return diffLines(text, result.text, { stripTrailingCr: true }).flatMap(({ added, removed, value }) =>
    added || removed
      ? value
          .replace(/\n$/, '')
          .split('\n')
          .flatMap((line) => (line.trim() === '' ? [] : `${added ? '+' : '-'}${line}`))
      : [],
  );
}

/** Nothing in it could say which row is attacked. */
const NAMELESS_ROWS =
  '## Claims\n\n| Claim | Evidence |\n|-|-|\n| Mail is safe | `a.ts` |\n| Keys are safe | `b.ts` |\n';

describe('a challenge of a claim', () => {
  describe('in YAML', () => {
    const cases: readonly (readonly [what: string, text: string, node: string, lines: readonly string[]])[] =
      [
        [
          'goes before what supports the claim, behind the comment of the line above',
          'claims:\n  C1:\n    text: A   # why\n    # below\n    evidence: [a.ts]\n',
          'C1',
          ['+    rebuttals:', '+      R1: Unless it rains.'],
        ],
        [
          'goes behind the rebuttals that are there, with the next number',
          'claims:\n  C1:\n    rebuttals:\n      R2: x  # so\n    text: A\n',
          'C1',
          ['+      R3: Unless it rains.'],
        ],
        [
          'makes an object of a bare text, and keeps its comment',
          'claims:\n  C1: A   # why\n  C2: B\n',
          'C1',
          [
            '-  C1: A   # why',
            '+  C1:',
            '+    text: A   # why',
            '+    rebuttals:',
            '+      R1: Unless it rains.',
          ],
        ],
        [
          'makes an object of a text on several lines',
          'claims:\n    C1: >-\n        A\n\n        b\n    C2: B\n',
          'C1',
          [
            '-    C1: >-',
            '-        A',
            '+    C1:',
            '+        text: >-',
            '+            A',
            '-        b',
            '+            b',
            '+        rebuttals:',
            '+            R1: Unless it rains.',
          ],
        ],
        [
          'stays within brackets',
          'claims:\n  C1: {text: A, evidence: [a.ts]}\n',
          'C1',
          [
            '-  C1: {text: A, evidence: [a.ts]}',
            '+  C1: {text: A, evidence: [a.ts], rebuttals: {R1: Unless it rains.}}',
          ],
        ],
        [
          'joins rebuttals in brackets',
          'claims:\n  C1: {text: A, rebuttals: {R7: x}}\n',
          'C1',
          [
            '-  C1: {text: A, rebuttals: {R7: x}}',
            '+  C1: {text: A, rebuttals: {R7: x, R8: Unless it rains.}}',
          ],
        ],
        [
          'joins a list',
          'claims:\n- C1:\n    rebuttals:\n    - Unless x\n    - R4: y\n',
          'C1',
          ['+    - R5: Unless it rains.'],
        ],
        [
          'begins a claim of which nothing is said',
          'claims:\n  C1:\n  C2: B\n',
          'C1',
          ['+    rebuttals:', '+      R1: Unless it rains.'],
        ],
        [
          'stands alone at the end of a file without a last line end',
          'claims:\n  C1:\n    text: A',
          'C1',
          ['-    text: A', '+    text: A', '+    rebuttals:', '+      R1: Unless it rains.'],
        ],
        [
          'undermines evidence that is a node',
          'claims:\n  C1:\n    text: A\n    evidence:\n      - E1: a.ts#b   # here\n',
          'E1',
          [
            '-      - E1: a.ts#b   # here',
            '+      - E1:',
            '+          at: a.ts#b   # here',
            '+          undermines:',
            '+            UM1: Unless it rains.',
          ],
        ],
        [
          'takes no id that stands for something else',
          '# see R1\nclaims:\n  C1:\n    text: A\n',
          'C1',
          ['+    rebuttals:', '+      R2: Unless it rains.'],
        ],
      ];
    for (const [what, text, node, lines] of cases)
      it(what, () => assert.deepEqual(difference('yaml', text, node), lines));

    it('keeps line ends', () => {
      const result = attempt('yaml', 'claims:\r\n  C1:\r\n    text: A\r\n', 'C1');
      assert.ok(result.kind === 'edits');
      assert.equal(result.text.replaceAll('\r\n', '').includes('\n'), false);
      assert.match(result.text, /R1: Unless it rains\.\r\n$/);
    });

    it('quotes words that YAML would read otherwise, wherever they stand', () => {
      const texts = [
        'claims:\n  C1: A\n',
        'claims: {C1: A}\n',
        'claims: {C1: {text: A}}\n',
        'claims:\n- C1: A\n',
      ];
      fc.assert(
        fc.property(anyText, fc.constantFrom(...texts), (words, text) => {
          fc.pre(/[\p{L}\p{N}]/u.test(words));
          const result = attempt('yaml', text, 'C1', words);
          assert.ok(result.kind === 'edits', `${words} in ${text}`);
        }),
        { numRuns: 200 },
      );
    });
  });

  describe('in Markdown', () => {
    const cases: readonly (readonly [what: string, text: string, node: string, lines: readonly string[]])[] =
      [
        [
          'is an item below the item of the claim',
          '- **C1:** A\n  - Evidence: `a.ts`\n- **C2:** B\n',
          'C1',
          ['+  - **Rebuttal R1:** Unless it rains.'],
        ],
        [
          'is indented as lists of the document are',
          '* **C1:** A\n    * Evidence: `a.ts`\n* **C2:** B\n',
          'C2',
          ['+    * **Rebuttal R1:** Unless it rains.'],
        ],
        [
          'is written as the other rebuttals are',
          '- C1: A\n  - *R1* (Rebuttal) – Unless x\n- C2: B\n',
          'C2',
          ['+  - *R2* (Rebuttal) – Unless it rains.'],
        ],
        [
          'stands behind the other rebuttals of the claim',
          '- C1: A\n  - Rebuttal R1: Unless x\n  - Evidence: `a.ts`\n',
          'C1',
          ['+  - Rebuttal R2: Unless it rains.'],
        ],
        [
          'keeps a loose list loose',
          '1. **Claim C1:** A\n\n   Evidence: `a.ts`\n\n2. **Claim C2:** B\n',
          'C1',
          ['+   - **Rebuttal R1:** Unless it rains.'],
        ],
        [
          'stands in the section of the claim, before its sub-claims',
          '# T\n\n## C1: A\n\nWords.\n\n### C2: B\n',
          'C1',
          ['+- **Rebuttal R1:** Unless it rains.'],
        ],
        [
          'is a heading where rebuttals are',
          '# C1: A\n\n## C2: B\n\n### Rebuttal R1\n\nUnless x.\n\n## C3: C\n',
          'C3',
          ['+### Rebuttal R2', '+Unless it rains.'],
        ],
        [
          'follows a paragraph',
          '**Claim C1:** A.\nEvidence: `a.ts`\n\nMore.\n',
          'C1',
          ['+- **Rebuttal R1:** Unless it rains.'],
        ],
        [
          'of a row of a table is a row of a table',
          '| ID | Claim | Evidence |\n|-|-|-|\n| C1 | A | `a.ts` |\n| C2 | B | `b.ts` |\n\nWords.\n',
          'C1',
          ['+| ID | Attacks | Rebuttal |', '+| --- | --- | --- |', '+| R1 | C1 | Unless it rains. |'],
        ],
        [
          'has no id in a document whose nodes have none',
          '# Assurance case\n\n## Security Properties\n\n- Mail is safe\n- Keys are safe\n',
          'mail-is-safe',
          ['+  - **Rebuttal:** Unless it rains.'],
        ],
        [
          'joins the table of rebuttals',
          '- **C1:** A\n- **C2:** B\n\n| ID | Attacks | Rebuttal |\n|-|-|-|\n| R1 | C1 | Unless x |\n',
          'C2',
          ['+| R2 | C2 | Unless it rains. |'],
        ],
      ];
    for (const [what, text, node, lines] of cases)
      it(what, () => assert.deepEqual(difference('markdown', text, node), lines));

    it('takes other letters where R is a requirement', () => {
      const text = '## Requirements\n\n- R1: Mail is safe.\n  - Evidence: `a.ts`\n';
      const result = attempt('markdown', text, 'R1');
      assert.ok(result.kind === 'edits');
      assert.equal(result.challenge.id, 'RB1');
    });
  });

  it('in LTAC is a defeater right below the claim', () => {
    const text = '- Claim C1: A\n  - Claim C2: B {assumed}\n    - Evidence E1: x (a.ts)\n';
    assert.deepEqual(difference('ltac', text, 'C2'), ['+    - Claim R1: Unless it rains. {defeater}']);
    assert.deepEqual(difference('ltac', text, 'E1'), ['+      - Claim UM1: Unless it rains. {defeater}']);
  });

  it('in gsn2x is a counter goal behind the goal', () => {
    const text = 'G1:\n  text: A\n  supportedBy: [G2]\n\nG2:\n  text: B # so\n\nCtx:\n  text: c\n';
    const lines = ['+CG1:', '+  text: Unless it rains.', '+  challenges: G2'];
    assert.deepEqual(difference('gsn2x', text, 'G2'), lines);
  });

  it('of a drawing or an item of TSF is refused with what to do', () => {
    const tsf = 'digraph G {\n"A-1" [label="A"];\n"A-2";\n"A-1" -> "A-2";\n}\n';
    const result = attempt('tsf', tsf, 'A-1');
    assert.match(result.kind === 'refused' ? result.why : '', /convert the case to YAML/i);
  });

  it('needs words, and not too many', () => {
    for (const words of [' \n ', '```'])
      assert.equal(attempt('yaml', 'claims:\n  C1: A\n', 'C1', words).kind, 'refused');
    assert.equal(attempt('yaml', 'claims:\n  C1: A\n', 'C1', 'x'.repeat(2_001)).kind, 'refused');
  });

  it('is refused where it would be read as something else', () => {
    const result = attempt('markdown', '**Claim C1:** A\n**Evidence E1:** `a.ts`\n', 'E1');
    assert.match(result.kind === 'refused' ? result.why : '', /undermine of E1.*by hand/);
    const row = attempt('markdown', NAMELESS_ROWS, 'mail-is-safe');
    assert.match(row.kind === 'refused' ? row.why : '', /Give it an id/);
  });

  describe('is not written where the text that has it would say something else besides', () => {
    const text = 'claims:\n  C1: A\n  C2: {text: B, evidence: [a.ts]}\n';
    /** Reads, and tampers with what is read of a text that has the challenge. */
    const attemptWith = (tamper: (read: ReadResult) => ReadResult): string => {
      const read = (other: string): ReadResult => {
        const honest = READERS.yaml(other, { file: '/case', stem: 'case' });
        return other.includes(WORDS) ? tamper(honest) : honest;
      };
      return challenge(text, { case: 'case', node: 'C1' }, WORDS, read).kind;
    };
    const withCase = (change: (one: Case) => Case) => (read: ReadResult) => ({
      ...read,
      cases: read.cases.map(change),
    });

    it('which is so', () =>
      assert.equal(
        attemptWith((read) => read),
        'edits',
      ));
    const tampers: Readonly<Record<string, (read: ReadResult) => ReadResult>> = {
      'another claim': withCase((one) => ({
        ...one,
        nodes: one.nodes.map((node) => (node.id === 'C2' ? { ...node, text: 'C' } : node)),
      })),
      'a claim less': withCase((one) => ({ ...one, nodes: one.nodes.filter(({ id }) => id !== 'C2') })),
      'a link less': withCase((one) => ({ ...one, evidence: [] })),
      'another link': withCase((one) => ({
        ...one,
        evidence: one.evidence.map((link) => ({ ...link, parent: 'C1' })),
      })),
      'another title': withCase((one) => ({ ...one, title: 'T' })),
      'a case more': (read) => ({ ...read, cases: [...read.cases, ...read.cases] }),
      'a warning': (read) => ({
        ...read,
        findings: [
          { rule: 'x', severity: 'warning', message: 'x', file: '/case', range: read.cases[0]!.range },
        ],
      }),
      'another parent': withCase((one) => ({
        ...one,
        nodes: one.nodes.map((node) => (node.id === 'R1' ? { ...node, parents: ['C2'] } : node)),
      })),
      'another kind': withCase((one) => ({
        ...one,
        nodes: one.nodes.map((node) => (node.id === 'R1' ? { ...node, kind: 'claim' } : node)),
      })),
      'other words': withCase((one) => ({
        ...one,
        nodes: one.nodes.map((node) => (node.id === 'R1' ? { ...node, text: 'Unless it' } : node)),
      })),
    };
    for (const [what, tamper] of Object.entries(tampers))
      it(`as is ${what}`, () => assert.equal(attemptWith(tamper), 'refused'));
  });
});
