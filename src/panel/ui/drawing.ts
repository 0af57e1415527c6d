import { createNear } from '../draw/near.ts';
import { drawFrames, drawOverview } from '../draw/overview.ts';
import { THEME } from '../draw/palette.ts';
import { type Piece, piecesOf } from '../draw/pieces.ts';
import { gridOf, meet } from '../draw/grid.ts';
import type { Box, Point } from '../layout/geometry.ts';
import type { Layout } from '../layout/layout.ts';
import { toSvg } from './dom.ts';

/** A layout as elements of the page: all of it where it is small, else what is near to what is seen. */
export interface Drawing {
  readonly element: SVGElement;
  /** Draws what is near. @param view what is seen, in the picture's pixels @param scale pixels of the screen for one of the picture */
  look(view: Box, scale: number): void;
  /** Makes lines of the overview as thin as they should be at a scale. */
  settle(scale: number): void;
  /** Marks boxes. */
  mark(selected: string | undefined, found: ReadonlySet<string>): void;
  /** The node at a place of the overview; undefined where there is none, or where nodes can be pressed themselves. */
  at(point: Point): string | undefined;
  /** Ends what is still to be drawn. */
  end(): void;
}

/** Up to so many nodes are drawn at once, and then only moved. */
const MANY_NODES = 700;
/** Below this scale, a large picture is drawn without words: they could not be read. */
const FAR = 0.3;
/** How long drawing what is not in sight may take of each frame, in milliseconds. */
const BUDGET = 4;

/** Nothing of it is drawn yet where it is large. */
export function createDrawing(layout: Layout): Drawing {
  const pieces = piecesOf(layout, THEME, true);
  const isLarge = layout.nodes.length > MANY_NODES;
  const layers = { relations: group('relations'), nodes: group('nodes') };
  const overview = group('overview');
  const frames = group('frames');
  const element = toSvg({
    tag: 'svg',
    attributes: {
      width: String(Math.ceil(layout.width)),
      height: String(Math.ceil(layout.height)),
      'aria-hidden': 'true',
      focusable: 'false',
    },
    children: [],
  });
  element.append(layers.relations, layers.nodes);
  const near = createNear(gridOf(pieces), pieces);
  const nodes = gridOf(layout.nodes);
  const drawn = new Map<number, Element>();
  const indexes = new Map(pieces.flatMap(({ key }, index) => (key === undefined ? [] : [[key, index]])));
  const waiting = new Set<number>();
  let frame = 0;
  let isFar = false;
  let marks: { readonly selected: string | undefined; readonly found: ReadonlySet<string> } = {
    selected: undefined,
    found: new Set(),
  };

  function add(index: number): void {
    const piece = pieces[index]!;
    const made = toSvg(piece.draw());
    markOne(piece, made);
    drawn.set(index, made);
    layers[piece.layer].append(made);
  }

  function markOne({ key }: Piece, made: Element): void {
    if (key === undefined) return;
    made.classList.toggle('selected', key === marks.selected);
    made.classList.toggle('found', marks.found.has(key));
  }

  function work(): void {
    frame = 0;
    const end = performance.now() + BUDGET;
    for (const index of waiting) {
      waiting.delete(index);
      add(index);
      if (performance.now() > end) break;
    }
    if (waiting.size > 0) frame = requestAnimationFrame(work);
  }

  function showFar(now: boolean): void {
    if (now && overview.childElementCount === 0) {
      overview.append(...drawOverview(layout, THEME).map(toSvg));
      element.append(overview, frames);
    }
    if (now === isFar) return;
    isFar = now;
    element.classList.toggle('far', now);
    if (now) drawMarks();
  }

  function drawMarks(): void {
    const boxes = (keys: Iterable<string>): Box[] =>
      [...keys].flatMap((key) => {
        const index = indexes.get(key);
        return index === undefined ? [] : [pieces[index]!];
      });
    frames.replaceChildren(
      toSvg(drawFrames(boxes(marks.found), 'far-found')),
      toSvg(drawFrames(boxes(marks.selected === undefined ? [] : [marks.selected]), 'far-selected')),
    );
  }

  if (!isLarge) pieces.forEach((_, index) => add(index));
  return {
    element,
    look(view, scale) {
      if (!isLarge) return;
      showFar(scale < FAR);
      const turn = isFar ? undefined : near.look(view);
      if (!turn) return;
      for (const index of turn.gone) {
        waiting.delete(index);
        drawn.get(index)?.remove();
        drawn.delete(index);
      }
      for (const index of turn.soon) waiting.add(index);
      for (const index of turn.now) add(index);
      // What was near, and still waits, may be in sight by now.
      for (const index of waiting) {
        if (!meet(pieces[index]!, view)) continue;
        waiting.delete(index);
        add(index);
      }
      if (waiting.size > 0 && frame === 0) frame = requestAnimationFrame(work);
    },
    settle(scale) {
      for (const each of [overview, frames]) each.style.setProperty('--far-line', `${1 / scale}px`);
    },
    mark(selected, found) {
      const before = [marks.selected ?? '', ...marks.found];
      marks = { selected, found };
      for (const key of [...before, selected ?? '', ...found]) {
        const index = indexes.get(key);
        const made = index === undefined ? undefined : drawn.get(index);
        if (made) markOne(pieces[index!]!, made);
      }
      if (isFar) drawMarks();
    },
    at(point) {
      const index = isFar ? nodes.at(point) : undefined;
      return index === undefined ? undefined : layout.nodes[index]!.node.key;
    },
    end() {
      cancelAnimationFrame(frame);
    },
  };
}

function group(name: string): SVGElement {
  return toSvg({ tag: 'g', attributes: { class: name }, children: [] });
}
