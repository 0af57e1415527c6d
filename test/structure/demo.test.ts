import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { EXPECTED } from '../../scripts/demo/expected.ts';
import type { Expectation } from '../../scripts/demo/expected.ts';
import { git } from '../../scripts/demo/git.ts';
import { HISTORY } from '../../scripts/demo/history.ts';
import type { DemoCommit } from '../../scripts/demo/history.ts';
import { sourcesOf } from '../../scripts/demo/demo.ts';
import { NOTEBOOK_SERVER } from '../../scripts/demo/demos.ts';
import { makeDemo, readTree } from '../../scripts/demo/make-demo.ts';
import { rewind } from '../../scripts/demo/rewind.ts';

const CLAIM_FILES = ['transit.case.yaml', 'isolation.case.yaml', 'exfiltration.case.md'];

describe('the demo workspace', () => {
  let scratch: string;
  let demo: string;
  let tracked: string[];

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'warrant-demo-'));
    demo = join(scratch, 'demo');
    await makeDemo(demo);
    tracked = lines(await git(demo, ['ls-files']));
  });

  after(() => rm(scratch, { recursive: true, force: true }));

  it('has the same commits wherever and whenever it is made', async () => {
    const first = await git(demo, ['rev-parse', 'HEAD']);
    await writeFile(join(demo, 'README.md'), 'edited by a reader');
    await git(demo, ['commit', '--all', '--message', 'A commit of a reader']);
    await makeDemo(demo);
    const other = join(scratch, 'other');
    await makeDemo(other);
    assert.equal(await git(demo, ['rev-parse', 'HEAD']), first);
    assert.equal(await git(other, ['rev-parse', 'HEAD']), first);
    assert.equal(lines(await git(demo, ['rev-list', 'HEAD'])).length, HISTORY.length);
  });

  it('ends with what lies in examples', async () => {
    assert.deepEqual(tracked, [...(await readTree(sourcesOf(NOTEBOOK_SERVER))).keys()].sort());
  });

  it('has two edits that are not committed, and nothing else', async () => {
    const status = lines(await git(demo, ['status', '--porcelain', '--untracked-files=all', '--ignored']));
    assert.deepEqual(status, [' M deploy/seccomp.json', ' M docs/assurance/transit.case.yaml']);
  });

  it('leaves a folder alone that it did not make', async () => {
    const folder = join(scratch, 'somebody-elses');
    await mkdir(folder);
    await writeFile(join(folder, 'work.txt'), 'precious');
    await assert.rejects(makeDemo(folder), /holds something that is no demo workspace/);
    assert.equal(await readFile(join(folder, 'work.txt'), 'utf8'), 'precious');
  });

  it('writes every locator of the expectations in a case', async () => {
    const texts = await Promise.all(
      CLAIM_FILES.map((file) => readFile(join(demo, 'docs/assurance', file), 'utf8')),
    );
    for (const { case: id, locator } of EXPECTED) {
      assert.ok(
        texts[CLAIM_FILES.findIndex((file) => file.startsWith(id))]?.includes(locator),
        `${id}: ${locator}`,
      );
    }
  });

  for (const reason of new Set(EXPECTED.map((expected) => expected.reason))) {
    it(`has files and a history that can make evidence ${reason}`, async () => {
      for (const expected of EXPECTED.filter((other) => other.reason === reason))
        await assertPossible(expected);
    });
  }

  /** Compares an expectation with what git and the files say, as far as that can be told without the product. */
  async function assertPossible(expected: Expectation): Promise<void> {
    const { locator, reason, suggests } = expected;
    const [path = '', fragment = ''] = locator.replace(/^\.\.\//, 'docs/').split('#');
    if (suggests !== undefined) assert.ok(tracked.includes(suggests), suggests);
    if (reason === 'external') return assert.match(locator, /^https:/);
    if (reason === 'missing') return assert.equal(await git(demo, ['log', '--format=%h', '--', path]), '');
    if (reason === 'deleted') return assert.deepEqual(await deletions(path), [`D\t${path}`]);
    if (reason === 'moved') return assert.deepEqual(await deletions(path), [`R100\t${path}\t${suggests}`]);
    if (reason === 'ambiguous')
      return assert.ok(tracked.filter((file) => file.endsWith(`/${path}`)).length > 1);
    if (reason === 'case-mismatch') {
      assert.ok(!tracked.includes(path));
      return assert.equal(suggests?.toLowerCase(), path.toLowerCase());
    }
    assert.ok(
      tracked.some((file) => file.startsWith(path) || picomatch.isMatch(file, path)),
      `${path} is there`,
    );
    await assertFragment(path, fragment, expected);
    await assertCommits(path, fragment, expected);
  }

  async function assertFragment(path: string, fragment: string, { reason }: Expectation): Promise<void> {
    if (fragment === '') return;
    const text = await readFile(join(demo, path), 'utf8');
    const range = /^L(\d+)-L(\d+)$/.exec(fragment);
    if (range) assert.equal(lines(text).length < Number(range[2]), reason === 'range-outside', fragment);
    else assert.equal(defines(text, fragment), reason !== 'symbol-missing', fragment);
  }

  async function assertCommits(path: string, fragment: string, expected: Expectation): Promise<void> {
    const { reason, changes = 1 } = expected;
    if (reason === 'uncommitted') {
      assert.deepEqual(lines(await git(demo, ['diff', '--name-only', '--', path])), [path]);
    } else if (reason === 'changed' || reason === 'cosmetic' || reason === 'shifted') {
      assert.ok((await commitsSinceJudged(path, expected)).length >= changes, path);
    } else if (reason === 'unchanged' && fragment === '') {
      assert.deepEqual(await commitsSinceJudged(path, expected), [], path);
    }
  }

  /** The commits that touched a path after the line of its link was committed. */
  async function commitsSinceJudged(path: string, { case: id, locator }: Expectation): Promise<string[]> {
    const file = `docs/assurance/${CLAIM_FILES.find((name) => name.startsWith(id))}`;
    const blame = lines(await git(demo, ['blame', '-l', 'HEAD', '--', file]));
    const judged = blame.find((line) => line.includes(locator))?.split(' ')[0];
    return lines(await git(demo, ['log', '--format=%h', `${judged}..HEAD`, '--', path]));
  }

  /** The deletions and renames of a path, as `git log --name-status` shows them. */
  async function deletions(path: string): Promise<string[]> {
    const log = await git(demo, ['log', '-M', '--diff-filter=DR', '--name-status', '--format=']);
    return lines(log).filter((line) => line.split('\t')[1] === path);
  }
});

