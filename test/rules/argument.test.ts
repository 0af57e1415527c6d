import assert from 'node:assert/strict';
import type { CaseNode } from '../../src/model/case.ts';
import type { NodeKind } from '../../src/model/kinds.ts';
import { caseOf, linkOf, nodeOf } from '../support/cases.ts';
import { type Argument, found, refer, said } from './argument.ts';

/** Nodes as `id kind parent`; a claim C1 at the top. */
function nodes(...rows: readonly string[]): CaseNode[] {
  return ['C1 claim', ...rows].map((row) => {
    const [id, kind, parent] = row.split(' ');
    return nodeOf(id!, kind as NodeKind, parent === undefined ? [] : [parent]);
  });
}

/** C1 rests on evidence, so that only what a row adds is worth a finding. */
const SUPPORT = { evidence: [linkOf('a.py', 'C1')] };
const ACCEPTED = { by: 'Ada', why: 'Rare.', until: '2030-01-01', range: nodeOf('X', 'claim', []).range };

const ROWS: readonly (readonly [what: string, argument: Argument, found: readonly string[]])[] = [
  ['nothing in a sound argument', { nodes: nodes(), more: SUPPORT }, []],
  ['a leaf', { nodes: nodes() }, ['undeveloped C1']],
  [
    'no leaf that is planned',
    { nodes: [{ ...nodes()[0]!, status: { is: 'gap', word: 'gap', range: ACCEPTED.range } }] },
    [],
  ],
  [
    'no mark of what another module of gsn2x develops',
    {
      nodes: [
        { ...nodes()[0]!, undeveloped: true },
        { ...nodes('C2 claim C1')[1]!, file: '/w/b.gsn.yaml' },
      ],
      more: { format: 'gsn2x', evidence: [linkOf('b.py', 'C2')] },
    },
    [],
  ],
  [
    'a mark of what is developed beside it',
    {
      nodes: [{ ...nodes()[0]!, undeveloped: true }, ...nodes('C2 claim C1').slice(1)],
      more: { format: 'gsn2x', evidence: [linkOf('b.py', 'C2')] },
    },
    ['marked-undeveloped C1'],
  ],
  [
    'nothing below a justification of LTAC, which is argued for, nor context of anything',
    {
      nodes: nodes(
        'J1 justification C1',
        'E1 evidence J1',
        'C2 claim J1',
        'E2 evidence C2',
        'CT1 context E2',
        'CT2 context J1',
      ),
      more: {
        format: 'ltac',
        evidence: [...['C1', 'E1', 'E2'].map((id) => linkOf(id, id)), linkOf('plan.pdf', 'CT2')],
      },
    },
    [],
  ],
  [
    'a claim below an assumption of LTAC',
    {
      nodes: nodes('A1 assumption C1', 'C2 claim A1'),
      more: { format: 'ltac', evidence: ['C1', 'C2'].map((id) => linkOf(id, id)) },
    },
    ['illegal-parent C2'],
  ],
  [
    'no strategy of gsn2x that leads to a solution',
    {
      nodes: nodes('S1 strategy C1', 'Sn1 evidence S1'),
      more: { format: 'gsn2x', evidence: [linkOf('a', 'Sn1')] },
    },
    [],
  ],
  [
    'no prefix in an id that goes on behind its number',
    {
      nodes: nodes('C2 claim C1', 'C2-proof-1 evidence C2'),
      more: { format: 'ltac', evidence: [linkOf('b.py', 'C2-proof-1')] },
    },
    [],
  ],
  ['a leaf with nothing but context', { nodes: nodes('CT1 context C1') }, ['undeveloped C1']],
  [
    'a leaf that cites nothing but an entry point',
    { nodes: nodes(), more: { evidence: [linkOf('a.py', 'C1', { role: 'entry-point' })] } },
    ['undeveloped C1'],
  ],
  [
    'no claim of another case that refers here',
    {
      nodes: nodes('C2 claim'),
      more: { evidence: [linkOf('a.py', 'C1'), linkOf('b.py', 'C2')] },
      others: [caseOf('b', { B1: [] }, { B1: ['a/C2'] })],
    },
    [],
  ],
  [
    'one of several top claims, once',
    {
      nodes: nodes('C2 claim', 'C3 claim'),
      more: { evidence: ['C1', 'C2', 'C3'].map((id) => linkOf(id, id)) },
    },
    ['several-top-claims C2'],
  ],
  [
    'several properties of a threat model as they are',
    { nodes: nodes('C2 claim', 'A1 asset'), more: { evidence: ['C1', 'C2'].map((id) => linkOf(id, id)) } },
    [],
  ],
  ['context of the whole case as it is', { nodes: nodes('CT1 context', 'A1 assumption'), more: SUPPORT }, []],
  [
    'a strategy that hangs in the air',
    {
      nodes: nodes('S1 strategy', 'C2 claim S1'),
      more: { evidence: [linkOf('a', 'C1'), linkOf('b', 'C2')] },
    },
    ['unreachable S1'],
  ],
  [
    'evidence that a claim refers to as reached',
    { nodes: nodes('E1 evidence'), more: { references: [refer('C1', 'E1')] } },
    [],
  ],
  [
    'an inference rule that hangs in the air',
    { nodes: nodes('IR1 inference'), more: SUPPORT },
    ['unreachable IR1'],
  ],
  [
    'a claim below a context',
    {
      nodes: nodes('CT1 context C1', 'C2 claim CT1'),
      more: { evidence: [linkOf('a', 'C1'), linkOf('b', 'C2')] },
    },
    ['illegal-parent C2'],
  ],
  [
    'evidence below a justification',
    { nodes: nodes('J1 justification C1', 'E1 evidence J1'), more: SUPPORT },
    ['illegal-parent E1'],
  ],
  [
    'an undermine on a claim',
    { nodes: nodes('UM1 undermine C1'), more: { evidence: [linkOf('a', 'C1'), linkOf('b', 'UM1')] } },
    ['illegal-parent UM1'],
  ],
  [
    'an undermine on evidence as it is',
    { nodes: nodes('E1 evidence C1', 'UM1 undermine E1'), more: { evidence: [linkOf('b', 'UM1')] } },
    [],
  ],
  [
    'an undercut on a claim',
    { nodes: nodes('UC1 undercut C1'), more: { evidence: [linkOf('a', 'C1'), linkOf('b', 'UC1')] } },
    ['undercut-without-inference UC1'],
  ],
  [
    'an undercut on a strategy as it is',
    {
      nodes: nodes('S1 strategy C1', 'C2 claim S1', 'UC1 undercut S1'),
      more: { evidence: [linkOf('a', 'C2'), linkOf('b', 'UC1')] },
    },
    [],
  ],
  [
    'a claim below evidence, once',
    { nodes: nodes('E1 evidence C1', 'C2 claim E1'), more: { evidence: [linkOf('b', 'C2')] } },
    ['evidence-with-children C2'],
  ],
  ['an unanswered threat', { nodes: nodes('T1 threat C1'), more: SUPPORT }, ['unanswered-defeater T1']],
  [
    'an answered threat as it is',
    {
      nodes: nodes('T1 threat C1', 'M1 control T1'),
      more: { evidence: [linkOf('a', 'C1'), linkOf('b', 'M1')] },
    },
    [],
  ],
  [
    'no attack on an attack',
    {
      nodes: nodes('R1 rebuttal C1', 'R2 rebuttal R1'),
      more: { evidence: [linkOf('a', 'C1'), linkOf('b', 'R1')] },
    },
    [],
  ],
  [
    'no accepted rebuttal',
    { nodes: [...nodes(), nodeOf('R1', 'rebuttal', ['C1'], { accepted: ACCEPTED })], more: SUPPORT },
    [],
  ],
  ['a rebuttal of nothing', { nodes: nodes('R1 rebuttal'), more: SUPPORT }, ['unattached-defeater R1']],
  [
    'an id like those of another kind',
    {
      nodes: nodes('C2 claim C1', 'C3 rebuttal C1'),
      more: { evidence: [linkOf('a', 'C2'), linkOf('b', 'C3')] },
    },
    ['id-prefix C3'],
  ],
  ['no prefix that two kinds share evenly', { nodes: nodes('C2 context C1'), more: SUPPORT }, []],
  [
    'an unmistakable prefix that stands alone',
    { nodes: nodes('UC1 rebuttal C1'), more: { evidence: [linkOf('a', 'C1'), linkOf('b', 'UC1')] } },
    ['id-prefix UC1'],
  ],
  [
    'a strategy with nothing but evidence',
    { nodes: nodes('S1 strategy C1'), more: { evidence: [linkOf('a', 'S1')] } },
    ['strategy-without-claims S1'],
  ],
  [
    'a defeater whose answer rests on what it attacks, and no circle',
    {
      nodes: nodes('R1 rebuttal C1', 'C2 claim R1'),
      more: { evidence: [linkOf('a', 'C1')], references: [refer('C2', 'C1')] },
    },
    ['self-answered-defeater R1', 'undeveloped C2'],
  ],
  [
    'a defeater that answers itself',
    { nodes: nodes('R1 rebuttal C1'), more: { ...SUPPORT, references: [refer('R1', 'R1')] } },
    ['self-answered-defeater R1', 'unanswered-defeater R1'],
  ],
  [
    'doubted evidence that clears itself of doubt',
    {
      nodes: nodes('E1 evidence C1', 'UM1 undermine E1'),
      more: {
        evidence: [
          linkOf('1', 'C1', { node: 'E1', locator: 'a.py' }),
          linkOf('2', 'UM1', { locator: 'a.py' }),
        ],
      },
    },
    ['self-answered-defeater UM1'],
  ],
  [
    'a circle of claims',
    { nodes: nodes('C2 claim C1'), more: { references: [refer('C2', 'C1')] } },
    ['reference-cycle C2', 'undeveloped C2'],
  ],
];

