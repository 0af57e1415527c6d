import assert from 'node:assert/strict';
import {
  caseChoices,
  claimChoices,
  parentChoices,
  remembered,
} from '../../../src/client/evidence-for/claim-choices.ts';
import type { EvidenceCase } from '../../../src/server/protocol.ts';

const one = (id: string, top: boolean): EvidenceCase => ({
  case: `/${id}`,
  id,
  title: `Case ${id}`,
  uri: `file:///${id}.case.yaml`,
  locator: 'src/a.py#f',
  top,
  claims: [
    { node: 'C1', id: 'C1', text: 'Only users get in.', has: true },
    { node: 'logs', id: '', text: 'Logs are kept.', has: false },
  ],
});

describe('the claims to choose from', () => {
  const cases = [one('a', true), one('b', false)];
  const shown = (recent: readonly string[]): string[] =>
    claimChoices(cases, recent).map((choice) =>
      'heading' in choice ? `-- ${choice.heading}` : `${choice.label} | ${choice.description}`,
    );

  it('are those of each case, with a new one at its end', () => {
    assert.deepEqual(shown([]), [
      '-- Case a',
      'C1 | Only users get in. (rests on it already)',
      'Logs are kept. | ',
      '$(add) New claim… | in Case a',
      '-- Case b',
      'C1 | Only users get in. (rests on it already)',
      'Logs are kept. | ',
      '$(add) New claim… | in Case b',
      '-- All cases',
      '$(add) New claim… | in a case that you choose next',
    ]);
  });

  it('show of new claims always the one whose case is asked for, or the only one', () => {
    const always = (among: readonly EvidenceCase[]): (string | undefined)[] =>
      claimChoices(among, []).flatMap((choice) =>
        'always' in choice && choice.always ? [choice.case?.id] : [],
      );
    assert.deepEqual(always(cases), [undefined]);
    assert.deepEqual(always(cases.slice(0, 1)), ['a']);
    assert.deepEqual(
      caseChoices(cases).map(({ label, description }) => `${label} | ${description}`),
      ['Case a | a', 'Case b | b'],
    );
  });

  it('begin with those used last, which stand there only', () => {
    const recent = remembered(remembered([], cases[0]!, 'logs'), cases[1]!, 'C1');
    const list = shown([...recent, 'of another time']);
    assert.deepEqual(list.slice(0, 4), [
      '-- Used last',
      'C1 | Only users get in. (rests on it already)',
      'Logs are kept. | ',
      '-- Case a',
    ]);
    assert.equal(list.length, shown([]).length + 1);
  });

  it('remember five, each once', () => {
    let recent: string[] = [];
    for (const node of ['1', '2', '3', '4', '5', '6', '2']) recent = remembered(recent, cases[0]!, node);
    assert.deepEqual(
      recent.map((name) => (JSON.parse(name) as string[])[2]),
      ['2', '6', '5', '4', '3'],
    );
  });

  it('offer a place for a new one below each claim, and in the case where that can be written', () => {
    assert.deepEqual(
      parentChoices(cases[0]!).map(({ node }) => node),
      ['C1', 'logs', undefined],
    );
    assert.deepEqual(
      parentChoices(cases[1]!).map(({ node }) => node),
      ['C1', 'logs'],
    );
  });
});
