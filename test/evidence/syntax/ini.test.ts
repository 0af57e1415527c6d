import assert from 'node:assert/strict';
import { cosmetic, different, linear, outlineOf, tokensOf } from './edits.ts';

describe('the outline of INI files', () => {
  it('has sections and their keys, with values of several lines', async () => {
    const found = await outlineOf(
      'setup.cfg',
      `top = 1

; about it
[metadata]
name = warrant
url: https://example.com
[options]
install_requires =
    one>=1
    # for two
    two
packages = find:
flag

[tool:pytest]  ; more
path = a \\\\
  b
dir = C:\\\\
next = 2
`,
    );
    assert.deepEqual(found, [
      '1-1 property top',
      '4-6 namespace metadata',
      '5-5 property metadata.name',
      '6-6 property metadata.url',
      '7-12 namespace options',
      '8-11 property options.install_requires',
      '12-12 property options.packages',
      '15-19 namespace tool:pytest',
      '16-17 property tool:pytest.path',
      '18-18 property tool:pytest.dir',
      '19-19 property tool:pytest.next',
    ]);
  });

  it('has indented keys where keys are indented', async () => {
    const found = await outlineOf('a.ini', '[core]\n\teditor = vi\n\tpager = less\n[user]\n\tname = a\n');
    assert.deepEqual(found, [
      '1-3 namespace core',
      '2-2 property core.editor',
      '3-3 property core.pager',
      '4-5 namespace user',
      '5-5 property user.name',
    ]);
  });

  it('has the sections of .editorconfig', async () => {
    const found = await outlineOf('.editorconfig', 'root = true\n[*.{js,ts}]\n  indent = 2\n    size = 4\n');
    assert.deepEqual(found, [
      '1-1 property root',
      '2-4 namespace *.{js,ts}',
      '3-3 property *.{js,ts}.indent',
      '4-4 property *.{js,ts}.size',
    ]);
  });

  it('has the keys of properties', async () => {
    const found = await outlineOf(
      'log4j.properties',
      '# a\n! b\nlog.level=warn\nfruits = apple, \\\n   key = pear\nsite\\:a : x\nflag\n[no] section\n',
    );
    assert.deepEqual(found, [
      '3-3 property log.level',
      '4-5 property fruits',
      '6-6 property site\\:a',
      '7-7 property flag',
      '8-8 property [no]',
    ]);
  });
});

describe('the meaning of INI files', () => {
  const text = '[a]\nb = c d\ne = f\n';

  cosmetic('a.ini', [
    ['white space around keys and values', text, '[a]\nb=c d  \ne  =  f\n'],
    ['line ends', text, text.replaceAll('\n', '\r\n')],
    ['comments and blank lines', text, `; x\n\n${text.replace('e =', '# y\ne =')}`],
    ['the sign behind a key', text, text.replace('b =', 'b:')],
    ['white space in front of lines of a value', '[a]\nb =\n  c\n  d\n', '[a]\nb =\n    c\n    d\n'],
    ['white space around the name of a section', text, text.replace('[a]', '[ a ]')],
  ]);

  different('a.ini', [
    ['a value', text, text.replace('c d', 'c')],
    ['white space in a value', text, text.replace('c d', 'c  d')],
    ['what stands behind a value', text, text.replace('c d', 'c d ; x')],
    ['a key', text, text.replace('b =', 'x =')],
    ['a section', text, text.replace('[a]', '[x]')],
    ['a key moved to another section', '[a]\nb = 1\n[c]\n', '[a]\n[c]\nb = 1\n'],
    ['a key made part of a value', '[a]\nb = c\nd = e\n', '[a]\nb = c\n  d = e\n'],
    ['a line that is no key', '[a]\nb\n', '[a]\nb =\n'],
    ['a value that reads like a mark', '[a]\nb = key:c\n', '[a]\nb =\nc =\n'],
  ]);

  different('a.properties', [
    ['a value on the next line', 'a = b\\\nc = d\n', 'a = b\nc = d\n'],
    ['an even number of backslashes', 'a = b\\\\\nc = d\n', 'a = b\\\nc = d\n'],
  ]);

  it('needs no grammar', async () => {
    assert.deepEqual(await tokensOf('a.ini', '[a]\nb = c\n'), ['section:a', 'key:b', '=c']);
  });
});

describe('reading INI files', () => {
  linear('a.ini', '[a]\nb = c\n', ['[', '[]', 'a', 'a =\n ', 'a = \\\n', '\\', ']', '[a]   ', '\t= ']);
});
