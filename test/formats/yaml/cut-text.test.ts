import assert from 'node:assert/strict';
import { read } from './reading.ts';

describe('a text that YAML cuts off at a #', () => {
  it('is found where it goes on', () => {
    const { marked, findings } = read(`case: The door #2
claims:
  C1: Only order #1 is read
  C2:
    text: Posts in #general are signed   
    evidence: [a.py]
    context: [Room #7]
  C3: "Only order #1 is read"
  C4: |-
    Only order #1 is read
  C5: {text: 'Only order', evidence: [b.py]} #1
  C6: It is C#, or C#1
`);
    assert.deepEqual(marked, [
      'text-cut-off: #2',
      'text-cut-off: #1 is read',
      'text-cut-off: #general are signed',
      'text-cut-off: #7]',
      'syntax: ]',
    ]);
    assert.equal(findings[1]!.severity, 'warning');
    assert.equal(findings[1]!.node, 'C1');
    assert.match(findings[1]!.message, /`#1 is read` for a comment.*Put quotes around the whole text/);
  });

  it('is not what has a comment behind it', () => {
    const { marked } = read(`case: The door # the front one
claims:
  C1: Only one order is read # TODO
  C2: Only one order is read. #later more
  C3: Only one order is read #TODO
  C4: Only one order is read #see C2
  C5: Only one order is read #nosec
  C6: Only one order is read ## 2
  C7: Only one order is read # warrant-disable-next-line weasel-words
  C8: Only one order is read #
`);
    assert.deepEqual(marked, []);
  });
});
