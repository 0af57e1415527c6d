import assert from 'node:assert/strict';
import { arrow, draw, point, shape } from './drawing.ts';

const TOP = shape('c', 'Top-Claim C1: Dry', { x: 100, y: 100 });
const LOW = shape('e', 'Evidence E1: A gauge', { x: 100, y: 300 });
const JOINED = ['claim C1', 'evidence E1 < C1'];
const APART = ['claim C1', 'evidence E1'];

describe('the connectors of a drawing', () => {
  const table: [what: string, cells: string[], tree: string[]][] = [
    ['attached at both ends', [TOP, LOW, arrow('c>e')], JOINED],
    ['drawn the other way', [TOP, LOW, arrow('e>c')], JOINED],
    ['none, though one stands below the other', [TOP, LOW], APART],
    ['invisible', [TOP, LOW, arrow('c>e', { style: 'strokeColor=none' })], APART],
    ['transparent', [TOP, LOW, arrow('c>e', { style: 'opacity=0' })], APART],
    [
      'a loose end on the outline',
      [TOP, LOW, arrow('c>', { points: point('targetPoint', 150, 300) })],
      JOINED,
    ],
    [
      'a loose end a few pixels away',
      [TOP, LOW, arrow('c>', { points: point('targetPoint', 150, 296) })],
      JOINED,
    ],
    ['a loose end a step away', [TOP, LOW, arrow('c>', { points: point('targetPoint', 150, 290) })], APART],
    ['a loose beginning', [TOP, LOW, arrow('>e', { points: point('sourcePoint', 120, 140) })], JOINED],
    [
      'two loose ends in a group',
      [
        shape('g', '', { x: 1000, y: 1000, width: 500, height: 500, style: 'group' }),
        shape('c', 'Top-Claim C1: Dry', { x: 100, y: 100, parent: 'g' }),
        shape('e', 'Evidence E1: A gauge', { x: 1100, y: 1300 }),
        arrow('>', { parent: 'g', points: point('sourcePoint', 150, 140) + point('targetPoint', 150, 300) }),
      ],
      JOINED,
    ],
    [
      'a loose end in the corner beside an ellipse',
      [
        TOP,
        shape('e', 'Evidence E1: A gauge', { x: 100, y: 300, width: 100, height: 100, style: 'ellipse' }),
        arrow('c>', { points: point('targetPoint', 102, 302) }),
      ],
      APART,
    ],
    [
      'attached to what was deleted',
      [TOP, LOW, arrow('c>gone', { points: point('targetPoint', 150, 300) })],
      JOINED,
    ],
    [
      'attached to a part of a shape',
      [TOP, LOW, shape('part', '', { parent: 'e', width: 5, height: 5 }), arrow('c>part')],
      JOINED,
    ],
    [
      'attached to a box around one shape',
      [TOP, LOW, shape('box', '', { x: 90, y: 290, width: 120, height: 60 }), arrow('c>box')],
      JOINED,
    ],
    [
      'attached to a box around several',
      [
        TOP,
        LOW,
        shape('f', 'Evidence E2: x', { x: 300, y: 300 }),
        shape('box', '', { x: 90, y: 290, width: 400, height: 60 }),
        arrow('c>box'),
      ],
      [...APART, 'evidence E2'],
    ],
    [
      'meeting in a dot',
      [
        TOP,
        LOW,
        shape('f', 'Evidence E2: x', { x: 300, y: 300 }),
        shape('dot', '', { x: 150, y: 200, width: 10, height: 10, style: 'ellipse' }),
        arrow('c>dot', { style: 'endArrow=none' }),
        arrow('dot>e'),
        arrow('dot>f'),
      ],
      [...JOINED, 'evidence E2 < C1'],
    ],
    [
      'through a large picture',
      [TOP, LOW, shape('pic', '', { x: 500, width: 90, height: 90 }), arrow('c>pic'), arrow('pic>e')],
      APART,
    ],
    [
      'with a word on it',
      [TOP, LOW, arrow('c>e', { id: 'a' }), shape('w', 'rests on this', { parent: 'a', style: 'edgeLabel' })],
      JOINED,
    ],
    [
      'with a node on it',
      [
        TOP,
        LOW,
        arrow('c>e', { id: 'a' }),
        shape('w', 'Undercut UC1: unless', { parent: 'a', style: 'edgeLabel' }),
      ],
      [...JOINED, 'undercut UC1 < C1'].toSorted(),
    ],
    [
      'with another one pointing at it',
      [TOP, LOW, arrow('c>e', { id: 'a' }), shape('u', 'Undercut UC1: unless', { x: 500 }), arrow('u>a')],
      [...JOINED, 'undercut UC1 < C1'].toSorted(),
    ],
    ['a second time', [TOP, LOW, arrow('c>e'), arrow('c>e', { id: 'again' }), arrow('e>c')], JOINED],
    ['from a shape to itself', [TOP, LOW, arrow('c>c'), arrow('c>e')], JOINED],
  ];
  for (const [what, cells, tree] of table) {
    it(what, () => assert.deepEqual(draw(...cells).tree.toSorted(), tree));
  }

  it('that end nowhere are reported', () => {
    const read = draw(
      TOP,
      arrow('c>', { points: point('targetPoint', 900, 900) }),
      arrow('>', { points: point('sourcePoint', 1, 1) }),
    );
    assert.deepEqual(
      read.findings.map(({ rule, message }) => [rule, message.split(',')[0]]),
      [['loose-connector', 'A connector begins at Claim C1 and ends nowhere']],
    );
  });

  it('are missed where a shape has none', () => {
    const { findings } = draw(
      TOP,
      LOW,
      shape('r', 'Rebuttal R1: unless', { y: 400 }),
      shape('f', 'Claim C2: x', { x: 300 }),
      arrow('c>f'),
    );
    assert.equal(findings.length, 1);
    assert.match(
      findings[0]!.message,
      /^Evidence E1, Rebuttal R1 on page “Page-1” are connected to nothing\./,
    );
  });
});
