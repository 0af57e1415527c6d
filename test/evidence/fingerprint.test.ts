import assert from 'node:assert/strict';
import {
  type MeaningChange,
  compareMeaning,
  fingerprint,
  sameMeaning,
} from '../../src/evidence/fingerprint.ts';
import { parseFragment } from '../../src/evidence/fragment.ts';
import { locate } from '../../src/evidence/locate.ts';
import { createSyntax } from '../../src/evidence/syntax.ts';
import { nodeDigest } from '../../src/node/digest.ts';
import { installedGrammars } from './grammars.ts';

const syntax = createSyntax(installedGrammars());

type Edit = [what: string, before: string, after: string, change: MeaningChange];

function compareAll(path: string, edits: readonly Edit[]): void {
  for (const [what, before, after, expected] of edits) {
    it(`${what}: ${expected}`, async () => {
      assert.equal(await compareMeaning({ path, text: before }, { path, text: after }, syntax), expected);
      const prints = await Promise.all(
        [before, after].map((text) => fingerprint({ path, text }, syntax, nodeDigest)),
      );
      assert.equal(sameMeaning(prints[0]!, prints[1]!), expected !== 'different');
    });
  }
}

describe('the meaning of Python', () => {
  const body = 'def f(a, b):\n    x = a + b\n    return x\n';
  compareAll('a.py', [
    ['nothing changed', body, body, 'same-bytes'],
    ['white space', body, 'def f( a,b ):\n  x=a+b\n\n  return  x\n', 'cosmetic'],
    ['line ends', body, body.replaceAll('\n', '\r\n'), 'cosmetic'],
    ['line ends in a string', 'x = """a\nb"""\n', 'x = """a\r\nb"""\r\n', 'cosmetic'],
    ['a comment added', body, body.replace('x = ', '# sum\n    x = '), 'cosmetic'],
    ['a comment changed', `# a\n${body}  # b\n`, `# c\n${body}  # d\n`, 'cosmetic'],
    ['a comment before the body', 'if x:\n    y()\n', 'if x:  # why\n    # because\n    y()\n', 'cosmetic'],
    ['the body changed', body, body.replace('a + b', 'a - b'), 'different'],
    ['a string changed', 'x = "a b"\n', 'x = "a  b"\n', 'different'],
    ['white space at the end of a line in a string', 'x = """a\nb"""\n', 'x = """a \nb"""\n', 'different'],
    ['a statement dedented', 'if x:\n    a()\n    b()\n', 'if x:\n    a()\nb()\n', 'different'],
    [
      'a block emptied into its parent',
      'for x in y:\n    if x:\n        a()\n    b()\n',
      'for x in y:\n    if x:\n        a()\n        b()\n',
      'different',
    ],
    ['two statements made one', 'x = 1\n-y\n', 'x = 1 - y\n', 'different'],
    ['a value no longer returned', 'def f():\n    return x\n', 'def f():\n    return\n    x\n', 'different'],
    ['a body on the line of its head', 'if x: y()\n', 'if x:\n    y()\n', 'cosmetic'],
    ['semicolons', 'a(); b();\n', 'a()\nb()\n', 'cosmetic'],
    ['a trailing comma', 'f(a, b)\n', 'f(\n    a,\n    b,\n)\n', 'cosmetic'],
    [
      'trailing commas in all brackets',
      'from a import (b, c,)\nx = [1, 2,]\ny = {"a": 1,}\ndef f(a, b,): pass\n',
      'from a import (b, c)\nx = [1, 2]\ny = {"a": 1}\ndef f(a, b): pass\n',
      'cosmetic',
    ],
    ['a tuple of one', 'x = (1,)\n', 'x = (1)\n', 'different'],
    ['a tuple of one without brackets', 'x = 1,\n', 'x = 1\n', 'different'],
    ['a tuple as index', 'x[1,]\n', 'x[1]\n', 'different'],
    ['a tuple of two', 'x = (1, 2,)\n', 'x = (1, 2)\n', 'cosmetic'],
    ['quotes', "x = 'a'\n", 'x = "a"\n', 'cosmetic'],
    [
      'quotes with quotes inside',
      "x = 'it\\'s'\ny = 'say \"a\"'\n",
      'x = "it\'s"\ny = "say \\"a\\""\n',
      'cosmetic',
    ],
    ['quotes of raw strings', "x = r'\\d'\n", 'x = R"\\d"\n', 'cosmetic'],
    ['an escaped quote in a raw string', "x = r'\\''\n", 'x = r"\'"\n', 'different'],
    ['quotes of f-strings', "x = f'{a!r} b {c:>{w}}'\n", 'x = f"{a!r} b {c:>{w}}"\n', 'cosmetic'],
    ['the value in an f-string', 'x = f"{a} b"\n', 'x = f"{c} b"\n', 'different'],
    ['the format in an f-string', 'x = f"{a:>10}"\n', 'x = f"{a:<10}"\n', 'different'],
    ['the conversion in an f-string', 'x = f"{a!r}"\n', 'x = f"{a!s}"\n', 'different'],
    ['the text in an f-string', 'x = f"{a}  b"\n', 'x = f"{a} b"\n', 'different'],
    ['a string made bytes', 'x = "a"\n', 'x = b"a"\n', 'different'],
    ['a prefix that says nothing', 'x = u"a"\n', 'x = "a"\n', 'cosmetic'],
    ['a docstring changed', 'def f():\n    """Adds."""\n', 'def f():\n    """Subtracts."""\n', 'different'],
    [
      'a docstring indented',
      'def f():\n    """Adds.\n\n    Twice.\n    """\n',
      'def f():\n  """Adds.\n\n  Twice."""\n',
      'cosmetic',
    ],
    [
      'indentation inside a docstring',
      'def f():\n    """A.\n\n    B:\n      c\n    """\n',
      'def f():\n    """A.\n\n    B:\n    c\n    """\n',
      'different',
    ],
    ['a string that is no docstring indented', 'x = """\n  a"""\n', 'x = """\n    a"""\n', 'different'],
    [
      'parentheses around a value',
      'x = a + b\nreturn a\nassert a, "b"\n',
      'x = (\n    a\n    + b\n)\nreturn (a)\nassert (a), ("b")\n',
      'cosmetic',
    ],
    [
      'parentheses around a condition',
      'if a and b:\n    c()\n',
      'if (\n    a\n    and b\n):\n    c()\n',
      'cosmetic',
    ],
    ['parentheses that group', 'x = (a + b) * c\n', 'x = a + b * c\n', 'different'],
    ['a backslash for parentheses', 'x = a + \\\n  b\n', 'x = (\n  a + b\n)\n', 'cosmetic'],
    ['a type annotated', 'x = 1\n', 'x: int = 1\n', 'different'],
    ['a decorator added', 'def f(): pass\n', '@cache\ndef f(): pass\n', 'different'],
    [
      'a keyword case',
      'match x:\n    case (1,):\n        a()\n',
      'match x:\n    case (1):\n        a()\n',
      'different',
    ],
  ]);
});

