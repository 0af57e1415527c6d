import assert from 'node:assert/strict';
import { linksOf, nodesOf, read, readOne } from './support.ts';

const lines = (...all: string[]): string => ['# Assurance case', '', ...all, ''].join('\n');
const texts = (...all: string[]): string[] =>
  readOne(lines(...all)).nodes.map(({ kind, text }) => `${kind}: ${text}`);

describe('the columns of a table', () => {
  it('say how a claim is argued for and where its proof lies', () => {
    const text = lines(
      '| Claim | Argument | Primary evidence |',
      '|---|---|---|',
      '| Boats float | Wood is light | `hull/plan.md`, a test |',
    );
    assert.deepEqual(texts(...text.split('\n').slice(2)), ['claim: Boats float', 'inference: Wood is light']);
    assert.deepEqual(linksOf(readOne(text)), ['boats-float hull/plan.md']);
  });

  it('say which mechanism keeps a claim, which test shows it and what is left', () => {
    assert.deepEqual(
      nodesOf(
        readOne(
          lines(
            '## Promise 2: Boats are dry',
            '',
            '| Mechanism | Proven by | Residual |',
            '|---|---|---|',
            '| Pumps run | `test_pump::test_starts` | A blocked pump stays blocked |',
          ),
        ),
      ).map((one) => one.replace(/a-blocked.*?(?= |$)|test.pump.*?(?= |$)/, '…')),
      [
        'Promise 2 claim',
        'pumps-run control < Promise 2',
        '… evidence < pumps-run',
        '… rebuttal < pumps-run',
      ],
    );
  });

  for (const header of ['How a boat counters it', 'Preventive controls', 'Mechanism', 'Protection'])
    it(`name a control by the header ${header}`, () => {
      assert.deepEqual(
        texts(`| Weakness class | ${header} |`, '|---|---|', '| Leaks | Tar in all joints |'),
        ['threat: Leaks', 'control: Tar in all joints'],
      );
    });

  it('may name controls of two sorts', () => {
    assert.deepEqual(
      texts(
        '| Threat | Preventive controls | Detective / verification controls | Residual risk |',
        '|---|---|---|---|',
        '| Fire | Wet sails | A `watch` at night | Lightning |',
        '| Worms | Copper | Divers | Low |',
      ),
      [
        ...['threat: Fire', 'control: Wet sails', 'control: A watch at night', 'rebuttal: Lightning'],
        ...['threat: Worms', 'control: Copper', 'control: Divers'],
      ],
    );
  });

  it('tell where evidence lies, which then is what the rows are', () => {
    const one = readOne(
      lines(
        '## Claim: Boats float',
        '',
        '| Evidence | Location |',
        '|---|---|',
        '| Plan of the hull | [plan](hull/plan.md) |',
      ),
    );
    assert.deepEqual(
      one.nodes.map(({ kind, text }) => `${kind}: ${text}`),
      ['claim: Boats float', 'evidence: Plan of the hull'],
    );
    assert.deepEqual(linksOf(one), ['boats-float/plan-of-the-hull hull/plan.md']);
  });
});

describe('columns whose headers say something only beside others', () => {
  for (const header of ['Code', 'Implemented in', 'Files', 'Verification method', 'How it is tested'])
    it(`hold evidence of what the rows are: ${header}`, () => {
      const text = lines(`| Requirement | ${header} |`, '|---|---|', '| Boats float | `hull/plan.md` |');
      assert.deepEqual(linksOf(readOne(text)), ['boats-float hull/plan.md']);
    });

  it('make no argument of a README', () => {
    const text = '# Quill\n\n| Requirement | Code |\n|---|---|\n| It writes | `src/a.ts` |\n';
    assert.deepEqual(read(text, 'readme.md').cases, []);
  });

  it('are no evidence in a table that lists files', () => {
    assert.deepEqual(
      read(lines('| Purpose | Code |', '|---|---|', '| Floating | `hull/plan.md` |')).cases,
      [],
    );
  });

  for (const header of ['Vector', 'Attack surface', 'Entry point', 'Failure mode', 'Concern'])
    it(`name a threat beside what counters it: ${header}`, () => {
      assert.deepEqual(texts(`| ${header} | Safeguard |`, '|---|---|', '| The keel | Copper plates |'), [
        'threat: The keel',
        'control: Copper plates',
      ]);
    });

  it('name no threat where nothing counters it', () => {
    assert.deepEqual(read(lines('| Concern | Owner |', '|---|---|', '| The keel | Ada |')).cases, []);
  });

  it('say why, and what is taken for granted', () => {
    assert.deepEqual(
      texts(
        '| Guarantee | Rationale | Assumptions |',
        '|---|---|---|',
        '| Boats float | Wood is light | Water is wet |',
      ),
      ['claim: Boats float', 'justification: Wood is light', 'assumption: Water is wet'],
    );
  });
});

describe('the fields of a claim', () => {
  it('hold evidence where they are called tests or gates, and the way to run them is none', () => {
    assert.deepEqual(
      texts(
        '### C1. Boats float',
        '',
        '| Field | Value |',
        '|---|---|',
        '| Negative tests | Stones do not |',
        '| CI gate | Each hull is dipped |',
        '| Reproduce | Dip one yourself |',
      ),
      ['claim: Boats float', 'evidence: Stones do not', 'evidence: Each hull is dipped'],
    );
  });
});

