import assert from 'node:assert/strict';
import { element, toXml } from '../../src/panel/draw/element.ts';
import { NODE_STATES } from '../../src/model/state.ts';
import { INKS, THEME, inksOf } from '../../src/panel/draw/palette.ts';
import { drawDiagram, svgFile } from '../../src/panel/draw/picture.ts';
import { graphOf } from '../../src/panel/graph/diagram-graph.ts';
import { visibleDiagram } from '../../src/panel/graph/visible.ts';
import { type Layout, layOut } from '../../src/panel/layout/layout.ts';
import { figureOf } from '../../src/panel/layout/figure.ts';
import type { Notation } from '../../src/panel/layout/notation.ts';
import { readXml } from '../support/read-xml.ts';
import { ENGINE, MEASURE, boxOf, diagramWith, sketch } from './support/diagrams.ts';

const NASTY = '</text><script>alert("x")</script> & \u0000 \ud800 ]]> <!-- 漢字 🙂';

function layoutOf(data: Parameters<typeof graphOf>[0], notation: Notation = 'gsn'): Promise<Layout> {
  return layOut(visibleDiagram(graphOf(data), { collapsed: new Set() }), notation, MEASURE, ENGINE);
}

describe('a diagram as a file', () => {
  it('is one SVG with text as text, and nothing that leads elsewhere', async () => {
    const layout = await layoutOf(sketch('C1: X1 C2 R1\nC2: E1'));
    const svg = svgFile(
      layout,
      (ink) => `#${ink.length}${ink.length}${ink.length}`.slice(0, 4),
      'A case',
      'Sans',
    );
    const tags = readXml(svg);
    assert.equal(tags[0], 'svg');
    assert.ok(tags.includes('text'));
    assert.match(svg, />What C2 says\.</);
    assert.doesNotMatch(svg, /var\(|href|url\(|<script|<style|<foreignObject/);
    assert.doesNotMatch(svg, /unfolded/);
  });

  it('takes any text for text', async () => {
    const data = diagramWith([boxOf('C1', { text: NASTY, id: NASTY, away: NASTY })], []);
    const svg = svgFile(await layoutOf(data), () => '#000000', NASTY, '"A", serif');
    const tags = new Set(readXml(svg));
    assert.deepEqual(
      [...tags].sort(),
      ['circle', 'ellipse', 'g', 'path', 'rect', 'svg', 'text', 'title'].filter((tag) => tags.has(tag)),
    );
    assert.ok(!tags.has('script'));
  });

  it('writes attributes that no text breaks out of', () => {
    assert.equal(
      toXml(element('a', { b: `"'<>&`, c: 1.23456 }, ['<', element('d', {})])),
      '<a b="&#34;&#39;&#60;&#62;&#38;" c="1.23">&#60;<d></d></a>',
    );
  });
});

describe('a diagram on the page', () => {
  it('has a box for each node, a handle where something can be folded, and only inks of the theme', async () => {
    const layout = await layoutOf(sketch('C1: C2 C3\nC2: E1'));
    const page = drawDiagram(layout, THEME, true).map(toXml).join('');
    assert.equal(page.match(/data-key="/g)?.length, 4);
    assert.equal(page.match(/class="unfolded"/g)?.length, 2);
    const used = new Set([...page.matchAll(/var\(--ink-([a-z-]+)\)/g)].map((match) => match[1]));
    for (const ink of used) assert.ok((INKS as readonly string[]).includes(ink!), ink);
    assert.doesNotMatch(page, /textLength/);
  });

  it('tells states apart by sign and word, not by colour alone', async () => {
    const states = [
      'broken',
      'failing',
      'stale',
      'challenged',
      'undeveloped',
      'unreviewed',
      'unknown',
      'current',
    ] as const;
    const drawn = await Promise.all(
      states.map(async (state) => {
        const layout = await layoutOf(diagramWith([boxOf('C1', { state })], []));
        return drawDiagram(layout, () => 'black', true)
          .map(toXml)
          .join('');
      }),
    );
    drawn.forEach((picture, index) => assert.match(picture, new RegExp(`>${states[index]}<`)));
    const signs = drawn.map((picture) => /<g transform="[^"]*">(.*?)<\/g>/.exec(picture)?.[1]);
    assert.equal(new Set(signs).size, states.length);
  });

  it('draws a folded number, an undeveloped diamond, and what is defeated or elsewhere', async () => {
    const graph = graphOf(sketch('C1: C2 C3\nC2: C4'));
    const folded = await layOut(
      visibleDiagram(graph, { collapsed: new Set(['C2']) }),
      'gsn',
      MEASURE,
      ENGINE,
    );
    assert.match(drawDiagram(folded, THEME, true).map(toXml).join(''), /class="folded".*>\+1</);
    const odd = diagramWith(
      [boxOf('C1', { undeveloped: true }), boxOf('C2', { defeated: true }), boxOf('C3', { away: 'Other' })],
      [],
    );
    const layout = await layoutOf(odd);
    assert.equal(layout.nodes[0]!.figure.below?.is, 'undeveloped');
    assert.match(drawDiagram(layout, THEME, true).map(toXml).join(''), /Goal in Other/);
  });

  it('cuts no state in a circle, and says all of it to the pointer', async () => {
    for (const state of NODE_STATES) {
      const counts = { evidence: 0, current: 0, defeaters: 1, answered: 0 };
      const node = boxOf('E1', {
        kind: 'evidence',
        label: 'Evidence',
        text: 'log',
        state,
        counts,
        words: '',
      });
      const figure = figureOf(node, { notation: 'gsn', measure: MEASURE, hidden: 0, inColumn: false });
      assert.equal(figure.shape, 'circle');
      const words = figure.lines.find(({ look }) => look === 'state')!.text;
      assert.ok(words === state || words === `${state} · 0/1`, words);
      const page = drawDiagram(await layoutOf(diagramWith([node], [])), THEME, true);
      assert.match(
        page.map(toXml).join(''),
        new RegExp(`<title>Evidence E1, log, ${state}, 0 of 1 defeater answered</title>`),
      );
    }
  });

  it('draws undercuts in red in the eliminative notation, and gives what is taken for granted no state', () => {
    const undercut = boxOf('U1', { kind: 'undercut', state: 'current' });
    assert.equal(inksOf(undercut, 'eliminative').border, 'attack');
    assert.equal(inksOf(undercut, 'gsn').border, 'current');
    assert.equal(inksOf(boxOf('X1', { given: true })).border, 'plain');
    assert.equal(inksOf(boxOf('E1', { mention: true, state: 'broken' })).border, 'plain');
  });
});

describe('the notations', () => {
  const shapes = async (notation: Notation): Promise<string> => {
    const layout = await layoutOf(sketch('C1: S1 X1 A1 J1 R1\nS1: E1\nR1:', { E1: 'log' }), notation);
    return layout.nodes
      .map(({ node, figure }) => `${node.id} ${figure.shape}${figure.letter?.text ?? ''}`)
      .join(', ');
  };

  it('give each kind its shape', async () => {
    assert.equal(
      await shapes('gsn'),
      'C1 rectangle, S1 parallelogram, X1 rounded, A1 ellipseA, J1 ellipseJ, R1 octagon, E1 pill',
    );
    assert.equal(
      await shapes('cae'),
      'C1 ellipse, S1 rounded, X1 note, A1 note, J1 note, R1 octagon, E1 rectangle',
    );
    assert.equal(
      await shapes('eliminative'),
      'C1 rectangle, S1 parallelogram, X1 rounded, A1 rounded, J1 rounded, R1 note, E1 pill',
    );
  });
});
