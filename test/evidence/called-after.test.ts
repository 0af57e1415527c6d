import assert from 'node:assert/strict';
import { filesCalledAfter, isCalledAfter } from '../../src/evidence/called-after.ts';
import { createFileIndex } from '../../src/evidence/file-index.ts';

describe('a file that is called after a symbol', () => {
  const rows: readonly (readonly [path: string, symbol: string, is: boolean])[] = [
    ['src/TokenStore.php', 'TokenStore', true],
    ['src/token_store.py', 'TokenStore.read', true],
    ['src/token-store.ts', 'tokenStore', true],
    ['src/token-store.d.ts', 'tokenStore', true],
    ['audit/pump.go', 'audit.Pump', true],
    ['other/pump.go', 'audit.Pump', false],
    ['src/store.py', 'Store', false],
    ['src/token-store.test.ts', 'tokenStore', false],
    ['src/token_stores.py', 'TokenStore', false],
  ];
  for (const [path, symbol, is] of rows)
    it(`${path}: ${is ? 'is' : 'is not'} called after ${symbol}`, () => {
      assert.equal(isCalledAfter(path, symbol), is);
      assert.deepEqual(filesCalledAfter(symbol, createFileIndex([path, 'README.md'])), is ? [path] : []);
    });
});
