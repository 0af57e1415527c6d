import assert from 'node:assert/strict';
import { windowUrl } from '../../scripts/vscode/window-url.ts';

describe('the address of a served window', () => {
  it('opens a folder', () => {
    assert.equal(windowUrl('127.0.0.1:80', { workspace: '/a b' }), 'http://127.0.0.1/?folder=%2Fa+b');
  });

  it('opens a workspace file', () => {
    const url = windowUrl('127.0.0.1:8000', { workspace: '/two.code-workspace', token: 't' });
    assert.equal(url, 'http://127.0.0.1:8000/?workspace=%2Ftwo.code-workspace&tkn=t');
  });

  it('loads an extension from its sources and runs its tests', () => {
    const url = windowUrl('h:1', { workspace: '/w', extension: '/e', tests: '/t' });
    assert.deepEqual(JSON.parse(new URL(url).searchParams.get('payload')!), [
      ['extensionDevelopmentPath', 'vscode-remote://h:1/e'],
      ['extensionTestsPath', 'vscode-remote://h:1/t'],
    ]);
  });
});
