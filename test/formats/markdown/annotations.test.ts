import assert from 'node:assert/strict';
import type { CaseNode } from '../../../src/model/case.ts';
import { acceptanceIn } from '../../../src/formats/markdown/acceptances.ts';
import { requirementsIn } from '../../../src/formats/markdown/requirement-tokens.ts';
import { readOne, textAt } from './support.ts';

function firstOf(text: string): CaseNode {
  return readOne(text).nodes[0]!;
}

describe('the status of a node', () => {
  const statuses: readonly (readonly [text: string, status: string])[] = [
    ['**C1:** Keys rotate (planned)', 'proposed planned'],
    ['**C1:** Keys rotate *Proposed*', 'proposed Proposed'],
    ['## C1: Keys rotate [gap]', 'gap gap'],
    ['**C1:** Keys rotate – does not exist yet', 'gap does not exist yet'],
    ['## C1: Keys rotate\n\n**Status:** in progress since spring', 'proposed in progress'],
    ['| ID | Claim | Status |\n|-|-|-|\n| C1 | Keys rotate | Not implemented |', 'gap Not implemented'],
    ['| ID | Claim | Evidence |\n|-|-|-|\n| C1 | Keys rotate | none yet |', 'gap none yet'],
    ['**C1:** Keys rotate (daily)', 'none'],
    ['**C1:** Keys rotate (planned by the team)', 'none'],
    ['**C1:** There is no gap between them', 'none'],
    ['**C1:** The planned outage is announced', 'none'],
    ['## C1: Keys rotate\n\n**Status:** done', 'none'],
  ];
  for (const [text, status] of statuses) {
    it(`of ${JSON.stringify(text)} is ${status}`, () => {
      const node = firstOf(text);
      assert.equal(node.status ? `${node.status.is} ${node.status.word}` : 'none', status);
      assert.equal(node.undeveloped, false);
    });
  }

  it('is where the word stands', () => {
    const text = '**C1:** Keys rotate (planned)\n';
    assert.equal(textAt(text, firstOf(text).status!.range), 'planned');
  });

  it('may be that it is meant to be undeveloped', () => {
    const node = firstOf('**C1:** Keys rotate (undeveloped)');
    assert.deepEqual([node.undeveloped, node.status], [true, undefined]);
  });
});

describe('a residual risk that somebody accepts', () => {
  const sentences: readonly (readonly [text: string, expected: ReturnType<typeof acceptanceIn>])[] = [
    ['Risk accepted by Ada until 2030-01-31.', { by: 'Ada', until: '2030-01-31' }],
    ['Accepted by the board, because it is small.', { by: 'the board', why: 'it is small' }],
    ['It is accepted.', undefined],
  ];
  for (const [text, expected] of sentences) {
    it(text, () => assert.deepEqual(acceptanceIn(text), expected));
  }

  it('is told in its text, by labels or by columns', () => {
    const accepted = ({ accepted: words }: CaseNode): unknown => [words?.by, words?.until, words?.why];
    const told =
      '# Threat model\n\n## Residual risks\n\n- One host; accepted by Ada until 2030-01-31 because we are few\n';
    assert.deepEqual(accepted(firstOf(told)), ['Ada', '2030-01-31', 'we are few']);
    const labels =
      '# Threat model\n\n## Residual risks\n\n### One host\n\n- **Accepted by:** Ada\n- **Until:** 2030-01-31\n';
    assert.deepEqual(accepted(firstOf(labels)), ['Ada', '2030-01-31', undefined]);
    const table =
      '# Threat model\n\n## Residual risks\n\n| Risk | Accepted by | Until |\n|-|-|-|\n| One host | Ada | 2030-01-31 |\n';
    assert.deepEqual(accepted(firstOf(table)), ['Ada', '2030-01-31', undefined]);
  });

  it('is not a claim', () => {
    assert.equal(firstOf('**C1:** All terms are accepted by Ada.').accepted, undefined);
  });
});

