import assert from 'node:assert/strict';
import { readAsChangedWords } from '../../src/history/changed-words.ts';

/** The readings of a line, each as `then > now` for its words. */
function read(before: string, after: string, isMarkdown = false): string[] {
  const readings = readAsChangedWords(before, after, isMarkdown);
  return readings.map((words) => words.map(({ then, now }) => `${then} > ${now}`).join(', '));
}

describe('reading a line as another with other words', () => {
  const found: [before: string, after: string, reading: string][] = [
    ['  - src/a.py', '      - lib/b.py', 'src/a.py > lib/b.py'],
    ['- E1: src/a.py', "- E1: 'src/a.py#run'", 'src/a.py > src/a.py#run'],
    ['- {at: src/a.py, watch: all}', '- {at: src/b.py, watch: all}', 'src/a.py > src/b.py'],
    ['| `a.py`, `b.py` |', '| `c.py`, `d.py` |', 'a.py > c.py, b.py > d.py'],
    ['See src/a.py.', 'See src/b.py.', 'src/a.py > src/b.py'],
    ['See `a.py`.', 'See `a.py#x`, `a.py#y`.', 'a.py > a.py#x, a.py > a.py#y'],
    ['- "docs/my file.md"', '- "docs/your file.md"', 'docs/my file.md > docs/your file.md'],
    ['- E1: docs/my file.md', '- E1: docs/your file.md', 'docs/my file.md > docs/your file.md'],
    ['evidence: [a.py]', 'evidence: ["a.py"]', ''],
  ];
  for (const [before, after, reading] of found) {
    it(`finds ${after} in ${before}`, () => assert.ok(read(before, after).includes(reading)));
  }

  const others: [before: string, after: string][] = [
    ['- src/a.py', '- src/a.py (why)'],
    ['- `src/a.py`', '- src/a.py'],
    ['| a.py |', '| a.py | b.py |'],
  ];
  for (const [before, after] of others) {
    it(`finds nothing of ${after} in ${before}`, () => assert.deepEqual(read(before, after), []));
  }

  it('takes no key for a part of the locator', () => {
    for (const reading of read('- E1: a.py', '- E2: b.py')) assert.match(reading, /E1/);
  });

  it('knows markers of lists in Markdown only', () => {
    assert.ok(read('- `a.py`', '* `b.py`', true).includes('a.py > b.py'));
    assert.ok(!read('- `a.py`', '* `b.py`').includes('a.py > b.py'));
  });

  it('leaves marks of emphasis around a word out, in Markdown only', () => {
    for (const [before, after] of [
      ['- **Evidence E2:** `a.py`', '- **Evidence E7:** `a.py`'],
      ['- **E2**: `a.py`', '- **E7**: `a.py`'],
      ['| **E2** | a.py |', '| **E7** | a.py |'],
    ] as const)
      assert.ok(read(before, after, true).includes('E2 > E7'), before);
    assert.ok(!read('- **E2**', '- **E7**').includes('E2 > E7'));
  });

  it('leaves lines alone that are too long', () => {
    assert.deepEqual(read('a'.repeat(20_000), 'b'.repeat(20_000)), []);
  });
});
