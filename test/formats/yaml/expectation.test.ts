import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from './reading.ts';

/** What explains reports to people. */
const PAGE = join(import.meta.dirname, '..', '..', '..', 'docs', 'evidence-reports.md');

/** What is marked of `expect: …` of one report. */
const marked = (expect: string): string[] => {
  const text = `claims:\n  C1:\n    text: Holds.\n    evidence:\n      - at: r.json\n        expect: ${expect}\n`;
  return [...read(text).marked].sort();
};

describe('what is expected of evidence in YAML', () => {
  const cases: [what: string, expect: string, marked: string[]][] = [
    ['what is right', '{max: {error: 0, "js/x": 3}, tool: semgrep, maxAgeDays: 7}', []],
    [
      'what is right, on lines of its own',
      '\n          passed: [test_a, "B.test_c"]\n          max: {skipped: 1}',
      [],
    ],
    ['an unknown key', '{max: {error: 0}, maxage: 7}', ['unknown-key: maxage']],
    ['a level that is misspelt', '{max: {eror: 0}}', ['unknown-key: eror']],
    ['a number in quotes', '{max: {error: "0"}}', ['wrong-type: "0"']],
    ['one of several names', '{passed: [test_a, 7, test_b]}', ['wrong-type: 7']],
    ['a value below a key', '{subject: {digest: sha256:12}}', ['wrong-type: sha256:12']],
    ['what no report can meet', '{max: {error: 0}, passed: all}', ['contradictory-expectation: passed']],
    ['nothing', '{}', ['wrong-type: {}']],
    ['a key without a value', '\n          max:', ['wrong-type: ']],
    ['a key that is written twice', '{max: {error: 0}, max: {error: 5}}', ['duplicate-key: max']],
    ['a count that is written twice', '{max: {error: 0, error: 5}}', ['duplicate-key: error']],
  ];
  for (const [what, expect, expected] of cases) {
    it(`is judged as ${what}`, () => assert.deepEqual(marked(expect), expected));
  }

  it('is found where an alias leads', () => {
    const text = `claims:
  C1:
    text: Holds.
    evidence:
      - {at: a.json, expect: &none {max: {eror: 0}}}
      - {at: b.json, expect: *none}
`;
    assert.deepEqual(read(text).marked, ['unknown-key: eror', 'unknown-key: eror']);
  });

  it('is read without a finding in each example of its page', () => {
    const examples = [...readFileSync(PAGE, 'utf8').matchAll(/^```yaml\n([^]*?)^```$/gm)].map(
      ([, text]) => text!,
    );
    assert.ok(examples.length >= 6);
    for (const example of examples) {
      const list = example.startsWith('evidence:')
        ? example
        : `evidence:\n${example.startsWith('expect') ? `  - at: r.xml\n    ${example}` : example}`;
      const text = `claims:\n  C1:\n    text: Holds.\n${list.replace(/^/gm, '    ').trimEnd()}\n`;
      const { marked, case: one } = read(text);
      assert.deepEqual(marked, [], text);
      assert.ok(one.evidence.length > 0 && one.evidence.every(({ expect }) => expect !== undefined), text);
    }
  });
});
