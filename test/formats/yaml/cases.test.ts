import assert from 'node:assert/strict';
import { read, yaml } from './reading.ts';

describe('cases in YAML', () => {
  it('have the file’s stem as id and the id as title, where they give none', () => {
    const { id, title } = read('claims: {C1: a}\n').case;
    assert.deepEqual({ id, title }, { id: 'transit', title: 'transit' });
    assert.equal(read('id: other\nclaims: {C1: a}\n').case.title, 'other');
  });

  it('may be several in one file, with ids of their own nodes', () => {
    const result = read(yaml`
      case: First
      claims: {C1: a}
      ---
      case: Second
      id: second
      claims: {C1: b}
    `);
    assert.deepEqual(result.marked, []);
    assert.deepEqual(
      result.cases.map(({ id, title, nodes }) => [id, title, nodes[0]?.key]),
      [
        ['transit', 'First', 'C1'],
        ['second', 'Second', 'C1'],
      ],
    );
    assert.match(result.textAt(result.cases[1]?.range ?? result.case.range), /^case: Second[^]+C1: b\}$/);
  });

  it('with an id that another has are kept, and reported', () => {
    const result = read(
      'case: A\nclaims: {C1: a}\n---\ncase: B\nclaims: {C1: b}\n---\nid: x\nclaims: {C1: c}\n---\nid: x\nclaims: {C1: d}\n',
    );
    assert.deepEqual(
      result.cases.map(({ id }) => id),
      ['transit', 'transit~2', 'x', 'x~2'],
    );
    assert.deepEqual(result.marked, ['duplicate-id: B', 'duplicate-id: x']);
    const place = result.findings[0]?.related?.[0]?.place;
    assert.ok(place?.kind === 'claim-file');
    assert.equal(result.textAt(place.range), 'A');
  });

  const subjects: [written: string, subject: object | undefined][] = [
    ['.', undefined],
    ['', undefined],
    ['../checkout', { path: '../checkout' }],
    ['https://example.org/a.git', { repo: 'https://example.org/a.git' }],
    ['git@example.org:a/b.git', { repo: 'git@example.org:a/b.git' }],
    ['{path: ../checkout, rev: v1.0}', { path: '../checkout', rev: 'v1.0' }],
    ['{repo: "https://example.org/a", rev: 12345678}', { repo: 'https://example.org/a', rev: '12345678' }],
  ];
  for (const [written, subject] of subjects) {
    it(`have the subject that is written as “${written}”`, () => {
      const result = read(`subject: ${written}\nclaims: {C1: a}\n`);
      assert.deepEqual(result.marked, []);
      const { range, ...read_ } = result.case.subject ?? {};
      assert.deepEqual(result.case.subject && read_, subject);
      if (range) assert.equal(result.textAt(range), written);
    });
  }

  it('have mistakes at their top reported, and the rest read', () => {
    const result = read(yaml`
      case: [a]
      title: b
      clams: {C1: c}
      C2: d
      subject: {path: ../x, revision: e}
      claims: {C3: f}
    `);
    assert.deepEqual(result.marked, [
      'wrong-type: [a]',
      'unknown-key: title',
      'unknown-key: clams',
      'unknown-key: C2',
      'unknown-key: revision',
    ]);
    assert.match(result.findings[1]?.message ?? '', /Did you mean `case`/);
    assert.match(result.findings[2]?.message ?? '', /Did you mean `claims`/);
    assert.match(result.findings[3]?.message ?? '', /below a key/);
    assert.equal(result.node('C3').text, 'f');
  });

  for (const [what, text, marked] of [
    ['an empty text', '', ''],
    ['blank lines', '\n\n', ''],
    ['only comments', '# Claims follow.\n', '# Claims follow.'],
    ['an empty document', '---\n', '---'],
    ['only a title', 'case: Transit\n', 'Transit'],
    ['only keys', 'claims:\n', 'claims:'],
  ] as const) {
    it(`are missing in ${what}, which is said`, () => {
      const result = read(text);
      assert.deepEqual(result.marked, [`empty-case: ${marked}`]);
      assert.equal(result.findings[0]?.severity, 'warning');
    });
  }

  for (const [what, text, marked] of [
    ['a map of other things', 'services:\n  web: {}\n', 'services:'],
    ['a list', '- a\n- b\n', '- a'],
    ['prose', 'Data stays confidential.\n', 'Data stays confidential.'],
    [
      'a register of another tool',
      'claims:\n  - {id: a, headline: One, grade: 3}\n  - {id: b, headline: Two, grade: 4}\n',
      'claims:',
    ],
  ] as const) {
    it(`are not seen in ${what}, which is said`, () => {
      const result = read(text);
      assert.deepEqual(result.cases, []);
      assert.deepEqual(result.marked, [`not-a-case: ${marked}`]);
      assert.equal(result.findings[0]?.file, '/repository/transit.case.yaml');
    });
  }

  it('are seen where a key is misspelt throughout', () => {
    const result = read('claims:\n  C1: {txt: One}\n  C2: {txt: Two}\n');
    assert.equal(result.cases[0]?.nodes.length, 2);
  });

  it('are read beside a document that is none, and beside empty ones', () => {
    const result = read('---\n---\nfoo: bar\n---\nclaims: {C1: a}\n---\n');
    assert.deepEqual(result.marked, ['not-a-case: foo: bar']);
    assert.equal(result.cases.length, 1);
  });
});
