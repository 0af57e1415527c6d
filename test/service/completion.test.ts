import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../src/model/text.ts';
import { placesIn } from '../../src/project/authoring/places-in.ts';
import { complete } from '../../src/service/completion/complete.ts';
import { resolveItem } from '../../src/service/completion/resolve.ts';
import { withCursor } from '../support/cursor.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
id: access
claims:
  C1:
    text: Only users get in.
    supportedBy: [C3, C7]
    claims:
      C2: Passwords are checked.
  C3:
    text: Logs are kept.
    evidence: [src/a.py#login]
    rebuttals: {R4: Unless the disk is full.}
`;
const OTHER = 'case: Other\nid: other\nclaims:\n  C9: {text: Elsewhere., evidence: [src/a.py]}\n';
const SOURCE = `import os


class Gate:
    def open(self, key):
        def inner():
            return key

        return inner()


def login(user):
    # warrant:begin checks
    return check(user)
    # warrant:end checks
`;
const DOCUMENT = `# Assurance case

**Claim C1:** It is safe.

- Evidence: \`src/a.py\`

**Claim C2:** It is sound.

- Evidence: \`src/a.py\`
`;

describe('completion', () => {
  let workspace: TestWorkspace;

  before(async () => {
    const files = {
      'access.case.yaml': CASE,
      'other.case.yaml': OTHER,
      'docs/assurance-case.md': DOCUMENT,
      'docs/guide.md': '# A guide\n\n## How to open\n',
      'src/a.py': SOURCE,
      'src/auth/b.py': 'def half(:\n',
      'src/auth/c.json': '{"tls": {"min": 2}}',
      '.gitignore': 'out/\n*.log\n',
      'arg.gsn.yaml': 'G1:\n  text: Safe\n  supportedBy: [S1]\nS1:\n  text: By parts\nS2:\n  text: By time\n',
      'arg.ltac': '- Claim C1: Safe\n  - Evidence E1: Tests (src/a.py)\n',
    };
    workspace = await makeWorkspace(files, (repository) => {
      repository.write({ 'out/made.txt': 'x', 'src/trace.log': 'x', 'src/new.py': 'x' });
    });
  });
  after(() => workspace.repository.remove());

  const completeAs = async (path: string, text: string, offset: number, snippets = true) => {
    const subjectAt = (root: string) => workspace.subjects.find((subject) => subject.root === root);
    const root = workspace.repository.root;
    const ports = { lookup: workspace.lookup, subjectAt, subjectAround: () => subjectAt(root), snippets };
    const position = new LineIndex(text).position(offset);
    return (await complete(ports, workspace.file(path), text, position))?.items ?? [];
  };
  /** What is offered where a text that is typed into a file has its cursor, in the order that editors show. */
  const offered = async (path: string, marked: string, snippets = true): Promise<CompletionItem[]> => {
    const { text, offset } = withCursor(marked);
    const items = await completeAs(path, text, offset, snippets);
    return [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  };
  const labels = async (path: string, marked: string): Promise<string[]> =>
    (await offered(path, marked)).map(({ label }) => label);
  /** The text once an item is accepted, with `$0` where the cursor is then. */
  const accepted = async (path: string, marked: string, label: string): Promise<string> => {
    const { text } = withCursor(marked);
    const item = (await offered(path, marked)).find((one) => one.label === label);
    assert.ok(item, `${label} is not offered`);
    const { range, newText } = item.textEdit as TextEdit;
    const index = new LineIndex(text);
    return text.slice(0, index.offset(range.start)) + newText + text.slice(index.offset(range.end));
  };
  const native = (marked: string) => labels('access.case.yaml', marked);
  const NODE = 'claims:\n  C1:\n    text: a\n';

  describe('in YAML', () => {
    it('offers keys that are not there yet, and writes what follows them', async () => {
      const keys = await native(`${NODE}    ¦\n    evidence: [a]\n`);
      assert.ok(keys.includes('rebuttals') && !keys.includes('text') && !keys.includes('evidence'));
      assert.equal(
        await accepted('access.case.yaml', `${NODE}    evid¦`, 'evidence'),
        `${NODE}    evidence:\n  - $0`,
      );
      assert.equal(
        await accepted('access.case.yaml', `${NODE}    sat¦`, 'satisfies'),
        `${NODE}    satisfies: [$0]`,
      );
      assert.equal(
        await accepted('access.case.yaml', `${NODE}    ev¦d: [a]`, 'evidence'),
        `${NODE}    evidence: [a]`,
      );
      const [at] = (await offered('access.case.yaml', `${NODE}    evidence:\n      - ¦`)).filter(
        ({ label }) => label === 'expect',
      );
      assert.equal((at!.textEdit as TextEdit).newText, 'expect:\n    $0', 'deeper than the dash');
    });

    it('indents nothing itself, since editors do', async () => {
      const items = await offered('access.case.yaml', `${NODE}    rebut¦`);
      const { textEdit } = items.find(({ label }) => label === 'rebuttals')!;
      assert.equal(textEdit?.newText, 'rebuttals:\n  $0');
    });

    it('writes no snippets for editors that know none', async () => {
      const items = await offered('access.case.yaml', `${NODE}    sat¦`, false);
      const item = items.find(({ label }) => label === 'satisfies')!;
      assert.equal((item.textEdit as TextEdit).newText, 'satisfies: []');
      assert.equal(item.insertTextFormat, undefined);
    });

    it('gives the next free id, and those that are named and not written', async () => {
      assert.deepEqual(await native(`${CASE}  ¦`), ['C7', 'C4', 'C4 with evidence']);
      assert.deepEqual(await native(`${CASE}  C¦`), ['C7', 'C4', 'C4 with evidence']);
      assert.deepEqual(await native(`${CASE.slice(0, -1)}\n    assumptions:\n      ¦`), ['C7', 'A1', '- ']);
      assert.deepEqual((await native(CASE.replace('{R4', '{¦R4'))).slice(1), ['R1']);
      assert.equal(
        await accepted('access.case.yaml', `${CASE}  ¦`, 'C4 with evidence'),
        `${CASE}  C4:\n  text: $1\n  evidence:\n    - $0`,
      );
    });

    it('offers the nodes of the case and of others, without those above or below', async () => {
      const marked = CASE.replace('[C3, C7]', '[C3, ¦]');
      const nodes = await native(marked);
      assert.deepEqual(nodes, ['C3', 'R4', 'other/C9']);
      assert.deepEqual(await native(CASE.replace('[C3, C7]', '[elsewh¦]')), ['C3', 'R4', 'other/C9']);
      const item = (await offered('access.case.yaml', marked)).at(-1)!;
      assert.equal(item.filterText, 'other/C9 C9 Elsewhere.');
      const described = await resolveItem(workspace.lookup, () => Promise.resolve(undefined), item);
      assert.match((described.documentation as { value: string }).value, /\*\*Claim C9\*\* · current/);
    });

    it('offers paths a segment at a time, folders first, without what git ignores', async () => {
      const at = (typed: string) => `${NODE}    evidence:\n      - ${typed}`;
      assert.deepEqual(
        (await native(at('¦'))).filter((label) => /[/.]/.test(label)),
        ['docs/', 'src/', '.gitignore', 'access.case.yaml', 'arg.gsn.yaml', 'arg.ltac', 'other.case.yaml'],
      );
      const paths = async (typed: string) =>
        (await offered('access.case.yaml', at(typed)))
          .filter(({ kind }) => kind === 17 || kind === 19)
          .map(({ label }) => label);
      assert.deepEqual(await paths('src/¦'), ['auth/', 'a.py', 'new.py']);
      assert.deepEqual(await paths('src/auth/b¦'), ['b.py', 'c.json']);
      assert.deepEqual(await paths('src/gone/¦'), []);
      assert.deepEqual(await paths('../¦'), []);
      assert.equal(await accepted('access.case.yaml', at('src/a¦'), 'auth/'), at('src/auth/'));
      assert.equal(
        await accepted('access.case.yaml', at('src/a¦ux/b.py # x'), 'auth/'),
        at('src/auth/b.py # x'),
      );
      assert.equal(
        await accepted('access.case.yaml', `${NODE}    evidence: ["src/¦"]`, 'a.py'),
        `${NODE}    evidence: ["src/a.py"]`,
      );
    });

    it('offers what a file can be pointed into, mistakes in it or not', async () => {
      const parts = async (typed: string) =>
        (await offered('access.case.yaml', `${NODE}    evidence:\n      - ${typed}`))
          .filter(({ labelDetails }) => labelDetails)
          .map(({ label }) => label);
      assert.deepEqual(await parts('src/a.py#¦'), ['Gate', 'Gate.open', 'login', 'region:checks']);
      assert.deepEqual(await parts('docs/guide.md#¦'), ['a-guide', 'how-to-open']);
      assert.deepEqual(await parts('src/auth/c.json#/¦'), ['/tls', '/tls/min']);
      assert.deepEqual(await parts('src/gone.py#¦'), []);
      assert.ok((await parts('src/auth/b.py#¦')).length <= 1);
      const text = await accepted('access.case.yaml', `${NODE}    evidence: [src/a.py#lo¦x]`, 'login');
      assert.equal(text, `${NODE}    evidence: [src/a.py#login]`);
    });

    it('shows the code of a symbol to who looks at it', async () => {
      const items = await offered('access.case.yaml', `${NODE}    evidence:\n      - src/a.py#¦`);
      const item = items.find(({ label }) => label === 'Gate.open')!;
      const read = (_root: string, path: string) => placesIn(workspace.subjects[0]!, path);
      const { documentation } = await resolveItem(workspace.lookup, read, item);
      assert.match(
        (documentation as { value: string }).value,
        /^```py\ndef open\(self, key\):\n {4}def inner/,
      );
    });

    it('reads a file once for all that is asked of it', async () => {
      const file = join(workspace.repository.root, 'src', 'a.py');
      const saved = readFileSync(file, 'utf8');
      const marked = `${NODE}    evidence:\n      - src/a.py#¦`;
      const before = await native(marked);
      writeFileSync(file, '');
      assert.deepEqual(await native(marked), before, 'nobody said that it changed');
      writeFileSync(file, saved);
    });

    it('offers requirements with their titles', async () => {
      const items = await offered('access.case.yaml', `${NODE}    satisfies: [OWASP-2021:¦]`);
      const item = items.find(({ label }) => label === 'OWASP-2021:A01')!;
      assert.equal(item.labelDetails?.description, 'Broken Access Control');
      const { documentation } = await resolveItem(workspace.lookup, () => Promise.resolve(undefined), item);
      assert.match((documentation as { value: string }).value, /Broken Access Control.*OWASP Top/s);
    });

    it('says nothing in texts and comments, and in files that are no cases', async () => {
      assert.deepEqual(await native('claims:\n  C1: The users ¦'), []);
      assert.deepEqual(await native('claims:\n  # see ¦'), []);
      assert.deepEqual(await labels('deploy.yaml', 'claims:\n  ¦'), []);
      assert.deepEqual(await labels('README.md', 'See `¦'), []);
    });

    it('works in a file that no case was read of yet', async () => {
      assert.ok((await labels('new.case.yaml', '¦')).includes('claims'));
      assert.ok(
        (await labels('new.case.yaml', 'claims:\n  C1:\n    evidence:\n      - s¦')).includes('src/'),
      );
    });
  });

  describe('in Markdown', () => {
    const prose = (marked: string) => labels('docs/assurance-case.md', `${DOCUMENT}\n${marked}`);

    it('offers paths and parts in code spans and links', async () => {
      assert.deepEqual(await prose('See `src/¦`'), ['auth/', 'a.py', 'new.py']);
      assert.deepEqual(await prose('See [it](../src/¦)'), ['auth/', 'a.py', 'new.py']);
      assert.deepEqual(await prose('See [it](¦)'), ['assurance-case.md', 'guide.md']);
      assert.deepEqual(await prose('See `a.py#¦`'), ['Gate', 'Gate.open', 'login', 'region:checks']);
      assert.deepEqual(await prose('See `src/a.py` (`Gate`, `lo¦`)'), [
        'Gate',
        'Gate.open',
        'login',
        'region:checks',
      ]);
    });

    it('offers ids where prose says that something supports something', async () => {
      assert.deepEqual(await prose('It is supported by C1 and ¦'), ['C1', 'C2']);
      for (const label of ['Supported by:', '**Supported by:**', '**Supported by**:', '_supported by_'])
        assert.deepEqual(await prose(`${label} C1, ¦`), ['C1', 'C2'], label);
    });

    it('leaves prose, code and comments alone', async () => {
      for (const marked of [
        'It is ¦',
        'see C¦',
        'a / ¦',
        '```\nsee `src/¦\n```',
        '<!-- `src/¦ -->',
        'a ``src/¦',
        'run `make src/¦',
      ])
        assert.deepEqual(await prose(marked), [], marked);
    });
  });

  it('knows the keys, ids and values of gsn2x', async () => {
    const gsn = (marked: string) => labels('arg.gsn.yaml', marked);
    assert.ok((await gsn('G1:\n  supp¦')).includes('supportedBy'));
    assert.deepEqual(await gsn('G1:\n  supportedBy: [¦]\n'), ['S2']);
    assert.deepEqual(await gsn('G1:\n  supportedBy: [S1¦]\n'), ['S1', 'S2'], 'what is there stays');
    assert.ok((await gsn('G1:\n  nodeType: ¦')).includes('Goal'));
  });

  it('knows the words, ids and paths of LTAC', async () => {
    const ltac = (marked: string) => labels('arg.ltac', marked);
    assert.ok((await ltac('- ¦')).includes('Claim'));
    assert.deepEqual(await ltac('- Claim C9: see ^¦'), ['C1', 'E1']);
    assert.deepEqual(await ltac('- Evidence E3: Tests (src/¦)'), ['auth/', 'a.py', 'new.py']);
    assert.deepEqual(await ltac('- Claim C9: what ¦'), []);
  });
});
