import assert from 'node:assert/strict';
import type { TreeOptions } from '../../src/service/tree-options.ts';
import { treeReason } from '../../src/service/tree-reason.ts';
import { treeChildren, treePath } from '../../src/service/tree.ts';
import type { TreeItem } from '../../src/service/views.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const FLAT = `case: Flat
claims:
${Array.from({ length: 600 }, (_, i) => `  F${i + 1}: {text: Leaf ${i === 554 ? 'h¦ere' : i}., evidence: [src/${i === 420 ? 'gone' : 'a'}.txt]}\n`).join('')}`;
const ATTACKED = `case: Attacked
claims:
  C1:
    text: A.
    evidence:
      E1:
        at: src/a.txt
        undermines: {UM1: Unless it is o¦ld.}
`;

describe('a level of the claim tree with very much on it', () => {
  let workspace: TestWorkspace;
  before(async () => {
    workspace = await makeWorkspace({
      'flat.case.yaml': FLAT,
      'attacked.case.yaml': ATTACKED,
      'src/a.txt': 'a\n',
    });
  });
  after(() => workspace.repository.remove());

  const children = (parent: string | undefined, options: TreeOptions = {}): TreeItem[] =>
    treeChildren(workspace.lookup, parent, TODAY, options);
  const flat = (): string => children(undefined).find(({ label }) => label === 'Flat')!.key;
  const way = (file: string, options: TreeOptions = {}): TreeItem[] =>
    treePath(workspace.lookup, workspace.file(file), workspace.cursors(file)[0]!, TODAY, options);

  it('has rows that share its items', () => {
    const rows = children(flat());
    assert.deepEqual(
      rows.map(({ label, description, state }) => `${label} | ${description} | ${state}`),
      ['F1 … F250 | 250 | current', 'F251 … F500 | 250 | broken', 'F501 … F600 | 100 | current'],
    );
    const items = rows.flatMap(({ key }) => children(key));
    assert.equal(items.length, 600);
    assert.equal(new Set([...rows, ...items].map(({ key }) => key)).size, 603);
    assert.equal(children(items[3]!.key)[0]?.label, 'src/a.txt');
  });

  it('leads through them from the document, and to a reason', () => {
    const path = way('flat.case.yaml');
    assert.deepEqual(
      path.map(({ label }) => label),
      ['Flat', 'F501 … F600', 'F555 (1/1) Leaf here.'],
    );
    for (const [i, item] of path.slice(1).entries())
      assert.ok(children(path[i]!.key).some(({ key }) => key === item.key));
    assert.deepEqual(
      treeReason(workspace.lookup, { key: flat(), state: 'broken' }, TODAY).map(({ label }) => label),
      ['F251 … F500', 'F421 (0/1) Leaf 420.', 'src/gone.txt'],
    );
  });

  it('has none where a filter leaves few', () =>
    assert.deepEqual(
      children(flat(), { text: 'F42' }).map(({ label }) => label.slice(0, 4)),
      ['F42 ', ...Array.from({ length: 10 }, (_, i) => `F42${i}`)],
    ));

  it('has them in other arrangements, too', () => {
    const options = { groupBy: 'state' } as const;
    const current = children(undefined, options).find(({ label }) => label === 'Current')!;
    assert.equal(current.description, '599');
    assert.equal(children(current.key, options).length, 3);
    assert.equal(way('flat.case.yaml', options).at(-1)?.label, 'F555 (1/1) Leaf here.');
  });

  it('leads to what attacks evidence', () =>
    assert.deepEqual(
      way('attacked.case.yaml').map(({ label }) => label.split(' ')[0]),
      ['Attacked', 'C1', 'E1', 'UM1'],
    ));
});