describe('a claim in a sentence', () => {
  for (const word of ['Claim', 'Guarantee', 'Invariant', 'Promise'])
    it(`begins with ${word} and a full stop, in bold`, () => {
      assert.deepEqual(texts(`**${word}.** Boats float.`), ['claim: Boats float.']);
    });

  it('needs the emphasis', () => {
    assert.deepEqual(texts('## Claim: Ships sail', '', 'Claim. Boats float.'), ['claim: Ships sail']);
  });

  it('says its heading again, so that what follows is about the heading', () => {
    const about = (...more: string[]): string[] =>
      nodesOf(
        readOne(
          lines(
            ...['## Property 1: Floating', '', '**Claim.** Boats float.', '', ...more],
            ...['| Threat | Countermeasure |', '|---|---|', '| Leaks | Tar |'],
          ),
        ),
      );
    assert.deepEqual(about(), [
      ...['Property 1 claim', 'boats-float claim < Property 1', 'leaks threat < Property 1'],
      'tar control < leaks',
    ]);
    assert.deepEqual(about('**Claim.** Ships float.', '').slice(-2), [
      'leaks threat < ships-float',
      'tar control < leaks',
    ]);
  });

  for (const heading of ['Promise 3: Dry', 'Property 3: Dry', 'Objective 3: Dry', 'Principle 3: Dry'])
    it(`is the heading ${heading}`, () => {
      assert.deepEqual(nodesOf(readOne(lines(`## ${heading}`, '', 'So it is.'))), [
        `${heading.split(':')[0]} claim`,
      ]);
    });
});

describe('the name of a principle', () => {
  const below = (above: string, heading: string): string[] =>
    nodesOf(readOne(lines(`## ${above}`, '', `### ${heading}`, '', '- **One key.** For each door.')));

  for (const [heading, key] of [
    ['3.1 Least Privilege', 'least-privilege'],
    ['Economy of mechanism', 'economy-of-mechanism'],
    ['Fail-safe defaults (deny)', 'fail-safe-defaults-deny'],
    ['Defence in depth', 'defence-in-depth'],
    ['Input validation', 'input-validation'],
  ] as const)
    it(`is a claim, and its list what is done for it: ${heading}`, () => {
      assert.deepEqual(below('Secure design principles', heading), [
        `${key} claim`,
        `one-key control < ${key}`,
      ]);
    });

  it('groups among properties, and so do other headings', () => {
    assert.deepEqual(below('Security properties', 'Least privilege'), ['one-key claim']);
    assert.deepEqual(below('Secure design principles', 'Doors and windows'), ['one-key claim']);
  });
});

describe('a threat that is named again', () => {
  const again = (heading: string): string[] =>
    nodesOf(
      readOne(
        lines(
          ...['## Threats', '', '| ID | Threat |', '|---|---|', '| T1 | Leaks |', '', `## ${heading}`, ''],
          '**T1 — water.** Tar closes all joints.',
        ),
      ),
    );

  it('states what counters it, below a heading that says so', () => {
    assert.deepEqual(again('How the controls counter them'), [
      'T1 threat',
      'water-tar-closes-all-joints control < T1',
    ]);
  });

  it('is the same threat anywhere else', () => {
    assert.deepEqual(again('Threats in detail'), ['T1 threat']);
  });
});

describe('trust boundaries and assumptions', () => {
  it('are told apart by what the items say', () => {
    assert.deepEqual(
      texts(
        '## Trust boundaries and assumptions',
        '',
        '- **The harbour master is trusted.** She has the keys.',
        '- **Quay to boat.** All who cross are asked.',
        '- **Cargo is untrusted.** It is weighed.',
      ).map((one) => one.split(' ').slice(0, 3).join(' ')),
      ['assumption: The harbour', 'context: Quay to', 'context: Cargo is'],
    );
  });
});

describe('a section about verification', () => {
  it('lists evidence, but not how a check is run', () => {
    assert.deepEqual(
      texts(
        '## 5. Verification',
        '',
        '### 5.1 Automated verification',
        '',
        '- **Dipping** of each hull.',
        '- **Frequency:** daily',
      ),
      ['evidence: Dipping of each hull.'],
    );
  });

  it('says nothing in a document that is no argument', () => {
    const { cases } = read(
      ['# Readme', '', '## Verification', '', '- **Dipping** of each hull.'].join('\n'),
      'readme.md',
    );
    assert.deepEqual(cases, []);
  });
});

describe('evidence that is told at length', () => {
  const told = (...words: string[]): string[] => {
    const one = readOne(lines('## Claim: Boats float', '', ...words));
    return [...one.nodes.slice(1).map(({ kind }) => kind), ...linksOf(one)];
  };

  it('is a node, and the place behind it is cited by that', () => {
    const [kind, link] = told(
      '**Evidence.** Each hull was dipped in the old harbour by three people, on a calm',
      'day, and came up again by itself, as the record shows',
      '(`hull/record.md`).',
    );
    assert.equal(kind, 'evidence');
    assert.match(link!, /^boats-float\/\S+ hull\/record\.md$/);
  });

  it('is a mere link where the place comes first', () => {
    assert.deepEqual(told('**Evidence.** The record', 'in `hull/record.md`.'), [
      'boats-float hull/record.md',
    ]);
  });
});

describe('the scope of a document', () => {
  it('is context below its title, and a field in a claim', () => {
    assert.deepEqual(
      texts('**Scope:** all boats of the fleet', '', '## Claim: Boats float', '', '**Scope:** wooden ones'),
      ['context: Scope: all boats of the fleet', 'claim: Boats float'],
    );
  });
});
