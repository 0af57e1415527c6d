import assert from 'node:assert/strict';
import {
  EVIDENCE_HERE,
  IMPACT,
  REVISION_TEXT,
  type ImpactAnswer,
  type SideItem,
} from '../../src/server/protocol.ts';
import { toUri } from '../../src/service/uris.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type Editor, connectEditor } from './editor.ts';

const GATE = `def open_gate(name):
    return name


def rate_limit(requests):
    return min(requests, 10)
`;

const CASE = `case: The gate
claims:
  C1:
    text: The gate is safe.
    claims:
      C2:
        text: Nobody gets in too often.
        evidence: [src/gate.py#rate_limit]
      C3:
        text: The gate opens.
        evidence: [src/gate.py#open_gate, src/, notes.txt]
`;

/** Rows as indented lines. */
function show(items: readonly SideItem[], indent = ''): string[] {
  return items.flatMap(({ label, description, state, children }) => [
    `${indent}${label} | ${description} | ${state}`,
    ...show(children, `${indent}  `),
  ]);
}

describe('the server, asked for the views beside the claims', () => {
  let repository: TestRepository;
  let editor: Editor;
  const uri = () => toUri(`${repository.root}/src/gate.py`);

  before(async () => {
    repository = makeRepository();
    repository.commitFiles({ 'src/gate.py': GATE, 'notes.txt': 'One.\n', 'gate.case.yaml': CASE });
    editor = await connectEditor(repository.root);
    await editor.until('the first look', () => editor.changes.at(-1)?.busy === false);
  });
  after(() => {
    editor.client.dispose();
    repository.remove();
  });

  it('knows what never was there, even where it is first asked behind a keystroke', async () => {
    const other = makeRepository();
    other.commitFiles({
      'n.txt': 'One.\n',
      'a.case.yaml': 'case: A\nclaims:\n  C1: {text: A., evidence: [n.txt, gone.txt]}\n',
    });
    const second = await connectEditor(other.root);
    await second.until('the first look', () => second.changes.at(-1)?.busy === false);
    const seen = second.changes.length;
    await second.client.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: toUri(`${other.root}/n.txt`),
        languageId: 'plaintext',
        version: 1,
        text: 'One.\n',
      },
    });
    await second.until('the next look', () => second.changes.length > seen);
    assert.deepEqual((await second.client.sendRequest<ImpactAnswer>(IMPACT, {})).items, []);
    second.client.dispose();
    other.remove();
  });

  const impact = (base?: string) =>
    editor.client.sendRequest<ImpactAnswer>(IMPACT, base === undefined ? {} : { base });

  it('shows what rests on a change as one types, and starts no git for it', async () => {
    assert.deepEqual((await impact()).items, []);
    editor.takeProcesses();
    const seen = editor.changes.length;
    await editor.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri(), languageId: 'python', version: 1, text: GATE.replace('10', '20') },
    });
    await editor.until('the next look', () => editor.changes.length > seen);
    const { items, base, notices } = await impact();
    assert.deepEqual(show(items), [
      'C2 Nobody gets in too often. |  | stale',
      '  rate_limit | changed · src/gate.py | stale',
      '  1 claim above inherits this |  | stale',
      '    C1 The gate is safe. |  | stale',
      'C3 The gate opens. |  | stale',
      '  src/ | 1 file changed: src/gate.py | stale',
      '  1 claim above inherits this |  | stale',
      '    C1 The gate is safe. |  | stale',
    ]);
    assert.equal(base, 'HEAD');
    assert.deepEqual(notices, []);
    assert.deepEqual(editor.takeProcesses(), []);

    const difference = items[0]!.children[0]!.difference!;
    assert.equal(await editor.client.sendRequest(REVISION_TEXT, difference.before), GATE);
    assert.equal(difference.after, uri());
  });

  it('answers about what the editor holds now, however soon it is asked', async () => {
    const change = async (version: number, text: string): Promise<string[]> => {
      await editor.client.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(), version },
        contentChanges: [{ text }],
      });
      return show((await impact()).items).filter((row) => /open_gate|rate_limit/.test(row));
    };
    assert.deepEqual(await change(2, GATE.replace('return name', 'return 1')), [
      '  open_gate | changed · src/gate.py | stale',
    ]);
    assert.deepEqual(await change(3, GATE.replace('10', '20')), [
      '  rate_limit | changed · src/gate.py | stale',
    ]);
  });

  it('says what it cannot compare with', async () => {
    const seen = editor.changes.length;
    await editor.client.sendNotification('warrant/refresh');
    await editor.until('the next look', () => editor.changes.length > seen);
    const { items, notices } = await impact('nowhere');
    assert.deepEqual(items, []);
    assert.match(notices.join(), /has no revision nowhere/);
  });

  it('shows the claims that rest on a file, by its parts', async () => {
    const items = await editor.client.sendRequest<SideItem[]>(EVIDENCE_HERE, { uri: uri() });
    assert.deepEqual(show(items), [
      'The folder src/ |  | stale',
      '  C3 | stale: changed, not committed · The gate opens. | stale',
      'open_gate | lines 1–2 | current',
      '  C3 | current · The gate opens. | current',
      'rate_limit | lines 5–6 | stale',
      '  C2 | stale: changed, not committed · Nobody gets in too often. | stale',
    ]);
    const [claim] = items[2]!.children;
    assert.equal(claim!.source.uri, toUri(`${repository.root}/gate.case.yaml`));
    assert.equal(claim!.target, undefined);
    assert.ok(items[2]!.children[0]!.review);
    assert.deepEqual(await editor.client.sendRequest(EVIDENCE_HERE, { uri: toUri('/elsewhere/x') }), []);
  });
});
