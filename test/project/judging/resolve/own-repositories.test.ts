import assert from 'node:assert/strict';
import { createFileIndex } from '../../../../src/evidence/file-index.ts';
import {
  type Origin,
  ownRepositories,
  remotesIn,
} from '../../../../src/project/judging/resolve/own-repositories.ts';
import { NOWHERE, caseWith, linkOf, nodeOf } from '../../../support/cases.ts';

const index = createFileIndex(['README.md', 'src/a.ts', 'src/b.ts']);
const url = (repository: string, path: string): string =>
  `https://git.example/${repository}/blob/main/${path}`;

/** What is decided of a case with these links, as `repository how`. */
function own(links: readonly string[], origin: Partial<Origin> = {}, repo?: string): string[] {
  const one = caseWith('x', [nodeOf('C1', 'claim', [])], {
    evidence: links.map((link) => linkOf(link, 'C1')),
    ...(repo !== undefined && { subject: { repo, range: NOWHERE } }),
  });
  const decided = ownRepositories(one, { root: '/home/ada/checkout', remotes: [], index, ...origin });
  return [...decided].map(([repository, how]) => `${repository.replace('git.example/', '')} ${how}`);
}

describe('the repositories that are the subject', () => {
  it('are those of its remotes and the one that the case names', () => {
    const remotes = ['git@git.example:me/tool.git', 'https://git.example/team/tool'];
    assert.deepEqual(own([], { remotes }, 'https://git.example/third/tool.git'), [
      'third/tool known',
      'me/tool known',
      'team/tool known',
    ]);
  });

  it('are likely those that it seems to be a fork of', () => {
    const remotes = ['https://git.example/me/tool'];
    assert.deepEqual(own([url('team/tool', 'src/a.ts')], { remotes }), ['me/tool known', 'team/tool likely']);
    assert.deepEqual(own([url('team/other', 'src/a.ts')], { remotes }), ['me/tool known']);
    assert.deepEqual(own([url('team/tool', 'src/a.ts'), url('team/tool', 'gone.ts')], { remotes }), [
      'me/tool known',
    ]);
  });

  it('are, where nothing is known, likely the one that most links lead to, if all of them lead somewhere', () => {
    const links = [
      url('team/tool', 'src/a.ts'),
      url('team/tool', 'src/b.ts'),
      url('else/where', 'README.md'),
    ];
    assert.deepEqual(own(links), ['team/tool likely']);
    assert.deepEqual(own([...links, url('team/tool', 'gone.ts')]), []);
    assert.deepEqual(own([url('a/b', 'src/a.ts'), url('c/d', 'src/b.ts')]), []);
  });

  it('are likely the one that the folder of the checkout is called after', () => {
    const links = [url('a/b', 'src/a.ts'), url('team/checkout', 'src/b.ts')];
    assert.deepEqual(own(links), ['team/checkout likely']);
  });
});

describe('the remotes in the settings of a repository', () => {
  it('are the addresses of its sections of that name', () => {
    const config =
      '[core]\n\turl = no\n[remote "origin"]\n\turl = a\n\tfetch = +x\n[branch "b"]\n\turl = no\n[remote "up"]\r\n URL=b\n';
    assert.deepEqual(remotesIn(config), ['a', 'b']);
  });
});
