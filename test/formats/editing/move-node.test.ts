import assert from 'node:assert/strict';
import { diffLines } from 'diff';
import fc from 'fast-check';
import { moveNode } from '../../../src/formats/editing/move-node.ts';
import { applyEdits } from '../../../src/formats/editing/text-edit.ts';
import { READERS } from '../../../src/formats/readers.ts';
import type { Case, CaseFormat } from '../../../src/model/case.ts';

/** The text after a node, or a link by its locator, was moved; undefined where it cannot be. */
function moved(format: CaseFormat, text: string, what: string, to: string | undefined): string | undefined {
  const read = (other: string) => READERS[format](other, { file: '/case', stem: 'case' });
  const before = read(text);
  const one = before.cases[0]!;
  const node = one.nodes.find(({ id }) => id === what);
  const link = one.evidence.find(({ locator }) => locator === what);
  const target = to === undefined ? undefined : one.nodes.find(({ id }) => id === to)!.key;
  const edits = moveNode(
    text,
    before,
    { case: one.id, what: node ? { node: node.key } : { link: link!.key }, to: target },
    read,
  );
  return edits && applyEdits(text, edits);
}

/** The lines that a move adds (`+`) and takes away (`-`), blank ones left out. */
function difference(
  format: CaseFormat,
  text: string,
  what: string,
  to: string | undefined,
): readonly string[] {
  const after = moved(format, text, what, to);
  if (after === undefined) return ['refused'];
  return diffLines(text, after, { stripTrailingCr: true }).flatMap(({ added, removed, value }) =>
    added || removed
      ? value
          .replace(/\n$/, '')
          .split('\n')
          .flatMap((line) => (line.trim() === '' ? [] : `${added ? '+' : '-'}${line}`))
      : [],
  );
}

type Example = readonly [
  what: string,
  text: string,
  moved: string,
  to: string | undefined,
  lines: readonly string[],
];

