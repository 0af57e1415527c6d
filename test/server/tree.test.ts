import assert from 'node:assert/strict';
import {
  MOVE,
  type MoveAnswer,
  TREE,
  TREE_MATCHES,
  TREE_PATH,
  TREE_REASON,
  type TreeItem,
  type TreeMatches,
} from '../../src/server/protocol.ts';
import { toUri } from '../../src/service/uris.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type Editor, connectEditor } from './editor.ts';

const CASE =
  'case: Access\nclaims:\n  C1:\n    text: Only users get in.\n    claims:\n      C2: {text: Doors., evidence: [src/a.py]}\n      C3: {text: Windows., evidence: [src/gone.py]}\n';

describe('the claim tree over the wire', () => {
  let repository: TestRepository;
  let editor: Editor;

  before(async () => {
    repository = makeRepository();
    repository.commitFiles({ 'a.case.yaml': CASE, 'src/a.py': 'a = 1\n' });
    editor = await connectEditor(repository.root);
    await editor.until('a look', () => editor.changes.some(({ busy }) => !busy));
  });
  after(() => {
    editor.client.dispose();
    repository.remove();
  });

  const ask = <T>(method: string, params: object): Promise<T> => editor.client.sendRequest(method, params);
  const tree = async (parent: string | undefined, options?: object): Promise<TreeItem[]> =>
    ask(TREE, { ...(parent !== undefined && { parent }), ...(options && { options }) });

  it('is filtered and arranged as the editor asks', async () => {
    assert.equal((await tree(undefined)).length, 1);
    assert.deepEqual(await tree(undefined, { states: ['failing'] }), []);
    const rows = await tree(undefined, { groupBy: 'state' });
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['Broken', 'Current'],
    );
    const matches = await ask<TreeMatches>(TREE_MATCHES, { options: { text: 'doors' } });
    assert.deepEqual([matches.matches, matches.of], [1, 5]);
    const position = { line: 5, character: 6 };
    const uri = toUri(`${repository.root}/a.case.yaml`);
    const path = await ask<TreeItem[]>(TREE_PATH, { uri, position, options: { groupBy: 'state' } });
    assert.deepEqual(
      path.map(({ label }) => label),
      ['Current', 'C2 (1/1) Doors.'],
    );
  });

  it('says what makes an item what it is', async () => {
    const [top] = await tree(undefined);
    const reason = await ask<TreeItem[]>(TREE_REASON, { item: { key: top!.key, state: top!.state } });
    assert.equal(reason.at(-1)?.label, 'src/gone.py');
  });

  it('moves a part of what the editor holds, saved or not', async () => {
    const uri = toUri(`${repository.root}/a.case.yaml`);
    const text = `# mine\n${CASE}`;
    await editor.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    const [top] = await tree(undefined);
    const key = top!.part!.case;
    const move = (node: string, to: string): Promise<MoveAnswer> =>
      ask(MOVE, { what: { case: key, node }, to: { case: key, node: to } });
    const answer = await move('C3', 'C2');
    assert.ok('edits' in answer, JSON.stringify(answer));
    assert.equal(answer.uri, uri);
    assert.equal(answer.edits[0]?.range.end.line, 7);
    const refused = await move('C1', 'C2');
    assert.match('refused' in refused ? refused.refused : '', /hangs under C1 itself/);
  });
});
