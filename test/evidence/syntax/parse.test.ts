import assert from 'node:assert/strict';
import { Parser, TreeCursor } from 'web-tree-sitter';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import { installedGrammars } from '../grammars.ts';

const syntax = createSyntax(installedGrammars());

describe('parsing', () => {
  const hostile: [what: string, path: string, text: string][] = [
    ['comments opened again and again', 'a.ts', 'a /*'.repeat(10_000)],
    ['comments opened again and again', 'a.go', 'a /*'.repeat(10_000)],
    ['comments opened again and again', 'a.cs', 'a /*'.repeat(10_000)],
    ['declarations without an end', 'a.css', 'a:'.repeat(20_000)],
    ['here documents without an end', 'a.sh', '<<E\n'.repeat(10_000)],
    ['type arguments without an end', 'a.java', 'A<B<'.repeat(10_000)],
    ['type arguments without an end', 'a.cs', 'A<(B<'.repeat(10_000)],
  ];
  for (const [what, path, text] of hostile) {
    it(`gives up on ${what} (${path}), and reads on`, async () => {
      assert.equal(await syntax.code(path, text), undefined);
      assert.deepEqual((await syntax.code(path, ''))?.errors, []);
    });
  }

  it('reads type arguments as long as people write them', async () => {
    const line = 'Map<String, List<Map<String, Set<Long>>>> a = new HashMap<>();\n';
    const reading = await syntax.code('a.java', `class A {\n${line.repeat(1000)}}\n`);
    assert.deepEqual(reading?.errors, []);
    assert.equal(reading.outline.length, 1001);
  });

  it('reads characters of two units wherever they stand', async () => {
    for (let shift = 0; shift < 4; shift++) {
      const text = `${' '.repeat(shift)}x = "${'😀'.repeat(2000)}"\ny = 1\n`;
      const tokens = await syntax.tokens('a.ts', text);
      assert.deepEqual(tokens?.slice(-5, -1), ['<end>', 'y', '=', '1']);
      assert.ok(tokens.some((token) => token.includes('😀'.repeat(2000))));
    }
  });

  it('names symbols however many a text declares', async () => {
    const names = Array.from({ length: 6000 }, (_, i) => `a${i}`);
    const outline = await syntax.outline('a.py', names.map((name) => `${name}=1`).join('\n'));
    assert.deepEqual(
      outline?.map(({ name }) => name),
      names,
    );
  });

  it('reads what has no type as an error', async () => {
    const reading = await syntax.code('a.go', 'return c');
    assert.deepEqual(
      reading?.tokens.map(({ text }) => text),
      ['return', 'c', '<end>'],
    );
    assert.deepEqual(reading.errors, [
      { start: 1, end: 1 },
      { start: 1, end: 1 },
    ]);
  });

  const bodies: [path: string, head: string, statement: string, tail: string][] = [
    ['a.ts', 'export function f(): void {\n', '  const a = g({ b: h(1) }); i.j = a;\n', '}\n'],
    ['a.py', 'def f():\n', '    a = g(b=h(1))\n', ''],
    ['a.go', 'package a\nfunc f() {\n', '\tvar a = g(h(1)) // why\n', '}\n'],
    ['a.cpp', 'void f() {\n', '  int a = g(1); { h(a); }\n', '}\n'],
    ['a.java', 'class A { void f() {\n', '    int a = g(1); { h(a); }\n', '} }\n'],
  ];
  for (const [path, head, statement, tail] of bodies) {
    it(`looks for symbols where they can be: not in what a function does (${path})`, async () => {
      const fresh = createSyntax(installedGrammars());
      const stepsFor = async (times: number): Promise<number> => {
        const reading = await fresh.code(path, head + statement.repeat(times) + tail);
        return countSteps(() => assert.ok(reading?.outline.some(({ name }) => name === 'f')));
      };
      assert.equal(await stepsFor(100), await stepsFor(10));
    });
  }

  it('takes a new parser for one that failed', async () => {
    const fresh = createSyntax(installedGrammars());
    const { parse } = Parser.prototype;
    Parser.prototype.parse = () => {
      throw new WebAssemblyError('memory access out of bounds');
    };
    try {
      assert.equal(await fresh.code('a.ts', 'const a = 1;'), undefined);
    } finally {
      Parser.prototype.parse = parse;
    }
    assert.equal((await fresh.outline('a.ts', 'const b = 1;'))?.length, 1);
  });

  it('does not hide faults of its own', async () => {
    const fresh = createSyntax(installedGrammars());
    const { parse } = Parser.prototype;
    Parser.prototype.parse = () => {
      throw new TypeError('a fault');
    };
    try {
      await assert.rejects(fresh.code('a.ts', 'const a = 1;'), /a fault/);
    } finally {
      Parser.prototype.parse = parse;
    }
  });
});

/** How often cursors are moved through trees while something runs. */
function countSteps(run: () => void): number {
  const { gotoFirstChild, gotoNextSibling } = TreeCursor.prototype;
  let steps = 0;
  TreeCursor.prototype.gotoFirstChild = function (this: TreeCursor) {
    steps += 1;
    return gotoFirstChild.call(this);
  };
  TreeCursor.prototype.gotoNextSibling = function (this: TreeCursor) {
    steps += 1;
    return gotoNextSibling.call(this);
  };
  try {
    run();
  } finally {
    Object.assign(TreeCursor.prototype, { gotoFirstChild, gotoNextSibling });
  }
  return steps;
}

/** As WebAssembly names what it throws. */
class WebAssemblyError extends Error {
  override readonly name = 'RuntimeError';
}
