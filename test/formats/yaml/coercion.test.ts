import assert from 'node:assert/strict';
import { read } from './reading.ts';

const ROWS: readonly (readonly [id: string, as: string | undefined])[] = [
  ['no', 'false'],
  ['Yes', 'true'],
  ['off', 'false'],
  ['1.0', 'the number 1'],
  ['1e3', 'the number 1000'],
  ['1_000', 'the number 1000'],
  ['+5', 'the number 5'],
  ['010', 'the octal number 8'],
  ['0o17', 'the number 15'],
  ['0x1F', 'the number 31'],
  ['2024-05-01', 'a date'],
  ['12:30', 'a time of day'],
  // Every tool writes these as they are.
  ['1', undefined],
  ['1.5', undefined],
  ['C1', undefined],
  ['1.0.0', undefined],
  ['nobody', undefined],
  ['"no"', undefined],
  ["'1.0'", undefined],
];

describe('YAML that other tools do not read as text', () => {
  for (const [id, as] of ROWS) {
    it(`is said of the id ${id}: ${as ?? 'nothing'}`, () => {
      const { findings, marked } = read(`claims:\n  ${id}:\n    text: Holds.\n`);
      assert.deepEqual(marked, as === undefined ? [] : [`yaml-coercion: ${id}`]);
      if (as !== undefined) {
        assert.equal(
          findings[0]!.message,
          `Other YAML tools read \`${id}\` as ${as}, not as an id. Put it in quotes: \`"${id}"\`.`,
        );
      }
    });
  }

  it('is said of texts and titles, and not of evidence', () => {
    const { marked } = read(
      'case: 2024-05-01\nid: 1.10\nclaims:\n  C1:\n    text: yes\n    evidence: [1.0]\n',
    );
    assert.deepEqual(marked, ['yaml-coercion: 2024-05-01', 'yaml-coercion: 1.10', 'yaml-coercion: yes']);
  });
});