describe('the requirements that a text names', () => {
  const texts: readonly (readonly [text: string, names: readonly string[]])[] = [
    ['No injection (OWASP-2021:A03)', ['OWASP-2021:A03']],
    ['A03:2021 Injection, OWASP 2021 A01', ['OWASP-2021:A03', 'OWASP-2021:A01']],
    ['as ASVS-4.0:2.1.1 and ISO-27001:8.25 ask', ['ASVS-4.0:2.1.1', 'ISO-27001:8.25']],
    ['A03 alone, CWE-79, SHA-256:ab12 and 10:30', []],
  ];
  for (const [text, names] of texts) {
    it(`in ${text}`, () =>
      assert.deepEqual(
        requirementsIn(text).map(({ requirement }) => requirement),
        names,
      ));
  }

  it('are satisfied by the claim or control that names them', () => {
    const satisfies = (text: string): string[] =>
      readOne(text).nodes.flatMap(({ kind, satisfies: all }) =>
        all.map(({ requirement }) => `${kind} ${requirement}`),
      );
    assert.deepEqual(satisfies('**C1:** No injection (OWASP-2021:A03)'), ['claim OWASP-2021:A03']);
    assert.deepEqual(satisfies('## C1: No injection\n\n**Satisfies:** OWASP-2021:A03, ASVS-4.0:5\n'), [
      'claim OWASP-2021:A03',
      'claim ASVS-4.0:5',
    ]);
    assert.deepEqual(
      satisfies(
        '# Threat model\n\n| Weakness | Mitigation |\n|-|-|\n| A03:2021 Injection | All input is escaped |\n',
      ),
      ['control OWASP-2021:A03'],
    );
  });
});

describe('the rows of a standard', () => {
  const rows = (heading: string, ...items: string[]): string[] =>
    readOne(
      `# Security analysis\n\n## ${heading}\n\n${items.map((item) => `- ${item}\n`).join('')}`,
    ).nodes.map(({ kind, key, satisfies }) => `${kind} ${key} ${satisfies.length}`);
  const table = (heading: string, ...cells: string[]): string[] =>
    readOne(
      `# Threat model\n\n## ${heading}\n\n| ID | Risk | Mitigation |\n|-|-|-|\n${cells.map((row) => `| ${row} |\n`).join('')}`,
    ).nodes.flatMap(({ kind, satisfies }) => satisfies.map(({ requirement }) => `${kind} ${requirement}`));

  it('are threats, which satisfy nothing', () => {
    assert.deepEqual(rows('OWASP Top 10', 'A01: Broken Access Control – roles', 'A10: SSRF – a list'), [
      'threat a01-broken-access-control-roles 0',
      'threat a10-ssrf-a-list 0',
    ]);
    assert.deepEqual(rows('CWE Top 25', 'CWE-79: scripts in pages – escaped', 'See below'), [
      'threat cwe-79-scripts-in-pages-escaped 0',
    ]);
    assert.throws(() => rows('Notes', 'CWE-79: scripts in pages – escaped'), /got 0/);
  });

  it('tell its edition by their titles, where neither heading nor row gives the year', () => {
    assert.deepEqual(
      table('OWASP Top Ten', 'A01 | Broken Access Control | Roles', 'A03 | Supply Chain | Pins'),
      ['control OWASP-2025:A01', 'control OWASP-2025:A03'],
    );
    assert.deepEqual(table('OWASP Top Ten', 'A01 | Broken Access Control | Roles'), []);
  });

  it('may be those of a table, whose controls then satisfy them', () => {
    const { nodes } = readOne(
      '# Threat model\n\n## OWASP Top 10 2021\n\n| ID | Risk | Mitigation |\n|-|-|-|\n| A10 | SSRF | A list of hosts |\n',
    );
    assert.deepEqual(
      nodes.map(
        ({ kind, id, satisfies }) =>
          `${kind} ${id} ${satisfies.map(({ requirement }) => requirement).join()}`,
      ),
      ['threat ssrf ', 'control a-list-of-hosts OWASP-2021:A10'],
    );
  });
});

describe('fields', () => {
  it('are columns of a row, labels in lines and rows of fields', () => {
    const fields = (text: string): string[] =>
      firstOf(text).fields.map(
        ({ name, value, range }) => `${name} ${value} ${textAt(text, range) === value}`,
      );
    assert.deepEqual(
      fields(
        '# Threat model\n\n| Threat | Likelihood | Impact | Mitigation |\n|-|-|-|-|\n| Loss | low | all mail | copies |\n',
      ),
      ['likelihood low true', 'impact all mail true'],
    );
    assert.deepEqual(fields('# Threat model\n\n## Threats\n\n- **Loss** of a disk\n  - Impact: all mail\n'), [
      'impact all mail true',
    ]);
    assert.deepEqual(fields('## C1: Top\n\n| Field | Value |\n|-|-|\n| Scope | all mail |\n'), [
      'scope all mail true',
    ]);
  });

  it('of a row of fields may be parts of the node', () => {
    const { nodes } = readOne('## C1: Top\n\n| Field | Value |\n|-|-|\n| Assumptions | Disks fail alone |\n');
    assert.deepEqual(
      nodes.map(({ kind, text, parents }) => `${kind} ${text} < ${parents.join()}`),
      ['claim Top < ', 'assumption Disks fail alone < C1'],
    );
  });
});
