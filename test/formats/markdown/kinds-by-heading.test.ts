import assert from 'node:assert/strict';
import { linksOf, nodesOf, read, readOne } from './support.ts';

const MODEL = '# Threat model';
const nodes = (...lines: string[]): string[] => nodesOf(readOne([MODEL, '', ...lines].join('\n')));

describe('below a heading that names a kind', () => {
  it('list items are nodes of that kind', () => {
    assert.deepEqual(
      nodes(
        '## Assets',
        '',
        '- **Mail**: what people wrote',
        '- Keys',
        '',
        '## Residual risks',
        '',
        '- One host',
      ),
      ['mail asset', 'keys asset', 'one-host rebuttal'],
    );
  });

  it('sub-headings are, and labels in their items say more of them', () => {
    const one = readOne(
      [
        MODEL,
        '',
        '## Attack vectors',
        '',
        '### 1. Forged mail',
        '',
        '**Threat**: somebody writes as another',
        '',
        '- **Entry points**: `api/send.ts`',
        '- **Impact**: fraud',
        '- **Likelihood**: low',
        '- **Countermeasures**: signatures, `src/sign.ts`',
      ].join('\n'),
    );
    assert.deepEqual(nodesOf(one), ['forged-mail threat', 'signatures-src-sign-ts control < forged-mail']);
    assert.deepEqual(
      one.nodes[0]!.fields.map(({ name, value }) => `${name} ${value}`),
      ['entryPoints api/send.ts', 'impact fraud', 'likelihood low'],
    );
    assert.deepEqual(
      one.evidence.map(({ parent, role }) => `${parent} ${role}`),
      ['forged-mail entry-point', 'signatures-src-sign-ts evidence'],
    );
  });

  it('named paragraphs are', () => {
    assert.deepEqual(
      nodes('## Design principles', '', '**Fail closed.** When in doubt, no.', '', 'And so on.'),
      ['fail-closed claim'],
    );
  });

  it('a heading that names a kind again only groups', () => {
    assert.deepEqual(
      nodes('## Asset list', '', '### Data assets', '', '- Mail', '', '### Critical assets', '', '- Keys'),
      ['mail asset', 'keys asset'],
    );
  });

  it('a heading over a table, or over named items, only groups', () => {
    assert.deepEqual(
      nodes('## Controls', '', '### Build', '', '| Control | How |', '|-|-|', '| Signing | by the server |'),
      ['signing control'],
    );
    assert.deepEqual(
      nodes('## Controls', '', '### Build', '', '- **Signing** by the server', '- **Pins**: all'),
      ['build control'],
    );
    assert.deepEqual(
      nodes('## Controls', '', '### Build', '', '- **Signing**: by the server', '- **Pins**: all'),
      ['signing control', 'pins control'],
    );
  });

  it('items below a property are what it asks for', () => {
    assert.deepEqual(nodes('## Security properties', '', '### Isolation', '', '- Jobs must not meet'), [
      'isolation claim',
      'jobs-must-not-meet claim < isolation',
    ]);
  });

  it('prose, lists of links, tables of contents and remarks are no nodes', () => {
    assert.deepEqual(
      nodes(
        ...['## Threats', '', 'There are many.', '', '- [Forgery](#forgery)', '- **Note:** more later', ''],
        ...[
          '### Overview',
          '',
          'They come in kinds.',
          '',
          '### References',
          '',
          '- A book',
          '',
          '## Assets',
          '',
          '- Mail',
        ],
      ),
      ['mail asset'],
    );
  });

  it('a heading that names a standard is none, nor are its items without numbers', () => {
    assert.deepEqual(
      nodes('## Security requirements', '', '### ISO 27001', '', '- Policies', '', '## Assets', '', '- Mail'),
      ['mail asset'],
    );
  });

  it('an item named after a way to check is evidence in a list of weaknesses', () => {
    assert.deepEqual(
      nodes('## Common weaknesses', '', '- **Injection.** We escape.', '- **Fuzzing.** Each night.'),
      ['injection threat', 'fuzzing evidence'],
    );
  });

  it('controls below the id of a threat counter it, and the row of a table defines that', () => {
    const one = readOne(
      [
        ...[MODEL, '', '| ID | Threat | Description |', '|-|-|-|', '| T1 | Forged mail | as another |', ''],
        ...['## Mitigations', '', '### T1: Forged mail', '', '- **Signatures**: on all mail'],
      ].join('\n'),
    );
    assert.deepEqual(nodesOf(one), ['T1 threat', 'signatures control < T1']);
    assert.equal(one.nodes[0]!.idRange.start.line, 4);
  });
});

