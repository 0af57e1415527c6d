import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlainValue } from '../../src/model/case.ts';
import { EXPECT_KEYS, readExpectation } from '../../src/model/read-expectation.ts';

/** The problems of an expectation, as `what path`. */
const problems = (value: PlainValue): string[] =>
  readExpectation(value).problems.map(({ what, path }) => `${what} ${path.join('.')}`);

const HEX = 'ab'.repeat(32);

describe('reading what is expected of a report', () => {
  it('by what it can be said of', () => {
    const read = (value: PlainValue) => {
      const { expectation, problems: found } = readExpectation(value);
      assert.deepEqual(found, []);
      return expectation;
    };
    assert.deepEqual(read({ max: { error: 0, 'js/x': 2 }, tool: 'semgrep', maxAgeDays: 7 }), {
      findings: {
        max: new Map([
          ['error', 0],
          ['js/x', 2],
        ]),
        tool: 'semgrep',
      },
      maxAgeDays: 7,
    });
    assert.deepEqual(read({ passed: 'all', max: { skipped: 3, failures: 0 }, min: { tests: 10 } }), {
      tests: {
        passed: 'all',
        max: new Map([
          ['skipped', 3],
          ['failures', 0],
        ]),
        minTests: 10,
      },
    });
    assert.deepEqual(read({ passed: 'test_a' }).tests!.passed, ['test_a']);
    assert.deepEqual(read({ min: { lines: 80, branches: 70.5 }, of: 'src/**' }), {
      coverage: {
        min: new Map([
          ['lines', 80],
          ['branches', 70.5],
        ]),
        of: 'src/**',
      },
    });
    assert.deepEqual(read({ subject: `sha256:${HEX.toUpperCase()}`, commit: 'HEAD', file: ['./a', 'b/c'] }), {
      statement: { subjectDigest: { algorithm: 'sha256', value: HEX }, files: ['a', 'b/c'], commit: 'HEAD' },
    });
    assert.deepEqual(read({ subject: { name: 'x' }, predicateType: 'https://y' }), {
      statement: { subjectName: 'x', files: [], predicateType: 'https://y' },
    });
    assert.deepEqual(read({ equals: null }), { data: { equals: null } });
    assert.deepEqual(read({ maxAgeDays: 0.5 }), { maxAgeDays: 0.5 });
  });

  const wrong: [value: PlainValue, problems: string[]][] = [
    [null, ['wrong-type ']],
    [[], ['wrong-type ']],
    ['max', ['wrong-type ']],
    [{}, ['wrong-type ']],
    [{ max: null }, ['wrong-type max']],
    [{ max: {} }, ['wrong-type max']],
    [{ max: 0 }, ['wrong-type max']],
    [{ maximum: { error: 0 } }, ['unknown-key maximum']],
    [{ max: { eror: 0 } }, ['unknown-key max.eror']],
    [{ max: { warnings: 0 } }, ['unknown-key max.warnings']],
    [{ max: { error: '0' } }, ['wrong-type max.error']],
    [{ max: { error: -1 } }, ['wrong-type max.error']],
    [{ max: { error: 1.5 } }, ['wrong-type max.error']],
    [{ min: { line: 80 } }, ['unknown-key min.line']],
    [{ min: { lines: 101 } }, ['wrong-type min.lines']],
    [{ passed: [] }, ['wrong-type passed']],
    [{ passed: true }, ['wrong-type passed']],
    [{ passed: ['a', 7] }, ['wrong-type passed.1']],
    [{ passed: 'all', max: { failures: 1 } }, ['contradictory-expectation max.failures']],
    [{ max: { error: 0 }, passed: 'all' }, ['contradictory-expectation passed']],
    [{ max: { error: 0, failures: 0 } }, ['contradictory-expectation max']],
    [{ tool: 'x', min: { lines: 1 } }, ['contradictory-expectation tool']],
    [{ of: 'src/' }, ['contradictory-expectation of']],
    [{ subject: 'sha256:abc' }, ['wrong-type subject']],
    [{ subject: `md4:${HEX}` }, ['wrong-type subject']],
    [{ subject: {} }, ['wrong-type subject']],
    [{ subject: { nam: 'x', digest: 7 } }, ['unknown-key subject.nam', 'wrong-type subject.digest']],
    [{ commit: 'main' }, ['wrong-type commit']],
    [{ file: '../x' }, ['wrong-type file']],
    [{ file: ['a', '/etc/passwd', 'C:/x'] }, ['wrong-type file.1', 'wrong-type file.2']],
    [{ maxAgeDays: 0 }, ['wrong-type maxAgeDays']],
    [{ equals: 1, maxAgeDays: 7 }, ['contradictory-expectation maxAgeDays']],
    [{ max: { error: 0 }, equals: 1 }, ['contradictory-expectation equals']],
    [{ maxAgeDays: '7' }, ['wrong-type maxAgeDays']],
  ];
  for (const [value, expected] of wrong) {
    it(`finds fault with ${JSON.stringify(value)}`, () => assert.deepEqual(problems(value), expected));
  }

  it('says what was probably meant', () => {
    const message = (value: PlainValue): string => readExpectation(value).problems[0]!.message;
    assert.match(message({ max: { warnings: 0 } }), /Did you mean `warning`\?/);
    assert.match(message({ pased: 'all' }), /Did you mean `passed`\?/);
    assert.match(message({ min: { line: 1 } }), /Did you mean `lines`\?/);
    assert.match(message({ sarif: 1 }), /Allowed are: max, min/);
  });

  it('takes what is no plain word for the id of a rule', () => {
    const ids = ['E501', 'eror-x', 'notes/x', 'security.high'];
    assert.deepEqual(problems({ max: Object.fromEntries(ids.map((id) => [id, 0])) }), []);
  });

  it('reads anything, and is silent only of what it has read', () => {
    const value = fc.letrec<{ value: PlainValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<PlainValue>('all', 'HEAD', '', 'x', true, null, 0, -1, 1e9, Number.NaN),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(...EXPECT_KEYS, 'error', 'lines', 'tests', '__proto__', 'digest'),
          tie('value'),
          { maxKeys: 4, noNullPrototype: true },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(value, (one) => {
        const { expectation, problems: found } = readExpectation(one);
        assert.ok(found.length > 0 || Object.keys(expectation).length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
