import assert from 'node:assert/strict';
import { nodesOf, read, readOne } from './support.ts';

describe('a node that is named again', () => {
  for (const heading of ['Open items', 'Status of the case', 'Summary', 'Remaining work']) {
    it(`below ${heading} is the one that a row states`, () => {
      const text = `## C1: Top\n\n| ID | Claim |\n|-|-|\n| **C2** | Mail is safe |\n\n## ${heading}\n\n- **C2** — the log is old\n`;
      const [one] = read(text).cases;
      assert.deepEqual(nodesOf(one!), ['C1 claim', 'C2 claim < C1']);
      assert.equal(one!.nodes[1]!.text, 'Mail is safe');
    });
  }

  it('only there is stated there', () => {
    assert.deepEqual(nodesOf(readOne('## C1: Top\n\n## Summary\n\n- **C2:** Mail is safe\n')), [
      'C1 claim',
      'C2 claim < C1',
    ]);
  });

  it('by a heading is the item before it that says the same and more', () => {
    const [, second] = readOne(
      '## S1: By part\n\n1. **S1a — Mail**: it comes signed\n\n## S1a — Mail\n\n### C1: All is signed\n',
    ).nodes;
    assert.equal(second?.text, 'Mail: it comes signed');
  });
});
