import assert from 'node:assert/strict';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-protocol';
import type { Case } from '../../src/model/case.ts';
import { LineIndex } from '../../src/model/text.ts';
import { READERS } from '../../src/formats/readers.ts';
import { complete } from '../../src/service/completion/complete.ts';
import { withCursor } from '../support/cursor.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

/** Names that people give to files, and that mean something to the notations. */
const FOLDERS = ['[slug]', 'a, b', '{x}', '!g', '&h', '@j', 'with space', "it's", '(p)', '100%'];

/** Windows knows no such names. */
const ON_UNIX = process.platform === 'win32' ? [] : ['e: f', 'say "k"'];
/** What no locator can name: behind a `#` stands a part of a file, and the others make a pattern. */
const UNNAMEABLE = process.platform === 'win32' ? ['c #d'] : ['c #d', '*i', 'j?'];

describe('a path that is completed', () => {
  let workspace: TestWorkspace;

  before(async () => {
    const files: Record<string, string> = {
      'access.case.yaml': 'case: Access\nid: access\nclaims:\n  C1: It is safe.\n',
      'assurance-case.md': '# Assurance case\n\n**Claim C1:** It is safe.\n',
      'arg.ltac': '- Claim C1: Safe\n',
      'src/deep, data.json': '{"a, b": {"c": 1}, "d e": 2}',
      'src/plain.py': 'def login():\n    pass\n',
    };
    for (const folder of [...FOLDERS, ...ON_UNIX, ...UNNAMEABLE])
      files[`src/${folder}/page.py`] = 'def go():\n    pass\n';
    files['@j/own.py'] = 'x = 1\n';
    workspace = await makeWorkspace(files);
  });
  after(() => workspace.repository.remove());

  const offered = async (
    path: string,
    marked: string,
    snippets = true,
  ): Promise<readonly CompletionItem[]> => {
    const { text, position } = withCursor(marked);
    const root = workspace.repository.root;
    const subjectAt = (wanted: string) => workspace.subjects.find((subject) => subject.root === wanted);
    const ports = { lookup: workspace.lookup, subjectAt, subjectAround: () => subjectAt(root), snippets };
    return (await complete(ports, workspace.file(path), text, position))?.items ?? [];
  };
  /** What is there once an item is accepted, with the cursor. */
  const accepted = async (path: string, marked: string, label: string): Promise<string> => {
    const { text, position } = withCursor(marked);
    const item = (await offered(path, marked)).find((one) => one.label === label);
    assert.ok(item, `${label} is not offered at ${JSON.stringify(marked)}`);
    const { range, newText } = item.textEdit as TextEdit;
    const index = new LineIndex(text);
    const [start, end] = [index.offset(range.start), index.offset(range.end)];
    const typed = text.slice(start, index.offset(position));
    assert.ok(
      (item.filterText ?? item.label).startsWith(typed),
      `editors would not show ${label} for ${JSON.stringify(typed)}`,
    );
    let written = newText;
    if (item.insertTextFormat === 2) {
      written = newText
        .replace(/(?<!\\)\$0$/, '')
        .replace('$1', '¦')
        .replace(/\\([\\$}])/g, '$1');
    }
    if (!written.includes('¦')) written += '¦';
    return text.slice(0, start) + written + text.slice(end);
  };
  /** Goes through the segments of a path, as a person does who accepts one after the other. */
  const throughout = async (path: string, marked: string, labels: readonly string[]): Promise<string> => {
    let now = marked;
    for (const label of labels) now = await accepted(path, now, label);
    return now;
  };
  const read = (path: string, marked: string) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const format = name.endsWith('.md') ? 'markdown' : name.endsWith('.ltac') ? 'ltac' : 'yaml';
    return READERS[format](withCursor(marked).text, { file: `/${name}`, stem: 'a' });
  };
  const cited = (cases: readonly Case[]) =>
    cases.flatMap(({ evidence }) => evidence.filter((link) => link.cited).map(({ locator }) => locator));

  const PLACES: readonly (readonly [what: string, before: string, after: string])[] = [
    ['brackets', 'case: A\nclaims:\n  C1:\n    text: It is.\n    evidence: [', ']\n'],
    ['an item behind another one', 'case: A\nclaims:\n  C1:\n    text: It is.\n    evidence: [b.py, ', ']\n'],
    ['an item of a list', 'case: A\nclaims:\n  C1:\n    text: It is.\n    evidence:\n      - ', ' # why\n'],
    [
      'a value',
      'case: A\nclaims:\n  C1:\n    text: It is.\n    evidence:\n      - at: ',
      '\n        watch: all\n',
    ],
    ['double quotes', 'case: A\nclaims:\n  C1:\n    text: It is.\n    evidence: ["', '"]\n'],
    ['single quotes', "case: A\nclaims:\n  C1:\n    text: It is.\n    evidence:\n      - '", "'\n"],
  ];
  for (const [what, before, after] of PLACES) {
    it(`is read as it is meant in ${what} of YAML, whatever it is called`, async () => {
      for (const folder of [...FOLDERS, ...ON_UNIX]) {
        const marked = `${before}¦${after}`;
        for (const labels of [['src/', `${folder}/`, 'page.py']]) {
          const written = await throughout('access.case.yaml', marked, labels);
          const { cases, findings } = read('access.case.yaml', written);
          assert.deepEqual(findings, [], written);
          assert.equal(cited(cases).at(-1), `src/${folder}/page.py`, written);
        }
      }
      const written = await throughout('access.case.yaml', `${before}¦${after}`, ['@j/', 'own.py']);
      assert.equal(cited(read('access.case.yaml', written).cases).at(-1), '@j/own.py', written);
    });

    it(`goes on to a part of the file in ${what} of YAML`, async () => {
      for (const folder of FOLDERS) {
        const file = await throughout('access.case.yaml', `${before}¦${after}`, [
          'src/',
          `${folder}/`,
          'page.py',
        ]);
        const written = await accepted('access.case.yaml', file.replace('¦', '#¦'), 'go');
        assert.equal(
          cited(read('access.case.yaml', written).cases).at(-1),
          `src/${folder}/page.py#go`,
          written,
        );
      }
      const file = await throughout('access.case.yaml', `${before}¦${after}`, ['src/', 'deep, data.json']);
      const written = await accepted('access.case.yaml', file.replace('¦', '#¦'), '/a, b/c');
      const { cases, findings } = read('access.case.yaml', written);
      assert.deepEqual([cited(cases).at(-1), findings], ['src/deep, data.json#/a, b/c', []], written);
    });
  }

  it('is read as evidence in Markdown, in a code span, a cell and a link', async () => {
    for (const [before, after] of [
      ['# Assurance case\n\n**Claim C1:** It is safe.\n\n- **Evidence:** `', '`, and more\n'],
      ['# Assurance case\n\n| Claim | Evidence |\n|-|-|\n| C1: It is safe. | `', '` |\n'],
      ['# Assurance case\n\n**Claim C1:** It is safe.\n\n- **Evidence:** [it](', ')\n'],
      ['# Assurance case\n\n**Claim C1:** It is safe.\n\n- **Evidence:** [it](<', '>)\n'],
    ] as const) {
      // Braces stand for something in prose.
      const readable = before.endsWith('`') ? FOLDERS.filter((folder) => folder !== '{x}') : FOLDERS;
      for (const folder of readable) {
        const marked = `${before}¦${after}`;
        const written = await throughout('assurance-case.md', marked, ['src/', `${folder}/`, 'page.py']);
        const { cases } = read('assurance-case.md', written);
        assert.deepEqual(cited(cases), [`src/${folder}/page.py`], written);
        const further = await accepted('assurance-case.md', written.replace('¦', '#¦'), 'go');
        assert.deepEqual(
          cited(read('assurance-case.md', further).cases),
          [`src/${folder}/page.py#go`],
          further,
        );
      }
    }
  });

  it('is not offered in Markdown where it would not be read', async () => {
    const labels = async (marked: string) =>
      (
        await offered('assurance-case.md', `# Assurance case\n\n**Claim C1:** a\n\n- **Evidence:** ${marked}`)
      ).map(({ label }) => label);
    assert.ok((await labels('`src/¦`')).includes('with space/'));
    // A colon is what stands before a line or a symbol in prose.
    assert.ok(!(await labels('`src/¦`')).includes('e: f/'));
    assert.ok(!(await labels('[it](src/¦)')).includes('e: f/'));
    assert.deepEqual(await labels('`make src/¦`'), [], 'a command');
  });

  it('is compared with what is typed from one place in one list, since editors put the better match first', async () => {
    const marked = 'case: A\nclaims:\n  C1:\n    text: It is.\n    evidence: [src/¦]\n';
    const starts = (await offered('access.case.yaml', marked)).flatMap(({ kind, textEdit }) =>
      kind === 17 || kind === 19 ? [(textEdit as TextEdit).range.start.character] : [],
    );
    assert.deepEqual([...new Set(starts)], [15]);
    const [plain] = (await offered('access.case.yaml', marked)).filter(({ label }) => label === 'plain.py');
    assert.equal(plain!.filterText, 'src/plain.py');
  });

  it('is not offered where no locator can name it', async () => {
    for (const place of ['[src/¦]', '["src/¦"]']) {
      const marked = `case: A\nclaims:\n  C1:\n    text: It is.\n    evidence: ${place}\n`;
      const labels = (await offered('access.case.yaml', marked)).map(({ label }) => label);
      assert.ok(labels.includes('[slug]/') && !labels.some((label) => /[#*?]/.test(label)));
    }
  });

  it('gets quotes only where the place needs them, and keeps what stands behind it', async () => {
    const at = (typed: string) => `case: A\nclaims:\n  C1:\n    text: It is.\n    evidence: [${typed}]\n`;
    assert.equal(await accepted('access.case.yaml', at('src/¦'), 'plain.py'), at('src/plain.py¦'));
    assert.equal(await accepted('access.case.yaml', at('src/¦'), '[slug]/'), at('"src/[slug]/¦"'));
    assert.equal(
      await accepted('access.case.yaml', at('src/¦x/page.py'), '[slug]/'),
      at('"src/[slug]¦/page.py"'),
    );
    assert.equal(
      await accepted('access.case.yaml', at('src/plain.py#¦'), 'login'),
      at('src/plain.py#login¦'),
    );
    const item = (typed: string) =>
      `case: A\nclaims:\n  C1:\n    text: It is.\n    evidence:\n      - ${typed}\n`;
    assert.equal(await accepted('access.case.yaml', item('src/¦'), '[slug]/'), item('src/[slug]/¦'));
    const [plain] = (await offered('access.case.yaml', at('src/¦'), false)).filter(
      ({ label }) => label === '[slug]/',
    );
    assert.equal((plain!.textEdit as TextEdit).newText, '"src/[slug]/"');
    assert.equal(plain!.insertTextFormat, undefined);
  });
});
