import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import { MARKS } from '../../src/cli/paint.ts';
import { NODE_STATES } from '../../src/model/state.ts';
import { SIGNS } from '../../src/panel/draw/signs.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The table in the documentation: state, sign, icon, character. */
const TABLE = [
  ...read('docs/claim-tree.md').matchAll(/^\| (\w+) +\| ([\w ]+?) +\| `([\w-]+)` +\| `(.)` +\|$/gm),
];

describe('the sign of a state', () => {
  it('is the same everywhere, as one table says', () => {
    assert.deepEqual(
      TABLE.map(([, state]) => state),
      NODE_STATES,
    );
    const icons = read('src/client/tree/state-icons.ts');
    const drawings = read('src/panel/draw/signs.ts');
    for (const [, state, sign, icon, mark] of TABLE) {
      assert.match(icons, new RegExp(`\\b${state}: \\['${icon}',`), `the tree’s icon of ${state}`);
      assert.match(
        drawings,
        new RegExp(`// ${sign}\\b[^\\n]*\\n  ${state}:`, 'i'),
        `the drawing of ${state}`,
      );
      assert.equal(MARKS[state as (typeof NODE_STATES)[number]], mark);
    }
  });

  it('is that of the diagram in the pictures of the walkthrough', () => {
    for (const [picture, states] of [
      ['what', ['stale', 'current']],
      ['see', ['stale', 'current']],
      ['change', ['stale', 'current']],
    ] as const) {
      const text = read(`media/walkthrough/${picture}.svg`);
      for (const state of states)
        for (const path of Object.values(SIGNS[state])) assert.ok(text.includes(` d="${path}"`), picture);
      // A mark drawn beside a text, as signs were before.
      assert.doesNotMatch(text, /v6M|l4 4 7-8/);
    }
  });
});
