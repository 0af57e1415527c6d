import assert from 'node:assert/strict';
import { EXAMPLE, read } from './reading.ts';

/** A small generator of numbers below `limit`, the same at every run. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe('hostile YAML', () => {
  for (const [what, unit] of [
    ['lists', '['],
    ['maps', '{a: '],
    ['items', '- '],
    ['keys', '? '],
    ['compact maps', 'a: '],
  ] as const) {
    it(`of 10,000 nested ${what} is reported and does not exhaust the stack`, () => {
      const result = read(`claims:\n  C1: foo\n  C2:\n    ${unit.repeat(10_000)}\n`);
      assert.ok(result.findings.some(({ rule }) => rule === 'too-complex'));
      assert.equal(result.node('C1').text, 'foo');
    });
  }

  it('that nests claims deeply is read down to a bound', () => {
    let text = '';
    for (let level = 0; level < 150; level++) {
      text += `${'  '.repeat(level)}claims:\n${'  '.repeat(level)} C${level}:\n${'  '.repeat(level + 1)}text: foo\n`;
    }
    const result = read(text);
    assert.ok(result.case.nodes.length >= 90 && result.case.nodes.length <= 100);
    assert.ok(result.findings.some(({ rule }) => rule === 'too-complex'));
  });

  it('of very many tokens is read up to a bound', () => {
    const result = read(`claims:\n  C1: foo\n${'#\n'.repeat(251_000)}  C2: bar\n`);
    assert.deepEqual(
      result.findings.map(({ rule }) => rule),
      ['too-complex'],
    );
    assert.equal(result.node('C1').text, 'foo');
  });

  it('with mistakes without end has only the first ones reported', () => {
    const result = read(`claims:\n${'  C1: foo\n'.repeat(2000)}`);
    assert.equal(result.findings.length, 501);
    assert.match(result.findings.at(-1)?.message ?? '', /more than 500/);
    assert.equal(result.case.nodes.length, 2000);
  });

  it('of control characters is read or reported', () => {
    assert.equal(read('claims: {C1: "a\0b\u0001"}\n').node('C1').kind, 'claim');
    assert.ok(read('\0\u0001\u0002\uFFFF').findings.length > 0);
    assert.ok(read('\uD800: \uDC00').findings.length > 0);
  });

  it('with CRLF, cut at any place, gives ranges inside it', () => {
    const text = EXAMPLE.replaceAll('\n', '\r\n');
    for (let end = 0; end <= text.length; end += 3) read(text.slice(0, end));
  });

  it('with characters changed anywhere gives ranges inside it', () => {
    const random = seeded(20_251_121);
    const characters = '\0\t\n\r !"#%&\'*,-:<>?@[]{|}`~0aé\uD83D\uFEFF';
    for (let round = 0; round < 200; round++) {
      let text = EXAMPLE;
      for (let change = 0; change <= random(4); change++) {
        const at = random(text.length);
        const removed = random(3);
        text = text.slice(0, at) + characters.charAt(random(characters.length)) + text.slice(at + removed);
      }
      const { cases, findings } = read(text);
      assert.ok(cases.length > 0 || findings.length > 0, JSON.stringify(text));
    }
  });
});
