import assert from 'node:assert/strict';
import { firstLook, fit, keepInPlace, reveal, zoomAt } from '../../src/panel/camera.ts';
import { readSavedState } from '../../src/panel/saved-state.ts';

const SCREEN = { width: 1000, height: 500 };

describe('the camera', () => {
  it('shows all, in the middle, and never larger than it is', () => {
    assert.deepEqual(fit({ width: 200, height: 100 }, SCREEN), { x: 400, y: 200, scale: 1 });
    const { scale, x } = fit({ width: 4000, height: 400 }, SCREEN);
    assert.ok(scale * 4000 <= 1000 && x >= 0);
  });

  it('begins at the top of what is too large to be read whole', () => {
    const top = { x: 3000, y: 24, width: 200, height: 80 };
    const look = firstLook({ width: 6000, height: 3000 }, top, SCREEN);
    assert.equal(look.x + (top.x + 100) * look.scale, 500);
    assert.ok(look.y + top.y * look.scale > 0 && look.y + top.y * look.scale < 100);
    assert.deepEqual(
      firstLook({ width: 600, height: 300 }, top, SCREEN),
      fit({ width: 600, height: 300 }, SCREEN),
    );
  });

  it('zooms around a place, which stays', () => {
    const before = { x: 10, y: 20, scale: 1 };
    const place = { x: 300, y: 200 };
    const after = zoomAt(before, 2, place);
    assert.equal((place.x - after.x) / after.scale, place.x - before.x);
    assert.equal((place.y - after.y) / after.scale, place.y - before.y);
    assert.equal(zoomAt(before, 1e9, place).scale, 4);
  });

  it('moves only as far as is needed to see a box', () => {
    const camera = { x: 0, y: 0, scale: 1 };
    assert.deepEqual(reveal(camera, { x: 100, y: 100, width: 50, height: 50 }, SCREEN), camera);
    assert.deepEqual(reveal(camera, { x: 1200, y: -100, width: 100, height: 50 }, SCREEN), {
      x: -324,
      y: 124,
      scale: 1,
    });
  });

  it('keeps a box where it is when everything is laid out anew', () => {
    const camera = { x: 5, y: 5, scale: 2 };
    const after = keepInPlace(camera, { x: 10, y: 10 }, { x: 110, y: 10 });
    assert.deepEqual(after, { x: -195, y: 5, scale: 2 });
  });
});

describe('what was saved of a diagram', () => {
  it('is read again', () => {
    const state = {
      case: 'k',
      notation: 'cae' as const,
      collapsed: ['a'],
      focus: 'b',
      selected: 'c',
      camera: { x: 1, y: 2, scale: 0.5 },
      outline: true,
    };
    assert.deepEqual(readSavedState(JSON.parse(JSON.stringify(state))), state);
  });

  it('is taken only as far as it is what it should be', () => {
    assert.equal(readSavedState(undefined), undefined);
    assert.equal(readSavedState({ notation: 'gsn' }), undefined);
    assert.deepEqual(
      readSavedState({
        case: 'k',
        notation: 'x',
        collapsed: [1, 'a'],
        focus: 3,
        camera: { x: 1, y: null, scale: 2 },
      }),
      { case: 'k', notation: 'gsn', collapsed: ['a'], outline: false },
    );
  });
});