describe('the meaning of TypeScript', () => {
  const body = "export function f(a: number, b = 'x'): string {\n  return `${a}  ${b}`;\n}\n";
  compareAll('a.ts', [
    ['nothing changed', body, body, 'same-bytes'],
    [
      'white space',
      body,
      body.replace('(a: number, b', '(\n  a:number,b').replace('  return', '\treturn'),
      'cosmetic',
    ],
    ['line ends', body, body.replaceAll('\n', '\r\n'), 'cosmetic'],
    ['a comment added', body, body.replace('return', '/* why */ return'), 'cosmetic'],
    ['a comment changed', `/** a */\n${body}`, `/** b */\n// c\n${body}`, 'cosmetic'],
    ['the body changed', body, body.replace('${a}', '${b}'), 'different'],
    ['white space in a template', body, body.replace('  ${b}', ' ${b}'), 'different'],
    ['white space in a string', "x = 'a b'", "x = 'a  b'", 'different'],
    ['white space in a regular expression', 'x = /a b/g', 'x = /a  b/g', 'different'],
    [
      'semicolons',
      'const a = 1;\nb();\nexport { c };\ntype T = 1;\n',
      'const a = 1\nb()\nexport { c }\ntype T = 1\n',
      'cosmetic',
    ],
    [
      'semicolons of members',
      'class A { x = 1; f() {}; }\ninterface I { a: 1; b(): void }\n',
      'class A {\n  x = 1\n  f() {}\n}\ninterface I {\n  a: 1,\n  b(): void,\n}\n',
      'cosmetic',
    ],
    ['the end of a statement moved', 'function f() { return\n x }', 'function f() { return x }', 'different'],
    ['an operator that changes sides', 'a\n++b', 'a++\nb', 'different'],
    ['a loop without a body', 'while (a());\nb()', 'while (a()) b()', 'different'],
    ['the head of a loop', 'for (;;) a()', 'for (;a();) ;', 'different'],
    ['a trailing comma', 'f(a, [b, c], { d })', 'f(\n  a,\n  [b, c,],\n  { d, },\n)', 'cosmetic'],
    ['a hole in an array', 'x = [1, , 2]', 'x = [1, 2]', 'different'],
    ['an array of one hole', 'x = [,]', 'x = []', 'different'],
    ['quotes', "x = 'it\\'s'", 'x = "it\'s"', 'cosmetic'],
    ['another escape', "x = '\\n'", "x = '\\t'", 'different'],
    ['parentheses around the only parameter', 'x = y => y', 'x = (y) => y', 'cosmetic'],
    ['parentheses around an async parameter', 'x = async y => y', 'x = async (y) => y', 'cosmetic'],
    ['parentheses around a value', 'const x = a && b; f(c)', 'const x = (a && b); f((c))', 'cosmetic'],
    ['parentheses that group', 'x = (a + b) * c', 'x = a + b * c', 'different'],
    ['parentheses that make one argument', 'f((a, b))', 'f(a, b)', 'different'],
    ['an object no longer returned', 'const x = () => ({})', 'const x = () => {}', 'different'],
    ['a leading bar', "type T = 'a' | 'b'", "type T =\n  | 'a'\n  | 'b'", 'cosmetic'],
    ['a type added', "type T = 'a' | 'b'", "type T = 'a' | 'b' | 'c'", 'different'],
    ['an export added', 'const a = 1', 'export const a = 1', 'different'],
    ['a member made public', 'class A { private a = 1 }', 'class A { a = 1 }', 'different'],
    [
      'a case that falls through',
      'switch (a) { case 1: b(); break; }',
      'switch (a) { case 1: b(); }',
      'different',
    ],
  ]);
});

