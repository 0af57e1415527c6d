import assert from 'node:assert/strict';
import { treeReason } from '../../src/service/tree-reason.ts';
import { treeChildren } from '../../src/service/tree.ts';
import type { TreeItem } from '../../src/service/views.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Flows
id: flows
claims:
  C1:
    text: All flows are checked.
    claims:
      C6: {text: Flow two., undeveloped: true}
`;

describe('a leaf that is meant to be one, in the tree', () => {
  let workspace: TestWorkspace;

  before(async () => (workspace = await makeWorkspace({ 'flows.case.yaml': CASE })));
  after(() => workspace.repository.remove());

  const top = (): TreeItem => treeChildren(workspace.lookup, undefined, TODAY)[0]!;
  const below = (key: string): TreeItem => treeChildren(workspace.lookup, key, TODAY)[0]!;

  it('has no sign that it is fine, and says what it is', () => {
    const leaf = below(below(top().key).key);
    assert.deepEqual([leaf.given, leaf.description], ['claim', 'undeveloped on purpose']);
    assert.equal(leaf.accessibilityLabel, 'Claim, C6 Flow two., undeveloped on purpose');
    assert.match(leaf.tooltip, /^\*\*Claim C6\*\* · undeveloped on purpose\n/);
  });

  it('is not the reason why what stands on it is undeveloped: that it has nothing else is', () => {
    assert.equal(top().state, 'undeveloped');
    assert.deepEqual(
      treeReason(workspace.lookup, top(), TODAY).map(({ label }) => label),
      ['C1 All flows are checked.'],
    );
  });

  it('is not listed by state', () => {
    const options = { groupBy: 'state' } as const;
    const states = treeChildren(workspace.lookup, undefined, TODAY, options);
    assert.deepEqual(
      states.map(({ label, description }) => `${label} ${description}`),
      ['Undeveloped 1'],
    );
    const [only] = treeChildren(workspace.lookup, states[0]!.key, TODAY, options);
    assert.equal(only!.label, 'C1 All flows are checked.');
  });
});
