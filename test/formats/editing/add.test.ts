import assert from 'node:assert/strict';
import { type Addition, add } from '../../../src/formats/editing/add.ts';
import { applyEdits } from '../../../src/formats/editing/text-edit.ts';
import { READERS } from '../../../src/formats/readers.ts';
import type { CaseFormat } from '../../../src/model/case.ts';

type Table = readonly (readonly [what: string, format: CaseFormat, before: string, after: string])[];

/** A text after something was added below the node that is marked, as its id, with `¦`; or why it was not. */
function added(format: CaseFormat, marked: string, make: (key: string | undefined) => Addition): string {
  const [, id] = /¦([\w.-]+)/.exec(marked) ?? [];
  const text = marked.replace('¦', '');
  const read = (other: string) => READERS[format](other, { file: '/docs/case', stem: 'case' });
  const one = read(text).cases.find(({ nodes }) => id === undefined || nodes.some((node) => node.id === id))!;
  const key = one.nodes.find((node) => node.id === id)?.key;
  const result = add(text, one.id, make(key), read);
  return result.kind === 'edits' ? applyEdits(text, result.edits) : `REFUSED ${result.why}`;
}

const evidence =
  (locator: string) =>
  (to = ''): Addition => ({ is: 'evidence', to, locator });
const claim =
  (words: string) =>
  (below?: string): Addition => ({ is: 'claim', words, ...(below !== undefined && { below }) });

describe('evidence that is added', () => {
  const table: Table = [
    [
      'to a list',
      'yaml',
      'claims:\n  ¦C1:\n    text: A\n    evidence:\n      - a.py # one\n  C2: B\n',
      'claims:\n  C1:\n    text: A\n    evidence:\n      - a.py # one\n      - src/x.py#f\n  C2: B\n',
    ],
    [
      'to a list in brackets',
      'yaml',
      'claims:\n  ¦C1: {text: A, evidence: [a.py]}\n',
      'claims:\n  C1: {text: A, evidence: [a.py, src/x.py#f]}\n',
    ],
    [
      'to one place, which becomes a list',
      'yaml',
      'claims:\n  ¦C1:\n    text: A\n    evidence: a.py\n',
      'claims:\n  C1:\n    text: A\n    evidence: [a.py, src/x.py#f]\n',
    ],
    [
      'to evidence with ids',
      'yaml',
      'claims:\n  ¦C1:\n    text: A\n    evidence:\n      E1: a.py\n',
      'claims:\n  C1:\n    text: A\n    evidence:\n      E1: a.py\n      E2: src/x.py#f\n',
    ],
    [
      'to a claim that has none, before its claims',
      'yaml',
      'claims:\n  ¦C1:\n    text: A\n    claims:\n      C2: B\n',
      'claims:\n  C1:\n    text: A\n    evidence:\n      - src/x.py#f\n    claims:\n      C2: B\n',
    ],
    [
      'to a claim that is just its text',
      'yaml',
      'claims:\n  ¦C1: A # so\n  C2: B\n',
      'claims:\n  C1:\n    text: A # so\n    evidence:\n      - src/x.py#f\n  C2: B\n',
    ],
    [
      'to a rebuttal in brackets',
      'yaml',
      'claims:\n  C1: {text: A, rebuttals: {¦R1: "Unless, so"}}\n',
      'claims:\n  C1: {text: A, rebuttals: {R1: {text: "Unless, so", evidence: [src/x.py#f]}}}\n',
    ],
    [
      'behind a code span',
      'markdown',
      '# Case\n\n- **¦C1:** A\n  - Evidence: `a.py`, [b](b.py)\n- **C2:** B\n',
      '# Case\n\n- **C1:** A\n  - Evidence: `a.py`, [b](b.py), `src/x.py#f`\n- **C2:** B\n',
    ],
    [
      'behind the names of a path',
      'markdown',
      '# Case\n\n**¦C1:** A\n\nEvidence: `a.py` (`g`)\n',
      '# Case\n\n**C1:** A\n\nEvidence: `a.py` (`g`), `src/x.py#f`\n',
    ],
    [
      'as an item of a list',
      'markdown',
      '# Case\n\n## ¦C1: A\n\nEvidence:\n\n- `a.py`\n- `b.py`\n\n## C2: B\n',
      '# Case\n\n## C1: A\n\nEvidence:\n\n- `a.py`\n- `b.py`\n- `src/x.py#f`\n\n## C2: B\n',
    ],
    [
      'below a claim in a list, as the document labels it',
      'markdown',
      '# Case\n\n- **¦C1:** A\n- **C2:** B\n  - **Evidence:** `b.py`\n',
      '# Case\n\n- **C1:** A\n  - **Evidence:** `src/x.py#f`\n- **C2:** B\n  - **Evidence:** `b.py`\n',
    ],
    [
      'below a heading',
      'markdown',
      '# Case\n\n## ¦C1: A\n\n## C2: B\n',
      '# Case\n\n## C1: A\n\nEvidence: `src/x.py#f`\n\n## C2: B\n',
    ],
    [
      'in the column for it',
      'markdown',
      '| Claim | Owner | Evidence |\n|-|-|-|\n| ¦C1: A | | |\n| C2: B | Ada | `b.py` |\n',
      '| Claim | Owner | Evidence |\n|-|-|-|\n| C1: A | | `src/x.py#f` |\n| C2: B | Ada | `b.py` |\n',
    ],
    [
      'as a solution',
      'gsn2x',
      '¦G1:\n  text: A\n  supportedBy: [Sn1]\n\nSn1:\n  text: One\n  url: a.py\n',
      'G1:\n  text: A\n  supportedBy: [Sn1, Sn2]\n\nSn1:\n  text: One\n  url: a.py\n\nSn2:\n  text: f in x.py\n  url: src/x.py#f\n',
    ],
    [
      'as a line of LTAC',
      'ltac',
      '- Claim ¦C1: A\n  - Evidence E1: One (a.py)\n- Claim C2: B\n',
      '- Claim C1: A\n  - Evidence E1: One (a.py)\n  - Evidence E2: f in x.py (src/x.py#f)\n- Claim C2: B\n',
    ],
  ];
  for (const [what, format, before, after] of table)
    it(`goes ${what} (${format})`, () => assert.equal(added(format, before, evidence('src/x.py#f')), after));

  it('is quoted where it has to be', () => {
    assert.equal(
      added('yaml', 'claims:\n  ¦C1: {text: A, evidence: [a.py]}\n', evidence('src/[x], y.py')),
      'claims:\n  C1: {text: A, evidence: [a.py, "src/[x], y.py"]}\n',
    );
  });

  it('may have spaces and such in its path, in prose as well', () => {
    assert.equal(
      added('markdown', '# Case\n\n- **¦C1:** A\n', evidence("src/my (p)/it's.py#go")),
      "# Case\n\n- **C1:** A\n  - Evidence: `src/my (p)/it's.py#go`\n",
    );
  });

  it('is refused where it would not be read as evidence', () => {
    const text = '# Case\n\n- **¦C1:** A\n';
    assert.match(
      added('markdown', text, evidence('src/my: file.py')),
      /^REFUSED Warrant found no place in this file where src\/my: file\.py would be read as evidence of C1/,
    );
  });

  it('is refused where it is there, and where the notation is not written', () => {
    const text = 'claims:\n  ¦C1: {text: A, evidence: [a.py]}\n';
    assert.match(added('yaml', text, evidence('a.py')), /^REFUSED C1 rests on a\.py already/);
    assert.match(
      added('yaml', text, () => ({ is: 'evidence', to: 'C9', locator: 'b.py' })),
      /not in this file any more/,
    );
  });
});