describe('the meaning of JSX', () => {
  compareAll('a.tsx', [
    [
      'text wrapped',
      'const a = <p>one two</p>',
      'const a = (\n  <p>\n    one\n    two\n  </p>\n);',
      'cosmetic',
    ],
    ['text changed', 'const a = <p>one two</p>', 'const a = <p>one three</p>', 'different'],
    ['space that shows', 'const a = <p>{b} c</p>', 'const a = <p>{b}c</p>', 'different'],
    ['quotes of attributes', "const a = <p b='c' />", 'const a = <p b="c" />', 'cosmetic'],
    ['a comment', 'const a = <p></p>', 'const a = <p>{/* why */}</p>', 'cosmetic'],
    ['parentheses', 'const a = b && <p />', 'const a = b && (\n  <p />\n)', 'cosmetic'],
  ]);
});

describe('the meaning of text', () => {
  compareAll('nginx.conf', [
    ['nothing changed', 'a;\nb;\n', 'a;\nb;\n', 'same-bytes'],
    ['line ends and white space before them', 'a;\nb;\n', 'a; \r\nb;\t\r\n\r\n', 'cosmetic'],
    ['indentation', 'a;\n  b;\n', 'a;\nb;\n', 'different'],
    ['a comment', 'a;\n', '# x\na;\n', 'different'],
  ]);
});

describe('code that does not parse', () => {
  compareAll('a.py', [
    ['a comment changed', 'def f(:\n    x # a\n', 'def f(:\n    x # b\n', 'different'],
    ['white space at the end', 'def f(:\n    x\n', 'def f(:  \n    x\n', 'cosmetic'],
  ]);

  it('is compared as text on both sides, if on one side it does not parse', async () => {
    const change = await compareMeaning(
      { path: 'a.py', text: 'x = 1 # a' },
      { path: 'a.py', text: 'x = = 1' },
      syntax,
    );
    assert.equal(change, 'different');
  });

  it('does not matter outside of the lines that are compared', async () => {
    const before = { path: 'a.py', text: 'def f():\n    return 1\n\nx = 1\n', lines: { start: 1, end: 2 } };
    const after = {
      path: 'a.py',
      text: 'def f():\n    # one\n    return 1\n\nx = = 1\n',
      lines: { start: 1, end: 3 },
    };
    assert.equal(await compareMeaning(before, after, syntax), 'cosmetic');
  });
});