const YAML: readonly Example[] = [
  [
    'takes an entry with its lines and comments below the same key of another claim',
    'claims:\n  C1:\n    text: A\n    claims:\n      # why\n      C3:   # so\n        text: C\n        evidence:\n          - c.ts  # x\n      C4: D\n  C2:\n    text: B\n    claims:\n      C5: E\n',
    'C3',
    'C2',
    [
      '-      # why',
      '-      C3:   # so',
      '-        text: C',
      '-        evidence:',
      '-          - c.ts  # x',
      '+      # why',
      '+      C3:   # so',
      '+        text: C',
      '+        evidence:',
      '+          - c.ts  # x',
    ],
  ],
  [
    'takes away the key that holds nothing more, and makes one where there is none',
    'claims:\n  C1:\n    text: A\n    claims:\n      C3: C\n  C2: B\n',
    'C3',
    'C2',
    ['+  C2:', '+    text: B', '-  C2: B'],
  ],
  [
    'moves up to the claim above its parent',
    'claims:\n  C1:\n    text: A\n    claims:\n      C2:\n        text: B\n        claims:\n          C3: C\n',
    'C3',
    'C1',
    ['-        claims:', '-          C3: C', '+      C3: C'],
  ],
  [
    'moves deeper, below a claim beside it',
    'claims:\n  C1:\n    text: A\n    claims:\n      C2: {text: B}\n      C3: C\n',
    'C3',
    'C2',
    ['-      C2: {text: B}', '-      C3: C', '+      C2: {text: B, claims: {C3: C}}'],
  ],
  [
    'keeps a text on several lines',
    'claims:\n  C1:\n    text: A\n    claims:\n      C3: >-\n        C\n        c\n  C2:\n    text: B\n    claims:\n        C4: D\n',
    'C3',
    'C2',
    [
      '-    claims:',
      '-      C3: >-',
      '-        C',
      '-        c',
      '+        C3: >-',
      '+          C',
      '+          c',
    ],
  ],
  [
    'moves within brackets, in any place of them',
    'claims: {C1: {text: A, claims: {C3: C, C4: D}}, C2: {text: B}}\n',
    'C3',
    'C2',
    [
      '-claims: {C1: {text: A, claims: {C3: C, C4: D}}, C2: {text: B}}',
      '+claims: {C1: {text: A, claims: {C4: D}}, C2: {text: B, claims: {C3: C}}}',
    ],
  ],
  [
    'moves the last of some within brackets, and the only one',
    'claims: {C1: {text: A, claims: {C3: C, C4: D}}, C2: {text: B, claims: {C5: E}}}\n',
    'C4',
    'C5',
    [
      '-claims: {C1: {text: A, claims: {C3: C, C4: D}}, C2: {text: B, claims: {C5: E}}}',
      '+claims: {C1: {text: A, claims: {C3: C}}, C2: {text: B, claims: {C5: {text: E, claims: {C4: D}}}}}',
    ],
  ],
  [
    'moves a rebuttal',
    'claims:\n  C1:\n    text: A\n    rebuttals: {R1: Unless it rains.}\n  C2:\n    text: B\n',
    'R1',
    'C2',
    ['-    rebuttals: {R1: Unless it rains.}', '+    rebuttals:', '+      R1: Unless it rains.'],
  ],
  [
    'moves an item of a list of evidence',
    'claims:\n  C1:\n    text: A\n    evidence:\n      - a.ts\n      - b.ts   # tests\n  C2:\n    text: B\n    evidence:\n      - c.ts\n',
    'b.ts',
    'C2',
    ['-      - b.ts   # tests', '+      - b.ts   # tests'],
  ],
  [
    'moves evidence with an id between lists and maps',
    'claims:\n  C1:\n    text: A\n    evidence:\n      - E1: a.ts\n      - b.ts\n  C2:\n    text: B\n    evidence:\n      E2: c.ts\n',
    'E1',
    'C2',
    ['-      - E1: a.ts', '+      E1: a.ts'],
  ],
  [
    'moves a locator out of brackets',
    'claims:\n  C1: {text: A, evidence: [a.ts, b.ts]}\n  C2:\n    text: B\n    evidence: [c.ts]\n',
    'a.ts',
    'C2',
    [
      '-  C1: {text: A, evidence: [a.ts, b.ts]}',
      '+  C1: {text: A, evidence: [b.ts]}',
      '-    evidence: [c.ts]',
      '+    evidence: [c.ts, a.ts]',
    ],
  ],
  [
    'moves a locator that stands alone behind its key',
    'claims:\n  C1:\n    text: A\n    evidence: a.ts\n  C2:\n    text: B\n',
    'a.ts',
    'C2',
    ['-    evidence: a.ts', '+    evidence:', '+      - a.ts'],
  ],
  [
    'moves to the top of the case',
    'claims:\n  C1:\n    text: A\n    claims:\n      C2: B\n',
    'C2',
    undefined,
    ['-    claims:', '-      C2: B', '+  C2: B'],
  ],
  [
    'is refused where a locator would have to have an id',
    'claims:\n  C1:\n    text: A\n    evidence: [a.ts]\n  C2:\n    text: B\n    evidence: {E2: c.ts}\n',
    'a.ts',
    'C2',
    ['refused'],
  ],
];

const MARKDOWN: readonly Example[] = [
  [
    'takes an item with what is below it to another item, indented as its items are',
    '# Case\n\n- **C1:** A\n  - **C3:** C\n    - Evidence: `c.ts`\n  - **C4:** D\n- **C2:** B\n  - **C5:** E\n',
    'C3',
    'C2',
    ['-  - **C3:** C', '-    - Evidence: `c.ts`', '+  - **C3:** C', '+    - Evidence: `c.ts`'],
  ],
  [
    'takes a section below another heading, its headings as deep as they then are',
    '# Case\n\n## C1: A\n\nWords.\n\n### C3: C\n\nMore.\n\n#### C6: F\n\n## C2: B\n\n### C5: E\n\nLast.\n',
    'C3',
    'C5',
    ['-### C3: C', '-More.', '-#### C6: F', '+#### C3: C', '+More.', '+##### C6: F'],
  ],
  [
    'takes an item into a section',
    '# Case\n\n## C1: A\n\n- **Rebuttal R1:** Unless it rains.\n\n## C2: B\n\nWords.\n',
    'R1',
    'C2',
    ['-- **Rebuttal R1:** Unless it rains.', '+- **Rebuttal R1:** Unless it rains.'],
  ],
  [
    'is refused for rows of tables',
    '# Case\n\n| Claim | Text |\n|-|-|\n| C1 | A |\n| C2 | B |\n',
    'C2',
    'C1',
    ['refused'],
  ],
  [
    'is refused where headings would be too deep',
    '# Case\n\n###### C1: A\n\n## C2: B\n',
    'C2',
    'C1',
    ['refused'],
  ],
];

