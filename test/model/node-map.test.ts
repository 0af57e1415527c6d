import assert from 'node:assert/strict';
import { NodeMap, pushAt } from '../../src/model/node-map.ts';

describe('what is known of nodes across cases', () => {
  it('keeps nodes of one key in two cases apart', () => {
    const map = new NodeMap<number>();
    map.set({ caseKey: 'a', node: 'C1' }, 1);
    map.set({ caseKey: 'b', node: 'C1' }, 2);
    map.set({ caseKey: 'a', node: 'C2' }, 3);
    assert.equal(map.get({ caseKey: 'a', node: 'C1' }), 1);
    assert.equal(map.get({ caseKey: 'b', node: 'C1' }), 2);
    assert.equal(map.get({ caseKey: 'b', node: 'C2' }), undefined);
    assert.equal(map.has({ caseKey: 'a', node: 'C2' }), true);
    assert.equal(map.has({ caseKey: 'c', node: 'C2' }), false);
    assert.deepEqual([...map.values()], [1, 3, 2]);
  });

  it('begins a list at a node and adds to it', () => {
    const map = new NodeMap<string[]>();
    pushAt(map, { caseKey: 'a', node: 'C1' }, 'x');
    pushAt(map, { caseKey: 'a', node: 'C1' }, 'y');
    assert.deepEqual(map.get({ caseKey: 'a', node: 'C1' }), ['x', 'y']);
  });
});
