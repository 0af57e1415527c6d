import assert from 'node:assert/strict';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { LineIndex, type Position } from '../../src/model/text.ts';
import {
  NARROW,
  NARROWING,
  TREE,
  TREE_PATH,
  type NarrowAnswer,
  type NarrowingAnswer,
  type ReviewTarget,
  type TreeItem,
} from '../../src/server/protocol.ts';
import { toUri } from '../../src/service/uris.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type Editor, connectEditor } from './editor.ts';

const GATE = `LIMIT = 10


def open_gate(name):
    return name


def rate_limit(requests):
    return min(requests, LIMIT)


def greet(name):
    return "Hello " + name
`;
const CASE = `case: The gate
claims:
  C1:
    text: Nobody gets in too often, since rate_limit counts.
    evidence:
      - src/gate.py # all of it
  C2:
    text: People are greeted, not pushed.
    evidence: [notes.txt, src/gate.py]
  C3:
    text: The gate opens by open_gate.
    evidence:
      - "src/gate.py"
      - src/gate.py#open_gate
  C4:
    text: It is watched.
    evidence: {E1: src/gate.py}
  C5:
    text: Between open_gate and rate_limit nothing is lost.
    evidence: [src/gate.py]
`;
const DOCUMENT = `# Assurance case

- **C1:** People are greeted.
  - Evidence: \`src/gate.py\` (see \`greet\`)
- **C2:** The gate opens.
  - Evidence: [the code](../src/gate.py)
`;

