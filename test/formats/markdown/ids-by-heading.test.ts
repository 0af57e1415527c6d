import assert from 'node:assert/strict';
import { idParts } from '../../../src/formats/markdown/id-pattern.ts';
import { leadingId } from '../../../src/formats/markdown/leading-ids.ts';
import { nodesOf, read, readOne, textAt } from './support.ts';

const model = (...lines: string[]): string[] =>
  nodesOf(readOne(['# Threat model', '', ...lines].join('\n\n')));

describe('an id below a heading that names a kind', () => {
  it('has the kind of the heading, whatever its letters', () => {
    assert.deepEqual(
      model(
        '## Threats',
        '### S1 — Forged mail',
        '### R1 — Denied orders',
        '### E1 — A guest rules',
        'Text.',
      ),
      ['S1 threat', 'R1 threat', 'E1 threat'],
    );
  });

  it('may have letters that mean nothing elsewhere', () => {
    assert.deepEqual(
      model('## Threats', '### I1 — Keys leak', 'Text.', '### D1 — Floods', 'Text.', '- Mitigation: a limit'),
      ['I1 threat', 'D1 threat', 'a-limit control < D1'],
    );
    const text = '# Threat model\n\n## Assets\n\n- **KX-1:** mail\n- **KX-2:** keys\n';
    const [first] = readOne(text).nodes;
    assert.deepEqual([first?.id, first?.text], ['KX-1', 'mail']);
    assert.equal(textAt(text, first!.textRange), 'mail');
  });

  it('is none where only one beside others looks like it', () => {
    assert.deepEqual(model('## Assets', '- **OAuth2**: who is who\n- **Mail**: letters'), [
      'oauth2 asset',
      'mail asset',
    ]);
  });

  it('in a list has its kind where the letters are those of STRIDE', () => {
    assert.deepEqual(
      model('## Threats', '- **S1**: forging\n- **R1**: denying\n- **D1**: flooding\n- **E1**: ruling'),
      ['S1 threat', 'R1 threat', 'D1 threat', 'E1 threat'],
    );
    assert.deepEqual(model('## Threats', '- **T1**: forging\n- **R1**: unless it is signed'), [
      'T1 threat',
      'R1 rebuttal < T1',
    ]);
  });

  it('is another node where a list of controls speaks of threats', () => {
    assert.deepEqual(model('## Controls', '### T1: Forged mail', 'It is signed.').at(0), 'T1 threat');
  });

  it('has the kind that a person set', () => {
    const prefixes = new Map([['S', 'strategy' as const]]);
    const text = '# Threat model\n\n## Threats\n\n### S1 — Forged mail\n\nText.\n';
    assert.deepEqual(
      readOne(text, 'case.md', prefixes).nodes.map(({ kind }) => kind),
      ['strategy'],
    );
  });
});

describe('R1, R2 …', () => {
  const headings = '## R1 — Guests read nothing\n\n**Evidence.** `a.test.ts`\n\n**Not covered.** Old mail.\n';

  it('are requirements where evidence stands below them and nothing else is a claim', () => {
    assert.deepEqual(nodesOf(readOne(`# Assurance case\n\n${headings}`)), [
      'R1 claim',
      'old-mail rebuttal < R1',
    ]);
  });

  it('are rebuttals where there is a claim to attack, or no evidence', () => {
    assert.equal(read(`**C1:** Mail is safe\n\n${headings}`).cases[0]!.nodes[1]!.kind, 'rebuttal');
    assert.deepEqual(nodesOf(readOne('# Assurance case\n\n## R1 — Unless it rains\n\nText.\n')), [
      'R1 rebuttal',
    ]);
  });
});

describe('ids of several numbers', () => {
  it('are read part by part', () => {
    assert.deepEqual(idParts('G1b.2'), { letters: 'G', numbers: ['1', 'b', '2'] });
    assert.deepEqual(idParts('REQ-3.1'), { letters: 'REQ-', numbers: ['3', '1'] });
    assert.equal(idParts('Goal'), undefined);
  });

  it('may have a letter in the middle', () => {
    assert.deepEqual(nodesOf(readOne('## G1: Top\n\n### G1b — Left\n\n#### G1b.1 — Leaf\n')), [
      'G1 claim',
      'G1b claim < G1',
      'G1b.1 claim < G1b',
    ]);
  });

  it('tell what rows of a table are below', () => {
    const rows = [
      '| **G2.1** | Mail is signed |',
      '| **Sn2.1** | A test |',
      '| G2.1.1 | Keys are new |',
      '| Sn2.9 | A log |',
    ];
    assert.deepEqual(
      nodesOf(
        readOne(
          `## G1: Top\n\n### G2: Mail is safe\n\n| Node | Claim / Evidence |\n|-|-|\n${rows.join('\n')}\n`,
        ),
      ),
      [
        'G1 claim',
        'G2 claim < G1',
        'G2.1 claim < G2',
        'Sn2.1 evidence < G2.1',
        'G2.1.1 claim < G2.1',
        'Sn2.9 evidence < G2',
      ],
    );
  });
});

describe('an id at the front of a text', () => {
  it('ends with a colon or dash, and is none of a catalogue', () => {
    assert.deepEqual(leadingId('REQ-1: Keys rotate'), { id: 'REQ-1', from: 7 });
    assert.deepEqual(leadingId('I1 — Keys leak'), { id: 'I1', from: 5 });
    for (const text of ['CWE-79: scripts', 'A03: Injection', 'Keys: new', 'I1 keys', 'Port9:30'])
      assert.equal(leadingId(text), undefined, text);
  });
});
