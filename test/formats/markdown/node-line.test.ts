import assert from 'node:assert/strict';
import { readOne, read } from './support.ts';

/** The kind and text of the one node that a document of this line holds, or undefined if it holds none. */
function nodeOf(line: string): string | undefined {
  const node = read(line).cases[0]?.nodes[0];
  return node && `${node.id} ${node.kind}: ${node.text}`;
}

describe('a line that begins a node', () => {
  const lines: readonly (readonly [line: string, node: string])[] = [
    ['C1: Data stays secret.', 'C1 claim: Data stays secret.'],
    ['**C1:** *Data stays secret.*', 'C1 claim: Data stays secret.'],
    ['**C1**: Data stays secret.', 'C1 claim: Data stays secret.'],
    ['- **Claim C1.1:** Sessions expire.', 'C1.1 claim: Sessions expire.'],
    ['* Sub-Claim C2 — Sessions expire.', 'C2 claim: Sessions expire.'],
    ['> **C1:** Data stays secret.', 'C1 claim: Data stays secret.'],
    ['## Top-Level Claim (C1): Data stays secret', 'C1 claim: Data stays secret'],
    ['### 2.1 Claim C3 – Backups are encrypted', 'C3 claim: Backups are encrypted'],
    ['#### **1. Keys rotate (C2)**', 'C2 claim: Keys rotate'],
    ['## Sub-claim: keys rotate (C2)', 'C2 claim: keys rotate'],
    ['### Claim 4: Keys rotate', 'Claim 4 claim: Keys rotate'],
    ['Claim AC-12: Keys rotate', 'AC-12 claim: Keys rotate'],
    ['C\\-1 is no id, but this is. **Claim**', ''],
    ['**Strategy S1** - Argue over each interface', 'S1 strategy: Argue over each interface'],
    ['**Inference Rule (IR1):** If A, then B.', 'IR1 inference: If A, then B.'],
    ['**Undercut (UC1):** Unless A is faked.', 'UC1 undercut: Unless A is faked.'],
    ['UM1 (Undermine): Unless the log is stale.', 'UM1 undermine: Unless the log is stale.'],
    ['- R-3: Unless the key leaks.', 'R-3 rebuttal: Unless the key leaks.'],
    ['- [ ] **R3:** Unless the key leaks.', 'R3 rebuttal: Unless the key leaks.'],
    ['- Threat T2. A guest reads mail.', 'T2 threat: A guest reads mail.'],
    ['**G1:** The pump stops in time.', 'G1 claim: The pump stops in time.'],
    ['**Sn2:** Bench test', 'Sn2 evidence: Bench test'],
    ['**A1:** The clock is right.', 'A1 assumption: The clock is right.'],
    ['**J1:** The standard asks for it.', 'J1 justification: The standard asks for it.'],
    ['**CT1:** Runs on one host.', 'CT1 context: Runs on one host.'],
    ['**Context C4:** Runs on one host.', 'C4 context: Runs on one host.'],
  ];
  for (const [line, node] of lines) {
    if (node !== '') it(`is ${line}`, () => assert.equal(nodeOf(line), node));
    else it(`is not ${line}`, () => assert.equal(nodeOf(line), undefined));
  }
});

describe('a line that only looks like a node', () => {
  const lines = [
    'C2 is what the attacker wants.',
    '- A01: Broken Access Control',
    '- A10: SSRF - checked by a proxy',
    'TODO: write this down',
    '**Note:** nothing to see',
    'v1.2 - the first release',
    'RFC 5246: obsolete',
    'SHA256: 9f86d081',
    'TLS 1.2: still allowed',
    '- E501: line too long',
    '- **S3**: where the backups are',
    'The threat model 2: a retrospective',
    'Claim C1 is that data stays secret.',
    'as we saw in the\nC2: section above',
    '**C1.5x**2: no id',
    '    C1: an indented code block',
    '```\nC1: a fenced code block\n```',
  ];
  for (const line of lines) {
    it(`is ${JSON.stringify(line)}`, () => assert.equal(nodeOf(line), undefined));
  }

  it('is a number of a standard, below its heading', () => {
    assert.equal(nodeOf('## OWASP Top 10\n\n- A1: Injection\n- A2: Weak sessions\n'), undefined);
  });

  it('is an id that stands alone in a list', () => {
    assert.deepEqual(
      readOne('**C1:** Top\n\nSee also:\n\n- C7\n').nodes.map(({ id }) => id),
      ['C1'],
    );
  });
});

describe('what a node says', () => {
  const texts: readonly (readonly [document: string, text: string])[] = [
    ['**C1:**\n*On the next line.*', 'On the next line.'],
    ['**C1:**\n\nIn the next paragraph.', 'In the next paragraph.'],
    ['## Claim (C1)\n\n> In a quote below it.', 'In a quote below it.'],
    ['**C1:** wrapped by\n  the editor', 'wrapped by the editor'],
    ['- **C1:** ends here.  \n  *Evidence:* `a.ts`', 'ends here.'],
    ['**C1:** ends here. *Evidence:* `a.ts`', 'ends here.'],
    [
      '**C1:** with `code`, a [link](x.ts), an ![image](y.png) and &lt;b&gt;\\*',
      'with code, a link, an  and <b>*',
    ],
  ];
  for (const [document, text] of texts) {
    it(`of ${JSON.stringify(document)}`, () =>
      assert.equal(nodeOf(document), `C1 claim: ${text.replace(/\s+/g, ' ')}`));
  }
});

describe('the letters of an id', () => {
  it('mean what the heading above says', () => {
    assert.equal(nodeOf('## Requirements\n\n- R1: Passwords are hashed.'), 'R1 claim: Passwords are hashed.');
    assert.equal(nodeOf('## Rebuttals\n\n- R1: Unless it is MD5.'), 'R1 rebuttal: Unless it is MD5.');
    assert.equal(nodeOf('## Mitigations\n\n- M1: Hash passwords.'), 'M1 control: Hash passwords.');
    assert.equal(nodeOf('## Assets\n\n- A1: Passwords'), 'A1 asset: Passwords');
  });

  it('do not mean what a heading says that is a node itself', () => {
    const [, inner] = readOne('## Access controls hold (C1)\n\n- C2: Doors are shut.').nodes;
    assert.equal(inner?.kind, 'claim');
  });

  it('make C a context where goals are G, unless a keyword says that it is a claim', () => {
    const kinds = (text: string): string[] => readOne(text).nodes.map(({ id, kind }) => `${id} ${kind}`);
    assert.deepEqual(kinds('**G1:** Safe\n\n**C1:** On one host\n'), ['G1 claim', 'C1 context']);
    assert.deepEqual(kinds('**G1:** Safe\n\n- **Claim C1:** Really\n'), ['G1 claim', 'C1 claim']);
  });

  it('go on beyond 99 where the numbers began below ten', () => {
    assert.equal(readOne('**C9:** a\n\n**C100:** b\n').nodes.length, 2);
  });
});

describe('a keyword without an id', () => {
  it('makes a node whose id comes from its text', () => {
    const [node] = readOne('**Claim:** Data, in transit, stays secret.').nodes;
    assert.deepEqual([node?.id, node?.derived], ['data-in-transit-stays-secret', true]);
  });

  it('does so only with emphasis, and not where it heads ordinary paragraphs', () => {
    assert.equal(nodeOf('Claim: data stays secret'), undefined);
    assert.equal(nodeOf('**Context:** the year 2020'), undefined);
  });
});
