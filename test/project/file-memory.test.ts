import assert from 'node:assert/strict';
import { FileMemory } from '../../src/project/file-memory.ts';

describe('the memory of files', () => {
  /** Asks for a file, which is read where what is known of it does not hold. */
  function reader() {
    const memory = new FileMemory<number>();
    let reads = 0;
    const ask = (file: string): Promise<number> =>
      memory.ask(file, (before) =>
        Promise.resolve(memory.stillHolds(file) && before !== undefined ? before : ++reads),
      );
    return { memory, ask };
  }

  it('asks for a file once a look', async () => {
    const { memory, ask } = reader();
    memory.begin(true);
    assert.deepEqual(await Promise.all([ask('a'), ask('b'), ask('a')]), [1, 2, 1]);
    assert.deepEqual(await memory.end(), [1, 2]);
    assert.equal(memory.last('a'), 1);
  });

  it('hands on what nobody was heard of, and nothing in a look that is afresh', async () => {
    const { memory, ask } = reader();
    for (const [afresh, forget, expected] of [
      [true, [], 1],
      [false, [], 1],
      [false, ['b'], 1],
      [false, ['a'], 2],
      [false, [undefined], 3],
      [true, [], 4],
    ] as const) {
      memory.begin(afresh);
      for (const file of forget) memory.forget(file);
      assert.equal(await ask('a'), expected);
      await memory.end();
    }
  });

  it('forgets what a look did not ask for', async () => {
    const { memory, ask } = reader();
    memory.begin(true);
    await ask('a');
    await memory.end();
    memory.begin(false);
    assert.deepEqual(await memory.end(), []);
    assert.equal(memory.last('a'), undefined);
    memory.begin(false);
    assert.equal(await ask('a'), 2);
  });
});
