import assert from 'node:assert/strict';
import { compareMeaning } from '../../src/evidence/fingerprint.ts';
import { type Located, locate } from '../../src/evidence/locate.ts';
import { createSyntax } from '../../src/evidence/syntax.ts';
import { installedGrammars } from './grammars.ts';

const syntax = createSyntax(installedGrammars());

const find = (text: string, name: string, path = 'nginx.conf'): Promise<Located> =>
  locate(path, text, { kind: 'region', name }, syntax);
const lines = (startLine: number, endLine: number): Located => ({ kind: 'lines', startLine, endLine });

describe('a region', () => {
  const comments: [language: string, begin: string, end: string][] = [
    ['shell', '# warrant:begin tls', '# warrant:end tls'],
    ['C', '/* warrant:begin tls */', '/* warrant:end tls*/'],
    ['C++', '// warrant:begin tls - why', '//warrant:end tls'],
    ['HTML', '<!-- warrant:begin tls -->', '<!--warrant:end tls-->'],
    ['Jinja', '{# warrant:begin tls #}', '{# warrant:end tls #}'],
    ['SQL', '-- warrant:begin tls', '-- warrant:end tls'],
    ['Lisp', ';; warrant:begin  tls', ';;\twarrant:end\ttls'],
  ];
  for (const [language, begin, end] of comments) {
    it(`lies between comments of ${language}`, async () => {
      assert.deepEqual(await find(`a\n${begin}\nb\nc\n${end}\nd\n`, 'tls'), lines(3, 4));
    });
  }

  const text = [
    '# warrant:begin a',
    '1',
    '# warrant:begin a.b-c',
    '2',
    '# warrant:end a',
    '3',
    '# warrant:end a.b-c',
  ].join('\n');
  it('may overlap another one, and contain it', async () => {
    assert.deepEqual(await find(text, 'a'), lines(2, 4));
    assert.deepEqual(await find(text, 'a.b-c'), lines(4, 6));
  });

  it('is offered where another name is meant', async () => {
    assert.deepEqual(await find(text, 'a.b-d'), {
      kind: 'missing',
      similar: [{ kind: 'region', name: 'a.b-c' }],
    });
    assert.deepEqual(await find('nothing\n', 'a'), { kind: 'missing', similar: [] });
  });

  const mistakes: [what: string, text: string, why: string][] = [
    ['has no end', '# warrant:begin a\n1\n', '`warrant:begin a` in line 1 has no `warrant:end a` behind it.'],
    ['has no begin', '1\n# warrant:end a\n', '`warrant:end a` in line 2 has no `warrant:begin a`.'],
    [
      'ends before it begins',
      '# warrant:end a\n1\n# warrant:begin a\n',
      '`warrant:end a` in line 1 stands before `warrant:begin a` in line 3.',
    ],
    [
      'ends twice',
      '# warrant:begin a\n1\n# warrant:end a\n2\n# warrant:end a\n',
      '`warrant:begin a` in line 1 is ended more than once, in lines 3 and 5.',
    ],
    [
      'is empty',
      '# warrant:begin a\n# warrant:end a\n',
      'Nothing stands between `warrant:begin a` in line 1 and its end.',
    ],
  ];
  for (const [what, wrong, why] of mistakes) {
    it(`that ${what} is none, and it says why`, async () => {
      assert.deepEqual(await find(wrong, 'a'), { kind: 'missing', similar: [], why });
    });
  }

  it('that is there twice is ambiguous', async () => {
    const twice = '# warrant:begin a\n1\n# warrant:end a\n'.repeat(2);
    const located = await find(twice, 'a');
    assert.deepEqual(located.kind === 'ambiguous' && located.places.map(({ line }) => line), [1, 4]);
  });

  it('is compared as code where it is code, else as text', async () => {
    const change = (path: string, before: string, after: string) => {
      const extent = (text: string) => ({
        path,
        text,
        lines: { start: 2, end: 2 },
        fragment: { kind: 'region', name: 'a' } as const,
      });
      const region = (line: string) => extent(`# warrant:begin a\n${line}\n# warrant:end a\n`);
      return compareMeaning(region(before), region(after), syntax);
    };
    assert.equal(await change('a.py', 'x = 1', 'x=1  # one'), 'cosmetic');
    assert.equal(await change('a.py', 'x = 1', 'x = 2'), 'different');
    assert.equal(await change('a.yaml', 'x: 1', 'x:  1'), 'different');
    assert.equal(await change('a.conf', 'x 1', 'x 1 '), 'cosmetic');
  });

  it('is found in a long text without going over it again and again', async () => {
    const many = '# warrant:begin a\n'.repeat(50_000) + 'warrant:begin '.repeat(50_000) + '.'.repeat(200_000);
    assert.equal((await find(many, 'a')).kind, 'ambiguous');
  });
});
