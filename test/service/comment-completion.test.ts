import assert from 'node:assert/strict';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../src/model/text.ts';
import { completeInComment } from '../../src/service/completion/comment-names.ts';
import { resolveItem } from '../../src/service/completion/resolve.ts';
import { withCursor } from '../support/cursor.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
claims:
  C1:
    text: Only users get in.
    context: {CT1: It runs in a cluster.}
    claims:
      C2: {text: Passwords are checked., evidence: [src/login.py#login]}
      C10: {text: Sessions end., evidence: [src/login.py#logout]}
      C4: {text: Logs are kept., evidence: [src/log.py]}
`;
const OTHER = 'case: Other\nclaims:\n  C4: {text: Other logs., evidence: [src/log.py]}\n';
const CODE = 'def login():\n    pass\n\n\ndef logout():\n    pass\n';

describe('completion in comments of code', () => {
  let workspace: TestWorkspace;

  before(async () => {
    workspace = await makeWorkspace({
      'access.case.yaml': CASE,
      'other.case.yaml': OTHER,
      'src/login.py': CODE,
      'src/log.py': 'x = 1\n',
      'src/new.ts': 'f();\n',
    });
  });
  after(() => workspace.repository.remove());

  /** What is offered at the cursor, in the order that editors show; undefined where nothing is asked for. */
  function offered(path: string, marked: string): CompletionItem[] | undefined {
    const { text, position } = withCursor(marked);
    const items = completeInComment(workspace.lookup, workspace.file(path), text, position)?.items;
    return items && [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  }
  const labels = (path: string, marked: string): string[] | undefined =>
    offered(path, marked)?.map(({ label }) => label);
  /** The line once an item is accepted. */
  function accepted(path: string, marked: string, name: string): string {
    const { text, position } = withCursor(marked);
    const item = offered(path, marked)!.find(({ label }) => label === name)!;
    const { range, newText } = item.textEdit as TextEdit;
    const line = new LineIndex(text).line(position.line);
    return line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  }

  it('offers ids, those first that list the place, then those that list the file, with the case where several have one', () => {
    const all = ['C2', 'C10', 'C1', 'access/C4', 'other/C4', 'CT1'];
    assert.deepEqual(labels('src/login.py', `# warrant: ¦\n${CODE}`), all);
    assert.deepEqual(labels('src/login.py', CODE.replace('():\n', '():  # warrant: ¦\n')), all);
    const logout = CODE.replace('\n\n\n', '\n\n# warrant: ¦\n');
    assert.deepEqual(labels('src/login.py', logout)!.slice(0, 2), ['C10', 'C2']);
    assert.deepEqual(labels('src/new.ts', '// warrant: ¦\nf();\n'), [
      'C1',
      'C2',
      'C10',
      'access/C4',
      'other/C4',
      'CT1',
    ]);
  });

  it('finds them by words and by the case, and names the case once a slash is typed', () => {
    assert.deepEqual(labels('src/new.ts', '// warrant: passw¦\n'), ['C2']);
    assert.deepEqual(labels('src/new.ts', '// warrant: other¦\n'), ['other/C4']);
    assert.deepEqual(labels('src/new.ts', '// warrant: access/C1¦\n'), [
      'access/C1',
      'access/C10',
      'access/CT1',
    ]);
    assert.equal(
      accepted('src/new.ts', '// warrant: C1, ac¦cess/C9 -- why\n', 'C2'),
      '// warrant: C1, C2 -- why',
    );
  });

  it('leaves out what the comment names already', () => {
    assert.deepEqual(labels('src/new.ts', '// warrant: C1, C2,¦\n'), ['C10', 'access/C4', 'other/C4', 'CT1']);
    assert.deepEqual(labels('src/new.ts', '// warrant: C¦, access/C4\n')!.includes('access/C4'), false);
    assert.deepEqual(labels('src/new.ts', '// warrant: C2¦\n')!.includes('C2'), true);
  });

  it('says what a claim says, of which kind it is and how it stands', async () => {
    const [item, given] = ['C2', 'CT1'].map((id) =>
      offered('src/new.ts', '// warrant: ¦\n')!.find(({ label }) => label === id)!,
    );
    assert.deepEqual(item!.labelDetails, { description: 'Passwords are checked.' });
    assert.equal(item!.detail, 'Claim · current');
    assert.equal(given!.detail, 'Context');
    const described = await resolveItem(workspace.lookup, () => Promise.resolve(undefined), item!);
    assert.match((described.documentation as { value: string }).value, /Claim C2.*\n\nPasswords are checked/);
  });

  it('is silent in code, in prose and in claim files', () => {
    assert.equal(labels('src/login.py', 'def log¦in():  # warrant: C2\n'), undefined);
    assert.equal(labels('src/login.py', '# see warrant: ¦\n'), undefined);
    assert.equal(labels('access.case.yaml', `# warrant: ¦\n${CASE}`), undefined);
  });
});
