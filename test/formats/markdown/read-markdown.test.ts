import assert from 'node:assert/strict';
import { linksOf, nodesOf, read, readOne, textAt } from './support.ts';

/** A small case in the manner of course work: headings with trailing ids, lists of rebuttals and evidence. */
const DOCUMENT = `# Part 1: claims

## Assurance case: exports of Quill
**Focus:** what leaves the server, see \`docs/overview.md\`

### 1. Overview
Exports are written by \`export.py\`.

### 2. Top-Level Claim (C1)

**C1:** *No data leaves the server without permission.*

**In short:** the rule of \`quill/rules.py\` holds everywhere.

### 3. Argument

#### **1. Exports need permission (C2)**
Only people with the right to export can do so.

- **Rebuttal R2:** Unless the right is given to all.
- **Evidence:**
  - \`quill/export.py#may_export\`
  - \`tests/test_export.py\`

#### **2. Exports are recorded (C3)**
Each one leaves a line in \`var/audit.log\`.

- **Undermine UM1:** The test writes its own lines.
- **Evidence:** [the writer](quill/audit.py#L10-L20), \`./tests/test_audit.py:7\`.

#### **Reasoning**

**Inference Rule (IR1):**
If exports are allowed and recorded, none happens in secret.

**Undercut (UC1):**
Unless a screen is photographed.

### 4. Reflection
I learnt about \`rebuttals.md\`.

# Part 2: afterword

Thanks to \`everyone.md\`.
`;

describe('a case in Markdown', () => {
  it('has the nodes, each below the claim it is about', () => {
    assert.deepEqual(nodesOf(readOne(DOCUMENT)), [
      'C1 claim',
      'C2 claim < C1',
      'R2 rebuttal < C2',
      'C3 claim < C1',
      'UM1 undermine < C3',
      'IR1 inference < C1',
      'UC1 undercut < IR1',
    ]);
  });

  it('cites what stands below an evidence label, and mentions what stands in a node', () => {
    assert.deepEqual(linksOf(readOne(DOCUMENT)), [
      '(C1 docs/overview.md)',
      '(C1 export.py)',
      '(C1 quill/rules.py)',
      'C2 quill/export.py#may_export',
      'C2 tests/test_export.py',
      '(C3 var/audit.log)',
      'C3 quill/audit.py#L10-L20',
      'C3 tests/test_audit.py#L7',
      '(C1 rebuttals.md)',
      '(C1 everyone.md)',
    ]);
  });

  it('is called what its heading says, and by the stem of its file', () => {
    const one = readOne(DOCUMENT);
    assert.equal(one.id, 'case');
    assert.equal(one.title, 'Assurance case: exports of Quill');
    assert.equal(textAt(DOCUMENT, one.titleRange), one.title);
  });

  it('says where everything is written', () => {
    const { nodes, evidence } = readOne(DOCUMENT);
    for (const node of nodes) {
      assert.equal(textAt(DOCUMENT, node.idRange), node.id);
      assert.equal(textAt(DOCUMENT, node.textRange), node.text);
    }
    assert.deepEqual(
      evidence.filter(({ cited }) => cited).map(({ range }) => textAt(DOCUMENT, range)),
      [
        'quill/export.py#may_export',
        'tests/test_export.py',
        'quill/audit.py#L10-L20',
        './tests/test_audit.py:7',
      ],
    );
    assert.ok(textAt(DOCUMENT, nodes[1]!.range).startsWith('#### **1. Exports'));
    assert.ok(textAt(DOCUMENT, nodes[1]!.range).endsWith('`tests/test_export.py`'));
    assert.equal(textAt(DOCUMENT, nodes[2]!.range), '- **Rebuttal R2:** Unless the right is given to all.');
    assert.ok(textAt(DOCUMENT, nodes[0]!.range).endsWith('Unless a screen is photographed.'));
  });

  it('knows the lines that make a link', () => {
    const link = readOne(DOCUMENT).evidence.find(({ locator }) => locator === 'tests/test_export.py');
    assert.deepEqual(
      link?.madeBy.map((range) => textAt(DOCUMENT, range)),
      ['  - `tests/test_export.py`'],
    );
  });

  it('reads the same with other line endings and a byte order mark', () => {
    const expected = readOne(DOCUMENT);
    for (const ending of ['\r\n', '\r']) {
      const text = `\uFEFF${DOCUMENT.replaceAll('\n', ending)}`;
      const one = readOne(text);
      assert.deepEqual(nodesOf(one), nodesOf(expected));
      assert.deepEqual(linksOf(one), linksOf(expected));
      assert.deepEqual(
        one.nodes.map(({ idRange }) => textAt(text, idRange)),
        expected.nodes.map(({ id }) => id),
      );
    }
  });

  it('has findings of its own only where something is wrong', () => {
    assert.deepEqual(read(DOCUMENT).findings, []);
  });
});