describe('rewinding the history of the demo', () => {
  const final = new Map([
    ['a.txt', 'one\ntwo\n'],
    ['b.txt', 'b\n'],
  ]);
  const about = { author: { name: 'A', email: 'a@example.org' }, date: '2026-01-01T00:00:00Z', message: 'm' };
  const patch = '--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,2 @@\n one\n+two\n';
  const commits: readonly DemoCommit[] = [
    { ...about, adds: ['a.txt'] },
    { ...about, adds: ['b.txt'], patch: 'second' },
  ];

  it('gives the tree of each commit', () => {
    const trees = rewind(final, commits, () => patch);
    assert.deepEqual(trees, [new Map([['a.txt', 'one\n']]), final]);
  });

  it('refuses files that no commit adds, paths that are not there, and patches that do not fit', () => {
    const read = () => patch;
    assert.throws(() => rewind(final, commits.slice(1), read), /No commit of the demo adds a.txt/);
    assert.throws(
      () => rewind(final, [...commits, { ...about, adds: ['c/'] }], read),
      /adds c\/, which is not there/,
    );
    assert.throws(
      () => rewind(final, commits, () => patch.replace('+two', '+three')),
      /second does not fit a.txt/,
    );
  });
});

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** Whether a Python or TypeScript text defines the last name of a symbol path such as `Class.method`. */
function defines(text: string, symbol: string): boolean {
  return new RegExp(`\\b(def|class|function) ${symbol.split('.').pop()}\\b`).test(text);
}
