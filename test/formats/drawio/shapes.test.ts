import assert from 'node:assert/strict';
import { arrow, draw, drawWith, shape } from './drawing.ts';

const TOP = shape('top', 'Claim C1: The cellar stays dry');

describe('the shapes of a drawing', () => {
  it('are nodes if their label says so, with what else it says as their text', () => {
    const { case: one, node } = draw(
      TOP,
      shape('r', '<b>Rebuttal R1</b>:&nbsp;<br><div>Unless   a pipe</div><div>bursts</div>'),
    );
    assert.equal(node('R1').text, 'Unless a pipe bursts');
    assert.equal(one.title, 'The cellar stays dry');
    assert.equal(one.format, 'drawio');
  });

  it('keep angle brackets of labels that are no HTML', () => {
    assert.equal(
      draw(shape('c', 'Claim C1: water < 5 cm & > 1 cm', { style: '' })).node('C1').text,
      'water < 5 cm & > 1 cm',
    );
  });

  it('may have their label on a wrapper', () => {
    for (const name of ['UserObject', 'object']) {
      const wrapped = `<${name} label="Claim C1: Dry" id="w"><mxCell vertex="1" parent="1"><mxGeometry as="geometry"/></mxCell></${name}>`;
      const evidence = shape('e', 'Evidence E1: A gauge');
      assert.deepEqual(draw(wrapped, evidence, arrow('w>e')).tree, ['claim C1', 'evidence E1 < C1'], name);
    }
  });

  it('are decoration without a word that makes them nodes', () => {
    const cells = [
      shape('pic', ''),
      shape('word', 'Cellar'),
      shape('title', 'Draft of May'),
      shape('kind', 'Rebuttal'),
    ];
    assert.deepEqual(draw(TOP, ...cells).tree, ['claim C1']);
  });

  it('are left out where they are hidden', () => {
    const layer = '<mxCell id="layer" parent="0" visible="0"/>';
    const hidden = [
      shape('a', 'Claim C2: a', { more: 'visible="0"' }),
      layer,
      shape('b', 'Claim C3: b', { parent: 'layer' }),
    ];
    assert.deepEqual(draw(TOP, ...hidden).tree, ['claim C1']);
  });

  it('are left out in a legend', () => {
    const box = shape('box', '', { x: 500, y: 0, width: 300, height: 300 });
    const legend = [
      box,
      shape('word', 'Legend', { x: 510, y: 10 }),
      shape('sample', 'Claim C9: a sample', { x: 510, y: 60 }),
      shape('lane', 'Key', { x: 900, style: 'swimlane' }),
      shape('in', 'Rebuttal R9: another', { parent: 'lane' }),
    ];
    assert.deepEqual(draw(TOP, ...legend).tree, ['claim C1']);
  });

  it('may have their id in a cell of its own', () => {
    const separate = [
      shape('box', 'The cellar stays dry', { x: 100, y: 100, width: 200, height: 80 }),
      shape('id', 'G1', { x: 105, y: 105, width: 20, height: 10 }),
      shape('e', 'Sn1: A gauge', { x: 100, y: 300 }),
    ];
    const read = draw(...separate, arrow('box>e'));
    assert.equal(read.node('G1').text, 'The cellar stays dry');
    assert.deepEqual(read.tree, ['claim G1', 'evidence Sn1 < G1']);
  });

  it('take their text from what lies in them', () => {
    const lane = shape('lane', 'Claim C2', { x: 500, width: 200, height: 100, style: 'swimlane' });
    assert.equal(
      draw(TOP, lane, shape('in', 'Pumps are tested', { parent: 'lane', y: 40 })).node('C2').text,
      'Pumps are tested',
    );
  });

  it('mean contexts by C where goals are called G', () => {
    const kinds = draw(shape('g', 'G1: Dry'), shape('c', 'C1: A house')).tree;
    assert.deepEqual(kinds.toSorted(), ['claim G1', 'context C1']);
  });

  it('are told apart by their form where letters mean several things', () => {
    const circle = shape('s', 'S1: A gauge', { style: 'ellipse;html=1' });
    const slanted = shape('a', 'A1: Over all rooms', { style: 'shape=parallelogram' });
    assert.deepEqual(draw(shape('g', 'Goal G1: Dry'), circle, slanted).tree.toSorted(), [
      'claim G1',
      'evidence S1',
      'strategy A1',
    ]);
  });

  it('mean what a person set', () => {
    const set = new Map([['R', 'claim' as const]]);
    assert.deepEqual(drawWith(set, TOP, shape('r', 'R1: Must be dry')).tree.toSorted(), [
      'claim C1',
      'claim R1',
    ]);
  });

  const forms: [style: string, kind: string][] = [
    ['rounded=0;whiteSpace=wrap', 'claim'],
    ['rounded=1', 'context'],
    ['ellipse;whiteSpace=wrap', 'evidence'],
    ['shape=parallelogram', 'strategy'],
    ['shape=note;fillColor=#FFF2CC', 'rebuttal'],
    ['shape=note;fillColor=#F19C99', 'undercut'],
    ['shape=process', 'inference'],
  ];
  for (const [style, kind] of forms) {
    it(`are a guess by their form if they have neither id nor keyword: ${style}`, () => {
      const read = draw(TOP, shape('x', 'All pumps run', { style, y: 100 }), arrow('top>x'));
      assert.equal(read.case.nodes.find(({ derived }) => derived)?.kind, kind);
      assert.match(
        read.findings[0]!.message,
        new RegExp(`no id and no keyword.*: ${kind === 'inference' ? 'inference rule' : kind}`),
      );
    });
  }

  it('are no such guess where nothing connects them with the argument', () => {
    const read = draw(TOP, shape('x', 'Some remark'), shape('y', 'Some other'), arrow('x>y'));
    assert.deepEqual(read.tree, ['claim C1']);
  });

  it('make no argument where none is called a claim', () => {
    const plan = draw(shape('a', 'C1: Web shop'), shape('b', 'C2: Stock'), arrow('a>b'));
    assert.deepEqual(plan.tree, []);
    assert.deepEqual(
      plan.findings.map(({ rule, severity }) => [rule, severity]),
      [['no-claims', 'hint']],
    );
  });

  it('keep a second one with the same id, and say so', () => {
    const read = draw(
      shape('a', 'Claim C1: Dry', { y: 0 }),
      shape('b', 'Claim C1: Warm', { y: 90 }),
      arrow('a>b'),
    );
    assert.deepEqual(read.tree, ['claim C1', 'claim C1~2 < C1']);
    assert.match(read.findings[0]!.message, /C1 is on two shapes of this page: “Dry” and “Warm”/);
    assert.equal(read.marked[0], 'duplicate-id: C1');
  });

  it('have the word in their id where two kinds use one number', () => {
    const ids = draw(
      TOP,
      shape('a', 'Context 1: x'),
      shape('b', 'Rebuttal 1: y'),
      shape('c', 'Context 2: z'),
    );
    assert.deepEqual(ids.case.nodes.map(({ id }) => id).toSorted(), ['2', 'C1', 'Context 1', 'Rebuttal 1']);
  });
});
