import assert from 'node:assert/strict';
import { claimCommentsIn, writtenNameAt } from '../../src/evidence/claim-comments.ts';
import { withCursor } from '../support/cursor.ts';

/** `NAME LINE>ABOUT` of each. */
const show = (path: string, text: string): string[] =>
  claimCommentsIn(path, text).map(({ name, line, about, start, end }) => {
    assert.equal(text.split('\n')[line - 1]!.slice(start, end), name);
    return `${name} ${line}>${about}`;
  });

describe('comments of code that name claims', () => {
  it('are those that begin with it, in the languages that have such comments', () => {
    assert.deepEqual(show('a.py', '# warrant: C2\ndef f(): pass\n'), ['C2 1>2']);
    assert.deepEqual(show('a.ts', '// warrant: transit/C2, C5\n\n/** It. */\nf();\n'), [
      'transit/C2 1>4',
      'C5 1>4',
    ]);
    assert.deepEqual(show('a.c', '/* warrant: C2 */\nint f;\n'), ['C2 1>2']);
    assert.deepEqual(show('a.java', '/**\n * warrant: C2\n */\nclass A {}\n'), ['C2 2>4']);
    assert.deepEqual(show('a.sql', '-- warrant: C2 -- see the case\nselect 1;\n'), ['C2 1>2']);
    assert.deepEqual(show('a.md', '<!-- warrant: C2 -->\nText.\n'), ['C2 1>2']);
    assert.deepEqual(show('Makefile', 'all: # warrant: C2\n\ttrue\n'), ['C2 1>1']);
    assert.deepEqual(show('a.py', 'x = 1  # warrant: C2 (the limit)\ny = 2\n'), ['C2 1>1']);
    assert.deepEqual(show('a.rs', '/// warrant: C2\r\nfn f() {}\r\n'.replaceAll('\r', '')), ['C2 1>2']);
  });

  it('are none in prose, in strings, and in what means something else to Warrant', () => {
    for (const [path, text] of [
      ['a.py', '# see warrant: C2\n'],
      ['a.py', 's = "# warrant: C2"\n'],
      ['a.py', '# warrant: this is why C2 holds\n'],
      ['a.py', '# warrant:C2\n'],
      ['a.py', '# warrant:begin C2\n# warrant:end C2\n'],
      ['a.py', '# warrant-disable-next-line C2\n'],
      ['a.py', '# warrant: \n'],
      ['a.py', '// warrant: C2\n'],
      ['a.ts', '# warrant: C2\n'],
      ['a.md', '# warrant: C2\n'],
      ['a.py', 'warrant: C2\n'],
    ] as const)
      assert.deepEqual(show(path, text), [], text);
  });

  it('are read in linear time, and not without end', () => {
    const hostile = `# warrant: ${'C'.repeat(200_000)} !\n# warrant: ${'C2, '.repeat(50_000)}!\n${' '.repeat(200_000)}# x warrant: `;
    assert.deepEqual(claimCommentsIn('a.py', hostile), []);
    assert.equal(claimCommentsIn('a.py', '# warrant: C1\n'.repeat(5000)).length, 500);
  });
});

describe('a name that somebody writes in a comment', () => {
  /** `TYPED|ALL >ABOUT [OTHERS]`, or nothing in prose and in code. */
  const at = (path: string, marked: string): string => {
    const { text, position } = withCursor(marked);
    const found = writtenNameAt(path, text, position.line + 1, position.character);
    if (!found) return '';
    const all = text.split('\n')[position.line]!.slice(found.start, found.end);
    return `${found.typed}|${all} >${found.about} ${JSON.stringify(found.others)}`;
  };

  it('is what stands around the place, begun or not, with the others of the comment', () => {
    assert.equal(at('a.py', '# warrant: ¦\ndef f(): pass\n'), '| >2 []');
    assert.equal(at('a.py', 'x = 1  # warrant: C¦2\n'), 'C|C2 >1 []');
    assert.equal(at('a.py', '# warrant: C1, tra¦nsit/C2, C3 -- why\nx\n'), 'tra|transit/C2 >2 ["C1","C3"]');
    assert.equal(at('a.ts', '/* warrant: C1,¦ */\nf();\n'), '| >2 ["C1"]');
    assert.equal(at('a.ts', '/**\n * warrant: transit/¦\n */\nf();\n'), 'transit/|transit/ >4 []');
    assert.equal(at('a.md', '<!-- warrant: C2¦-->\nText.\n'), 'C2|C2 >2 []');
  });

  it('is none in code, in prose, and behind the names', () => {
    for (const marked of [
      'x = ¦1  # warrant: C2\n',
      '# warran¦t: C2\n',
      '# warrant:¦\n',
      '# warrant: C2 ¦\n',
      '# warrant: C2 -- as C¦\n',
      '# warrant: this is wh¦y\n',
      '# warrant: ¦this is why\n',
      '# warrant: a b, C¦\n',
      's = "# warrant: C¦"\n',
      '// warrant: C¦\n',
    ])
      assert.equal(at('a.py', marked), '', marked);
  });
});