describe('the server, asked to narrow a link', () => {
  let repository: TestRepository;
  let editor: Editor;

  before(async () => {
    repository = makeRepository();
    repository.commitFiles({
      'src/gate.py': GATE,
      'notes.txt': 'One.\n',
      'gate.case.yaml': CASE,
      'docs/assurance-case.md': DOCUMENT,
    });
    repository.commitFiles({ 'src/gate.py': GATE.replace('"Hello "', '"Welcome "') });
    editor = await connectEditor(repository.root);
    await editor.until('the first look', () => editor.changes.at(-1)?.busy === false);
  });
  after(() => {
    editor.client.dispose();
    repository.remove();
  });

  const YAML = 'gate.case.yaml';
  const MARKDOWN = 'docs/assurance-case.md';
  const texts: Readonly<Record<string, string>> = { [YAML]: CASE, [MARKDOWN]: DOCUMENT };
  const uri = (path: string): string => toUri(`${repository.root}/${path}`);
  /** The place of a text on a line, which is 1-based. */
  const place = (path: string, line: number, text: string): Position => ({
    line: line - 1,
    character: texts[path]!.split('\n')[line - 1]!.indexOf(text) + 1,
  });
  const asked = (path: string, position: Position): Promise<NarrowingAnswer | null> =>
    editor.client.sendRequest(NARROWING, { uri: uri(path), position });
  const choices = async (path: string, line: number, text = 'src/gate.py') => {
    const answer = await asked(path, place(path, line, text));
    assert.ok(answer && 'parts' in answer, JSON.stringify(answer));
    return answer;
  };
  const narrow = (target: ReviewTarget, ...parts: string[]): Promise<NarrowAnswer> =>
    editor.client.sendRequest(NARROW, { target, parts });
  /** The line that a narrowed link stands on, and those that were added behind it; or why it cannot be narrowed. */
  const narrowed = async (path: string, line: number, ...parts: string[]): Promise<string[] | string> => {
    const { target } = await choices(path, line);
    const answer = await narrow(target, ...parts);
    if ('refused' in answer) return answer.refused;
    const text = applied(texts[path]!, { changes: { [answer.uri]: [...answer.edits] } }, uri(path));
    const more = text.split('\n').length - texts[path]!.split('\n').length;
    return text.split('\n').slice(line - 1, line + more);
  };
  const actions = (path: string, position: Position): Promise<CodeAction[]> =>
    editor.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uri(path) },
      range: { start: position, end: position },
      context: { diagnostics: editor.diagnostics(path) ?? [] },
    });

  it('offers to, right behind the review, and writes the part that the claim names', async () => {
    const found = await actions(YAML, place(YAML, 6, 'src/gate.py'));
    assert.deepEqual(
      found.map(({ title }) => title),
      [
        'Still holds: record a review…',
        'Narrow to src/gate.py#rate_limit (named by the claim)',
        'Narrow to a part of this file…',
        'Show what changed',
        'Challenge this evidence…',
      ],
    );
    assert.equal(found[1]!.diagnostics?.[0]?.code, 'evidence-changed');
    assert.equal(
      applied(CASE, found[1]!.edit!, uri(YAML)).split('\n')[5],
      '      - src/gate.py#rate_limit # all of it',
    );
    const { target } = await choices(YAML, 6);
    assert.deepEqual(found[2]!.command, {
      title: 'Narrow to a part of this file…',
      command: 'warrant.narrow',
      arguments: [target],
    });
  });

  it('offers it where a code span beside the link names a part by a plain word', async () => {
    const titles = (await actions(MARKDOWN, place(MARKDOWN, 4, 'src/gate.py'))).map(({ title }) => title);
    assert.ok(titles.includes('Narrow to src/gate.py#greet (named by the claim)'), titles.join('\n'));
  });

  it('offers nothing where there are no parts, or the link names one', async () => {
    for (const position of [place(YAML, 9, 'notes.txt'), place(YAML, 14, 'src/gate.py')]) {
      const titles = (await actions(YAML, position)).map(({ title }) => title);
      assert.ok(!titles.some((title) => title.startsWith('Narrow')), titles.join('\n'));
    }
  });

  it('offers no part of its own accord where the claim names several, or links to it already', async () => {
    for (const line of [13, 20]) {
      const titles = (await actions(YAML, place(YAML, line, 'src/gate.py'))).map(({ title }) => title);
      assert.deepEqual(
        titles.filter((title) => title.startsWith('Narrow')),
        ['Narrow to a part of this file…'],
      );
    }
  });

  it('starts no process to offer it', async () => {
    editor.takeProcesses();
    await actions(YAML, place(YAML, 6, 'src/gate.py'));
    assert.deepEqual(editor.takeProcesses(), []);
  });

  it('says which parts there are, which of them are named, and which changed', async () => {
    const { locator, claim, parts, uri: file } = await choices(YAML, 6);
    assert.deepEqual(
      [locator, claim, file],
      ['src/gate.py', 'C1 Nobody gets in too often, since rate_limit counts', uri(YAML)],
    );
    assert.deepEqual(
      parts.map(({ part, namedBy, changed }) => [part, namedBy, changed]),
      [
        ['rate_limit', 'claim', false],
        ['LIMIT', undefined, false],
        ['open_gate', undefined, false],
        ['greet', undefined, true],
      ],
    );
    const beside = (await choices(YAML, 13)).parts.filter(({ linked }) => linked);
    assert.deepEqual(
      beside.map(({ part, namedBy }) => [part, namedBy]),
      [['open_gate', 'claim']],
    );
  });

  it('finds the only link on a line, and says why another cannot be narrowed', async () => {
    const answer = await asked(YAML, { line: 5, character: 0 });
    assert.ok(answer && 'parts' in answer);
    assert.equal(await asked(YAML, { line: 8, character: 0 }), null);
    assert.equal(await asked(YAML, { line: 3, character: 6 }), null);
    for (const [line, text, why] of [
      [9, 'notes.txt', /no parts with names/],
      [14, 'src/gate.py', /does not lead to the whole of one file/],
    ] as const) {
      const other = await asked(YAML, place(YAML, line, text));
      assert.ok(other && 'refused' in other);
      assert.match(other.refused, why);
    }
  });

  const written: readonly (readonly [
    what: string,
    path: string,
    line: number,
    parts: readonly string[],
    lines: readonly string[],
  ])[] = [
    [
      'an item of a list',
      YAML,
      6,
      // As the person may have picked them: they are written in the order of the file.
      ['greet', 'rate_limit'],
      ['      - src/gate.py#rate_limit', '      - src/gate.py#greet # all of it'],
    ],
    [
      'an item between brackets',
      YAML,
      9,
      ['open_gate', 'greet'],
      ['    evidence: [notes.txt, src/gate.py#open_gate, src/gate.py#greet]'],
    ],
    ['one part of evidence with an id', YAML, 17, ['greet'], ['    evidence: {E1: src/gate.py#greet}']],
    ['what is not linked yet', YAML, 13, ['open_gate', 'greet'], ['      - "src/gate.py#greet"']],
    [
      'a code span',
      MARKDOWN,
      4,
      ['rate_limit', 'greet'],
      ['  - Evidence: `src/gate.py#rate_limit`, `src/gate.py#greet` (see `greet`)'],
    ],
    ['a hyperlink', MARKDOWN, 6, ['open_gate'], ['  - Evidence: [the code](../src/gate.py#open_gate)']],
  ];
  for (const [what, path, line, parts, lines] of written) {
    it(`writes ${what}`, async () => assert.deepEqual(await narrowed(path, line, ...parts), lines));
  }

  const refused: readonly (readonly [
    what: string,
    path: string,
    line: number,
    parts: readonly string[],
    why: RegExp,
  ])[] = [
    [
      'several where one can stand',
      YAML,
      17,
      ['greet', 'LIMIT'],
      /stands one locator and not a list.* Choose one/,
    ],
    ['several in a hyperlink', MARKDOWN, 6, ['greet', 'LIMIT'], /stands one locator and not a list/],
    ['what is linked already', YAML, 13, ['open_gate'], /has a link to open_gate already/],
    ['parts that are not there', YAML, 6, ['gone', 'x]: {'], /not in src\/gate\.py any more/],
  ];
  for (const [what, path, line, parts, why] of refused) {
    it(`refuses ${what}`, async () => assert.match(String(await narrowed(path, line, ...parts)), why));
  }

  it('refuses a link that is gone, and says of a new one that it is unreviewed', async () => {
    const { target } = await choices(YAML, 6);
    const gone = await narrow({ case: target.case, link: 'C1:src/other.py' }, 'greet');
    assert.match('refused' in gone ? gone.refused : '', /not there any more/);
    const answer = await narrow(target, 'greet');
    assert.equal(
      'said' in answer && answer.said,
      'narrowed src/gate.py to greet. The new link is unreviewed for now: commit gate.case.yaml, or record a review.',
    );
  });

  it('marks in the tree what can be narrowed', async () => {
    const at = (line: number) =>
      editor.client.sendRequest<TreeItem[]>(TREE_PATH, {
        uri: uri(YAML),
        position: place(YAML, line, 'src/gate.py'),
      });
    const { target } = await choices(YAML, 6);
    assert.deepEqual((await at(6)).at(-1)?.narrow, target);
    assert.equal((await at(14)).at(-1)?.narrow, undefined);
    const cases = await editor.client.sendRequest<TreeItem[]>(TREE, {});
    assert.ok(cases.every(({ narrow: none }) => none === undefined));
  });

  it('writes into the text that the editor holds, where the link is what it was', async () => {
    const { target } = await choices(YAML, 6);
    const document = { uri: uri(YAML), languageId: 'yaml', version: 1 };
    const open = (text: string) =>
      editor.client.sendNotification('textDocument/didOpen', { textDocument: { ...document, text } });
    await open(`# A new line\n${CASE}`);
    const moved = await narrow(target, 'greet');
    assert.deepEqual('edits' in moved && moved.edits[0]?.range.start, { line: 6, character: 8 });
    await editor.client.sendNotification('textDocument/didClose', { textDocument: { uri: uri(YAML) } });
    await open(CASE.replace('- src/gate.py #', '- src/wall.py #'));
    const other = await narrow(target, 'greet');
    assert.ok('refused' in other, JSON.stringify(other));
  });
});

function applied(text: string, { changes }: WorkspaceEdit, file: string): string {
  const [edit, ...others] = changes![file]!;
  assert.deepEqual(others, []);
  const index = new LineIndex(text);
  const { start, end } = edit!.range;
  return text.slice(0, index.offset(start)) + edit!.newText + text.slice(index.offset(end));
}
