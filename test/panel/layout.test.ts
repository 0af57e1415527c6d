import assert from 'node:assert/strict';
import type { DiagramData } from '../../src/model/diagram.ts';
import { graphOf } from '../../src/panel/graph/diagram-graph.ts';
import { foldedAtFirst, visibleDiagram } from '../../src/panel/graph/visible.ts';
import { type Layout, layOut } from '../../src/panel/layout/layout.ts';
import { NOTATIONS } from '../../src/panel/layout/notation.ts';
import { ENGINE, MEASURE, sketch } from './support/diagrams.ts';
import { randomSketch, regularSketch } from './support/made-diagrams.ts';
import { faultsOf } from './support/overlaps.ts';

const LONG =
  'It is the case that whatever happens, under all circumstances that anybody has thought of so far, the system keeps what it was given, and gives it back to nobody else, not even if asked in src/a/very/long/path/without/any/space_or_end.ts#ClassOfThings.methodOfTheClass.';

/** Made cases, by what is hard about them. */
const CASES: Readonly<Record<string, () => DiagramData>> = {
  'one claim': () => sketch('C1:'),
  'a tree': () => sketch('C1: S1\nS1: C2 C3 C4\nC2: E1\nC3: E2 E3\nC4: C5 C6\nC5: E4\nC6: E5'),
  'a node under several others': () =>
    sketch('C1: C2 C3 C4\nC2: C5 E1\nC3: C5 C6\nC4: C6 E1\nC5: E2\nC6: E2 C7\nC7: E3 E4'),
  'context shared by two claims': () => sketch('C1: C2 C3 X1\nC2: X1 A1 E1\nC3: X1 X2 J1 E2'),
  'much context': () =>
    sketch('C1: X1 X2 X3 X4 A1 A2 A3 J1 J2 C2 C3\nC2: X5 E1\nC3: A4 A5 A6 E2 E3 E4', { A2: LONG, X2: LONG }),
  'context that has context': () =>
    sketch('C1: I1 I2 X1 C2 C3\nI1: X2 A1\nI2: I3 U1\nI3: U2 X3\nC2: E1\nC3: E2'),
  'attacks that have context': () =>
    sketch('C1: E1 R1 R2 C2\nR1: X1 E2\nR2: A1 I1\nI1: U1\nC2: E3 R3\nR3: I2\nI2: U2'),
  'an attacked inference rule': () =>
    sketch('C1: I1 X1 C2 C3 R1\nI1: U1 U2\nU1: C4\nC4: E1\nR1: C5 E2\nC5: E3\nC2: E4 E5 R2\nR2: E6\nC3: E7', {
      I1: LONG,
    }),
  'claims and much evidence under one claim': () =>
    sketch(`C1: C2 C3 ${range(1, 17, 'E')} ${range(1, 9, 'R')}\nC2: ${range(30, 38, 'E')}\nC3: E50`),
  'a wide case': () => sketch(`C0: ${range(1, 40, 'C')}\nC7: E1 E2 E3\nC20: R1 E4`),
  'a deep case': () =>
    sketch(Array.from({ length: 40 }, (_, i) => `C${i}: C${i + 1} E${i} X${i}`).join('\n')),
  'several tops': () =>
    sketch(`C1: E1\nC2: C3 C4\nX1:\nR1: E2\n${range(10, 30, 'C').split(' ').join(':\n')}:`),
  'long texts': () =>
    sketch('C1: C2 S1 E1 X1 A1 R1 I1\nS1: E2 C3\nI1: U1\nR1: E3 E4', {
      C1: LONG,
      C2: 'a'.repeat(300),
      S1: LONG,
      E1: LONG,
      E2: 'x/'.repeat(80),
      X1: LONG,
      A1: LONG,
      R1: LONG,
      I1: LONG,
      U1: LONG,
      E3: '漢字かな'.repeat(30),
      E4: '',
    }),
  'no text at all': () => sketch('C1: C2 E1 X1 A1 R1', { C1: '', C2: '', E1: '', X1: '', A1: '', R1: '' }),
  'a circle of no size': () => sketch('C1: E1 C2\nC2: R1', { E1: 'a' }),
};

function range(from: number, to: number, letter: string): string {
  return Array.from({ length: to - from + 1 }, (_, i) => `${letter}${from + i}`).join(' ');
}

async function laidOut(data: DiagramData, notation: (typeof NOTATIONS)[number]): Promise<Layout> {
  const visible = visibleDiagram(graphOf(data), { collapsed: new Set() });
  const layout = await layOut(visible, notation, MEASURE, ENGINE);
  assert.equal(layout.nodes.length, data.nodes.length, 'every node has a place');
  assert.equal(layout.relations.length, data.relations.length, 'every relation has a line');
  return layout;
}