describe('words above a list', () => {
  it('say what its items are, where the heading names no kind', () => {
    assert.deepEqual(nodes('The threats to it are:', '', '1. **Forgery.** As another', '2. Loss'), [
      'forgery threat',
      'loss threat',
    ]);
  });

  it('in bold count more than the heading', () => {
    assert.deepEqual(
      nodes('## Trust boundaries', '', '**Protected assets:**', '', '- Mail', '', '## Threats', '', '- Loss'),
      ['mail asset', 'loss threat'],
    );
  });
});

describe('a label with words behind it', () => {
  it('is a part of the node it stands in', () => {
    assert.deepEqual(
      nodesOf(
        readOne(
          [
            ...[
              '## C1: Mail is kept',
              '',
              '**Intent:** nothing is lost',
              '',
              '**Argument:** There are copies.',
              '',
            ],
            ...['- **Assumption:** disks fail alone', '- **Not covered:** fire'],
          ].join('\n'),
        ),
      ),
      [
        'C1 claim',
        'nothing-is-lost context < C1',
        'there-are-copies inference < C1',
        'disks-fail-alone assumption < C1',
        'fire rebuttal < C1',
      ],
    );
  });

  it('may begin within a line', () => {
    assert.deepEqual(
      nodes(
        '## Threats',
        '',
        '1. **Flood** — too much mail',
        '   at once. **Mitigation:** a queue',
        '   with a limit.',
      ),
      ['flood threat', 'a-queue-with-a-limit control < flood'],
    );
    assert.deepEqual(nodes('## Threats', '', '- **Flood** — too much. **Mitigation:** a queue'), [
      'flood threat',
      'a-queue control < flood',
    ]);
  });

  it('is no node outside of one, nor where it only says what its node is', () => {
    assert.deepEqual(read('# Notes\n\n**Context:** the year 2020\n\n**Mitigation:** none\n').cases, []);
    assert.deepEqual(nodes('## Controls', '', '### Signing', '', '- **Control:** keys are signed'), [
      'signing control',
    ]);
  });

  it('stands alone in an argument where it names several of a kind', () => {
    assert.deepEqual(nodes('## Model', '', '- **Assets:** mail and keys', '- **Audience:** all'), [
      'mail-and-keys asset',
    ]);
  });

  it('of an implementation is a control of a claim, and a field of a control', () => {
    assert.deepEqual(
      nodes('## Design principles', '', '### Least privilege', '', '- **Implementation**: one user a job'),
      ['least-privilege claim', 'one-user-a-job control < least-privilege'],
    );
    assert.deepEqual(
      readOne(
        `${MODEL}\n\n## Controls\n\n### Users\n\n- **Implementation**: one a job\n`,
      ).nodes[0]?.fields.map(({ name, value }) => `${name} ${value}`),
      ['implementation one a job'],
    );
  });
});

describe('evidence that is told in words', () => {
  it('is a node, and a place is a link', () => {
    const one = readOne(
      '## C1: Mail is kept\n\n**Evidence:**\n\n- No disk has failed since spring\n- `test/disk.ts` fails one\n',
    );
    assert.deepEqual(nodesOf(one), ['C1 claim', 'no-disk-has-failed-since-spring evidence < C1']);
    assert.deepEqual(linksOf(one), ['C1 test/disk.ts']);
  });

  it('may stand on the line of its label, which a full stop may end', () => {
    assert.deepEqual(nodesOf(readOne('## C1: Mail is kept\n\n**Evidence.** Ten years of it.\n')), [
      'C1 claim',
      'ten-years-of-it evidence < C1',
    ]);
  });

  it('is what an argument lists below its claims', () => {
    assert.deepEqual(nodes('## Argument', '', '### Nothing is lost', '', '- There are three copies'), [
      'nothing-is-lost claim',
      'there-are-three-copies evidence < nothing-is-lost',
    ]);
  });
});

describe('plain numbers', () => {
  it('are ids where the headings of an argument are numbered as the one list of threats is', () => {
    assert.deepEqual(
      nodes(
        ...['## Threats', '', '1. Loss', '2. Forgery', '', '## Argument, threat by threat', ''],
        ...['### 1. Nothing is lost', '', 'Copies.', '', '### 2. Nothing is forged', '', 'Signatures.'],
      ),
      ['1 threat', '2 threat', 'nothing-is-lost claim < 1', 'nothing-is-forged claim < 2'],
    );
  });

  it('are none where they do not agree', () => {
    assert.deepEqual(
      nodes(
        '## Threats',
        '',
        '1. Loss',
        '2. Forgery',
        '',
        '## Argument, threat by threat',
        '',
        '### 3. Else',
        '',
        'So.',
      ),
      ['loss threat', 'forgery threat', 'else claim'],
    );
  });
});