describe('a claim that is added', () => {
  const table: Table = [
    [
      'to those that are there',
      'yaml',
      'claims:\n  ¦C1:\n    text: A\n    claims:\n      C2: B\n',
      'claims:\n  C1:\n    text: A\n    claims:\n      C2: B\n      C3: "So: it holds"\n',
    ],
    [
      'to one that is just its text',
      'yaml',
      'claims:\n  ¦C1: A\n',
      'claims:\n  C1:\n    text: A\n    claims:\n      C2: "So: it holds"\n',
    ],
    [
      'to the case',
      'yaml',
      'case: X\nclaims:\n  C1: A\n',
      'case: X\nclaims:\n  C1: A\n  C2: "So: it holds"\n',
    ],
    [
      'to a document',
      'markdown',
      '# Case\n\n- **Claim ¦C1:** A\n  - **Claim C2:** B\n',
      '# Case\n\n- **Claim C1:** A\n  - **Claim C2:** B\n  - **Claim C3:** So: it holds\n',
    ],
    [
      'as a goal',
      'gsn2x',
      '¦G1:\n  text: A\n  undeveloped: true\n',
      'G1:\n  text: A\n  undeveloped: true\n  supportedBy:\n    - G2\nG2:\n  text: "So: it holds"\n  undeveloped: true\n',
    ],
    ['as a line of LTAC', 'ltac', '- Claim ¦C1: A\n', '- Claim C1: A\n  - Claim C2: So: it holds\n'],
  ];
  for (const [what, format, before, after] of table)
    it(`goes ${what} (${format})`, () => assert.equal(added(format, before, claim('So: it  holds')), after));

  it('needs words', () => {
    assert.match(added('yaml', 'claims:\n  ¦C1: A\n', claim(' - ')), /^REFUSED A claim needs words/);
  });
});
