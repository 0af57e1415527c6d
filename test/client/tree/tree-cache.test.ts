import assert from 'node:assert/strict';
import { createTreeCache } from '../../../src/client/tree/tree-cache.ts';
import type { TreeItem } from '../../../src/server/protocol.ts';

const START = { line: 0, character: 0 };
const RANGE = { start: START, end: START };

function item(key: string, description = ''): TreeItem {
  return {
    key,
    kind: 'claim',
    label: key,
    description,
    state: 'current',
    mention: false,
    tooltip: '',
    accessibilityLabel: key,
    expandable: true,
    source: { uri: 'file:///w/a.case.yaml', range: RANGE, selectionRange: RANGE },
  };
}

describe('client: tree cache', () => {
  it('keeps items and what stands above them', () => {
    const cache = createTreeCache();
    assert.deepEqual(cache.setChildren(undefined, [item('case')]), ['case']);
    assert.deepEqual(cache.setChildren('case', [item('C1'), item('C2')]), ['C1', 'C2']);
    assert.equal(cache.get('C2')?.label, 'C2');
    assert.equal(cache.parentOf('C2'), 'case');
    assert.equal(cache.parentOf('case'), undefined);
  });

  it('takes over what changed in an item', () => {
    const cache = createTreeCache();
    cache.setChildren(undefined, [item('case', 'before')]);
    cache.setChildren(undefined, [item('case', 'after')]);
    assert.equal(cache.get('case')?.description, 'after');
  });

  it('forgets an item that went, and all below it', () => {
    const cache = createTreeCache();
    cache.setChildren(undefined, [item('case')]);
    cache.setChildren('case', [item('C1'), item('C2')]);
    cache.setChildren('C1', [item('E1')]);
    cache.setChildren('case', [item('C2')]);
    assert.deepEqual([cache.get('C1'), cache.get('E1')], [undefined, undefined]);
    assert.equal(cache.get('C2')?.key, 'C2');
  });

  it('keeps what is below an item that stays', () => {
    const cache = createTreeCache();
    cache.setChildren(undefined, [item('case')]);
    cache.setChildren('case', [item('C1')]);
    cache.setChildren(undefined, [item('case')]);
    assert.equal(cache.get('C1')?.key, 'C1');
  });

  it('keeps an item that moved below another parent before its former parent was asked again', () => {
    const cache = createTreeCache();
    cache.setChildren(undefined, [item('case')]);
    cache.setChildren('case', [item('C1'), item('C2')]);
    cache.setChildren('C1', [item('C3')]);
    cache.setChildren('C2', [item('C3')]);
    cache.setChildren('C1', []);
    assert.equal(cache.parentOf('C3'), 'C2');
  });

  it('learns parents from a path, without forgetting their other children', () => {
    const cache = createTreeCache();
    cache.setChildren(undefined, [item('case'), item('other')]);
    assert.equal(cache.addPath([item('case'), item('C1'), item('E1')]), 'E1');
    assert.equal(cache.parentOf('E1'), 'C1');
    assert.equal(cache.parentOf('C1'), 'case');
    assert.equal(cache.get('other')?.key, 'other');
    assert.equal(cache.addPath([]), undefined);
    assert.equal(cache.addPath([item('C7'), item('E7')], 'C1'), 'E7');
    assert.equal(cache.parentOf('C7'), 'C1');
    assert.equal(cache.addPath([], 'C1'), undefined);
  });
});