describe('a claim', () => {
  it('is what stands below a heading that only says so', () => {
    assert.deepEqual(
      nodesOf(
        readOne(
          '# Assurance case\n\n## Top-level claim\n\n> Mail is kept.\n\n## Sub-claim 1: There are copies\n',
        ),
      ),
      ['mail-is-kept claim', 'Sub-claim 1 claim < mail-is-kept'],
    );
    assert.deepEqual(nodesOf(readOne('## The claim\n\nMail is kept.\n')), ['mail-is-kept claim']);
  });

  it('has its id before it, where the section has one', () => {
    assert.deepEqual(nodesOf(readOne('## Claim\n\nWe say this:\n\n**C1:** Mail is kept.\n')), ['C1 claim']);
  });

  it('is not the goal of a project', () => assert.deepEqual(read('## Goal\n\nTo be fast.\n').cases, []));
});

describe('an ordinary document', () => {
  it('has no nodes, whatever words its headings share with an argument', () => {
    const readme = [
      ...[
        '# Quill',
        '',
        'Mail for all.',
        '',
        '## Requirements',
        '',
        '- Node',
        '- A disk',
        '',
        '## Goals',
        '',
        '- **Fast**: yes',
      ],
      ...[
        '',
        '## Controls',
        '',
        '| Key | Action |',
        '|-|-|',
        '| W | up |',
        '',
        '## Known limitations',
        '',
        '- No calendar',
      ],
      ...[
        '',
        '## Security',
        '',
        'Write to us.',
        '',
        '## Out of scope',
        '',
        '- Faxes',
        '',
        '### What Quill is',
        '',
        'A server.',
      ],
    ].join('\n');
    assert.deepEqual(read(readme).cases, []);
  });

  it('with a chapter that is an argument has the nodes of that chapter', () => {
    const readme = [
      ...[
        '# Quill',
        '',
        '## Requirements',
        '',
        '- Node',
        '',
        '## Threat model',
        '',
        '### Trust boundaries',
        '',
        '- The wire',
      ],
      ...['', '### Assumptions', '', '- Disks fail alone'],
    ].join('\n');
    assert.deepEqual(nodesOf(readOne(readme)), ['the-wire context', 'disks-fail-alone assumption']);
  });

  it('says what it is by its name', () => {
    assert.deepEqual(nodesOf(readOne('# Quill\n\n## Limitations\n\n- One host\n', 'threat-model.md')), [
      'one-host rebuttal',
    ]);
  });
});

describe('below a heading that names assumptions and limitations', () => {
  it('items are what their words say, and else what it names first', () => {
    assert.deepEqual(
      nodes(
        '## Residual risks and assumptions',
        '',
        '- One host',
        '- The clock is trusted',
        '- Users must lock their doors',
      ),
      ['one-host rebuttal', 'the-clock-is-trusted assumption', 'users-must-lock-their-doors assumption'],
    );
    assert.deepEqual(
      nodes('## Assumptions and limitations', '', '- One host', '- It does not protect old mail'),
      ['one-host assumption', 'it-does-not-protect-old-mail rebuttal'],
    );
  });
});

describe('what lies outside a boundary', () => {
  it('is assumed, whatever the heading', () => {
    assert.deepEqual(
      nodes(
        '## Trust boundaries',
        '',
        '- The wire',
        '',
        'What lies outside the trust boundary:',
        '',
        '- The kernel',
      ),
      ['the-wire context', 'the-kernel assumption'],
    );
  });
});

describe('prose alone', () => {
  it('below residual risks or assumptions is one, in its first paragraph', () => {
    assert.deepEqual(nodes('## Residual risk', '', 'One host does it all.', '', 'It is small.'), [
      'one-host-does-it-all rebuttal',
    ]);
    assert.deepEqual(nodes('## Assumptions', '', 'The clock is right.'), ['the-clock-is-right assumption']);
  });

  it('is none before a list or other headings', () => {
    assert.deepEqual(nodes('## Residual risks', '', 'There are some:', '', '- One host'), [
      'one-host rebuttal',
    ]);
    assert.deepEqual(
      nodes('## Residual risks', '', 'There are some.', '', '### One host', '', 'It may fail.'),
      ['one-host rebuttal'],
    );
  });
});

describe('a label of one threat', () => {
  it('that only says what the heading is leaves what stands on its line to the heading', () => {
    assert.deepEqual(
      nodes('## Threats', '', '### Forged mail', '', '**Threat:** it is forged. **Mitigation:** signatures.'),
      ['forged-mail threat', 'signatures control < forged-mail'],
    );
  });

  it('states it where no threat stands around it, and what follows is about it', () => {
    assert.deepEqual(
      nodes(
        '## STRIDE',
        '',
        '### Spoofing',
        '',
        '- **Threat:** forged mail',
        '  - **Mitigation:** signatures',
        '- **Threat:** old keys',
      ),
      ['forged-mail threat', 'signatures control < forged-mail', 'old-keys threat'],
    );
  });
});
