import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { describeRepository, parseFacts } from '../../src/history/repository.ts';
import { GitError } from '../../src/ports/git.ts';
import { openCountingGit } from '../support/counting-git.ts';
import {
  cloneRepository,
  makeFolder,
  makeRepository,
  openRepository,
  type TestRepository,
} from '../support/git-repository.ts';

describe('describing a repository', () => {
  const made: TestRepository[] = [];
  const keep = (repository: TestRepository): TestRepository => {
    made.push(repository);
    return repository;
  };

  after(() => made.forEach((repository) => repository.remove()));

  it('costs one process', async () => {
    const { root, commitFiles } = keep(makeRepository());
    const head = commitFiles({ a: '' });
    const git = openCountingGit(root);
    assert.deepEqual(await describeRepository(git), {
      workTree: root,
      gitDir: `${root}/.git`,
      commonDir: `${root}/.git`,
      head,
      shallow: false,
      objectFormat: 'sha1',
    });
    assert.deepEqual(git.takeProcesses(), ['rev-parse']);
  });

  it('has no head before the first commit', async () => {
    const { root } = keep(makeRepository());
    const facts = await describeRepository(openCountingGit(root));
    assert.equal(facts.head, null);
    assert.equal(facts.workTree, root);
  });

  it('finds the top from a folder below', async () => {
    const { root, commitFiles } = keep(makeRepository());
    commitFiles({ 'ü b/deep/file': '' });
    const facts = await describeRepository(openCountingGit(`${root}/ü b/deep`));
    assert.equal(facts.workTree, root);
    assert.equal(facts.gitDir, `${root}/.git`);
  });

  it('knows a shallow clone', async () => {
    const source = keep(makeRepository());
    source.commitFiles({ a: '1' });
    const head = source.commitFiles({ a: '2' });
    const clone = keep(cloneRepository(source, '--depth', '1'));
    const facts = await describeRepository(openCountingGit(clone.root));
    assert.equal(facts.shallow, true);
    assert.equal(facts.head, head);
  });

  it('tells a linked working tree from what it shares', async () => {
    const main = keep(makeRepository());
    main.commitFiles({ a: '1' });
    const linked = keep(openRepository(makeFolder()));
    main.git('worktree', 'add', '-q', '-b', 'side', `${linked.root}/tree`);
    const facts = await describeRepository(openCountingGit(`${linked.root}/tree`));
    assert.equal(facts.workTree, `${linked.root}/tree`);
    assert.equal(facts.commonDir, `${main.root}/.git`);
    assert.equal(facts.gitDir, `${main.root}/.git/worktrees/tree`);
  });

  it('knows SHA-256', async () => {
    const { root, commitFiles } = keep(makeRepository({ objectFormat: 'sha256' }));
    const head = commitFiles({ a: '1' });
    const facts = await describeRepository(openCountingGit(root));
    assert.equal(facts.objectFormat, 'sha256');
    assert.equal(facts.head, head);
  });

  const refused: [what: string, prepare: (repository: TestRepository) => string][] = [
    ['no repository', () => keep(openRepository(makeFolder())).root],
    ['a folder that is not there', ({ root }) => `${root}/none`],
    ['the inside of .git', ({ root }) => `${root}/.git`],
    [
      'a bare repository',
      ({ root, git }) => {
        git('init', '-q', '--bare', 'bare');
        return `${root}/bare`;
      },
    ],
    [
      'a repository whose configuration names another folder as its working tree',
      ({ root, git }) => {
        mkdirSync(`${root}/elsewhere`);
        git('config', 'core.worktree', `${root}/elsewhere`);
        return root;
      },
    ],
  ];
  for (const [what, prepare] of refused) {
    it(`refuses ${what}`, async () => {
      const folder = prepare(keep(makeRepository()));
      await assert.rejects(describeRepository(openCountingGit(folder)), (error) => {
        assert.ok(error instanceof GitError);
        assert.equal(error.problem, 'not-a-repository', error.message);
        return true;
      });
    });
  }

  it('refuses the answers of a git that knows too little', () => {
    assert.throws(() => parseFacts('true\nfalse\n'), /too few answers/);
  });
});
