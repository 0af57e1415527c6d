import assert from 'node:assert/strict';
import { Following } from '../../../src/client/tree/following.ts';

describe('client: whether the tree follows the cursor', () => {
  it('does while nothing comes between', () => {
    const following = new Following();
    const turn = following.begin('a.yaml#1:0')!;
    assert.equal(following.isCurrent(turn), true);
  });

  it('does not where the person clicks a row before the answer is there', () => {
    const following = new Following();
    const turn = following.begin('a.yaml#1:0')!;
    assert.equal(following.hearSelection(['C2']), true);
    assert.equal(following.isCurrent(turn), false);
  });

  it('does not where the tree is about to move the cursor itself', () => {
    const following = new Following();
    const turn = following.begin('a.yaml#1:0')!;
    following.expect('a.yaml#7:2');
    assert.equal(following.isCurrent(turn), false);
    assert.equal(following.begin('a.yaml#7:2'), undefined, 'that cursor is no news');
    assert.notEqual(following.begin('a.yaml#8:0'), undefined, 'the next one is');
  });

  it('goes by the last cursor of several', () => {
    const following = new Following();
    const first = following.begin('a.yaml#1:0')!;
    const second = following.begin('a.yaml#2:0')!;
    assert.deepEqual([following.isCurrent(first), following.isCurrent(second)], [false, true]);
  });

  it('takes neither its own selection nor rows that are gone for the choice of a person', () => {
    const following = new Following();
    const turn = following.begin('a.yaml#1:0')!;
    following.reveals('C1');
    assert.equal(following.hearSelection(['C1']), false);
    assert.equal(following.hearSelection([]), false);
    assert.equal(following.isCurrent(turn), true);
  });

  it('goes back to the row that the person chose while it was on its way', () => {
    const following = new Following();
    const turn = following.begin('a.yaml#1:0')!;
    following.reveals('C1');
    following.hearSelection(['C2']);
    following.hearSelection(['C1']);
    assert.equal(following.rowToRestore(turn, ['C1']), 'C2');
    assert.equal(following.rowToRestore(turn, ['C2']), undefined);
  });

  it('goes back to no row that was chosen before the cursor moved on', () => {
    const following = new Following();
    following.hearSelection(['C2']);
    const turn = following.begin('a.yaml#1:0')!;
    following.reveals('C1');
    following.begin('a.yaml#2:0');
    assert.equal(following.rowToRestore(turn, ['C1']), undefined);
  });

  it('takes a click on the row that it selected itself for a choice', () => {
    const following = new Following();
    following.begin('a.yaml#1:0');
    following.reveals('C1');
    following.hearSelection(['C1']);
    const turn = following.begin('a.yaml#2:0')!;
    assert.equal(following.hearSelection(['C1']), true);
    assert.equal(following.isCurrent(turn), false);
  });

  it('goes back to nothing where it was not overtaken', () => {
    const following = new Following();
    following.hearSelection(['C2']);
    const turn = following.begin('a.yaml#1:0')!;
    following.reveals('C1');
    assert.equal(following.rowToRestore(turn, ['C1']), undefined);
  });
});
