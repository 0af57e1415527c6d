import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Case } from '../../../src/model/case.ts';
import { readMarkdown } from '../../../src/formats/markdown/read-markdown.ts';
import { convert } from '../../../src/formats/writing/convert.ts';
import type { NodeKind } from '../../../src/model/kinds.ts';
import { contentOf, someCase } from '../../support/some-case.ts';

/** Undercuts and undermines go to the inference rule or evidence nearby, wherever they are written. */
const LETTERS = {
  claim: 'C',
  strategy: 'S',
  evidence: 'E',
  context: 'CT',
  assumption: 'A',
  justification: 'J',
  rebuttal: 'R',
};

function readBack(text: string): readonly Case[] {
  return readMarkdown(text, { file: '/w/x.case.md', stem: 'x' }).cases;
}

describe('writing Markdown', () => {
  it('loses nothing that it can say', () => {
    const arbitrary = someCase({
      kinds: Object.keys(LETTERS) as NodeKind[],
      id: (kind, number) => `${LETTERS[kind as keyof typeof LETTERS]}${number}`,
    }).map((one): Case => ({
      ...one,
      title: 'Everything holds',
      references: [],
      nodes: one.nodes.map((node) => ({ ...node, undeveloped: false, satisfies: [] })),
    }));
    fc.assert(
      fc.property(arbitrary, (one) => {
        const { text, losses } = convert([one], 'markdown');
        assert.deepEqual(losses, [], text);
        assert.deepEqual(readBack(text).map(contentOf), [contentOf(one)], text);
      }),
      { numRuns: 60 },
    );
  });
});
