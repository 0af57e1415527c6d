import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import { menuMove } from '../../src/panel/menu-keys.ts';

const NAMES = ['SVG', 'PNG', 'Mermaid'];

describe('the keys of a menu in the diagram', () => {
  it('go around with the arrows, and to the ends', () => {
    assert.deepEqual(menuMove(NAMES, 0, 'ArrowDown'), { to: 1 });
    assert.deepEqual(menuMove(NAMES, 2, 'ArrowDown'), { to: 0 });
    assert.deepEqual(menuMove(NAMES, 0, 'ArrowUp'), { to: 2 });
    assert.deepEqual(menuMove(NAMES, -1, 'ArrowUp'), { to: 2 });
    assert.deepEqual(menuMove(NAMES, -1, 'ArrowDown'), { to: 0 });
    assert.deepEqual(menuMove(NAMES, 1, 'Home'), { to: 0 });
    assert.deepEqual(menuMove(NAMES, 1, 'End'), { to: 2 });
  });

  it('go to what begins with a letter', () => {
    assert.deepEqual(menuMove(NAMES, 0, 'm'), { to: 2 });
    assert.deepEqual(menuMove(NAMES, 2, 'S'), { to: 0 });
    assert.equal(menuMove(NAMES, 0, 'x'), undefined);
  });

  it('leave it', () => {
    assert.equal(menuMove(NAMES, 1, 'Escape'), 'close');
    assert.equal(menuMove(NAMES, 1, 'Tab'), 'leave');
  });

  it('do nothing else: what acts is a button, by Enter, Space or a click', () => {
    for (const key of ['Enter', ' ', 'F5', 'Shift', 'PageDown'])
      assert.equal(menuMove(NAMES, 1, key), undefined);
  });

  it('are all there is to it: nothing in the toolbar acts by an arrow key but the notation, which harms nobody', () => {
    const toolbar = readFileSync(join(ROOT, 'src/panel/ui/toolbar.ts'), 'utf8');
    assert.equal(toolbar.match(/addEventListener\('change'/g)?.length, 1);
    assert.equal(toolbar.match(/'select'/g)?.length, 1);
  });
});