describe('the layout of a diagram', () => {
  for (const [name, make] of Object.entries(CASES)) {
    it(`overlaps nothing and leads no line across a box: ${name}`, async () => {
      for (const notation of NOTATIONS)
        assert.deepEqual(faultsOf(await laidOut(make(), notation)), [], notation);
    });
  }

  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`does so for made argument ${seed}`, async () => {
      const data = randomSketch(20 * seed, seed);
      for (const notation of NOTATIONS)
        assert.deepEqual(faultsOf(await laidOut(data, notation)), [], notation);
    });
  }

  it('does so for 500 nodes with nodes under several others', async () => {
    assert.deepEqual(faultsOf(await laidOut(randomSketch(500, 3), 'gsn')), []);
  });

  it('does so for 500 nodes of a regular case, which it keeps within six times as wide as high', async () => {
    const layout = await laidOut(regularSketch(500), 'gsn');
    assert.deepEqual(faultsOf(layout), []);
    assert.ok(layout.width / layout.height < 6, `${layout.width} × ${layout.height}`);
  });

  it('asks the engine once, and for fewer boxes than there are nodes', async () => {
    const asked: number[] = [];
    const visible = visibleDiagram(graphOf(regularSketch(500)), { collapsed: new Set() });
    await layOut(visible, 'gsn', MEASURE, (graph) => {
      asked.push(graph.children?.length ?? 0);
      return ENGINE(graph);
    });
    assert.equal(asked.length, 1);
    assert.ok(asked[0]! < visible.nodes.length / 3, `${asked[0]} boxes for ${visible.nodes.length} nodes`);
  });

  it('lays out 5,000 nodes folded, within the number that is to be seen at first', async () => {
    const graph = graphOf(regularSketch(5000));
    const visible = visibleDiagram(graph, { collapsed: foldedAtFirst(graph) });
    assert.ok(visible.nodes.length <= 500, `${visible.nodes.length} are seen`);
    const layout = await layOut(visible, 'gsn', MEASURE, ENGINE);
    assert.deepEqual(faultsOf(layout), []);
    const folded = layout.nodes.filter(({ figure }) => figure.below?.is === 'folded');
    assert.ok(folded.length > 0);
  });

  it('lays out more than a thousand unfolded, within six times as wide as high', async () => {
    // Four claims under each, and 24 nodes under each of the last.
    const lines: string[] = [];
    let number = 0;
    const claim = (level: number): string => {
      const id = `C${++number}`;
      const own = number;
      const below =
        level < 3
          ? [1, 2, 3, 4].map(() => claim(level + 1))
          : [`X${own}`, ...Array.from({ length: 23 }, (_, index) => `E${own}00${index}`)];
      lines.push(`${id}: ${below.join(' ')}`);
      return id;
    };
    claim(0);
    const layout = await laidOut(sketch(lines.join('\n')), 'gsn');
    assert.equal(layout.nodes.length, 1621);
    assert.deepEqual(faultsOf(layout), []);
    assert.ok(layout.width / layout.height < 6, `${layout.width} × ${layout.height}`);
  });

  it('puts support below, context beside, and in the order of the document', async () => {
    const layout = await laidOut(sketch('C1: X1 A1 C2 C3\nC2: E1\nC3: E2'), 'gsn');
    const at = (id: string) => layout.nodes.find(({ node }) => node.id === id)!;
    assert.ok(at('C2').y > at('C1').y + at('C1').height);
    assert.ok(at('X1').x + at('X1').width < at('C1').x);
    assert.ok(at('A1').x > at('C1').x + at('C1').width);
    assert.ok(at('C2').x + at('C2').width < at('C3').x);
  });

  it('puts several tops into one row in the order of the document, whatever is below them', async () => {
    for (const lines of [
      'C1: C2 C3 C4 R1\nC2: E1 E2\nC3: E3\nC4: C5\nC5: E4\nC7: E5\nC8:',
      'C1:\nC7: C8 C9 C10\nC8: E1\nC9: E2\nC10: R1\nC11: E4 X1',
      'C1: C2 C3\nC2: E1\nC7: C3 E3\nC8: E4',
    ]) {
      const data = sketch(lines);
      for (const notation of NOTATIONS) {
        const layout = await laidOut(data, notation);
        assert.deepEqual(faultsOf(layout), []);
        const { roots } = graphOf(data);
        const tops = roots.map((root) => layout.nodes.find(({ node }) => node.key === root)!);
        assert.deepEqual(new Set(tops.map(({ y }) => y)).size, 1, `${notation}: one row`);
        const across = [...tops].sort((a, b) => a.x - b.x).map(({ node }) => node.key);
        assert.deepEqual(across, roots, notation);
      }
    }
  });

  it('puts more tops than a screen is wide into rows, in the order of the document', async () => {
    const ids = range(1, 30, 'C').split(' ');
    const below = (id: string, index: number): string =>
      index % 5 === 3 ? `${id}: E${index} R${index}` : `${id}:`;
    const layout = await laidOut(sketch(ids.map(below).join('\n')), 'gsn');
    const tops = layout.nodes.filter(({ node }) => ids.includes(node.id));
    const read = tops.sort((a, b) => a.y - b.y || a.x - b.x).map(({ node }) => node.id);
    assert.deepEqual(read, ids);
    assert.ok(layout.width < 1500, `${layout.width} wide`);
  });

  it('leads the only line from a node straight down, where that is a small step aside', async () => {
    for (const notation of NOTATIONS) {
      const layout = await laidOut(CASES['an attacked inference rule']!(), notation);
      const answer = layout.relations.find(({ relation }) => relation.from === 'U1')!;
      assert.equal(answer.points.length, 2, `${notation}: ${JSON.stringify(answer.points)}`);
      assert.deepEqual(faultsOf(layout), []);
    }
  });

  it('finds the faults that there are', async () => {
    const layout = await laidOut(sketch('C1: C2 C3\nC2: E1\nC3: E2'), 'gsn');
    const [top, ...others] = layout.nodes;
    const onTop = {
      ...layout,
      nodes: [top!, { ...others[0]!, x: top!.x + 5, y: top!.y + 5 }, ...others.slice(1)],
    };
    const faults = faultsOf(onTop).join('\n');
    assert.match(faults, /C1 and C2 overlap/);
    assert.match(faults, /C1 to C2 does not end at its box/);
    assert.match(faults, /crosses C2/);
    const narrow = { ...top!, figure: { ...top!.figure, body: { width: 40, height: 70 } } };
    assert.match(
      faultsOf({ ...layout, nodes: [narrow, ...others] }).join('\n'),
      /C1: a label leaves its rectangle/,
    );
  });
});
