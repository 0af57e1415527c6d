import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../../src/project/snapshot.ts';
import {
  type TestRepository,
  makeFolder,
  makeRepository,
  openRepository,
} from '../support/git-repository.ts';
import { openProject } from '../support/project.ts';

const CASE = 'claims:\n  C1:\n    text: Keys are adequately kept.\n    evidence: [a.py]\n';

/** The findings of a snapshot, as `file rule severity`, and what settings get wrong as `file: message`. */
function show({ findings }: Snapshot): string[] {
  return findings.map(({ file, rule, severity, message, range }) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return rule === 'settings'
      ? `${name}:${range.start.line + 1}: ${message}`
      : `${name} ${rule} ${severity}`;
  });
}

describe('settings of a workspace', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  async function check(files: Readonly<Record<string, string>>, options = {}): Promise<Snapshot> {
    repository.commitFiles({ 'a.py': 'x = 1\n', ...files }, { author: 'Ada' });
    const { project } = openProject({ roots: [repository.root], ...options });
    try {
      return await project.check();
    } finally {
      project.dispose();
    }
  }

  it('are the nearest upwards', async () => {
    const snapshot = await check({
      'warrant.yaml': 'rules: {weasel-words: warning}\n',
      'top.case.yaml': CASE,
      'docs/deep/one.case.yaml': CASE,
      'quiet/warrant.yaml': 'rules: {}\n',
      'quiet/two.case.yaml': CASE,
    });
    assert.deepEqual(show(snapshot), [
      'one.case.yaml weasel-words warning',
      'top.case.yaml weasel-words warning',
    ]);
  });

  it('reach from the repository into a folder of it that was opened', async () => {
    const files = { 'warrant.yaml': 'rules: {weasel-words: hint}\n', 'docs/one.case.yaml': CASE };
    const snapshot = await check(files, { roots: [`${repository.root}/docs`] });
    assert.deepEqual(show(snapshot), ['one.case.yaml weasel-words hint']);
  });

  it('do not reach into a repository from above what was opened', async () => {
    const outer = openRepository(makeFolder());
    const inner = openRepository(`${outer.root}/inner`);
    outer.write({ 'warrant.yaml': 'rules: {weasel-words: hint}\n', 'inner/one.case.yaml': CASE });
    inner.git('init', '-q', '-b', 'main');
    for (const [root, expected] of [
      [inner.root, []],
      [outer.root, ['one.case.yaml weasel-words hint']],
    ] as const) {
      const { project } = openProject({ roots: [root] });
      const said = show(await project.check()).filter((line) => line.includes('weasel'));
      assert.deepEqual(said, expected);
      project.dispose();
    }
    outer.remove();
  });

  it('add cases by path and by glob, relative to where they lie', async () => {
    const snapshot = await check({
      'docs/warrant.yaml': 'cases: [argument.md, "more/*.yaml"]\n',
      'docs/argument.md': '**C1:** Keys are kept.\n\nEvidence: `a.py`\n',
      'docs/more/x.yaml': CASE,
      'more/y.yaml': CASE,
    });
    assert.deepEqual(
      snapshot.claimFiles.map((file) => file.slice(repository.root.length + 1)),
      ['docs/argument.md', 'docs/more/x.yaml'],
    );
    assert.deepEqual(show(snapshot), []);
  });

  it('add cases where git does not list the files', async () => {
    const folder = openRepository(makeFolder());
    folder.write({ 'warrant.yaml': 'cases: [argument.txt]\n', 'argument.txt': '**C1:** Keys are kept.\n' });
    const { project } = openProject({ roots: [folder.root] });
    assert.deepEqual((await project.check()).claimFiles, [`${folder.root}/argument.txt`]);
    project.dispose();
    folder.remove();
  });

  it('say what letters mean, in all documents and in one, in lines and in tables', async () => {
    const text = '**C1:** Keys are kept.\n\n**R1:** They are long.\n\n**SO-2:** They are secret.\n';
    const table =
      '\n## Rebuttals\n\n| Id | Text | Evidence |\n| --- | --- | --- |\n| R2 | Unless lost. | `a.py` |\n';
    const snapshot = await check({
      'warrant.yaml': 'kinds: {R: assumption, docs/b.case.md: {R: context, SO-: claim}}\n',
      'docs/a.case.md': text + table,
      'docs/b.case.md': text,
    });
    assert.deepEqual(
      snapshot.cases.map((one) => one.case.nodes.map(({ id, kind }) => `${id} ${kind}`)),
      [
        ['C1 claim', 'R1 assumption', 'R2 assumption'],
        ['C1 claim', 'R1 context', 'SO-2 claim'],
      ],
    );
  });

  it('that are wrong are found at the place, and so are cases that are not there', async () => {
    const snapshot = await check({
      'warrant.yaml': 'cases:\n  - gone.md\n  - ../out.md\n  - "*.nothing"\nrules: {nonsense: off}\n',
      'a.case.yaml': CASE,
    });
    assert.deepEqual(show(snapshot), [
      'warrant.yaml:2: gone.md is not there, or git ignores it, so no case is read from it.',
      'warrant.yaml:3: ../out.md leads out of the folder of these settings. Write paths within it, with `/`.',
      'warrant.yaml:5: There is no rule `nonsense`. `warrant rules` lists them.',
    ]);
  });

  it('that cannot be read are found', async () => {
    const outside = makeFolder();
    writeFileSync(join(outside, 'secret.yaml'), 'rules: {}\n');
    symlinkSync(join(outside, 'secret.yaml'), join(repository.root, 'warrant.yaml'));
    const snapshot = await check({ 'a.case.yaml': CASE });
    assert.deepEqual(show(snapshot), [
      'warrant.yaml:1: The settings in warrant.yaml are not read: it is a link that leads out of its folder, and Warrant does not follow it.',
    ]);
    openRepository(outside).remove();
  });

  it('that a person names count for all cases, in place of the others', async () => {
    const snapshot = await check(
      {
        'warrant.yaml': 'rules: {weasel-words: off}\n',
        'ci/strict.yaml': 'rules: {weasel-words: error}\n',
        'a.case.yaml': CASE,
      },
      { config: `${repository.root}/ci/strict.yaml` },
    );
    assert.deepEqual(show(snapshot), ['a.case.yaml weasel-words error']);
  });

  it('take effect while they are typed, without a process', async () => {
    repository.commitFiles({ 'a.py': '\n', 'a.case.yaml': CASE, 'warrant.yaml': '' }, { author: 'Ada' });
    const { project, takeProcesses } = openProject({ roots: [repository.root] });
    assert.deepEqual(show(await project.check()), []);
    takeProcesses();
    project.setDocument(`${repository.root}/warrant.yaml`, 'rules: {weasel-words: error}\n');
    assert.deepEqual(show(await project.recheck()), ['a.case.yaml weasel-words error']);
    project.setDocument(`${repository.root}/warrant.yaml`, undefined);
    assert.deepEqual(show(await project.recheck()), []);
    assert.deepEqual(takeProcesses(), []);
    project.dispose();
  });

  it('leave what a comment silences to the comment', async () => {
    const silenced = CASE.replace('    text', '    # warrant-disable-next-line weasel-words\n    text');
    const snapshot = await check({
      'warrant.yaml': 'rules: {weasel-words: error}\n',
      'a.case.yaml': silenced,
      'b.case.md':
        '<!-- warrant-disable-next-line weasel-words -->\n\n**C1:** Keys are properly kept.\n\nEvidence: `a.py`\n',
    });
    assert.deepEqual(show(snapshot), []);
  });
});
