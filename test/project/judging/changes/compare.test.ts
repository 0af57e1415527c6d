import assert from 'node:assert/strict';
import { parseFragment } from '../../../../src/evidence/fragment.ts';
import { type Syntax, createSyntax } from '../../../../src/evidence/syntax.ts';
import { nodeDigest } from '../../../../src/node/digest.ts';
import { Comparer, type Version } from '../../../../src/project/judging/changes/compare.ts';
import { installedGrammars } from '../../../evidence/grammars.ts';

const syntax = createSyntax(installedGrammars());

const version = (path: string, text: string): Version => ({ oid: nodeDigest('sha1', text), path, text });

function fragmentOf(text: string, path: string) {
  const parsed = parseFragment(text, path);
  assert.ok('fragment' in parsed, text);
  return parsed.fragment;
}

describe('a comparer', () => {
  const kinds: [path: string, fragment: string, before: string, beside: string, changed: string][] = [
    [
      'a.py',
      'f',
      'def f():\n    return 1\n',
      'x = 1\n\ndef f():\n    return 1\n',
      'def f():\n    return 2\n',
    ],
    [
      'a.py',
      'f~2',
      'def f(): pass\ny = 1\ndef f(a): pass\n',
      'def f(): return 1\ny = 1\ndef f(a): pass\n',
      'def f(): pass\ny = 1\ndef f(b): pass\n',
    ],
    [
      'a.conf',
      'region:r',
      '# warrant:begin r\na\n# warrant:end r\n',
      'b\n# warrant:begin r\na\n# warrant:end r\n',
      '# warrant:begin r\nb\n# warrant:end r\n',
    ],
    ['a.md', 'b', '# A\n\n# B\n\nb\n', '# A\n\na\n\n# B\n\nb\n', '# A\n\n# B\n\nc\n'],
    ['a.json', '/b/0', '{"b": [1]}', '{"a": 1,\n"b": [1, 2]}', '{"b": [2]}'],
    ['a.yml', '/b', 'b: {c: 1}\n', 'a: 1\nb: {c: 1}\n', 'b: {c: 2}\n'],
    ['a.toml', '/b/c', '[b]\nc = 1\n', '[a]\n[b]\nc = 1\n', '[b]\nc = 2\n'],
  ];
  for (const [path, name, before, beside, changed] of kinds) {
    it(`tells a change of ${path}#${name} from one beside it`, async () => {
      const comparer = new Comparer(syntax);
      const fragment = fragmentOf(name, path);
      const kind = async (after: string) =>
        (await comparer.compare(version(path, before), version(path, after), fragment)).kind;
      assert.ok(['same', 'cosmetic'].includes(await kind(beside)), beside);
      assert.equal(await kind(changed), 'different');
      const back = await comparer.compare(version(path, 'nothing'), version(path, before), fragment);
      assert.equal(back.kind, 'absent-before');
      const gone = await comparer.compare(version(path, before), version(path, 'nothing'), fragment);
      assert.equal(gone.kind, 'different');
    });

    it(`gives a fingerprint of ${path}#${name} that changes with it only`, async () => {
      const comparer = new Comparer(syntax);
      const fragment = fragmentOf(name, path);
      const print = (text: string) => comparer.fingerprint(version(path, text), fragment, 'body', nodeDigest);
      const first = await print(before);
      const moved = await print(beside);
      assert.equal(moved?.fingerprint, first?.fingerprint);
      assert.notDeepEqual(await print(changed), first);
      assert.equal(await print('nothing'), undefined);
    });
  }

  it('gives the fingerprint of a whole file, with its lines', async () => {
    const found = await new Comparer(syntax).fingerprint(
      version('a.txt', 'a\nb\n'),
      undefined,
      'body',
      nodeDigest,
    );
    assert.deepEqual(found?.lines, { start: 1, end: 2 });
    assert.match(found.fingerprint, /^text-1:/);
  });

  it('minds what is watched', async () => {
    const comparer = new Comparer(syntax);
    const [before, after] = [version('a.py', 'def f(): return 1\n'), version('a.py', 'def f(): return 2\n')];
    const fragment = fragmentOf('f', 'a.py');
    assert.equal((await comparer.compare(before, after, fragment)).kind, 'different');
    assert.equal((await comparer.compare(before, after, fragment, 'signature')).kind, 'cosmetic');
    const [one, two] = await Promise.all(
      [before, after].map((each) => comparer.fingerprint(each, fragment, 'signature', nodeDigest)),
    );
    assert.equal(one?.fingerprint, two?.fingerprint);
  });

  it('looks at each pair of versions once', async () => {
    let readings = 0;
    const counting: Syntax = {
      ...syntax,
      code: (path, text) => {
        readings++;
        return syntax.code(path, text);
      },
    };
    const comparer = new Comparer(counting);
    const [before, after] = [version('a.py', 'x = 1\n'), version('a.py', 'x = 2\n')];
    const look = async () => {
      await comparer.compare(before, after, undefined);
      await comparer.fingerprint(after, undefined, 'body', nodeDigest);
      assert.deepEqual(await comparer.parts(before, after), { changed: ['x'], added: [], removed: [] });
    };
    await look();
    const once = readings;
    await look();
    assert.equal(readings, once);
  });
});
