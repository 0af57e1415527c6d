import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeGrammars } from '../../src/node/grammars.ts';

describe('nodeGrammars', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'warrant-grammars-'));
    for (const folder of ['one', 'two']) await mkdir(join(root, folder));
    await writeFile(join(root, 'two', 'a.wasm'), 'a2');
    await writeFile(join(root, 'one', 'b.wasm'), 'b1');
    await writeFile(join(root, 'two', 'b.wasm'), 'b2');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('reads from the first folder that has the file', async () => {
    const files = nodeGrammars([join(root, 'absent'), join(root, 'one'), join(root, 'two')]);
    const text = async (name: string): Promise<string> => new TextDecoder().decode(await files.load(name));
    assert.equal(await text('a.wasm'), 'a2');
    assert.equal(await text('b.wasm'), 'b1');
  });

  it('says what is missing and where it looked', async () => {
    const folder = join(root, 'one');
    await assert.rejects(nodeGrammars([folder]).load('c.wasm'), (error: Error) => {
      return error.message.includes('c.wasm') && error.message.includes(folder);
    });
  });
});
