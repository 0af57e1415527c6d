import assert from 'node:assert/strict';
import { copiedNames, sayCopied } from '../../../src/client/tree/copied-names.ts';
import { placesOf, sayArrangement, sayEmpty, sayFilter } from '../../../src/client/tree/filter-words.ts';
import { parseOptions } from '../../../src/client/tree/saved-options.ts';
import type { TreeItem, TreeMatches, TreeOptions } from '../../../src/server/protocol.ts';

const found = (matches: number): TreeMatches => ({ matches, of: 340, states: {}, owners: [] });

describe('client: what the view says of a filter', () => {
  const SAID: readonly (readonly [TreeOptions, matches: number, string | undefined])[] = [
    [{}, 340, undefined],
    [{ groupBy: 'state' }, 340, undefined],
    [{ states: ['stale'] }, 12, 'Only what is stale: 12 of 340 items.'],
    [{ states: ['broken', 'failing', 'stale'] }, 1, 'Only what is broken, failing or stale: 1 of 340 items.'],
    [{ text: 'TLS' }, 2, 'Only what has “TLS” in it: 2 of 340 items.'],
    [{ attention: true }, 9, 'Only what needs attention: 9 of 340 items.'],
    [
      { attention: true, states: ['stale'], text: 'TLS 1.2', owners: ['Ada', 'Ben'] },
      3,
      'Only what needs attention, is stale, has “TLS 1.2” in it and is by Ada or Ben: 3 of 340 items.',
    ],
    [
      { text: 'xyz' },
      0,
      'Only what has “xyz” in it: that is nothing of 340 items. Clear Filter, in the title above, shows all.',
    ],
  ];
  for (const [options, matches, said] of SAID)
    it(`says it in words: ${said ?? 'nothing'}`, () =>
      assert.equal(sayFilter(options, found(matches)), said));

  it('says what is looked for while it is not known how much that is', () =>
    assert.equal(sayFilter({ text: 'a' }, undefined), 'Only what has “a” in it.'));

  it('says how the tree is arranged where that is not by case', () => {
    assert.equal(sayArrangement('2 cases', { groupBy: 'state' }), 'by state');
    assert.equal(sayArrangement('2 cases', {}), '2 cases');
    assert.equal(sayArrangement(undefined, { groupBy: 'state' }), undefined);
  });

  it('says why a tree by standard is empty', () => {
    assert.match(sayEmpty({ groupBy: 'standard' })!, /^No claim says which requirement/);
    assert.equal(sayEmpty({}), undefined);
  });
});

describe('client: words that are looked for', () => {
  it('are marked wherever they stand, in any letter case', () => {
    assert.deepEqual(placesOf('TLS old', 'E2 src/tls.py#reject_old_tls'), [
      [7, 10],
      [21, 24],
      [25, 28],
    ]);
    assert.deepEqual(placesOf('tls tl', 'tls'), [[0, 3]]);
    assert.deepEqual(placesOf('', 'tls'), []);
    assert.deepEqual(placesOf('b', 'İ b'), []);
  });
});

describe('client: a remembered filter', () => {
  it('is taken over as it was', () => {
    const options: TreeOptions = {
      groupBy: 'standard',
      states: ['stale'],
      attention: true,
      text: 'TLS',
      owners: ['Ada'],
    };
    assert.deepEqual(parseOptions(JSON.parse(JSON.stringify(options))), options);
  });

  for (const value of [undefined, null, 3, 'x', [], { states: 'stale', text: 7, groupBy: 'x', owners: [1] }])
    it(`is left out where it makes no sense: ${JSON.stringify(value)}`, () =>
      assert.deepEqual(parseOptions(value), {}));

  it('forgets states that are none, and what is empty', () =>
    assert.deepEqual(
      parseOptions({
        states: ['stale', 'rotten'],
        text: '  ',
        owners: [],
        attention: false,
        groupBy: 'case',
      }),
      { states: ['stale'] },
    ));
});

describe('client: copied names', () => {
  const item = (names: TreeItem['names']): TreeItem => ({ ...ITEM, ...(names && { names }) });
  const START = { line: 0, character: 0 };
  const RANGE = { start: START, end: START };
  const ITEM: TreeItem = {
    key: 'k',
    kind: 'claim',
    label: '',
    description: '',
    state: 'current',
    mention: false,
    tooltip: '',
    accessibilityLabel: '',
    expandable: false,
    source: { uri: 'file:///a', range: RANGE, selectionRange: RANGE },
  };
  const items = [
    item({ id: 'C2', qualifiedId: 'access/C2' }),
    item({ locator: 'src/a.ts' }),
    item({ id: 'E1', qualifiedId: 'access/E1', locator: 'src/a.ts' }),
    item(undefined),
    item({ id: 'access' }),
  ];

  it('are a line each, each once', () => {
    assert.deepEqual(copiedNames(items, 'id'), ['C2', 'E1', 'access']);
    assert.deepEqual(copiedNames(items, 'qualifiedId'), ['access/C2', 'access/E1', 'access']);
    assert.deepEqual(copiedNames(items, 'locator'), ['src/a.ts']);
  });

  it('are said', () => {
    assert.equal(sayCopied(['C2'], 'id'), 'Copied C2');
    assert.equal(sayCopied(['C2', 'C3'], 'qualifiedId'), 'Copied 2 ids');
    assert.equal(sayCopied([], 'locator'), 'Warrant: what is selected has no locator to copy.');
  });
});
