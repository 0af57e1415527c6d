import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonical } from '../../../src/evidence/data/canonical.ts';
import { type DataFormat, MAX_DATA_CHARACTERS, readData } from '../../../src/evidence/data/read-data.ts';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import { locate } from '../../../src/evidence/locate.ts';
import { installedGrammars } from '../grammars.ts';

const FORMATS: readonly DataFormat[] = ['JSON', 'YAML', 'TOML'];

describe('data that would harm', () => {
  const deep: [what: string, format: DataFormat, text: string][] = [
    ['open brackets', 'JSON', '['.repeat(100_000)],
    ['brackets that are closed', 'JSON', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', 'JSON', '{"a":'.repeat(50_000)],
    ['open brackets', 'YAML', '['.repeat(100_000)],
    ['lists on one line', 'YAML', '- '.repeat(50_000)],
    ['explicit keys', 'YAML', '? '.repeat(50_000)],
    ['open brackets', 'TOML', `a = ${'['.repeat(100_000)}`],
    ['dots', 'TOML', `a${'.a'.repeat(100_000)} = 1`],
  ];
  for (const [what, format, text] of deep) {
    it(`has too many levels of ${what} (${format})`, () => {
      const data = readData(format, text)!;
      assert.match(data.mistake!.why, /nested/);
      assert.deepEqual(data.roots, []);
    });
  }

  it('is as deep as is read', () => {
    for (const format of ['JSON', 'YAML'] as const) {
      const nested = (levels: number) => readData(format, '['.repeat(levels) + ']'.repeat(levels))!;
      assert.equal(nested(200).mistake, undefined);
      assert.ok(nested(201).mistake);
    }
  });

  it('stands for more than it is by aliases of aliases', () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) =>
        `a${i}: &a${i} [${
          i
            ? Array(10)
                .fill(`*a${i - 1}`)
                .join()
            : 1
        }]`,
    );
    assert.equal(canonical(readData('YAML', lines.join('\n'))!.roots), undefined);
  });

  it('is nested deeply by aliases alone', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `a${i}: &a${i} [${i ? `*a${i - 1}` : 1}]`);
    assert.equal(canonical(readData('YAML', lines.join('\n'))!.roots), undefined);
  });

  it('stands within itself', async () => {
    const syntax = createSyntax(installedGrammars());
    const text = 'a: &x {b: *x, c: 1}\n';
    assert.equal(canonical(readData('YAML', text)!.roots), undefined);
    const pointer = `${'/a'}${'/b'.repeat(50)}/c`;
    assert.equal((await locate('a.yaml', text, { kind: 'pointer', pointer }, syntax)).kind, 'lines');
    const missing = await locate('a.yaml', text, { kind: 'pointer', pointer: '/a/b/d' }, syntax);
    assert.equal(missing.kind, 'missing');
  });

  it('is too long to be read', () => {
    for (const format of FORMATS)
      assert.equal(readData(format, ' '.repeat(MAX_DATA_CHARACTERS[format] + 1)), undefined);
  });

  for (const format of FORMATS) {
    it(`is damaged anywhere (${format})`, () => {
      const whole = {
        JSON: '{"a": [1, {"b": "c\\n"}, null], // d\n "e/f": {"g": -1.5e3, },}\n',
        YAML: 'a: &x [1, {b: "c"}, !t d]\n? e\n: |\n  text\ng: *x\n--- # h\n- <<: i\n',
        TOML: '[a.b]\nc = """d\n"""\ne = [1, {f = 2024-01-01}]\n[[g]]\n"h i".j = 0x1f # k\n',
      }[format];
      const anywhere = fc.tuple(fc.nat(whole.length), fc.nat(4), fc.string({ unit: 'binary', maxLength: 3 }));
      fc.assert(
        fc.property(fc.array(anywhere, { maxLength: 3 }), (edits) => {
          const text = edits.reduce((t, [at, gone, put]) => t.slice(0, at) + put + t.slice(at + gone), whole);
          const { roots, comments, mistake, lines } = readData(format, text)!;
          for (const { startLine, endLine } of comments)
            assert.ok(1 <= startLine && endLine <= lines.lineCount);
          if (mistake) assert.ok(mistake.line >= 1 && mistake.why !== '');
          canonical(roots);
        }),
        { numRuns: 100 },
      );
    });
  }
});
