import assert from 'node:assert/strict';
import type { LayoutEngine } from '../../src/panel/layout/layout.ts';
import type { SavedState } from '../../src/panel/saved-state.ts';
import { type Session, createSession } from '../../src/panel/session.ts';
import { ENGINE, MEASURE, sketch } from './support/diagrams.ts';
import { regularSketch } from './support/made-diagrams.ts';

const CASE = sketch('C1: X1 C2 C3\nC2: E1 R1\nC3: C4\nC4: E2', { E2: 'log/of/tests.txt' });

describe('the session of a diagram', () => {
  let saved: SavedState[];

  function start(initial: Partial<SavedState> = {}, engine: LayoutEngine = ENGINE): Session {
    saved = [];
    return createSession(
      { case: 'case', notation: 'gsn', outline: false, ...initial },
      (state) => saved.push(state),
      MEASURE,
      engine,
    );
  }

  it('lays out what it was told, and does nothing for the same again', async () => {
    const session = start();
    assert.equal(await session.layOut(), undefined);
    assert.equal(session.take(CASE), true);
    const laid = await session.layOut();
    assert.equal(laid?.now.nodes.length, CASE.nodes.length);
    assert.equal(laid.before, undefined);
    assert.equal(session.rows().length, CASE.nodes.length);
    assert.equal(session.take(structuredClone(CASE)), false);
    assert.equal((await session.layOut())?.before, laid.now);
  });

  it('keeps the answer to the last question, whatever the order of the answers', async () => {
    const answers: (() => void)[] = [];
    const session = start({}, (graph) => {
      const answer = ENGINE(graph);
      return new Promise((resolve) => answers.push(() => resolve(answer)));
    });
    session.take(CASE);
    const first = session.layOut();
    session.fold('C2');
    const second = session.layOut();
    answers[1]!();
    assert.equal((await second)?.now.nodes.length, 6);
    answers[0]!();
    assert.equal(await first, undefined);
    assert.equal(session.layout()?.nodes.length, 6);
  });

  it('stays with what is shown when a layout is given up', async () => {
    let answer = (): void => {};
    let isSlow = false;
    const session = start({}, (graph) =>
      isSlow
        ? new Promise((resolve) => {
            answer = () => {
              resolve(ENGINE(graph));
            };
          })
        : ENGINE(graph),
    );
    session.take(CASE);
    session.fold('C2');
    await session.layOut();
    isSlow = true;
    session.change({ collapsed: [], notation: 'cae' });
    let boxes = 0;
    const slow = session.layOut((number) => (boxes = number));
    assert.equal(boxes, CASE.nodes.length);
    assert.equal(session.giveUp(), 'shown');
    answer();
    assert.equal(await slow, undefined);
    assert.deepEqual([saved.at(-1)?.collapsed, saved.at(-1)?.notation], [['C2'], 'gsn']);
    assert.equal(session.layout()?.nodes.length, 6);
    session.take(sketch('C1: C3'));
    assert.equal(session.giveUp(), 'nothing shown', 'the case is another one by now');
  });

  it('shows what a diagram shows at first when the first layout is given up', () => {
    const session = start({ collapsed: [], focus: 'C1' });
    session.take(regularSketch(2000));
    assert.equal(session.giveUp(), 'nothing shown');
    assert.ok(session.state().collapsed!.length > 0);
    assert.equal(session.state().focus, undefined);
  });

  it('folds and unfolds, and saves that', async () => {
    const session = start();
    session.take(CASE);
    assert.equal(session.fold('C2'), true);
    assert.equal(session.fold('E1'), false);
    assert.deepEqual([saved.at(-1)?.collapsed, saved.at(-1)?.selected], [['C2'], 'C2']);
    session.fold('C2');
    assert.deepEqual(saved.at(-1)?.collapsed, []);
    session.foldAll();
    await session.layOut();
    assert.equal(session.layout()?.nodes.length, 1);
  });

  it('opens folded where there is much, but as it was saved where something was', () => {
    const session = start();
    session.take(regularSketch(2000));
    assert.ok(session.state().collapsed!.length > 0);
    const again = start({ collapsed: [] });
    again.take(regularSketch(2000));
    assert.deepEqual(again.state().collapsed, []);
  });

  it('unfolds what hides a node that is selected, and leaves a focus it is not in', async () => {
    const session = start({ collapsed: ['C1', 'C3'], focus: 'C2' });
    session.take(CASE);
    await session.layOut();
    assert.equal(session.select('E2'), 'hidden');
    assert.deepEqual(session.state().collapsed, []);
    assert.equal(session.state().focus, undefined);
    await session.layOut();
    assert.equal(session.select('E2'), 'seen');
    assert.equal(session.selected()?.text, 'log/of/tests.txt');
    assert.equal(session.select('nowhere'), 'gone');
  });

  it('forgets a selection and a focus that are gone from the case', () => {
    const session = start({ selected: 'R1', focus: 'C2' });
    session.take(CASE);
    session.take(sketch('C1: C3'));
    assert.equal(session.state().selected, undefined);
    assert.equal(session.state().focus, undefined);
  });

  it('searches, and says where among the matches one is', async () => {
    const session = start();
    session.take(CASE);
    await session.layOut();
    assert.equal(session.matchesInWords(), '');
    assert.equal(session.search('claim'), 'C1');
    assert.equal(session.matchesInWords(), '– of 4');
    session.select('C1');
    session.select(session.nextMatch(1)!);
    assert.equal(session.matchesInWords(), '2 of 4');
    session.search('nothing like it');
    assert.equal(session.matchesInWords(), 'nothing found');
    session.search('');
    assert.equal(session.matches().size, 0);
  });

  it('hands on that the engine failed', async () => {
    const session = start({}, () => Promise.reject(new Error('No memory.')));
    session.take(CASE);
    await assert.rejects(session.layOut(), /No memory/);
  });
});
