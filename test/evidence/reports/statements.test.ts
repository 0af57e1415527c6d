import assert from 'node:assert/strict';
import { complaint, reportIn } from './reading.ts';
import { PROVENANCE_02, PROVENANCE_1, inBundle, inEnvelope } from './samples.ts';

const read = (value: object) => reportIn('statements', JSON.stringify(value, null, 2));

describe('reading in-toto statements', () => {
  it('of SLSA 1, with the commit that was built and the time when it was done', () => {
    const { statements, at } = read(PROVENANCE_1);
    const [one] = statements;
    assert.equal(one!.predicateType, 'https://slsa.dev/provenance/v1');
    assert.deepEqual(one!.subjects, [
      { name: 'quill.tar.gz', digests: new Map([['sha256', 'ab'.repeat(32)]]) },
    ]);
    assert.deepEqual(one!.commits, ['1'.repeat(40)]);
    assert.equal(at, '2026-05-12T09:05:00.000Z');
    assert.equal(one!.isSigned, false);
  });

  it('of SLSA 0.2, with materials and the source of its configuration', () => {
    const { statements, at } = read(PROVENANCE_02);
    assert.deepEqual([...statements[0]!.commits].sort(), ['2'.repeat(40), '3'.repeat(40)]);
    assert.equal(at, '2026-04-01T00:10:00.000Z');
  });

  it('with predicates of people’s own, which call a commit what they like', () => {
    const named = (predicate: object): readonly string[] =>
      read({ ...PROVENANCE_1, subject: [{ name: 'x', digest: { gitCommit: '9'.repeat(40) } }], predicate })
        .statements[0]!.commits;
    assert.deepEqual(named({ run: { git_sha: '4'.repeat(40), tree: '5'.repeat(40) }, commit: 'main' }), [
      '9'.repeat(40),
      '4'.repeat(40),
    ]);
  });

  it('in an envelope, in a bundle, and one a line', () => {
    for (const value of [
      inEnvelope(PROVENANCE_1),
      inBundle(PROVENANCE_1),
      { bundle: inBundle(PROVENANCE_1) },
    ]) {
      const [one] = read(value).statements;
      assert.equal(one!.subjects[0]!.name, 'quill.tar.gz');
      assert.equal(one!.isSigned, true);
    }
    const rows = [inEnvelope(PROVENANCE_1), PROVENANCE_02, inBundle(PROVENANCE_1)].map((row) =>
      JSON.stringify(row),
    );
    const { statements, at } = reportIn('statements', `${rows.join('\n')}\n\n`);
    assert.deepEqual(
      statements.map(({ line, isSigned }) => [line, isSigned]),
      [
        [1, true],
        [2, false],
        [3, true],
      ],
    );
    assert.equal(at, '2026-04-01T00:10:00.000Z');
  });

  const wrong: [what: string, value: object, complaint: RegExp][] = [
    ['without a subject', { ...PROVENANCE_1, subject: [] }, /it has no "subject"/],
    [
      'without a type of predicate',
      { ...PROVENANCE_1, predicateType: undefined },
      /without a "predicateType"/,
    ],
    [
      'whose envelope holds something else',
      inEnvelope(PROVENANCE_1, 'text/plain'),
      /^unsupported: its envelope holds text\/plain/,
    ],
    [
      'whose payload is not base64',
      { ...inEnvelope({}), payload: '%%%' },
      /^1:1 the "payload" of its envelope is not base64/,
    ],
    [
      'whose payload is no JSON',
      { ...inEnvelope({}), payload: btoa('{"a"') },
      /is no JSON \(in its line 1, it breaks off here\)/,
    ],
    ['whose payload is no statement', inEnvelope({ a: 1 }), /"_type" is not that of an in-toto statement/],
  ];
  for (const [what, value, expected] of wrong) {
    it(`refuses one ${what}`, () => assert.match(complaint(JSON.stringify(value)), expected));
  }

  it('says which line of several is wrong', () => {
    assert.match(complaint(`${JSON.stringify(PROVENANCE_1)}\n{"a": }\n`), /^2:7 /);
  });
});
