import assert from 'node:assert/strict';
import { gitEnvironment } from '../../src/node/git-environment.ts';

describe('the environment of git', () => {
  it('keeps what is not about git, and where the person keeps their configuration', () => {
    const kept = {
      PATH: '/bin',
      HOME: '/home/ada',
      GITHUB_SHA: 'x',
      GIT_CONFIG_GLOBAL: '/g',
      GIT_CONFIG_NOSYSTEM: '1',
    };
    const environment = gitEnvironment(kept);
    for (const [name, value] of Object.entries(kept)) assert.equal(environment[name], value, name);
  });

  it('drops redirections, tracing and programs', () => {
    const dropped = [
      'GIT_DIR',
      'GIT_WORK_TREE',
      'GIT_INDEX_FILE',
      'GIT_OBJECT_DIRECTORY',
      'GIT_ALTERNATE_OBJECT_DIRECTORIES',
      'GIT_EXTERNAL_DIFF',
      'GIT_SSH_COMMAND',
      'GIT_CONFIG_PARAMETERS',
      'GIT_TRACE',
      'git_dir',
      'PAGER',
      'EDITOR',
      'SSH_ASKPASS',
      'LANGUAGE',
    ];
    const environment = gitEnvironment(Object.fromEntries(dropped.map((name) => [name, 'evil'])));
    assert.deepEqual(
      Object.entries(environment).filter(([, value]) => value === 'evil'),
      [],
    );
  });

  it('forbids fetching, prompting and locking, whatever was set', () => {
    const environment = gitEnvironment({
      GIT_ALLOW_PROTOCOL: 'ext',
      GIT_NO_LAZY_FETCH: '0',
      GIT_ASKPASS: '/evil',
    });
    assert.equal(environment['GIT_ALLOW_PROTOCOL'], 'none');
    assert.equal(environment['GIT_NO_LAZY_FETCH'], '1');
    assert.equal(environment['GIT_ASKPASS'], '');
    assert.equal(environment['GIT_OPTIONAL_LOCKS'], '0');
  });

  it('keeps of configuration in the environment only which folders are trusted', () => {
    const environment = gitEnvironment({
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: '/evil',
      GIT_CONFIG_KEY_1: 'safe.directory',
      GIT_CONFIG_VALUE_1: '/work',
      GIT_CONFIG_KEY_2: 'Safe.Directory',
      GIT_CONFIG_VALUE_2: '/other',
    });
    const config = Object.entries(environment).filter(([name]) => name.startsWith('GIT_CONFIG'));
    assert.deepEqual(Object.fromEntries(config), {
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '/work',
      GIT_CONFIG_KEY_1: 'safe.directory',
      GIT_CONFIG_VALUE_1: '/other',
    });
  });
});
