import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { moveFiles } from '../../src/service/move-files.ts';
import { prepareRename, rename } from '../../src/service/rename.ts';
import { toUri } from '../../src/service/uris.ts';
import { appliedEdit } from '../support/applied-edit.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
id: acc¦ess
claims:
  C1:
    text: Only users get in.
    claims:
      C¦2: {text: Passwords are checked., evidence: [src/a.py]}
      C¦4: {text: Logs are kept., evidence: [src/a.py]}
`;
const OTHER =
  'case: Other\nclaims:\n  C4: {text: Other logs., evidence: [src/a.py]}\n  C8: {text: More., evidence: [src/a.py]}\n';
const CODE = `# warrant: C¦2, C1 -- C2 is why
def login(): # C2
    s = "# warrant: C2"


# warrant: acc¦ess/C¦2, C2
# warrant: C4, access/C4, other/C4
# warrant: ¦C4
x = 1
`;

describe('a rename, in comments of code', () => {
  let workspace: TestWorkspace;

  before(async () => {
    workspace = await makeWorkspace({
      'access.case.yaml': CASE,
      'other.case.yaml': OTHER,
      'src/a.py': CODE,
      'src/b.ts': '// warrant: C2\r\nf();\r\n',
      'src/c.py': 'x = 1  # warrant: other/C8\n',
      'warrant.yaml': '# warrant: C2\nreviews:\n  required: [access/C2]\n',
    });
  });
  after(() => workspace.repository.remove());

  const clean = (marked: string): string => marked.replaceAll('¦', '');
  const ask = (path: string, marker: number, to: string) =>
    rename(workspace.lookup, workspace.file(path), workspace.cursors(path)[marker]!, to, workspace.texts);
  /** The files that are edited, by their paths, with the sentences that are said. */
  async function renamed(path: string, marker: number, to: string) {
    const answer = await ask(path, marker, to);
    assert.ok(answer && 'edit' in answer, JSON.stringify(answer));
    return { files: applied(answer.edit), note: answer.note };
  }
  function applied(edit: WorkspaceEdit): Map<string, string> {
    const base = toUri(workspace.repository.root).length + 1;
    return new Map(
      Object.keys(edit.changes ?? {}).map((uri) => {
        const path = decodeURI(uri).slice(base);
        return [path, appliedEdit(readFileSync(workspace.file(path), 'utf8'), edit, uri)];
      }),
    );
  }

  it('changes the names that mean the node, and neither prose nor code', async () => {
    const { files, note } = await renamed('access.case.yaml', 1, 'C7');
    assert.equal(note, undefined);
    assert.deepEqual([...files.keys()].sort(), ['access.case.yaml', 'src/a.py', 'src/b.ts', 'warrant.yaml']);
    assert.equal(
      files.get('src/a.py'),
      clean(CODE).replace('# warrant: C2, C1', '# warrant: C7, C1').replace('access/C2, C2', 'access/C7, C7'),
    );
    assert.equal(files.get('src/b.ts'), '// warrant: C7\r\nf();\r\n');
    assert.equal(files.get('warrant.yaml'), '# warrant: C7\nreviews:\n  required: [access/C7]\n');
  });

  it('names the case where another one has the new id', async () => {
    const { files } = await renamed('access.case.yaml', 1, 'C8');
    assert.match(files.get('src/a.py')!, /^# warrant: access\/C8, C1 -- C2 is why/);
    assert.match(files.get('src/a.py')!, /^# warrant: access\/C8, access\/C8$/m);
  });

  it('leaves what may mean another case, and says so', async () => {
    const { files, note } = await renamed('access.case.yaml', 2, 'C9');
    assert.match(files.get('src/a.py')!, /^# warrant: C4, access\/C9, other\/C4\n# warrant: C4$/m);
    assert.equal(
      note,
      '2 comments in a.py name C4 without its case, of which there are several, and were left as they are.',
    );
  });

  it('begins at a comment as well, before the slash with the case', async () => {
    const expected = await renamed('access.case.yaml', 1, 'C7');
    assert.deepEqual(await renamed('src/a.py', 0, 'C7'), expected);
    assert.deepEqual(await renamed('src/a.py', 2, 'C7'), expected);
    const entry = await renamed('src/a.py', 1, 'entry');
    assert.deepEqual(entry, await renamed('access.case.yaml', 0, 'entry'));
    assert.match(
      entry.files.get('src/a.py')!,
      /^# warrant: entry\/C2, C2\n# warrant: C4, entry\/C4, other\/C4$/m,
    );
    assert.match(
      String(((await ask('src/a.py', 0, 'C1')) as { refused: string }).refused),
      /There is a node C1/,
    );
  });

  it('says what is renamed, or why it is not known', () => {
    const at = (marker: number) =>
      prepareRename(
        workspace.lookup,
        workspace.file('src/a.py'),
        workspace.cursors('src/a.py')[marker]!,
        workspace.texts,
      );
    assert.deepEqual(
      [0, 1, 2].map((marker) => {
        const found = at(marker);
        assert.ok(found && 'range' in found);
        return [found.placeholder, workspace.textAt('src/a.py', found.range)];
      }),
      [
        ['C2', 'C2'],
        ['access', 'access'],
        ['C2', 'C2'],
      ],
    );
    assert.deepEqual(at(3), {
      refused: 'C4 stands in several cases. Write which is meant first, as access/C4.',
    });
    const inCode = { line: 1, character: 15 };
    assert.equal(
      prepareRename(workspace.lookup, workspace.file('src/a.py'), inCode, workspace.texts),
      undefined,
    );
  });

  it('leaves a file that is another by now, and says so', async () => {
    const texts = {
      ...workspace.texts,
      text: async (file: string) => {
        const text = await workspace.texts.text(file);
        return file.endsWith('b.ts') ? undefined : file.endsWith('a.py') ? text && `\n${text}` : text;
      },
    };
    const position = workspace.cursors('access.case.yaml')[1]!;
    const answer = await rename(workspace.lookup, workspace.file('access.case.yaml'), position, 'C7', texts);
    assert.ok(answer && 'edit' in answer);
    assert.deepEqual([...applied(answer.edit).keys()].sort(), ['access.case.yaml', 'warrant.yaml']);
    assert.equal(
      answer.note,
      '4 comments in a.py and b.ts that name C2 could not be edited. Change them by hand.',
    );
  });

  it('follows a case that is called like its file', async () => {
    const [from, to] = ['other.case.yaml', 'further.case.yaml'].map((path) => toUri(workspace.file(path)));
    const { edit } = await moveFiles(workspace.lookup, [{ oldUri: from!, newUri: to! }], workspace.texts);
    const changed = (edit?.documentChanges ?? []).flatMap((one) => ('edits' in one ? one : []));
    const changes = Object.fromEntries(changed.map(({ textDocument: { uri }, edits }) => [uri, edits]));
    const files = applied({ changes } as WorkspaceEdit);
    assert.equal(files.get('src/c.py'), 'x = 1  # warrant: further/C8\n');
    assert.match(files.get('src/a.py')!, /^# warrant: C4, access\/C4, further\/C4$/m);
  });
});