describe('the rules of arguments', () => {
  for (const [what, argument, expected] of ROWS) {
    it(`find ${what}`, () => {
      assert.deepEqual([...found(argument)].sort(), [...expected].sort());
    });
  }

  it('leave prose alone where only the author of a native file can act', () => {
    const rows = nodes('C2 claim', 'T1 threat', 'CT1 context C1', 'C3 claim CT1', 'S1 strategy');
    assert.deepEqual(
      found({ nodes: rows, lenient: true, more: { evidence: [linkOf('a', 'C1', { cited: false })] } }),
      ['unreachable S1', 'undeveloped C2', 'undeveloped C3', 'strategy-without-claims S1'],
    );
  });

  it('say nothing of what has no id in prose', () => {
    const derived = nodeOf('some-risk', 'rebuttal', [], { derived: true });
    assert.deepEqual(found({ nodes: [...nodes(), derived], lenient: true, more: SUPPORT }), []);
  });
});

describe('acceptances', () => {
  const accept = (accepted: Partial<typeof ACCEPTED>) => ({
    nodes: [
      ...nodes(),
      nodeOf('R1', 'rebuttal', ['C1'], { accepted: { range: ACCEPTED.range, ...accepted } }),
    ],
    more: SUPPORT,
  });

  it('need a person, a reason and a date', () => {
    assert.deepEqual(said('acceptance-incomplete', accept({ by: 'Ada' })), [
      'R1: This acceptance does not say why (`why`) and until when (`until`), so it does not count. ' +
        'Write who accepts it, why, and until when: `accepted: {by: NAME, why: REASON, until: 2030-12-31}`.',
    ]);
    assert.deepEqual(said('acceptance-incomplete', accept({ ...ACCEPTED, until: 'soon' })), [
      'R1: `until` is no date, so this acceptance does not count: write the day as 2030-12-31.',
    ]);
    assert.deepEqual(said('acceptance-incomplete', accept(ACCEPTED)), []);
  });

  it('end after their day', () => {
    assert.deepEqual(said('acceptance-expired', accept({ ...ACCEPTED, until: '2026-06-15' })), []);
    assert.deepEqual(said('acceptance-expired', accept({ ...ACCEPTED, until: '2026-06-14' })), [
      'R1: R1 was accepted by Ada until 14 Jun 2026, which is past, so it challenges again what it attacks. ' +
        'Judge the risk again, and set a new date or answer it.',
    ]);
  });
});

