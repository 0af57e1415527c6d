import assert from 'node:assert/strict';
import { read, yaml } from './reading.ts';

describe('aliases in YAML', () => {
  it('may stand for texts, locators and lists', () => {
    const result = read(yaml`
      claims:
        C1: &same Holds.
        C2:
          text: *same
          evidence: &log [src/log.ts]
        C3:
          text: Too.
          evidence: *log
    `);
    assert.deepEqual(result.marked, []);
    assert.equal(result.node('C2').text, 'Holds.');
    assert.deepEqual(
      result.case.evidence.map(({ parent, locator }) => [parent, locator]),
      [
        ['C2', 'src/log.ts'],
        ['C3', 'src/log.ts'],
      ],
    );
  });

  it('give a node that is written once a second parent', () => {
    const result = read(yaml`
      claims:
        C1:
          text: a
          context: &c {CT1: b}
          evidence: &e
            - E1: {at: src/a.ts, undermines: {UM1: c}}
        C2:
          text: d
          context: *c
          evidence: *e
    `);
    assert.deepEqual(result.marked, []);
    assert.deepEqual(
      result.case.nodes.map(({ key, parents }) => [key, ...parents]),
      [['C1'], ['CT1', 'C1', 'C2'], ['E1', 'C1', 'C2'], ['UM1', 'E1'], ['C2']],
    );
    assert.deepEqual(
      result.case.evidence.map(({ parent, node }) => [parent, node]),
      [
        ['C1', 'E1'],
        ['C2', 'E1'],
      ],
    );
  });

  it('mean the last anchor of their name before them', () => {
    const result = read('claims:\n  C1: &a one\n  C2: *a\n  C3: &a two\n  C4: *a\n');
    assert.deepEqual([result.node('C2').text, result.node('C4').text], ['one', 'two']);
  });

  it('without an anchor are reported, and read as the text they are', () => {
    const result = read('claims:\n  C1: *important\n');
    assert.deepEqual(result.marked, ['syntax: *important']);
    assert.equal(result.node('C1').text, '*important');
  });

  it('that stand within what they repeat are reported', () => {
    const result = read('claims:\n  C1: &a\n    text: foo\n    claims: {C2: *a, C3: bar}\n');
    assert.deepEqual(
      result.marked.filter((one) => one.startsWith('too')),
      ['too-complex: *a'],
    );
    assert.equal(result.node('C3').text, 'bar');
  });

  it('that multiply nodes add each of them once', () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const below = level === 0 ? '{X: foo}' : `{X${level}: *a${level - 1}, Y${level}: *a${level - 1}}`;
      return `  A${level}: &a${level} {text: foo, claims: ${below}}\n`;
    });
    const result = read(`claims:\n${levels.join('')}  Z: bar\n`);
    assert.deepEqual(result.marked, []);
    assert.equal(result.case.nodes.length, 30 + 29 * 2 + 1 + 1);
  });

  it('that multiply links are followed only so far', () => {
    const locators = Array.from({ length: 1000 }, (_, index) => `src/${index}.ts`).join(', ');
    const claims = Array.from({ length: 1000 }, (_, index) => `  C${index + 2}: {text: foo, evidence: *e}\n`);
    const result = read(
      `claims:\n  C1: {text: foo, evidence: &e [${locators}]}\n${claims.join('')}  Z: bar\n`,
    );
    assert.deepEqual(result.marked, ['too-complex: *e']);
    assert.equal(result.case.evidence.length, 11_000);
    assert.equal(result.node('Z').text, 'bar');
  });

  it('that chain are followed only so deep', () => {
    const levels = Array.from({ length: 300 }, (_, level) => {
      const below = level === 0 ? 'foo' : `*a${level - 1}`;
      return `  A${level}: &a${level} {text: foo, claims: {X${level}: ${below}}}\n`;
    });
    // The links of the chain stand in the wrong order for reading, so that only the last is deep.
    const result = read(`unread:\n${levels.join('')}claims: {C1: *a299, C2: bar}\n`);
    assert.ok(result.marked.includes('too-complex: claims'));
    assert.equal(result.node('C2').text, 'bar');
  });

  it('are cheap for texts: thousands of them are no expansion', () => {
    const claims = Array.from({ length: 10_500 }, (_, index) => `  C${index + 2}: *a\n`);
    const result = read(`claims:\n  C1: &a foo\n${claims.join('')}`);
    assert.deepEqual(result.marked, []);
    assert.equal(result.case.nodes.length, 10_501);
  });
});
