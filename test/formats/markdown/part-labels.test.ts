import assert from 'node:assert/strict';
import { partLabelOf } from '../../../src/formats/markdown/part-labels.ts';
import { nodesOf, readOne } from './support.ts';

const kindOf = (label: string): string | undefined => {
  const part = partLabelOf(label);
  return part?.is === 'node' ? part.kind : part?.is;
};

describe('the label of a part', () => {
  const cases: readonly (readonly [kind: string, ...labels: readonly string[]])[] = [
    [
      'control',
      'Mitigation today',
      'Out-of-tree mitigation',
      'Recommended hardening',
      'Current controls',
      'Recommended',
    ],
    [
      'rebuttal',
      'Residual concern',
      'Residual concern (GAP-2)',
      'Not covered — the weakest part',
      'Known limitations',
    ],
    ['strategy', 'Strategy', 'Argument strategy'],
  ];
  for (const [kind, ...labels] of cases) {
    for (const label of labels) it(`${label} is a ${kind}`, () => assert.equal(kindOf(label), kind));
  }

  for (const label of ['Access control', 'Version control', 'No mitigation', 'Missing hardening', 'Risk'])
    it(`${label} is none`, () => assert.equal(kindOf(label), undefined));

  it('may hold the id of what it begins', () => {
    assert.deepEqual(
      nodesOf(readOne('## C1: Mail is safe\n\n**Residual risk (RR-4):** Old mail is not.\n')),
      ['C1 claim', 'RR-4 rebuttal < C1'],
    );
  });

  it('names a strategy of claims only', () => {
    assert.deepEqual(nodesOf(readOne('## C1: Mail is safe\n\n**Strategy:** Look at each path.\n')), [
      'C1 claim',
      'look-at-each-path strategy < C1',
    ]);
    assert.deepEqual(nodesOf(readOne('## T1: Forged mail\n\n**Strategy:** Accept it.\n')), ['T1 threat']);
  });
});

describe('a heading of a strategy without an id', () => {
  it('states it, and the claims below hang under it', () => {
    assert.deepEqual(
      nodesOf(
        readOne(
          '# Assurance case\n\n## The claim\n\n> Mail is safe.\n\n## Strategy: by path\n\n### Inwards\n\n*Claim: what comes in is checked.*\n',
        ),
      ),
      ['mail-is-safe claim', 'by-path strategy < mail-is-safe', 'what-comes-in-is-checked claim < by-path'],
    );
  });

  it('is none where it says nothing', () => {
    assert.deepEqual(nodesOf(readOne('## C1: Mail is safe\n\n## Strategy\n\nText.\n')), ['C1 claim']);
  });
});