describe('requirements', () => {
  const standards = [
    {
      id: 'TEN-2021',
      title: 'Ten',
      requirements: [
        { id: 'A01', title: 'One' },
        { id: 'A02', title: 'Two' },
      ],
    },
  ];
  const satisfying = (requirement: string): Argument => ({
    nodes: [nodeOf('C1', 'claim', [], { satisfies: [{ requirement, range: ACCEPTED.range }] })],
    more: SUPPORT,
    standards,
  });

  for (const [requirement, expected] of [
    ['TEN-2021:A01', []],
    ['TEN-2021:A1', ['C1: TEN-2021 has no requirement A1. Did you mean TEN-2021:A01?']],
    ['TEN-2021:V33', ['C1: TEN-2021 has no requirement V33. It has A01 and A02.']],
    ['TEN-2012:A01', ['C1: There is no standard TEN-2012. Did you mean TEN-2021:A01?']],
    [
      'A02',
      ['C1: A02 names no standard. Write the standard, a colon and the requirement, such as TEN-2021:A02.'],
    ],
  ] as const) {
    it(`are looked up: ${requirement}`, () => {
      const argument = satisfying(requirement);
      assert.deepEqual(
        [...said('unknown-requirement', argument), ...said('unknown-standard', argument)],
        expected,
      );
    });
  }
});

