import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Case, PlainValue } from '../../../src/model/case.ts';
import { readYaml } from '../../../src/formats/yaml/read-yaml.ts';
import { convert } from '../../../src/formats/writing/convert.ts';
import { caseWith, linkOf, nodeOf } from '../../support/cases.ts';
import { contentOf, someCase } from '../../support/some-case.ts';

function readBack(text: string): readonly Case[] {
  const { cases, findings } = readYaml(text, { file: '/w/x.case.yaml', stem: 'x' });
  const errors = findings.filter(({ severity }) => severity === 'error');
  assert.deepEqual(errors, [], text);
  return cases;
}

describe('writing YAML', () => {
  it('loses nothing of any case', () => {
    fc.assert(
      fc.property(someCase(), (one) => {
        const { text, losses } = convert([one], 'yaml');
        assert.deepEqual(losses, []);
        assert.deepEqual(readBack(text).map(contentOf), [contentOf(one)]);
      }),
      { numRuns: 300 },
    );
  });

  it('is still after the first time', () => {
    fc.assert(
      fc.property(someCase(), (one) => {
        const once = convert([one], 'yaml').text;
        assert.equal(convert(readBack(once), 'yaml').text, once);
      }),
    );
  });

  it('writes several cases as documents of one file', () => {
    const cases = ['a', 'b'].map((id) => caseWith(id, [nodeOf('C1', 'claim', [], { text: `${id} holds.` })]));
    const { text } = convert(cases, 'yaml');
    assert.equal(
      text,
      'case: a\nid: a\nclaims:\n  C1: a holds.\n---\ncase: b\nid: b\nclaims:\n  C1: b holds.\n',
    );
    assert.deepEqual(
      readBack(text).map(({ id }) => id),
      ['a', 'b'],
    );
  });

  it('writes evidence without an id as a locator, and with one as an entry', () => {
    const nodes = [
      nodeOf('C1', 'claim', [], { text: 'It holds.' }),
      nodeOf('E1', 'evidence', ['C1'], { text: 'src/a.ts' }),
      nodeOf('E2', 'evidence', ['C1'], { text: 'Two logs.' }),
    ];
    const evidence = [
      linkOf('1', 'C1', { locator: 'src/b.ts' }),
      linkOf('2', 'C1', { locator: 'src/a.ts', node: 'E1' }),
      linkOf('3', 'C1', { locator: 'logs/1', node: 'E2' }),
      linkOf('4', 'C1', { locator: 'logs/2', node: 'E2' }),
    ];
    assert.equal(
      convert([caseWith('x', nodes, { evidence })], 'yaml').text,
      `case: x
id: x
claims:
  C1:
    text: It holds.
    evidence:
      - src/b.ts
      - E1: src/a.ts
      - E2:
          text: Two logs.
          at: [logs/1, logs/2]
`,
    );
  });

  it('keeps what is expected of evidence, whatever it is', () => {
    const value = fc.letrec<{ value: PlainValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('x', 'no', '1', '', true, false, null, 0, -1.5, 1e21),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('max', 'error', 'a b', '1'), tie('value'), {
          maxKeys: 2,
          noNullPrototype: true,
        }),
      ),
    })).value;
    fc.assert(
      fc.property(value, fc.boolean(), (inner, named) => {
        const expect = { max: inner };
        const nodes = [nodeOf('C1', 'claim', []), ...(named ? [nodeOf('E1', 'evidence', ['C1'])] : [])];
        const evidence = [linkOf('1', 'C1', { locator: 'x.sarif', expect, ...(named && { node: 'E1' }) })];
        const { text, losses } = convert([caseWith('x', nodes, { evidence })], 'yaml');
        assert.deepEqual(losses, [], text);
        // Most of these say nothing that can be expected, which is a finding and no loss.
        const { cases } = readYaml(text, { file: '/w/x.case.yaml', stem: 'x' });
        assert.deepEqual(cases[0]!.evidence[0]!.expect, expect, text);
      }),
    );
  });

  for (const watch of ['signature', 'body', 'all'] as const) {
    it(`keeps that ${watch} is watched, and says so where another notation cannot`, () => {
      for (const named of [false, true]) {
        const nodes = [nodeOf('C1', 'claim', []), ...(named ? [nodeOf('E1', 'evidence', ['C1'])] : [])];
        const evidence = [linkOf('1', 'C1', { locator: 'a.py#f', watch, ...(named && { node: 'E1' }) })];
        const written = caseWith('x', nodes, { evidence });
        const { text, losses } = convert([written], 'yaml');
        assert.deepEqual(losses, [], text);
        assert.equal(readBack(text)[0]!.evidence[0]!.watch, watch, text);
        const lost = convert([written], 'markdown').losses.map(({ message }) => message);
        assert.ok(
          lost.some((message) => message.includes(`how much of a.py#f is watched, ${watch}`)),
          String(lost),
        );
      }
    });
  }

  it('gives a node whose id is taken, or is a key, another one, and says so', () => {
    const nodes = [
      nodeOf('C1', 'claim', []),
      { ...nodeOf('C1', 'claim', []), key: 'C1~2' },
      nodeOf('text', 'claim', ['C1~2']),
    ];
    const { text, losses } = convert([caseWith('x', nodes)], 'yaml');
    assert.deepEqual(
      readBack(text)[0]!.nodes.map(({ id, parents }) => [id, ...parents]),
      [['C1'], ['C1-2'], ['text-2', 'C1-2']],
    );
    assert.deepEqual(
      losses.map(({ message }) => message),
      ['C1-2: its id, C1, which another node has, too', 'text-2: its id, text, which cannot be written here'],
    );
  });

  it('leaves mentions out, and names them', () => {
    const evidence = [linkOf('1', 'C1', { locator: 'src/b.ts', cited: false })];
    const { text, losses } = convert([caseWith('x', [nodeOf('C1', 'claim', [])], { evidence })], 'yaml');
    assert.doesNotMatch(text, /src/);
    assert.deepEqual(losses, [
      { message: 'C1: src/b.ts, which is only mentioned and not cited as evidence', node: 'C1' },
    ]);
  });
});
