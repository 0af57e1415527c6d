import assert from 'node:assert/strict';
import { linksOf, nodesOf, read, readOne } from './support.ts';

const table = (header: string, ...rows: string[]): string =>
  [header, header.replace(/[^|]+/g, '-'), ...rows].join('\n') + '\n';

describe('a table', () => {
  it('with a column of evidence lists claims', () => {
    const one = readOne(
      table(
        '| ID | Claim | Proven by |',
        '| C1 | Keys `rotate` | `ops/rotate.sh`, [log](out/log.md) |',
        '| **C2** | Clocks run | none |',
      ),
    );
    assert.deepEqual(
      one.nodes.map(({ id, text }) => `${id} ${text}`),
      ['C1 Keys rotate', 'C2 Clocks run'],
    );
    assert.deepEqual(linksOf(one), ['C1 ops/rotate.sh', 'C1 out/log.md']);
  });

  for (const column of [
    'Evidence',
    'Tests',
    'Verification',
    'Where',
    'Enforced by',
    'Evidence Reference',
    'Test / Evidence',
  ]) {
    it(`knows evidence by the header ${column}`, () => {
      assert.deepEqual(linksOf(readOne(table(`| Claim | ${column} |`, '| Keys rotate | `a.ts` |'))), [
        'keys-rotate a.ts',
      ]);
    });
  }

  it('takes the id, the kind and the text of a row from its columns', () => {
    const kinds = (text: string): string[] =>
      readOne(text).nodes.map(({ id, kind, text: says }) => `${id} ${kind} ${says}`);
    assert.deepEqual(kinds(table('| ID | Threat |', '| T1 | A guest reads |')), ['T1 threat A guest reads']);
    assert.deepEqual(kinds(table('| ID | Requirement | Test |', '| R1 | Log it | `a.ts` |')), [
      'R1 claim Log it',
    ]);
    assert.deepEqual(kinds(table('| # | Control | Where |', '| 1 | Log it | `a.ts` |')), [
      'log-it control Log it',
    ]);
    assert.deepEqual(kinds(table('| ID | Property | Test |', '| SR-07 | Log it | `a.ts` |')), [
      'SR-07 claim Log it',
    ]);
    assert.deepEqual(kinds(table('| Claim | Test |', '| C1: Log it | `a.ts` |')), ['C1 claim Log it']);
  });

  it('of evidence nodes gives them their links', () => {
    const text = `**C1:** Top\n\n${table('| ID | Evidence |', '| E1 | the test `a.ts` |')}`;
    assert.deepEqual(nodesOf(readOne(text)), ['C1 claim', 'E1 evidence < C1']);
    assert.deepEqual(linksOf(readOne(text)), ['C1/E1 a.ts']);
  });

  it('without evidence or ids lists no nodes, and mentions what it names', () => {
    assert.deepEqual(read(table('| Actor | Trust |', '| User | `auth.ts` |', '| S3 | none |')).cases, []);
    const one = readOne(`## C1: Top\n\n${table('| Actor | Trust |', '| User | `auth.ts` |')}`);
    assert.deepEqual(linksOf(one), ['(C1 auth.ts)']);
  });

  it('of fields and values belongs to its heading', () => {
    const one = readOne(
      `## C1: Top\n\n${table('| Field | Value |', '| Owner | `team.md` |', '| **Evidence** | `a.ts` |', '| R1 | Unless not |')}`,
    );
    assert.deepEqual(nodesOf(one), ['C1 claim', 'R1 rebuttal < C1']);
    assert.deepEqual(linksOf(one), ['(C1 team.md)', 'C1 a.ts']);
  });

  it('has rows below the claim above it', () => {
    const one = readOne(
      `**C1:** Top\n\n${table('| Claim | Test |', '| Left | `a.ts` |', '| Right | `b.ts` |')}`,
    );
    assert.deepEqual(nodesOf(one), ['C1 claim', 'left claim < C1', 'right claim < C1']);
  });

  it('may have missing, empty and escaped cells', () => {
    const one = readOne(table('| Claim | Test |', '| Left', '| | `x.ts` |', '| a \\| b | `c.ts` |'));
    assert.deepEqual(
      one.nodes.map(({ text }) => text),
      ['Left', 'a | b'],
    );
    assert.deepEqual(linksOf(one), ['a-b c.ts']);
  });

  it('below an evidence label is evidence as a whole', () => {
    const one = readOne(
      `## C1: Top\n\n**Evidence:**\n\n${table('| File | Why |', '| `a.ts` | it says so |')}`,
    );
    assert.deepEqual(linksOf(one), ['C1 a.ts']);
  });

  it('with two rows of one id has a duplicate', () => {
    const { findings } = read(table('| ID | Claim |', '| C1 | Left |', '| C1 | Right |'));
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['duplicate-id'],
    );
  });
});