describe('the meaning of a symbol', () => {
  async function compareSymbol(
    path: string,
    name: string,
    before: string,
    after: string,
  ): Promise<MeaningChange> {
    const [old, now] = await Promise.all(
      [before, after].map(async (text) => {
        const parsed = parseFragment(name, path);
        assert.ok('fragment' in parsed);
        const located = await locate(path, text, parsed.fragment, syntax);
        assert.equal(located.kind, 'lines');
        return {
          path,
          text,
          lines: { start: (located as LinesOf).startLine, end: (located as LinesOf).endLine },
        };
      }),
    );
    const change = await compareMeaning(old!, now!, syntax);
    const prints = await Promise.all([old!, now!].map((extent) => fingerprint(extent, syntax, nodeDigest)));
    assert.equal(sameMeaning(prints[0]!, prints[1]!), change !== 'different');
    return change;
  }
  type LinesOf = Extract<Awaited<ReturnType<typeof locate>>, { kind: 'lines' }>;

  const python = 'class A:\n    def f(self):\n        return 1\n';
  const typescript = 'class A {\n  f() {\n    return 1;\n  }\n}\n';
  const edits: [what: string, path: string, before: string, after: string, MeaningChange][] = [
    ['something is added above', 'a.py', python, `import x\n\n${python}`, 'same-bytes'],
    [
      'a method is added behind it',
      'a.py',
      python,
      `${python}    def g(self):\n        return 2\n`,
      'same-bytes',
    ],
    [
      'another function changes',
      'a.py',
      `${python}def g(): return 1\n`,
      `${python}def g(): return 2\n`,
      'same-bytes',
    ],
    [
      'it is moved into a deeper block',
      'a.py',
      python,
      'if x:\n    class A:\n        def f(self):\n            return 1\n',
      'cosmetic',
    ],
    ['its last statement leaves it', 'a.py', `${python}        x()\n`, `${python}    x()\n`, 'different'],
    ['it changes', 'a.py', python, python.replace('1', '2'), 'different'],
    ['it gets a decorator', 'a.py', python, python.replace('    def', '    @cache\n    def'), 'different'],
    [
      'a method is added behind it',
      'a.ts',
      typescript,
      typescript.replace(/\}\n$/, '  g() {}\n}\n'),
      'same-bytes',
    ],
    [
      'a method is added in front of it',
      'a.py',
      python,
      python.replace('    def', '    def g(self):\n        return 2\n    def'),
      'same-bytes',
    ],
    [
      'a member is added behind it',
      'a.ts',
      'const A = {\n  f() {\n    return 1;\n  },\n};\n',
      'const A = {\n  f() {\n    return 1;\n  }, // f\n  g,\n};\n',
      'cosmetic',
    ],
    ['a semicolon is added behind it', 'a.ts', typescript, typescript.replace('  }\n', '  };\n'), 'cosmetic'],
    ['it gets a decorator', 'a.ts', typescript, typescript.replace('  f', '  @log() f'), 'different'],
    ['it changes', 'a.ts', typescript, typescript.replace('1', '2'), 'different'],
  ];
  for (const [what, path, before, after, expected] of edits) {
    it(`${what} (${path}): ${expected}`, async () => {
      assert.equal(await compareSymbol(path, 'A.f', before, after), expected);
    });
  }
});

describe('the meaning of a part of a string', () => {
  const path = 'a.py';
  const lines = { start: 3, end: 4 };
  const text = 'x = """\none\ntwo\nthree\nfour\n"""\n';

  it('does not change with the rest of the string', async () => {
    const after = text.replace('one', '1').replace('four', '4');
    assert.equal(
      await compareMeaning({ path, text, lines }, { path, text: after, lines }, syntax),
      'same-bytes',
    );
    const prints = await Promise.all(
      [text, after].map((one) => fingerprint({ path, text: one, lines }, syntax, nodeDigest)),
    );
    assert.equal(sameMeaning(prints[0]!, prints[1]!), true);
  });

  it('changes with its lines', async () => {
    const after = text.replace('three', '3');
    assert.equal(
      await compareMeaning({ path, text, lines }, { path, text: after, lines }, syntax),
      'different',
    );
  });
});

describe('fingerprint', () => {
  const print = (path: string, text: string): Promise<string> =>
    fingerprint({ path, text }, syntax, nodeDigest);

  it('says by which scheme it was made', async () => {
    assert.match(await print('a.py', 'x = 1\n'), /^tokens-1:python:[0-9a-f]{64}$/);
    assert.match(await print('a.tsx', 'x = 1\n'), /^tokens-1:tsx:[0-9a-f]{64}$/);
    assert.match(await print('a.py', 'x = = 1\n'), /^text-1:[0-9a-f]{64}$/);
    assert.match(await print('a.txt', 'x = 1\n'), /^text-1:[0-9a-f]{64}$/);
  });

  it('stays the same for ever: recorded reviews depend on it', async () => {
    assert.equal(
      await print('a.py', 'def f(a):\n    """Doc."""\n    return [a, "b"]\n'),
      'tokens-1:python:11479c9fc3c52c91958cbd5157bf4f1e9c7e673188e0676cbea4fb64d67c7116',
    );
    assert.equal(
      await print('a.ts', "export const f = (a: number) => [a, 'b'];\n"),
      'tokens-1:typescript:4c62dde666054a2de695f72840b03db86dc4309710aa5520f15b731c58fb2abe',
    );
    assert.equal(
      await print('a.txt', 'a\nb\n'),
      'text-1:7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78',
    );
  });

  it('cannot be compared across schemes', async () => {
    assert.equal(sameMeaning(await print('a.py', 'x = 1'), await print('a.txt', 'x = 1')), undefined);
    assert.equal(sameMeaning(await print('a.js', 'x = 1'), await print('a.ts', 'x = 1')), undefined);
  });
});