describe('a move to another parent', () => {
  for (const [format, examples] of [
    ['yaml', YAML],
    ['markdown', MARKDOWN],
  ] as const) {
    describe(`in ${format}`, () => {
      for (const [what, text, node, to, lines] of examples)
        it(what, () => assert.deepEqual(difference(format, text, node, to), lines));

      it('keeps the line ends of the file', () => {
        const [, text, node, to] = examples[0]!;
        const after = moved(format, text.replaceAll('\n', '\r\n'), node, to);
        assert.equal(after?.replaceAll('\r\n', ''), moved(format, text, node, to)?.replaceAll('\n', ''));
        assert.ok(!after?.replaceAll('\r\n', '').includes('\n'));
      });
    });
  }

  it('is refused in notations whose edits are not written here', () =>
    assert.equal(moved('ltac', '- Claim C1: A\n  - Claim C2: B\n- Claim C3: D\n', 'C2', 'C3'), undefined));

  const TREE =
    'claims:\n  C1:\n    text: A\n    claims:\n      C3: C\n  C2:\n    text: B\n    supportedBy: [C4]\n    evidence: [b.ts]\n  C4: D\n';
  const ELSE: readonly (readonly [what: string, change: (one: Case) => Partial<Case>])[] = [
    ['a node', ({ nodes }) => ({ nodes: nodes.map((node) => ({ ...node, text: `${node.text}!` })) })],
    ['a link', ({ evidence }) => ({ evidence: evidence.map((link) => ({ ...link, cited: false })) })],
    ['a reference', () => ({ references: [] })],
    ['the title', () => ({ title: 'Another' })],
  ];
  for (const [what, change] of ELSE)
    it(`is refused where ${what} would be read otherwise`, () => {
      const read = (other: string) => READERS.yaml(other, { file: '/case', stem: 'case' });
      const move = { case: 'case', what: { node: 'C3' }, to: 'C2' };
      assert.ok(moveNode(TREE, read(TREE), move, read));
      const otherwise = (other: string) => {
        const result = read(other);
        return { ...result, cases: result.cases.map((one) => ({ ...one, ...change(one) })) };
      };
      assert.equal(moveNode(TREE, read(TREE), move, otherwise), undefined);
    });

  it('moves only what it is to move, in any tree', () => {
    const draft = fc.record({
      parent: fc.nat(1000),
      text: fc.constantFrom('Words.', '"e: f"', "'g'", '>-\n  a\n  b'),
    });
    fc.assert(
      fc.property(
        fc.array(draft, { minLength: 2, maxLength: 9 }),
        fc.nat(1000),
        fc.nat(1000),
        (drafts, a, b) => {
          const below = (at: number): number[] =>
            drafts.flatMap(({ parent }, i) => (i > 0 && parent % i === at ? [i] : []));
          const write = (at: number, indent: string): string => {
            const { text } = drafts[at]!;
            const deeper = `${indent}    `;
            const own = `${indent}C${at}:\n${indent}  text: ${text.replaceAll('\n', `\n${indent}  `)}\n`;
            const children = below(at).map((child) => write(child, deeper));
            return own + (children.length > 0 ? `${indent}  claims:\n${children.join('')}` : '');
          };
          const text = `claims:\n${write(0, '  ')}`;
          const [what, to] = [a % drafts.length, b % drafts.length];
          const isAbove = (one: number, other: number): boolean =>
            one === other || (other > 0 && isAbove(one, drafts[other]!.parent % other));
          const isPossible = !isAbove(what, to) && drafts[what]!.parent % (what || 1) !== to;
          const after = moved('yaml', text, `C${what}`, `C${to}`);
          if (!isPossible) return;
          const { nodes } = READERS.yaml(after!, { file: '/case', stem: 'case' }).cases[0]!;
          assert.deepEqual(nodes.find(({ id }) => id === `C${what}`)?.parents, [`C${to}`]);
          assert.equal(nodes.length, drafts.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
