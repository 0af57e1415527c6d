import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readGsn2x } from '../../../src/formats/gsn2x/read-gsn2x.ts';
import { readLtac } from '../../../src/formats/ltac/read-ltac.ts';
import { convert } from '../../../src/formats/writing/convert.ts';
import type { Case } from '../../../src/model/case.ts';
import { isDefeater, type NodeKind } from '../../../src/model/kinds.ts';
import { NOTATIONS, type NotationName } from '../../../src/model/notations.ts';
import { caseWith, linkOf, nodeOf } from '../../support/cases.ts';
import { contentOf, someCase } from '../../support/some-case.ts';

const SOURCE = { file: '/w/x', stem: 'generated' };

/** Texts that mean nothing else to any notation. */
const plainText = fc
  .array(fc.constantFrom('Keys', 'stay', 'secret,', 'whoever', 'asks;', 'TLS', 'holds', 'é', '漢字'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join(' '));

/** What a notation with these kinds can say, and nothing else; supports under a defeater mean the opposite there. */
function sayable(kinds: readonly NodeKind[], letters: Partial<Record<NodeKind, string>>): fc.Arbitrary<Case> {
  return someCase({
    kinds,
    text: plainText,
    id: (kind, number) => `${letters[kind]}${number}`,
    locator: fc.constantFrom('src/app.py', 'infra/nginx.conf', 'https://example.org/report'),
  }).map((one): Case => {
    const kindOf = new Map(one.nodes.map(({ key, kind }) => [key, kind]));
    const supports = (kind: NodeKind | undefined): boolean => kind === 'claim' || kind === 'strategy';
    const nodes = one.nodes
      .filter(({ parents: [parent] }) => parent === undefined || supports(kindOf.get(parent)))
      .map((node) => ({ ...node, satisfies: [] }));
    const kept = new Set(nodes.map(({ key }) => key));
    const linked = new Set<string>();
    return {
      ...one,
      title: one.id,
      references: [],
      nodes: nodes.map((node) => ({
        ...node,
        undeveloped: node.undeveloped && supports(node.kind),
        parents: node.parents.filter((parent) => kept.has(parent)),
      })),
      evidence: one.evidence.filter(
        ({ node }) => node !== undefined && kept.has(node) && !linked.has(node) && linked.add(node),
      ),
    };
  });
}

describe('converting', () => {
  it('to gsn2x loses nothing that it can say', () => {
    const letters = {
      claim: 'G',
      strategy: 'S',
      evidence: 'Sn',
      context: 'C',
      assumption: 'A',
      justification: 'J',
      rebuttal: 'CG',
    };
    fc.assert(
      fc.property(sayable(Object.keys(letters) as NodeKind[], letters), (one) => {
        const { text, losses } = convert([one], 'gsn');
        assert.deepEqual(losses, [], text);
        assert.deepEqual(readGsn2x(text, SOURCE).cases.map(contentOf), [contentOf(one)], text);
      }),
      { numRuns: 300 },
    );
  });

  it('to LTAC loses nothing that it can say', () => {
    const letters = {
      claim: 'C',
      strategy: 'S',
      evidence: 'E',
      context: 'CT',
      assumption: 'A',
      justification: 'J',
      inference: 'R',
    };
    fc.assert(
      fc.property(sayable(Object.keys(letters) as NodeKind[], letters), (one) => {
        const { text, losses } = convert([one], 'ltac');
        assert.deepEqual(losses, [], text);
        assert.deepEqual(readLtac(text, SOURCE).cases.map(contentOf), [contentOf(one)], text);
      }),
      { numRuns: 300 },
    );
  });

  for (const to of Object.keys(NOTATIONS) as NotationName[]) {
    it(`to ${to} says of every node either all, or what is lost`, () => {
      fc.assert(
        fc.property(someCase(), (one) => {
          const { text, losses } = convert([one], to);
          const named = new Set(losses.map(({ node }) => node));
          for (const { id } of one.nodes)
            assert.ok(
              text.includes(id) || named.has(id) || losses.some(({ message }) => message.includes(id)),
              id,
            );
        }),
      );
    });
  }

  it('never makes what answers a defeater into what supports it', () => {
    const nodes = [
      nodeOf('C1', 'claim', []),
      nodeOf('R1', 'rebuttal', ['C1']),
      nodeOf('C2', 'claim', ['R1']),
      nodeOf('E2', 'evidence', ['C2'], { text: 'src/a.ts' }),
      nodeOf('C3', 'claim', ['C1']),
    ];
    const evidence = [
      linkOf('1', 'C2', { node: 'E2', locator: 'src/a.ts' }),
      linkOf('2', 'R1', { locator: 'src/b.ts' }),
    ];
    const one = caseWith('x', nodes, {
      evidence,
      references: [{ from: 'R1', target: 'C3', range: nodes[0]!.range }],
    });
    for (const [to, read] of [
      ['gsn', readGsn2x],
      ['ltac', readLtac],
    ] as const) {
      const converted = convert([one], to);
      const [again] = read(converted.text, SOURCE).cases;
      const below = again!.nodes.filter(({ parents }) => parents.includes('R1'));
      assert.deepEqual(
        below.map(({ kind }) => isDefeater(kind)),
        [true, true],
        to,
      );
      assert.ok(
        converted.losses.some(({ message }) => message === 'R1: that C3 stands below it, too'),
        to,
      );
    }
  });

  it('names what another notation cannot say', () => {
    const one = caseWith('x', [
      nodeOf('C1', 'claim', [], {
        text: 'It holds.',
        satisfies: [{ requirement: 'X:1', range: nodeOf('a', 'claim', []).range }],
      }),
      nodeOf('UC1', 'undercut', ['C1'], { text: 'Unless not.' }),
    ]);
    assert.deepEqual(
      convert([one], 'ltac').losses.map(({ message }) => message),
      ['C1: that it satisfies X:1', 'UC1: that it is an undercut'],
    );
  });
});