describe('a document without a case', () => {
  it('that is empty says so', () => {
    for (const text of ['', '\uFEFF', ' \n\n']) {
      assert.deepEqual(
        read(text).findings.map(({ rule }) => rule),
        ['empty-case'],
      );
    }
  });

  it('that holds only prose says what was looked for', () => {
    const { cases, findings } = read('# Notes\n\nSee `src/a.ts`.\n');
    assert.deepEqual(cases, []);
    assert.deepEqual(
      findings.map(({ rule, severity }) => `${rule} ${severity}`),
      ['no-claims information'],
    );
    assert.match(findings[0]!.message, /\*\*C1:\*\*/);
  });
});

describe('ids', () => {
  it('that two nodes have are an error at the second, which gets a key of its own', () => {
    const text = '**C1:** Data stays secret.\n\n**C2:** Keys rotate.\n\n**C2:** Clocks are right.\n';
    const { cases, findings } = read(text);
    assert.deepEqual(
      cases[0]!.nodes.map(({ key, id }) => `${key} ${id}`),
      ['C1 C1', 'C2 C2', 'C2~2 C2'],
    );
    assert.equal(findings.length, 1);
    const [{ rule, severity, message, range, related }] = findings as [(typeof findings)[0]];
    assert.deepEqual([rule, severity, range.start.line], ['duplicate-id', 'error', 4]);
    assert.match(message, /line 3/);
    assert.equal(related?.[0]?.place.kind, 'claim-file');
  });

  it('may be named again: in a summary, in a heading over the statement, in an index', () => {
    const text = [
      '- **C1:** Keys rotate\n- **C2:** Clocks are right\n',
      '## C1: Keys rotate\n\n**C1:** All keys rotate every week.\n',
      '## C2: Clocks are right\n\nThey are.\n',
      '## Index\n\n| ID | Claim | Evidence |\n|-|-|-|\n| C1 | rotation | `ops/rotate.sh` |\n',
    ].join('\n');
    assert.deepEqual(read(text).findings, []);
    assert.deepEqual(
      readOne(text).nodes.map(({ id, text: says }) => `${id} ${says}`),
      ['C1 All keys rotate every week.', 'C2 Clocks are right'],
    );
    assert.deepEqual(linksOf(readOne(text)), ['C1 ops/rotate.sh']);
  });

  it('may entitle a heading whose statement stands elsewhere', () => {
    const text = '- **C1:** No mail is ever lost by us\n\n## C1: Keeping mail\n\nThere are copies.\n';
    assert.deepEqual(read(text).findings, []);
    assert.deepEqual(nodesOf(readOne(text)), ['C1 claim']);
  });

  it('of two kinds are two nodes, and a finding', () => {
    const text =
      '## Assumptions\n\n- **A1:** Disks fail alone\n\n## Assets\n\n| ID | Asset |\n|-|-|\n| A1 | Mail |\n';
    assert.deepEqual(
      read(text, 'threat-model.md').findings.map(({ rule }) => rule),
      ['duplicate-id'],
    );
  });

  it('are made from the heading too where two nodes say the same', () => {
    const text = '## Build\n\n**Claim:** Keys rotate\n\n## Mail\n\n**Claim:** Keys rotate\n';
    assert.deepEqual(
      readOne(text).nodes.map(({ key }) => key),
      ['keys-rotate', 'mail-keys-rotate'],
    );
  });

  it('are made from the text where there is none, and each is used once', () => {
    const text = '| Claim | Evidence |\n|-|-|\n| Keys rotate | `a.ts` |\n| Keys rotate | `b.ts` |\n';
    assert.deepEqual(
      readOne(text).nodes.map(({ key, derived }) => `${key} ${derived}`),
      ['keys-rotate true', 'keys-rotate-2 true'],
    );
  });
});
