import assert from 'node:assert/strict';
import { blobId } from '../../src/evidence/blob-id.ts';
import { nodeDigest } from '../../src/node/digest.ts';

describe('blobId', () => {
  it('is what git hash-object says', () => {
    const bytes = new TextEncoder().encode('hello, wörld\n');
    assert.equal(blobId(bytes, 'sha1', nodeDigest), '217d5f4fc9499f1596c1caa8703fb9a69a5a1798');
    assert.equal(
      blobId(bytes, 'sha256', nodeDigest),
      '49cbcab3110942e1b7fba25c8bcfaaab8d37a426a55926c36541ba1f7134a58f',
    );
  });

  it('is the well-known id for an empty file', () => {
    assert.equal(blobId(new Uint8Array(), 'sha1', nodeDigest), 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  });
});
