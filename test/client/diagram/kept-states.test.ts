import assert from 'node:assert/strict';
import { type Memory, createKeptStates } from '../../../src/client/diagram/kept-states.ts';
import type { SavedState } from '../../../src/panel/saved-state.ts';

function memoryWith(kept?: unknown): Memory & { kept(): unknown } {
  let value = kept;
  return {
    kept: () => value,
    get: () => value,
    update(_, next) {
      value = next;
      return Promise.resolve();
    },
  };
}

const stateOf = (key: string, more: Partial<SavedState> = {}): SavedState => ({
  case: key,
  notation: 'gsn',
  outline: false,
  ...more,
});

describe('what was chosen in diagrams', () => {
  it('is kept by case, the last of each', async () => {
    const memory = memoryWith();
    const states = createKeptStates(memory);
    await states.keep(stateOf('a', { collapsed: ['n/C1'] }));
    await states.keep(stateOf('b'));
    await states.keep(stateOf('a', { collapsed: ['n/C2'], at: 7 }));
    const again = createKeptStates(memory);
    assert.deepEqual(again.of('a'), stateOf('a', { collapsed: ['n/C2'], at: 7 }));
    assert.equal(again.of('c'), undefined);
    await again.forget('a');
    assert.equal(states.of('a'), undefined);
    assert.deepEqual(states.of('b'), stateOf('b'));
  });

  it('does not grow for ever: what was not touched for longest goes', async () => {
    const states = createKeptStates(memoryWith());
    for (let number = 0; number < 30; number++) {
      await states.keep(stateOf('first'));
      await states.keep(stateOf(`case ${number}`));
    }
    assert.ok(states.of('first'));
    assert.ok(states.of('case 29'));
    assert.equal(states.of('case 0'), undefined);
  });

  it('is nothing where it cannot be read', () => {
    for (const kept of ['', 3, { a: 1 }, [null, 7, { case: 5 }]])
      assert.equal(createKeptStates(memoryWith(kept)).of('a'), undefined);
  });
});
