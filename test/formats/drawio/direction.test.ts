import assert from 'node:assert/strict';
import { arrow, draw, shape } from './drawing.ts';

/** The tree of some nodes by `id: row` (their keyword follows from the letter) and some arrows. */
function tree(rows: readonly string[], ...arrows: readonly string[]): readonly string[] {
  const words: Record<string, string> = {
    C: 'Claim',
    T: 'Top-Claim',
    S: 'Sub-Claim',
    E: 'Evidence',
    R: 'Rebuttal',
    U: 'Undercut',
    I: 'Inference',
    X: 'Context',
    M: 'Undermine',
  };
  const shapes = rows.flatMap((row, y) =>
    row
      .split(' ')
      .map((id, x) =>
        shape(id, `${words[id[0]!]} ${id.replace(/^[TS]/, 'C')}: said`, { x: 200 * x, y: 100 * y }),
      ),
  );
  const { tree: found, references } = draw(
    ...shapes,
    ...arrows.flatMap((list) => list.split(' ')).map((ends) => arrow(ends)),
  );
  return [...found, ...references].map((line) => line.replace(/^[a-z]+ /, '')).toSorted();
}

describe('what hangs under what', () => {
  it('follows arrows that lead down', () => {
    assert.deepEqual(tree(['C1', 'C2 C3', 'E1'], 'C1>C2 C1>C3 C3>E1'), [
      'C1',
      'C2 < C1',
      'C3 < C1',
      'E1 < C3',
    ]);
  });

  it('turns arrows round where most lead up', () => {
    assert.deepEqual(tree(['C1', 'C2 C3', 'E1'], 'C2>C1 C3>C1 E1>C3'), [
      'C1',
      'C2 < C1',
      'C3 < C1',
      'E1 < C3',
    ]);
  });

  it('puts evidence and contexts under claims whichever way their arrows go', () => {
    assert.deepEqual(tree(['C1 X1', 'C2', 'E1'], 'C1>C2 X1>C1 E1>C2'), [
      'C1',
      'C2 < C1',
      'E1 < C2',
      'X1 < C1',
    ]);
  });

  it('lets claims answer a rebuttal, and further rebuttals attack them', () => {
    assert.deepEqual(tree(['T1', 'R1', 'S2', 'R2', 'S3', 'E1'], 'T1>R1 R1>S2 S2>R2 R2>S3 S3>E1'), [
      'C1',
      'C2 < R1',
      'C3 < R2',
      'E1 < C3',
      'R1 < C1',
      'R2 < C2',
    ]);
  });

  it('reads the same chain from arrows that lead up', () => {
    assert.deepEqual(tree(['T1', 'R1', 'S2', 'R2', 'S3'], 'S3>R2 R2>S2 S2>R1 R1>T1'), [
      'C1',
      'C2 < R1',
      'C3 < R2',
      'R1 < C1',
      'R2 < C2',
    ]);
  });

  it('hangs a rebuttal that points at a claim under it', () => {
    assert.deepEqual(tree(['C1', 'C2', 'R1', 'E1'], 'C1>C2 R1>C2 C2>E1'), [
      'C1',
      'C2 < C1',
      'E1 < C2',
      'R1 < C2',
    ]);
  });

  it('hangs what points at such a rebuttal under it', () => {
    assert.deepEqual(tree(['C1', 'C2', 'R1', 'R2 S3'], 'C1>C2 R1>C2 R2>R1 S3>R1'), [
      'C1',
      'C2 < C1',
      'C3 < R1',
      'R1 < C2',
      'R2 < R1',
    ]);
  });

  it('hangs a rebuttal of evidence under it', () => {
    assert.deepEqual(tree(['C1', 'E1', 'R1', 'C2'], 'C1>E1 E1>R1 R1>C2'), [
      'C1',
      'C2 < R1',
      'E1 < C1',
      'R1 < E1',
    ]);
  });

  it('hangs evidence under the rebuttal that it answers', () => {
    assert.deepEqual(tree(['C1', 'R1', 'E1'], 'C1>R1 R1>E1'), ['C1', 'E1 < R1', 'R1 < C1']);
  });

  it('hangs an undercut under its rule, and claims under a rule that leads to them', () => {
    assert.deepEqual(tree(['T1', 'I1 U1', 'S2'], 'T1>I1 U1>I1 I1>S2'), [
      'C1',
      'C2 < I1',
      'I1 < C1',
      'U1 < I1',
    ]);
  });

  it('never puts anything above the top claim', () => {
    assert.deepEqual(tree(['S2', 'T1', 'S3'], 'S2>T1 T1>S3'), ['C1', 'C2 < C1', 'C3 < C1']);
  });

  it('keeps two claims at the top of what they share', () => {
    assert.deepEqual(tree(['C1 C2', 'C3'], 'C1>C3 C2>C3'), ['C1', 'C2', 'C2 > C3', 'C3 < C1']);
    assert.deepEqual(tree(['C1 C2', 'R1'], 'C1>R1 C2>R1'), ['C1', 'C2', 'C2 > R1', 'R1 < C1']);
  });

  it('makes a tree, and a reference of whatever else is drawn', () => {
    assert.deepEqual(tree(['T1', 'C2', 'C3'], 'T1>C2 C2>C3 C3>T1'), ['C1', 'C2 < C1', 'C2 > C3', 'C3 < C1']);
    assert.deepEqual(tree(['T1', 'C2', 'C3', 'C4'], 'T1>C2 C2>C3 C3>C4 C4>C2'), [
      'C1',
      'C2 < C1',
      'C3 < C2',
      'C4 < C3',
      'C4 > C2',
    ]);
  });

  it('takes two arrows between the same shapes for one', () => {
    assert.deepEqual(tree(['T1', 'C2 C3'], 'T1>C2 T1>C3 C2>C3 C3>C2'), [
      'C1',
      'C2 < C1',
      'C2 > C3',
      'C3 < C1',
    ]);
  });

  it('goes by the page where lines have no heads', () => {
    const { tree: found } = draw(
      shape('b', 'Claim C2: said', { y: 100 }),
      shape('a', 'Claim C1: said', { y: 0 }),
      arrow('b>a', { style: 'endArrow=none' }),
    );
    assert.deepEqual(found, ['claim C1', 'claim C2 < C1']);
  });

  it('goes by the head that an arrow has, wherever it was begun', () => {
    const { tree: found } = draw(
      shape('a', 'Claim C1: said'),
      shape('b', 'Claim C2: said', { y: 100 }),
      arrow('b>a', { style: 'startArrow=classic;endArrow=none' }),
    );
    assert.deepEqual(found, ['claim C1', 'claim C2 < C1']);
  });

  it('is told in the order in which people read', () => {
    const { tree: found } = draw(
      shape('r', 'Rebuttal R1: right', { x: 400, y: 103 }),
      shape('m', 'Rebuttal R2: middle', { x: 200, y: 110 }),
      shape('l', 'Rebuttal R3: left', { x: 0, y: 105 }),
      shape('t', 'Claim C1: top', { x: 200, y: 0 }),
      shape('e', 'Evidence E1: below', { x: 400, y: 200 }),
      ...['t>r', 't>m', 't>l', 'r>e'].map((ends) => arrow(ends)),
    );
    assert.deepEqual(found, [
      'claim C1',
      'rebuttal R3 < C1',
      'rebuttal R2 < C1',
      'rebuttal R1 < C1',
      'evidence E1 < R1',
    ]);
  });
});