describe('the columns of a table', () => {
  const nodes = (...lines: string[]): string[] =>
    nodesOf(readOne(`# Threat model\n\n${table(...(lines as [string]))}`));

  it('say what counters a threat, and what shows it in words', () => {
    assert.deepEqual(nodes('| Threat | Mitigation | Evidence |', '| Loss | Copies | restored each week |'), [
      'loss threat',
      'copies control < loss',
      'restored-each-week evidence < copies',
    ]);
    assert.deepEqual(
      linksOf(
        readOne(
          `# Threat model\n\n${table('| Threat | Control | Where |', '| Loss | Copies | `src/copy.ts` |')}`,
        ),
      ),
      ['copies src/copy.ts'],
    );
  });

  it('may put a category or a number before what the rows are', () => {
    assert.deepEqual(nodes('| STRIDE | Threat | Mitigation |', '| Spoofing | Forged mail | Signatures |'), [
      'forged-mail threat',
      'signatures control < forged-mail',
    ]);
    assert.deepEqual(
      nodes('| CWE | Weakness | Countermeasure |', '| CWE-22 | Path traversal | Real paths only |'),
      ['path-traversal threat', 'real-paths-only control < path-traversal'],
    );
  });

  it('say nothing where they say that there is nothing', () => {
    assert.deepEqual(nodes('| Threat | Mitigation |', '| Loss | N/A |', '| — | Copies |'), ['loss threat']);
  });

  it('count less than a section of risks that are left', () => {
    assert.deepEqual(nodes('| Weakness | Mitigation |', '| Forgery | signed |').slice(0, 1), [
      'forgery threat',
    ]);
    assert.deepEqual(
      nodesOf(
        readOne(
          `# Threat model\n\n## Residual risks\n\n${table('| Risk | Mitigation |', '| One host | none planned |')}`,
        ),
      ),
      ['one-host rebuttal'],
    );
  });

  it('name nodes in a section of one kind, whatever the first is called', () => {
    const text = `# Threat model\n\n## Trust boundaries\n\n${table('| From | Checks |', '| The wire | size |')}`;
    assert.deepEqual(nodesOf(readOne(text)), ['the-wire context']);
    assert.deepEqual(read(text.replace('From', 'Date')).cases, []);
  });

  it('of a README say nothing by themselves', () => {
    assert.deepEqual(read(`# Quill\n\n${table('| Risk | Owner |', '| Loss | Ada |')}`).cases, []);
  });
});

describe('an id in the first cell of a row', () => {
  it('may be any letters and a number, before what the row says', () => {
    const one = readOne(table('| Requirement | Evidence |', '| REQ-1: Log it | `a.ts` |'));
    assert.deepEqual(
      one.nodes.map(({ id, kind, text }) => `${id} ${kind} ${text}`),
      ['REQ-1 claim Log it'],
    );
  });

  it('needs no mark behind it where it is known, or where every row has one', () => {
    const known = readOne(
      `**R1:** Unless\n\n**C1:** Log it\n\n${table('| Claim | Evidence |', '| C1 Logging | `a.ts` |')}`,
    );
    assert.deepEqual(linksOf(known), ['C1 a.ts']);
    const every = readOne(
      table('| Clause | Evidence |', '| P1 no rows | `a.ts` |', '| P2 no names | `b.ts` |'),
    );
    assert.deepEqual(nodesOf(every), ['P1 claim', 'P2 claim']);
  });

  it('is no number of a catalogue', () => {
    const one = readOne(
      `# Threat model\n\n${table('| ID | Weakness | Mitigation |', '| CWE-22 | Paths | Real ones only |')}`,
    );
    assert.deepEqual(nodesOf(one), ['paths threat', 'real-ones-only control < paths']);
  });
});

describe('what the columns of a table say of its rows', () => {
  const rows = (text: string): string[] =>
    readOne(`# Assurance case\n\n${text}`).nodes.map(
      ({ id, derived, kind, text: says }) => `${derived ? '-' : id} ${kind} ${says}`,
    );

  it('is their kind, in a column of kinds, whatever the heading', () => {
    assert.deepEqual(
      rows(
        `## Assumptions\n\n${table('| Node | Kind | Statement |', '| **C1** | Context | One host |', '| A1 | Assumption | Clocks run |', '| X1 | Justification | It is small |')}`,
      ),
      ['C1 context One host', 'A1 assumption Clocks run', 'X1 justification It is small'],
    );
  });

  it('is what counters a threat, with words before or behind', () => {
    for (const column of [
      'Mitigation in design',
      'Recommended mitigation',
      'Mitigated by',
      'Current controls',
    ])
      assert.deepEqual(
        rows(table(`| Threat | ${column} |`, '| Floods | A limit |')),
        ['- threat Floods', '- control A limit'],
        column,
      );
  });

  it('is no gap in an argument where levels are compared', () => {
    assert.throws(
      () => rows(table('| Metric | Claimed | Target | Gap |', '| Level | B | D | A review |')),
      /got 0/,
    );
    assert.deepEqual(rows(table('| Gap | Owner |', '| No review | Ada |')), ['- rebuttal No review']);
  });

  it('is that they are checks, and thereby evidence', () => {
    assert.deepEqual(
      rows(`## Checks\n\n${table('| Check | Tool | When |', '| Format | a formatter | each push |')}`),
      ['- evidence Format'],
    );
    assert.deepEqual(
      rows(`## Checks\n\n${table('| Gate | Step | Validates |', '| **1** | the build | it builds |')}`),
      ['- evidence the build'],
    );
  });

  it('is that they are trusted, and thereby context', () => {
    assert.deepEqual(rows(table('| Input | Trust | Handling |', '| Mail | none | parsed |')), [
      '- context Mail',
    ]);
  });

  it('is nothing where they only answer yes or no', () => {
    const answers = table(
      '| Path | Limited | Logged |',
      '| Mail | yes | no |',
      '| Web | yes | yes |',
      '| Chat | as set | as set |',
    );
    assert.throws(() => rows(`## Controls\n\n${answers}`), /got 0/);
    assert.deepEqual(
      rows(`## Controls\n\n${table('| Name | State | How |', '| Limit | yes | a counter |')}`),
      ['- control Limit'],
    );
  });
});
