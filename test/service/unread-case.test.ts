import assert from 'node:assert/strict';
import { summarizeSnapshot } from '../../src/service/summary.ts';
import { treeChildren } from '../../src/service/tree.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
id: access
claims: [[[
  C1:
    text: Only users get in.
    evidence: [src/gone.py]
`;

describe('a case in a file that is half typed', () => {
  let workspace: TestWorkspace;

  before(async () => {
    workspace = await makeWorkspace({
      'access.case.yaml': CASE,
      'other.case.yaml': 'case: Other\nclaims:\n  C9: {text: Elsewhere., evidence: [src/a.py]}\n',
      'src/a.py': 'a = 1\n',
    });
  });
  after(() => workspace.repository.remove());

  it('says in its row that a part cannot be read, and is not current', () => {
    const [access, other] = treeChildren(workspace.lookup, undefined, TODAY);
    assert.equal(access!.label, 'Access');
    assert.equal(access!.unread, true);
    assert.match(access!.description, /part of its file cannot be read$/);
    assert.match(access!.accessibilityLabel, /^Case, Access, part of its file cannot be read, /);
    assert.match(access!.tooltip, /Part of its file cannot be read/);
    assert.notEqual(access!.state, 'current');
    assert.deepEqual([other!.unread, other!.state, other!.description], [undefined, 'current', '1/1']);
  });

  it('says so in the summary, for the status bar', () => {
    const { standings } = summarizeSnapshot(workspace.lookup.snapshot);
    assert.deepEqual(
      standings.map(({ title, unread }) => `${title} ${unread ?? false}`),
      ['Access true', 'Other false'],
    );
  });
});