describe('words', () => {
  const saying = (...texts: readonly string[]): Argument => ({
    nodes: texts.map((text, i) => nodeOf(`C${i + 1}`, 'claim', i === 0 ? [] : ['C1'], { text })),
    more: { evidence: texts.map((_, i) => linkOf(`${i}`, `C${i + 1}`)) },
  });

  it('that are the same but for case and punctuation are found, short labels are not', () => {
    assert.deepEqual(
      said('same-text', saying('Only users get in.', 'ONLY users get in', 'Log in', 'Log in')),
      ['C2: C2 says the same as C1. Say what is different, or refer to C1.'],
    );
  });

  it('that nobody can check are found as whole words, each once', () => {
    const claims = saying(
      'Keys are adequately, adequately kept, and rotated as needed.',
      'Shoulders carry robustness.',
    );
    assert.deepEqual(said('weasel-words', claims), [
      'C1: C1 has 2 words that nobody can check: “adequately” and “as needed”. Say how much, by what measure, or under which condition.',
    ]);
  });
});

describe('all rules together', () => {
  it('take time in proportion to the case', () => {
    const size = 20_000;
    const many = Array.from({ length: size }, (_, i) =>
      nodeOf(`C${i + 1}`, i % 3 === 2 ? 'rebuttal' : 'claim', [i === 0 ? 'C0' : `C${Math.ceil(i / 2)}`], {
        satisfies: [{ requirement: `X${i}:Y`, range: ACCEPTED.range }],
        text: `${i} should hold as needed`,
      }),
    );
    const top = nodeOf('C0', 'claim', []);
    const references = many.map(({ id }) => refer(id, `no-${id}`));
    const start = performance.now();
    const findings = found({
      nodes: [top, ...many],
      more: { references },
      standards: [{ id: 'S', title: 'S', requirements: [{ id: 'Y', title: 'Y' }] }],
    });
    assert.ok(findings.length > size);
    assert.ok(performance.now() - start < 5000, 'took longer than five seconds');
  });
});
