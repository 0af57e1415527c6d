import assert from 'node:assert/strict';
import { answerReader } from '../../src/node/git-answers.ts';

const OID = 'a'.repeat(40);
const OID256 = 'b'.repeat(64);

/** Feeds the output in pieces of a size; `wants` says for each request whether it asked for content. */
function read(output: Buffer, wants: boolean[], pieceSize: number): unknown[] {
  const answers: unknown[] = [];
  const feed = answerReader(
    () => wants[answers.length] ?? false,
    (answer) =>
      answers.push(
        answer === undefined
          ? undefined
          : [
              answer.oid,
              answer.type,
              answer.size,
              answer.content && Buffer.from(answer.content).toString('latin1'),
            ],
      ),
  );
  for (let at = 0; at < output.length; at += pieceSize) feed(output.subarray(at, at + pieceSize));
  return answers;
}

describe('answers of cat-file', () => {
  const output = Buffer.concat([
    Buffer.from(`${OID} blob 7\n`),
    Buffer.from('a\n\0\xff\nb\n\n', 'latin1'),
    Buffer.from('HEAD:some file missing\n'),
    Buffer.from('ignored 12 missing\n'),
    Buffer.from(`${OID256} tree 33\n`),
    Buffer.from('abc ambiguous\n'),
    Buffer.from(`${OID} blob 0\n\n`),
    Buffer.from(`${OID} submodule\n`),
    Buffer.from(`${OID} commit 4\nabcd\n`),
  ]);
  const wants = [true, true, false, false, false, true, false, true];
  const expected = [
    [OID, 'blob', 7, 'a\n\0\xff\nb\n'],
    undefined,
    undefined,
    [OID256, 'tree', 33, undefined],
    undefined,
    [OID, 'blob', 0, ''],
    undefined,
    [OID, 'commit', 4, 'abcd'],
  ];

  for (const size of [1, 2, 3, 7, 64, 10_000]) {
    it(`are read the same in pieces of ${size} bytes`, () => {
      assert.deepEqual(read(output, wants, size), expected);
    });
  }

  it('are delivered as soon as they are complete', () => {
    const answers: unknown[] = [];
    const feed = answerReader(
      () => true,
      (answer) => answers.push(answer?.size),
    );
    feed(Buffer.from(`${OID} blob 2\nab`));
    assert.deepEqual(answers, []);
    feed(Buffer.from('\n'));
    assert.deepEqual(answers, [2]);
  });
});
