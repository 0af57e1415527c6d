import assert from 'node:assert/strict';
import { drawOverview } from '../../src/panel/draw/overview.ts';
import { gridOf } from '../../src/panel/draw/grid.ts';
import { createNear } from '../../src/panel/draw/near.ts';
import { toXml } from '../../src/panel/draw/element.ts';
import { drawDiagram, svgFile } from '../../src/panel/draw/picture.ts';
import { piecesOf } from '../../src/panel/draw/pieces.ts';
import { graphOf } from '../../src/panel/graph/diagram-graph.ts';
import { ROW, scrolledTo, shownRows } from '../../src/panel/graph/shown-rows.ts';
import { visibleDiagram } from '../../src/panel/graph/visible.ts';
import type { Box } from '../../src/panel/layout/geometry.ts';
import { type Layout, layOut } from '../../src/panel/layout/layout.ts';
import { ENGINE, MEASURE } from './support/diagrams.ts';
import { regularSketch } from './support/made-diagrams.ts';

const meets = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

describe('what is drawn of a large diagram', () => {
  let layout: Layout;
  const ink = (): string => 'black';

  before(async function () {
    this.timeout(60_000);
    const visible = visibleDiagram(graphOf(regularSketch(1500)), { collapsed: new Set() });
    layout = await layOut(visible, 'gsn', MEASURE, ENGINE);
  });

  it('is found by where it is', () => {
    const boxes = [
      { x: 0, y: 0, width: 10, height: 10 },
      { x: -3000, y: 5, width: 9000, height: 0 },
      { x: 5000, y: 5000, width: 10, height: 10 },
    ];
    const grid = gridOf(boxes);
    assert.deepEqual(grid.within({ x: 5, y: 0, width: 1, height: 9 }), [0, 1]);
    assert.deepEqual(grid.within({ x: 4000, y: 4000, width: 2000, height: 2000 }), [2]);
    assert.equal(grid.at({ x: 5001, y: 5001 }), 2);
    assert.equal(grid.at({ x: 9000, y: 0 }), undefined);
  });

  it('is all that is seen wherever one looks, and little more than that', () => {
    const pieces = piecesOf(layout, ink, true);
    const near = createNear(gridOf(pieces), pieces);
    const drawn = new Set<number>();
    let most = 0;
    let turns = 0;
    let looks = 0;
    for (let x = 0; x < layout.width; x += 60) {
      const view = { x, y: layout.height * (0.5 + 0.4 * Math.sin(x / 2000)) - 350, width: 1280, height: 700 };
      const turn = near.look(view);
      looks++;
      if (turn) {
        turns++;
        for (const index of turn.gone) assert.ok(drawn.delete(index), 'what goes was there');
        for (const index of [...turn.now, ...turn.soon]) {
          assert.ok(!drawn.has(index), 'nothing is drawn twice');
          drawn.add(index);
        }
        for (const index of turn.soon)
          assert.ok(!meets(pieces[index]!, view), 'what is seen is not left for later');
      }
      pieces.forEach((piece, index) => {
        if (meets(piece, view)) assert.ok(drawn.has(index), `${piece.key ?? 'lines'} at ${x}`);
      });
      most = Math.max(most, drawn.size);
    }
    assert.ok(most < pieces.length / 4, `${most} of ${pieces.length}`);
    assert.ok(turns * 3 < looks, `${turns} turns for ${looks} looks`);
  });

  it('stays as it is while one looks around a little, and is less again when one comes near', () => {
    const pieces = piecesOf(layout, ink, true);
    const near = createNear(gridOf(pieces), pieces);
    const view = { x: 2000, y: 500, width: 4000, height: 2000 };
    assert.ok(near.look(view));
    assert.equal(near.look({ ...view, x: 2400 }), undefined);
    assert.equal(near.look({ ...view, width: 3000, height: 1500 }), undefined);
    assert.ok(near.look({ x: 3000, y: 900, width: 500, height: 250 })!.gone.length > 0);
  });

  it('is a few elements from far away, which hold every box', () => {
    const far = drawOverview(layout, ink);
    assert.ok(far.length < 20, String(far.length));
    const boxes = far.filter(({ attributes }) => attributes['class'] === 'far-box');
    const moves = boxes.map(({ attributes }) => attributes['d']!.match(/M/g)!.length);
    assert.equal(
      moves.reduce((sum, number) => sum + number),
      layout.nodes.length,
    );
  });

  it('is all of it in a file', () => {
    const file = svgFile(layout, () => '#000000', 'A case', 'Sans');
    assert.equal(file.match(/class="node"/g)?.length, layout.nodes.length);
    const page = drawDiagram(layout, ink, true).map(toXml).join('');
    assert.equal(page.match(/class="node"/g)?.length, layout.nodes.length);
  });
});

describe('the rows of a tree that are on the page', () => {
  it('are all of them in a small tree', () => {
    assert.deepEqual(shownRows(0, 1, 500), [0, 500]);
  });

  it('are those near to what is seen in a large one', () => {
    const [from, to] = shownRows(1000 * ROW, 20 * ROW, 5000);
    assert.ok(from < 1000 && to > 1020);
    assert.ok(to - from < 100);
    assert.deepEqual(shownRows(0, 0, 5000)[0], 0);
    assert.deepEqual(shownRows(5000 * ROW, 20 * ROW, 5000)[1], 5000);
  });

  it('are scrolled as little as is needed', () => {
    assert.equal(scrolledTo(3, 0, 20 * ROW), 0);
    assert.equal(scrolledTo(3, 5 * ROW, 20 * ROW), 3 * ROW);
    assert.equal(scrolledTo(30, 0, 20 * ROW), 11 * ROW);
    assert.equal(scrolledTo(30, 0, 1), 30 * ROW);
  });
});
