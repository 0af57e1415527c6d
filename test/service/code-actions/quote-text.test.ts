import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { editActions } from '../../../src/service/code-actions/edit-actions.ts';
import { toUri } from '../../../src/service/uris.ts';
import { appliedEdit } from '../../support/applied-edit.ts';
import { type TestWorkspace, makeWorkspace } from '../../support/workspace.ts';

const CASE = `case: Access
claims:
  C1:
    text: Only order ¦#1 of "a" is read   
    evidence: [src/a.py]
    claims: # all
      C2:¦ It's #2
      C3: It is ¦whole. # TODO
`;

describe('a text that is cut off', () => {
  let workspace: TestWorkspace;

  before(async () => {
    workspace = await makeWorkspace({ 'access.case.yaml': CASE, 'src/a.py': 'x = 1\n' });
  });
  after(() => workspace.repository.remove());

  const at = async (cursor: number): Promise<string | undefined> => {
    const start = workspace.cursors('access.case.yaml')[cursor]!;
    const file = workspace.file('access.case.yaml');
    const actions = await editActions(workspace.lookup, file, { start, end: start }, workspace.texts);
    const action = actions.find(({ title }) => title === 'Put quotes around the whole text');
    return action && appliedEdit(readFileSync(file, 'utf8'), action.edit!, toUri(file));
  };

  it('gets quotes around all of it', async () => {
    const plain = CASE.replaceAll('¦', '');
    assert.equal(
      await at(0),
      plain.replace('Only order #1 of "a" is read', `'Only order #1 of "a" is read'`),
    );
    assert.equal(await at(1), plain.replace("It's #2", `"It's #2"`));
    assert.equal(await at(2), undefined, 'a comment is one');
  });
});
