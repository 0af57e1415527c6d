import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { blameFile } from '../../src/history/blame.ts';
import { changesSince } from '../../src/history/changes.ts';
import { describeCommit } from '../../src/history/commit.ts';
import { findDeletions } from '../../src/history/deletions.ts';
import { ignoredPaths, listFiles } from '../../src/history/files.ts';
import { renamesBetween } from '../../src/history/renames.ts';
import { describeRepository } from '../../src/history/repository.ts';
import { screenChanges } from '../../src/history/screen.ts';
import { listTree } from '../../src/history/trees.ts';
import { openCountingGit, type CountingGit } from '../support/counting-git.ts';
import {
  makeFolder,
  makeRepository,
  TEST_GIT_ENVIRONMENT,
  type TestRepository,
} from '../support/git-repository.ts';

const HOOKS = [
  'post-index-change',
  'pre-auto-gc',
  'reference-transaction',
  'post-checkout',
  'fsmonitor-watchman',
];

/** Every way that is known for a repository to name a program. Each would leave a mark. */
function evilConfiguration(mark: (name: string) => string, script: string): string {
  const subcommands = [
    'log',
    'blame',
    'ls-files',
    'ls-tree',
    'diff-tree',
    'cat-file',
    'rev-parse',
    'check-ignore',
  ];
  return `
[core]
  repositoryFormatVersion = 1
  fsmonitor = ${mark('fsmonitor')}
  hooksPath = ${mark('hooks-path')}
  pager = ${mark('pager')}
  editor = ${mark('editor')}
  askPass = ${mark('askpass')}
  sshCommand = ${mark('ssh')}
  gitProxy = ${mark('proxy')}
  alternateRefsCommand = ${mark('alternate-refs')}
[pager]
${subcommands.map((command) => `  ${command} = ${mark(`pager-${command}`)}`).join('\n')}
[alias]
${subcommands.map((command) => `  ${command} = "!${mark(`alias-${command}`)}"`).join('\n')}
[diff]
  external = ${mark('external-diff')}
[diff "evil"]
  textconv = ${mark('textconv')}
  command = ${mark('diff-command')}
[filter "evil"]
  clean = ${mark('clean')}
  smudge = ${mark('smudge')}
  process = ${mark('process')}
[merge "evil"]
  driver = ${mark('merge-driver')}
[log]
  showSignature = true
[gpg]
  program = ${script}
[credential]
  helper = "!${mark('credential')}"
[uploadpack]
  packObjectsHook = ${mark('pack-objects')}
[extensions]
  partialClone = origin
[remote "origin"]
  url = "ext::${mark('remote')} %S"
  uploadpack = ${mark('uploadpack')}
  promisor = true
  partialCloneFilter = blob:none
[protocol]
  allow = always
[protocol "ext"]
  allow = always
`;
}

