import assert from 'node:assert/strict';
import { canonical } from '../../../src/evidence/data/canonical.ts';
import { mergedEntries } from '../../../src/evidence/data/merge.ts';
import { readData } from '../../../src/evidence/data/read-data.ts';
import { type MeaningChange, compareMeaning } from '../../../src/evidence/fingerprint.ts';
import { locate } from '../../../src/evidence/locate.ts';
import { partChanges, partsOf } from '../../../src/evidence/parts.ts';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import { installedGrammars } from '../grammars.ts';

const syntax = createSyntax(installedGrammars());

const TEXT = `\
base: &base
  timeout: 5
  retries: 3
  limits: {cpu: 1}
other: &other
  timeout: 7
  color: red
service:
  <<: *base
  retries: 4
both:
  <<: [*base, *other]
below:
  <<: {<<: *other, timeout: 9}
twice:
  <<: *base
  <<: *other
quoted:
  "<<": *base
odd:
  <<: 5
`;

describe('merge keys of YAML', () => {
  const at = async (pointer: string, text = TEXT) =>
    locate('a.yaml', text, { kind: 'pointer', pointer }, syntax);

  const found: [what: string, pointer: string, line: number][] = [
    ['what is merged in, where it is written', '/service/timeout', 2],
    ['what stands below that', '/service/limits/cpu', 4],
    ['what overrides it', '/service/retries', 10],
    ['of a list the first map that has it', '/both/timeout', 2],
    ['what only a later one has', '/both/color', 7],
    ['what is merged into what is merged in', '/below/color', 7],
    ['what overrides that', '/below/timeout', 14],
    ['of two merge keys the last', '/twice/timeout', 6],
    ['and the first for the rest', '/twice/retries', 3],
    ['the merge key itself', '/service/<<', 9],
    ['a way through it', '/service/<</retries', 3],
  ];
  for (const [what, pointer, line] of found) {
    it(`lead a pointer to ${what}: ${pointer}`, async () => {
      assert.deepEqual(await at(pointer), { kind: 'lines', startLine: line, endLine: line });
    });
  }

  it('are none in quotes, nor without a map, nor in other notations', async () => {
    for (const pointer of ['/quoted/timeout', '/odd/timeout'])
      assert.equal((await at(pointer)).kind, 'missing');
    const json = '{"a": {"<<": {"b": 1}}}';
    assert.equal(
      (await locate('a.json', json, { kind: 'pointer', pointer: '/a/b' }, syntax)).kind,
      'missing',
    );
  });

  it('offer what is merged in, where something else was meant', async () => {
    const located = await at('/service/timeouts');
    assert.ok(located.kind === 'missing');
    assert.deepEqual(located.similar[0], { kind: 'pointer', pointer: '/service/timeout' });
  });

  async function change(pointer: string, before: string, after: string): Promise<MeaningChange> {
    const extents = await Promise.all(
      [before, after].map(async (text) => {
        const located = await at(pointer, text);
        assert.ok(located.kind === 'lines');
        const lines = { start: located.startLine, end: located.endLine };
        return { path: 'a.yaml', text, lines, fragment: { kind: 'pointer' as const, pointer } };
      }),
    );
    return compareMeaning(extents[0]!, extents[1]!, syntax);
  }

  it('make a value follow its base', async () => {
    assert.equal(
      await change('/service/timeout', TEXT, TEXT.replace('timeout: 5', 'timeout: 6')),
      'different',
    );
    assert.equal(
      await change('/service/timeout', TEXT, TEXT.replace('retries: 3', 'retries: 9')),
      'same-bytes',
    );
    assert.equal(await change('/service', TEXT, TEXT.replace('timeout: 5', 'timeout: 6')), 'different');
    const overridden = TEXT.replace('  retries: 4', '  retries: 4\n  timeout: 5');
    assert.equal(await change('/service/timeout', TEXT, overridden), 'same-bytes');
    assert.equal(
      await change('/service/timeout', TEXT, overridden.replace('timeout: 5\nboth', 'timeout: 6\nboth')),
      'different',
    );
  });

  it('do not make a map follow what it overrides', async () => {
    assert.equal(await change('/service', TEXT, TEXT.replace('retries: 3', 'retries: 9')), 'same-bytes');
    assert.equal(await change('/service', TEXT, TEXT.replace('retries: 4', 'retries: 9')), 'different');
  });

  it('count as if what they give were written there', async () => {
    const [merged, written] = ['a: &x {b: 1}\nc: {d: 2, <<: *x}\n', 'a: &x {b: 1}\nc: {b: 1, d: 2}\n'];
    assert.equal(await change('/c', merged, written), 'cosmetic');
    assert.equal(await change('/c', merged, written.replace('b: 1, d', 'b: 3, d')), 'different');
    const files = [merged, written].map((text) => ({ path: 'a.yaml', text }));
    assert.equal(await compareMeaning(files[0]!, files[1]!, syntax), 'cosmetic');
    assert.equal(await change('/odd', TEXT, TEXT.replace('<<: 5', '<<: 6')), 'different');
  });

  it('name what they give a key as its parts', async () => {
    const parts = await partsOf({ path: 'a.yaml', text: TEXT }, syntax);
    const names = parts?.parts.map(({ name }) => name).filter((name) => name.startsWith('/service/'));
    assert.deepEqual(names, ['/service/retries', '/service/timeout', '/service/limits']);
    const after = TEXT.replace('cpu: 1', 'cpu: 2');
    const changes = await partChanges(
      { path: 'a.yaml', text: TEXT },
      { path: 'a.yaml', text: after },
      syntax,
    );
    assert.deepEqual(changes?.changed, [
      '/base/limits',
      '/service/limits',
      '/both/limits',
      '/twice/limits',
      '/quoted/<<',
    ]);
  });

  it('may merge a map into itself', async () => {
    const text = 'a: &x\n  <<: *x\n  b: 1\nc: &y\n  <<: [*x, *y]\n';
    assert.deepEqual(await at('/c/b', text), { kind: 'lines', startLine: 3, endLine: 3 });
    assert.equal((await at('/c/d', text)).kind, 'missing');
    assert.ok(canonical(readData('YAML', text)!.roots));
  });

  it('may be a long chain', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, i) => `a${i}: &a${i} {<<: ${i ? `*a${i - 1}` : '{b: 1}'}}`,
    );
    assert.deepEqual(await at('/a4999/b', lines.join('\n')), { kind: 'lines', startLine: 1, endLine: 1 });
  });

  it('may stand for more than there is time for', async () => {
    // Short, and each of the last ones would look at all of the first ones.
    const bases = Array.from({ length: 5000 }, () => '{a: 1}').join(', ');
    const users = Array.from({ length: 5000 }, (_, i) => `u${i}: {<<: *all}`);
    const text = `all: &all [${bases}]\n${users.join('\n')}\n`;
    const data = readData('YAML', text)!;
    assert.equal(canonical(data.roots), undefined);
    assert.equal(await partsOf({ path: 'a.yaml', text }, syntax), undefined);
    const [root] = data.roots;
    const user = root?.kind === 'map' ? root.entries.at(-1)?.value : undefined;
    assert.ok(user?.kind === 'map');
    assert.equal(mergedEntries(user, { left: 5000 }), undefined);
    const work = { left: 20_000 };
    assert.equal(mergedEntries(user, work)?.length, 1);
    assert.equal(work.left, 20_000 - 1 - 2 * 5000);
    assert.equal((await at('/u4999/a', text)).kind, 'lines');
    assert.equal((await at('/u4999/b', text)).kind, 'missing');
  });
});
