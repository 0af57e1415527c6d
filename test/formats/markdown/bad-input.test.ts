import assert from 'node:assert/strict';
import type { Range } from '../../../src/model/text.ts';
import { comparePositions, LineIndex } from '../../../src/model/text.ts';
import { MAX_LENGTH, tame } from '../../../src/parsing/markdown-limits.ts';
import { read } from './support.ts';

const SAMPLE = `---
title: Sample
---
# Assurance case

## Top-Level Claim (C1)

> **C1:** *Nothing leaks* &amp; nothing \\* breaks.

| ID | Claim | Evidence |
|----|-------|----------|
| C2 | Left | \`src/a.ts\`, [b](<src/b c.ts> "t") |

- **Rebuttal R1:** Unless \`x\`
  - **Evidence:** [ref][r]
1. <details>

   **C9:** hidden

   </details>

<!-- BEGIN --> text <!-- END -->

[r]: ./src/r.ts#L1
## Threats

1. **Flood** – all at once (planned). **Mitigation:** a queue (OWASP-2021:A04)
   - Impact: all mail
- **Evidence:** ten years of it

| Threat | Mitigation | Accepted by |
|-|-|-|
| Loss | C1, C2 | Ada |

**IR1:** If so.
**UC1:** Unless.\n`;

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % limit;
  };
}

/** Reads a text and checks that every range lies inside it and that parents exist. */
function readSoundly(text: string): ReturnType<typeof read> {
  const result = read(text);
  const lines = new LineIndex(text);
  const isInside = ({ start, end }: Range): boolean =>
    comparePositions(start, end) <= 0 &&
    comparePositions(lines.position(lines.offset(start)), start) === 0 &&
    comparePositions(lines.position(lines.offset(end)), end) === 0;
  const ranges = [
    ...result.findings.flatMap(({ range, related }) => [
      range,
      ...(related ?? []).flatMap(({ place }) => (place.kind === 'claim-file' ? [place.range] : [])),
    ]),
    ...result.cases.flatMap((one) => [
      one.range,
      one.titleRange,
      ...one.nodes.flatMap(({ range, idRange, textRange }) => [range, idRange, textRange]),
      ...one.nodes.flatMap(({ fields, satisfies, status, accepted }) =>
        [...fields, ...satisfies, ...(status ? [status] : []), ...(accepted ? [accepted] : [])].map(
          ({ range }) => range,
        ),
      ),
      ...one.references.map(({ range }) => range),
      ...one.evidence.flatMap(({ range, madeBy }) => [range, ...madeBy]),
    ]),
  ];
  for (const range of ranges) assert.ok(isInside(range), JSON.stringify({ text, range }));
  for (const one of result.cases) {
    const keys = one.nodes.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length, `keys of ${JSON.stringify(text)}`);
    for (const { parents } of one.nodes) for (const parent of parents) assert.ok(keys.includes(parent));
    for (const { parent, node } of one.evidence)
      assert.ok(keys.includes(parent) && keys.includes(node ?? parent));
  }
  return result;
}

describe('a damaged document', () => {
  it('is read as far as it goes, wherever it ends', () => {
    for (let end = 0; end <= SAMPLE.length; end++) readSoundly(SAMPLE.slice(0, end));
  });

  it('is read with any characters in it', () => {
    const next = random(20_260_101);
    const alphabet = '\0\r\n\t #>*_`[]()|\\&<!-:.~\uFEFF\uD800\u00e91C';
    for (let round = 0; round < 200; round++) {
      const chars = [...SAMPLE];
      for (let flips = 0; flips < 4; flips++) chars[next(chars.length)] = alphabet[next(alphabet.length)]!;
      readSoundly(chars.join(''));
    }
  });

  it('is read with its lines in any order', () => {
    const next = random(7);
    const lines = SAMPLE.split('\n');
    for (let round = 0; round < 50; round++) {
      readSoundly(Array.from({ length: 30 }, () => lines[next(lines.length)]).join('\n'));
    }
  });

  it('is read if it is no text at all', () => {
    readSoundly(String.fromCharCode(...Array.from({ length: 2000 }, (_, i) => (i * 7919) % 65_536)));
  });
});

describe('a hostile document', () => {
  const hostile: readonly (readonly [what: string, text: string])[] = [
    ['stars', '*'.repeat(100_000)],
    ['brackets', '['.repeat(100_000)],
    ['open emphasis', '*a _b '.repeat(20_000)],
    ['open links', '[a]('.repeat(20_000)],
    ['open comments', 'x <!-- '.repeat(20_000)],
    ['open comments on many lines', 'x <!-- \n'.repeat(2_000)],
    ['nested quotes', '> '.repeat(10_000)],
    ['nested lists', '- '.repeat(10_000)],
    ['indentation', `${' '.repeat(5_000)}- C2: x`],
  ];
  for (const [what, text] of hostile) {
    it(`of ${what} loses those lines, says so, and keeps the rest`, () => {
      const { cases, findings } = readSoundly(`**C1:** Top\n\n${text}\n\n**C3:** End\n`);
      assert.deepEqual(
        cases[0]?.nodes.map(({ id }) => id),
        ['C1', 'C3'],
      );
      assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], ['too-complex']);
    });
  }

  it('of many short quotes or underlined headings is not read to its end', () => {
    for (const block of ['> a\n\n', 'a\n=\n\n', '- a\n  - b\n']) {
      const { removed } = tame(block.repeat(20_000));
      assert.ok(
        removed.some(({ why }) => why === 'document'),
        block,
      );
    }
  });

  it('that is too long is not read', () => {
    const { cases, findings } = readSoundly('**C1:** Top\n\n'.repeat(MAX_LENGTH / 10));
    assert.deepEqual(cases, []);
    assert.deepEqual(
      findings.map(({ rule, severity }) => `${rule} ${severity}`),
      ['too-complex error'],
    );
  });

  it('has a limited number of findings', () => {
    const { findings } = readSoundly(
      `**C1:** Top\n\n${Array.from({ length: 600 }, (_, i) => `**C1:** No ${i}\n`).join('\n')}`,
    );
    assert.equal(findings.length, 501);
    assert.equal(findings.filter(({ rule }) => rule === 'too-complex').length, 1);
  });

  it('leaves ordinary documents whole', () => {
    const ordinary =
      '## C1: Top\n\nText with `a.ts` and **bold**.\n\n- **Evidence:** [b](b.ts)\n  - `c.ts`\n\n> quote\n\n'.repeat(
        200,
      );
    assert.deepEqual(tame(ordinary), { text: ordinary, removed: [] });
  });
});