describe('a hostile repository', () => {
  let repository: TestRepository;
  let marks: string;
  let first: string;
  let lost: string;

  /** What ran since the last call. */
  const takeMarks = (): string[] => {
    const found = readdirSync(marks).sort();
    for (const name of found) rmSync(`${marks}/${name}`);
    return found;
  };

  before(() => {
    marks = makeFolder();
    repository = makeRepository();
    repository.write({ '.gitattributes': '* diff=evil filter=evil merge=evil\n', '.gitignore': 'out/\n' });
    first = repository.commitFiles({
      'case.md': 'one\ntwo\n',
      'a.txt': 'a\n'.repeat(20),
      'gone.txt': 'g\n'.repeat(20),
    });
    repository.rename('gone.txt', 'moved.txt');
    repository.commitFiles({ 'a.txt': 'b\n'.repeat(20), 'case.md': 'one\nchanged\n' });
    // A commit that says it is signed makes git run a program to verify it.
    const signed = repository
      .git('cat-file', 'commit', 'HEAD')
      .replace('\n\n', '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n\n');
    writeFileSync(`${marks}.commit`, `${signed}\n`);
    const head = repository.git('hash-object', '-t', 'commit', '-w', `${marks}.commit`);
    rmSync(`${marks}.commit`);
    repository.git('reset', '-q', '--hard', head);
    lost = repository.git('rev-parse', `${first}:a.txt`);
    rmSync(`${repository.root}/.git/objects/${lost.slice(0, 2)}/${lost.slice(2)}`);
    repository.write({ 'a.txt': 'uncommitted\n', 'new.txt': 'untracked\n' });

    const mark = (name: string): string => `touch ${marks}/${name}`;
    mkdirSync(`${repository.root}/.git/hooks`, { recursive: true });
    for (const hook of HOOKS) {
      writeFileSync(`${repository.root}/.git/hooks/${hook}`, `#!/bin/sh\n${mark(`hook-${hook}`)}\n`);
      chmodSync(`${repository.root}/.git/hooks/${hook}`, 0o755);
    }
    // The one program that is not run by a shell.
    const script = `${repository.root}/.git/gpg`;
    writeFileSync(script, `#!/bin/sh\n${mark('gpg')}\n`);
    chmodSync(script, 0o755);
    appendFileSync(`${repository.root}/.git/config`, evilConfiguration(mark, script));
  });

  after(() => {
    repository.remove();
    rmSync(marks, { recursive: true });
  });

  it('does run its programs where git is not told otherwise', () => {
    const commands = [
      ['status'],
      ['log', '-1'],
      [
        '-c',
        'filter.evil.process=',
        '-c',
        'filter.evil.clean=',
        'diff-tree',
        '-p',
        '--ext-diff',
        'HEAD~1',
        'HEAD',
        '--',
        'case.md',
      ],
      ['blame', 'a.txt'],
      ['cat-file', '-p', lost],
    ];
    for (const args of commands) {
      try {
        execFileSync('git', args, { cwd: repository.root, env: TEST_GIT_ENVIRONMENT, stdio: 'ignore' });
      } catch {
        // Some of them fail after the harm is done.
      }
    }
    const ran = takeMarks();
    for (const name of ['fsmonitor', 'process', 'diff-command', 'gpg', 'textconv', 'remote']) {
      assert.ok(ran.includes(name), `${name} is not among ${ran.join(', ')}`);
    }
  });

  describe('runs none', () => {
    let git: CountingGit;

    before(() => (git = openCountingGit(repository.root)));

    afterEach(() => assert.deepEqual(takeMarks(), []));

    after(() => {
      git.dispose();
      assert.equal(existsSync(`${repository.root}/.git/index.lock`), false);
    });

    const questions: [what: string, ask: () => Promise<unknown>][] = [
      ['describing it', () => describeRepository(git)],
      ['listing files', () => listFiles(git)],
      ['asking what is ignored', () => ignoredPaths(git, ['out/x', 'a.txt', 'new.txt'])],
      [
        'screening',
        () => screenChanges(git, { head: repository.git('rev-parse', 'HEAD'), shallow: false }, ['case.md']),
      ],
      ['blaming', () => blameFile(git, 'HEAD', 'case.md')],
      ['describing a commit', () => describeCommit(git, repository.git('rev-parse', 'HEAD'))],
      ['listing a tree', () => listTree(git, first, '')],
      ['looking up what is there', () => git.blob('HEAD:a.txt', 1000)],
      ['looking up what was never fetched', () => git.info([lost, `${first}:a.txt`])],
      ['reading what was never fetched', () => git.blob(lost, 1000)],
    ];
    for (const [what, ask] of questions) it(`by ${what}`, async () => void (await ask()));

    it('by asking for changes, renames and deletions, whose content was never fetched', async () => {
      const [changes, renames, deletions] = await Promise.all([
        changesSince(git, first, 'HEAD', ['a.txt', 'moved.txt']),
        renamesBetween(git, first, 'HEAD'),
        findDeletions(git, 'HEAD', ['gone.txt']),
      ]);
      assert.equal(changes.length, 2);
      assert.deepEqual([...renames], [['moved.txt', 'gone.txt']]);
      assert.equal(deletions.get('gone.txt')?.movedTo, 'moved.txt');
    });

    it('by failing for want of content', async () => {
      await assert.rejects(blameFile(git, 'HEAD', 'a.txt'), { problem: 'failed' });
    });
  });
});
