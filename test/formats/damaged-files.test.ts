import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { damagesOf } from '../support/damage.ts';
import { readDamaged } from '../support/read-damaged.ts';

/** How often each file is cut off, and how often a byte is replaced; `npm run damage` does it 200 times each. */
const EACH = 12;
const ROOT = resolve(import.meta.dirname, '..', '..');
const CORPUS = resolve(ROOT, '..', 'shared', 'corpus');
const CLAIM_FILE =
  /(?:\.case\.ya?ml|\.case\.md|assurance-?case.*\.md|\.gsn\.yaml|\.ltac|\.drawio(?:\.\w+)?|\.dotstop\.dot|TSF\/.+\.md|\.png|\.jpe?g)$/i;

function claimFilesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => CLAIM_FILE.test(path))
    .map((path) => join(folder, path))
    .sort();
}

describe('damaged claim files', () => {
  const test = (file: string): void => {
    const { readings, troubles } = readDamaged(file, damagesOf(readFileSync(file), EACH, 7), () => 0);
    assert.deepEqual(troubles, []);
    assert.ok(readings >= 2 * EACH);
  };

  describe('of the examples give findings, and only ranges inside', () => {
    for (const file of claimFilesBelow(join(ROOT, 'examples')))
      it(file.slice(ROOT.length + 1), () => test(file));
  });

  describe('of other people give findings, and only ranges inside', () => {
    const files = claimFilesBelow(CORPUS);
    for (const file of files) it(file.slice(CORPUS.length + 1), () => test(file));
    // No test is left pending: CI forbids it, so that none is forgotten.
    if (files.length === 0) console.log('    skipped: the shared corpus is not beside this checkout');
  });
});
