import type { NodeKind } from '../../model/kinds.ts';
import type { Prefixes } from '../../model/settings.ts';
import type { Role } from '../markdown/kinds.ts';
import { isIdPrefix, kindOfPrefix } from '../markdown/kinds.ts';
import type { Cell, Page } from './cells.ts';
import { labelTextOf } from './label-text.ts';
import type { LabelText } from './label-text.ts';
import { areaOf, holds } from './layout.ts';
import type { Box, Layout } from './layout.ts';
import { legendOf } from './legend.ts';
import { readLabel } from './read-label.ts';
import type { Marks } from './read-label.ts';
import { kindOfLetters, kindOfShape } from './shape-kinds.ts';

/** A shape that is a node of the argument. */
export interface NodeShape {
  /** The shape that carries its id or keyword. */
  readonly cell: Cell;
  readonly box: Box;
  readonly kind: NodeKind;
  readonly role?: Role;
  /** Undefined where nothing marks it, and only its form says what it is. */
  readonly marks?: Marks;
  readonly label: LabelText;
  /** Where its text is written, if in another cell: a box with its id in a cell of its own. */
  readonly body?: LabelledCell;
}

/** What is written on a cell, and what that says. */
export interface LabelledCell {
  readonly cell: Cell;
  readonly box: Box;
  readonly label: LabelText;
  readonly marks?: Marks;
}

/** All that a page says, before anything is known of connectors. */
export interface Shapes {
  /** Those that an id or a keyword marks. */
  readonly nodes: readonly NodeShape[];
  /** Those that would be nodes by their form, if anything connects them with others. */
  readonly perhaps: readonly NodeShape[];
  /** All shapes there are to see, legends left out. */
  readonly visible: readonly Cell[];
}

/** A text is looked for in other cells only for this many ids that stand alone. */
const MAX_ALONE = 200;

const NO_PREFIXES: Prefixes = new Map();

/** Finds the shapes of a page that are nodes. @param prefixes what a person set of the letters of ids */
export function findShapes(page: Page, layout: Layout, prefixes = NO_PREFIXES): Shapes {
  const isPrefix = (letters: string): boolean => prefixes.has(letters) || isIdPrefix(letters);
  const seen = page.cells.filter((cell) => cell.what === 'shape' && layout.isVisible(cell));
  const labels = new Map(seen.map((cell) => [cell, labelTextOf(cell)]));
  const legend = legendOf(seen, layout, (cell) => labels.get(cell)?.source.text);
  const visible = seen.filter((cell) => !legend.has(cell));
  const labelled = visible.flatMap((cell) => {
    const label = labels.get(cell);
    const marks = label && readLabel(label.source.text, isPrefix);
    return label ? [{ cell, box: layout.box(cell), label, ...(marks && { marks }) }] : [];
  });
  const hintOf = (cell: Cell): string =>
    layout.above(cell).flatMap((around) => labels.get(around)?.source.text ?? [])[0] ?? '';
  const kindOfId = ({ cell, marks }: LabelledCell, shape: Cell): NodeKind | undefined => {
    const prefix = marks?.prefix ?? '';
    const kind = kindOfPrefix(prefix, conventions, hintOf(cell));
    return prefixes.get(prefix) ?? (kind && kindOfLetters(prefix, kind, shape.style));
  };
  const conventions = conventionsOf(labelled);
  return { ...nodesOf(labelled, layout, kindOfId), visible };
}

function nodesOf(
  labelled: readonly LabelledCell[],
  layout: Layout,
  kindOfId: (one: LabelledCell, shape: Cell) => NodeKind | undefined,
): Pick<Shapes, 'nodes' | 'perhaps'> {
  const bodies = bodiesOf(labelled, layout);
  const used = new Set(bodies.values());
  const nodes: NodeShape[] = [];
  const others: LabelledCell[] = [];
  for (const one of labelled) {
    const body = bodies.get(one);
    // A keyword with nothing to say is a heading or a sample.
    const marks = one.marks?.id === undefined && one.marks && isEmpty(one.marks) ? undefined : one.marks;
    const kind = marks && (marks.keyword?.kind ?? kindOfId(one, (body ?? one).cell));
    if (marks && kind) nodes.push(nodeOf(one, marks, kind, body));
    else if (!used.has(one)) others.push(one);
  }
  return { nodes, perhaps: others.flatMap((other) => byForm(other, nodes, layout)) };
}

function nodeOf(
  { cell, box, label }: LabelledCell,
  marks: Marks,
  kind: NodeKind,
  body: LabelledCell | undefined,
): NodeShape {
  const role = marks.keyword?.role;
  const whole = body && areaOf(body.box) > areaOf(box) ? body.box : box;
  return { cell, box: whole, kind, ...(role && { role }), marks, label, ...(body && { body }) };
}

/** A shape with words but without an id or a keyword. Boxes around nodes, words on connectors and single words are none. */
function byForm(
  { cell, box, label }: LabelledCell,
  nodes: readonly NodeShape[],
  layout: Layout,
): NodeShape[] {
  const kind = kindOfShape(cell.style);
  const isWord = !/\S\s+\S/.test(label.source.text);
  if (!kind || isWord || layout.cell(cell.parent)?.what === 'connector') return [];
  if (nodes.some((node) => holds(box, node.box))) return [];
  return [{ cell, box, kind, label }];
}

/** In GSN goals are called G1, and C1 is a context. */
function conventionsOf(labelled: readonly LabelledCell[]): { readonly goals: boolean } {
  const marks = labelled.flatMap((one) => (one.marks?.id === undefined ? [] : [one.marks]));
  const goals = marks.some(({ prefix }) => prefix === 'G');
  return {
    goals: goals && !marks.some(({ prefix, keyword }) => prefix === 'C' && keyword?.kind === 'claim'),
  };
}

function isEmpty({ rest }: Marks): boolean {
  return rest.start >= rest.end;
}

/** Where the texts of shapes stand that have only an id. */
function bodiesOf(labelled: readonly LabelledCell[], layout: Layout): Map<LabelledCell, LabelledCell> {
  const bodies = new Map<LabelledCell, LabelledCell>();
  const taken = new Set<LabelledCell>();
  const alone = labelled.filter(({ marks }) => marks?.id !== undefined && isEmpty(marks));
  for (const one of alone.slice(0, MAX_ALONE)) {
    const body = bodyOf(one, labelled, layout);
    if (!body || taken.has(body)) continue;
    taken.add(body);
    bodies.set(one, body);
  }
  return bodies;
}

/** In the shape around the id, if that holds no other, or in one that lies in its own. */
function bodyOf(
  one: LabelledCell,
  labelled: readonly LabelledCell[],
  layout: Layout,
): LabelledCell | undefined {
  const isIn = (inner: LabelledCell, outer: LabelledCell): boolean =>
    layout.above(inner.cell).includes(outer.cell) || holds(outer.box, inner.box);
  const outer = labelled
    .filter((other) => !other.marks && areaOf(other.box) > areaOf(one.box) && isIn(one, other))
    .sort((a, b) => areaOf(a.box) - areaOf(b.box))[0];
  if (outer && labelled.filter((other) => other.marks && isIn(other, outer)).length === 1) return outer;
  const inner = labelled.filter((other) => !other.marks && other !== outer && isIn(other, one));
  return inner.length === 1 ? inner[0] : undefined;
}
