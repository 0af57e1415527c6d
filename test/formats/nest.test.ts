import assert from 'node:assert/strict';
import { attackers } from '../../src/formats/attack.ts';
import { nest } from '../../src/formats/nest.ts';

/** `AB` says that B hangs under A. */
function nested(...pairs: string[]) {
  const { parentOf, others, repeated } = nest(
    pairs.map((pair) => ({ parent: pair[0]!, child: pair[1]!, pair })),
  );
  return {
    tree: [...parentOf].map(([child, parent]) => parent + child),
    others: others.map(({ pair }) => pair),
    repeated: repeated.map(({ again }) => again.pair),
  };
}

describe('mentions', () => {
  it('hang a node under the first that mentions it', () => {
    assert.deepEqual(nested('AB', 'AC', 'BC'), { tree: ['AB', 'AC'], others: ['BC'], repeated: [] });
  });

  it('of a pair count once', () => {
    assert.deepEqual(nested('AB', 'CB', 'AB', 'CB'), {
      tree: ['AB'],
      others: ['CB'],
      repeated: ['AB', 'CB'],
    });
  });

  it('never close a circle', () => {
    assert.deepEqual(nested('AA', 'AB', 'BC', 'CA').tree, ['AB', 'BC']);
    assert.deepEqual(nested('AB', 'CD', 'BC', 'DA').others, ['DA']);
    assert.deepEqual(nested('AB', 'BA', 'CA').tree, ['AB', 'CA']);
  });

  it('in a row of 100,000 make a tree', () => {
    const mentions = Array.from({ length: 100_000 }, (_, at) => ({ parent: at, child: at + 1 }));
    assert.equal(nest(mentions).parentOf.size, 100_000);
    const back = mentions.toReversed();
    assert.equal(nest(back).parentOf.size, 100_000);
  });
});

describe('attackers', () => {
  it('are defeaters, and what supports them without a gap', () => {
    const parentOf = new Map([
      ['defeater', 'claim'],
      ['support', 'defeater'],
      ['more support', 'support'],
      ['context', 'support'],
      ['claim on context', 'context'],
    ]);
    const nodes = ['claim', 'more support', 'support', 'defeater', 'context', 'claim on context'];
    const found = attackers(
      nodes,
      parentOf,
      (node) => node === 'defeater',
      (node) => node !== 'context',
    );
    assert.deepEqual([...found], ['more support', 'support', 'defeater']);
  });

  it('are found in what is no tree', () => {
    const circle = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    const none = attackers(
      ['a', 'b'],
      circle,
      () => false,
      () => true,
    );
    assert.equal(none.size, 0);
  });
});
