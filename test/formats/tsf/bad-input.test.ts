import assert from 'node:assert/strict';
import { readTsf } from '../../../src/formats/tsf/read-tsf.ts';
import { damagesOf } from '../../support/damage.ts';
import { rangesOutside } from '../../support/ranges.ts';

const LIMIT = 2000;

const ITEM = [
  '---',
  'normative: true',
  'references:',
  '  - {type: file, path: "a/b.md"}',
  '  - type: website',
  '    url: https://example.org',
  'evidence: {type: check, configuration: {x: [a/b.py]}}',
  '---',
  '',
  'It *holds*, see `a/b.py`.',
].join('\n');
const GRAPH = 'digraph G {\n"A" [sha="1"];\n"B" [sha="2"];\n"A" -> "B" [sha="3"];\n}\n';

/** Reads a text, and fails where a range lies outside or time runs out. */
function read(text: string, file: string): void {
  const begin = performance.now();
  const result = readTsf(text, { file, stem: 'x' });
  assert.ok(performance.now() - begin < LIMIT);
  assert.deepEqual(rangesOutside(text, result), []);
}

function damage(text: string, file: string, times: number): void {
  for (const { bytes } of damagesOf(new TextEncoder().encode(text), times, 7)) {
    read(new TextDecoder().decode(bytes), file);
  }
}

describe('damaged files of a trudag project', () => {
  it('are read as far as they go', () => {
    damage(ITEM, '/w/x.md', 200);
    damage(GRAPH, '/w/.dotstop.dot', 200);
  });

  const hostile: readonly (readonly [name: string, text: string])[] = [
    ['quotes that nothing closes', '"'.repeat(300_001)],
    ['lines with a quote each', '"A\n'.repeat(200_000)],
    ['brackets', '"A" ['.repeat(200_000)],
    ['arrows', '"A" -> '.repeat(150_000)],
    ['a long circle', Array.from({ length: 60_000 }, (_, i) => `"${i}" -> "${(i + 1) % 60_000}"`).join('\n')],
    ['comments', '/*/'.repeat(300_000)],
    ['escapes', `"${'\\"'.repeat(400_000)}`],
    [
      'front matter',
      `---\nnormative: true\nreferences:\n${'  - {path: a/b.md}\n'.repeat(30_000)}---\nText.\n`,
    ],
    ['deep configuration', `---\nevidence: {configuration: ${'['.repeat(50_000)}\n---\nText.\n`],
    ['line ends', `---\n${'\n'.repeat(900_000)}`],
  ];
  for (const [name, text] of hostile) {
    it(`take linear time: ${name}`, () => {
      read(text, name.startsWith('f') || name.startsWith('deep') ? '/w/x.md' : '/w/.dotstop.dot');
      read(text, '/w/x.md');
    }).timeout(10_000);
  }
});
