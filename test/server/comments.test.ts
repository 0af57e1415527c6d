import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionList,
  Hover,
  Location,
  LocationLink,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { LineIndex } from '../../src/model/text.ts';
import { EVIDENCE_HERE, type SideItem, TREE, type TreeItem } from '../../src/server/protocol.ts';
import { toUri } from '../../src/service/uris.ts';
import { appliedEdit } from '../support/applied-edit.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type Editor, connectEditor } from './editor.ts';

const CASE = `case: Access
claims:
  C1:
    text: Only users get in.
    evidence: [src/login.py#login]
`;
const CODE = `# warrant: C1
def login(user):
    return check(user)


def check(user):  # warrant: C1
    return True


# warrant: C11, C1
def other():
    pass
`;

describe('the server, asked about comments of code that name claims', () => {
  let repository: TestRepository;
  let editor: Editor;
  const uri = () => toUri(`${repository.root}/src/login.py`);

  before(async () => {
    repository = makeRepository();
    repository.commitFiles({ 'src/login.py': CODE, 'access.case.yaml': CASE });
    editor = await connectEditor(repository.root);
    await editor.until('the first look', () => editor.changes.at(-1)?.busy === false);
    await editor.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri(), languageId: 'python', version: 1, text: CODE },
    });
  });
  after(() => {
    editor.client.dispose();
    repository.remove();
  });

  const at = (line: number, character: number) => ({
    textDocument: { uri: uri() },
    position: { line, character },
  });

  it('shows the claim in a hover, and goes to it', async () => {
    const hover = await editor.client.sendRequest<Hover | null>('textDocument/hover', at(0, 12));
    assert.match(JSON.stringify(hover), /Only users get in/);
    const [link] = await editor.client.sendRequest<LocationLink[]>('textDocument/definition', at(0, 12));
    assert.equal(link?.targetUri, toUri(`${repository.root}/access.case.yaml`));
    assert.equal(link?.targetSelectionRange.start.line, 2);
  });

  it('lists comments among the references of the claim', async () => {
    const found = await editor.client.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri: toUri(`${repository.root}/access.case.yaml`) },
      position: { line: 2, character: 3 },
      context: { includeDeclaration: false },
    });
    const lines = found.filter(({ uri: each }) => each === uri()).map(({ range }) => range.start.line);
    assert.deepEqual(lines.filter((line) => line !== 1).sort(), [0, 5, 9]);
  });

  it('tells what is wrong at the comment', async () => {
    await editor.until('the findings', () => (editor.diagnostics('src/login.py')?.length ?? 0) > 0);
    assert.deepEqual(
      editor
        .diagnostics('src/login.py')!
        .map(({ range, code, severity }) => [range.start.line, code, severity]),
      [
        [5, 'comment-not-evidence', 3],
        [9, 'comment-unknown-claim', 2],
        [9, 'comment-not-evidence', 3],
      ],
    );
  });

  /** What a quick fix makes of a file. */
  async function fixed(line: number, character: number): Promise<Map<string, string>> {
    const place = { line, character };
    const actions = await editor.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri() },
      range: { start: place, end: place },
      context: { diagnostics: editor.diagnostics('src/login.py') },
    });
    return new Map(
      actions.map(({ title, edit }) => {
        const [[target, edits]] = Object.entries(edit!.changes!) as [[string, TextEdit[]]];
        const text = target === uri() ? CODE : CASE;
        const index = new LineIndex(text);
        const [one] = edits;
        const { start, end } = one!.range;
        return [title, text.slice(0, index.offset(start)) + one!.newText + text.slice(index.offset(end))];
      }),
    );
  }

  it('adds the place to the claim, or takes the comment away', async () => {
    const actions = await fixed(5, 30);
    assert.deepEqual(
      [...actions.keys()],
      ['List this place as evidence of C1', 'Remove C1 from the comment'],
    );
    assert.match(actions.get('List this place as evidence of C1')!, /src\/login\.py#check/);
    assert.match(actions.get('Remove C1 from the comment')!, /^def check\(user\):\n/m);
    assert.deepEqual(
      [...(await fixed(0, 12)).keys()].filter((title) => /comment|List/.test(title)),
      [],
    );
  });

  it('takes the name that is meant', async () => {
    const actions = await fixed(9, 12);
    assert.deepEqual([...actions.keys()], ['Change C11 to C1', 'Remove C11 from the comment']);
    assert.match(actions.get('Change C11 to C1')!, /^# warrant: C1, C1$/m);
    assert.match(actions.get('Remove C11 from the comment')!, /^# warrant: C1$/m);
  });

  it('offers ids in a comment that is being written, in a file that is no evidence, and asks git for nothing', async () => {
    const other = toUri(`${repository.root}/src/other.ts`);
    const ask = (character: number) =>
      editor.client.sendRequest<CompletionList | null>('textDocument/completion', {
        textDocument: { uri: other },
        position: { line: 0, character },
      });
    await editor.client.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: other,
        languageId: 'typescript',
        version: 1,
        text: 'open(); // warrant: C\n',
      },
    });
    editor.takeProcesses();
    const found = await ask(21);
    assert.deepEqual(
      found?.items.map(({ label, textEdit }) => [label, textEdit]),
      [
        [
          'C1',
          { range: { start: { line: 0, character: 20 }, end: { line: 0, character: 21 } }, newText: 'C1' },
        ],
      ],
    );
    assert.equal(await ask(4), null);
    assert.deepEqual(editor.takeProcesses(), []);
    await editor.client.sendNotification('textDocument/didClose', { textDocument: { uri: other } });
  });

  it('renames a claim from a comment, in both files, and nothing elsewhere in code', async () => {
    const place = await editor.client.sendRequest('textDocument/prepareRename', at(5, 30));
    assert.deepEqual(place, {
      range: { start: { line: 5, character: 29 }, end: { line: 5, character: 31 } },
      placeholder: 'C1',
    });
    assert.equal(await editor.client.sendRequest('textDocument/prepareRename', at(5, 5)), null);
    const edit = await editor.client.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at(5, 30),
      newName: 'C5',
    });
    assert.equal(appliedEdit(CODE, edit, uri()), CODE.replaceAll(/\bC1\b/g, 'C5'));
    const caseUri = toUri(`${repository.root}/access.case.yaml`);
    assert.equal(appliedEdit(CASE, edit, caseUri), CASE.replace('C1:', 'C5:'));
    assert.equal(Object.keys(edit.changes!).length, 2);
  });

  it('shows them in the tree', async () => {
    const ask = (parent?: string): Promise<TreeItem[]> =>
      editor.client.sendRequest(TREE, { ...(parent !== undefined && { parent }), options: {} });
    const [top] = await ask();
    const [claim] = await ask(top!.key);
    const rows = await ask(claim!.key);
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['src/login.py#login', 'Named in comments'],
    );
    assert.equal((await ask(rows[1]!.key)).length, 3);
  });

  it('lists them below the evidence of the file', async () => {
    const items = await editor.client.sendRequest<SideItem[]>(EVIDENCE_HERE, { uri: uri() });
    const row = items.at(-1)!;
    assert.equal(row.label, 'Named in comments');
    assert.deepEqual(
      row.children.map(({ label, description }) => `${label} ${description}`),
      [
        'C1 line 1, listed as evidence · Only users get in.',
        'C1 line 6, not listed as evidence · Only users get in.',
        'C1 line 10, not listed as evidence · Only users get in.',
      ],
    );
  });
});
