import { say } from '../../l10n/say.ts';
import type { DiagramNode } from '../../model/diagram.ts';
import { stateWord } from '../../model/state-words.ts';
import type { Box, Size } from './geometry.ts';
import { type Notation, type Shape, letterOf, nameOfKind, shapeOf } from './notation.ts';
import { FOLD, LEAN, insetAt } from './outlines.ts';
import { type MeasureText, type TextLook, withEllipsis, wrapText } from './wrap.ts';

/** A line of text. `x` and `y` are those of its box in the figure, whose upper left corner is 0, 0. */
export interface Line extends Box {
  readonly text: string;
  readonly look: TextLook;
}

/** How one node is drawn, whatever its place. */
export interface Figure extends Size {
  readonly shape: Shape;
  /** The shape without what hangs below it; its upper left corner is 0, 0. */
  readonly body: Size;
  readonly lines: readonly Line[];
  /** Where the sign of the state goes; left out where a state says nothing. */
  readonly sign?: Box;
  /** Where the sign for an undeveloped node goes, or the number of what is folded away. */
  readonly below?: Box & { readonly is: 'undeveloped' | 'folded'; readonly text: string };
  /** The letter at the foot of an ellipse. */
  readonly letter?: Line;
}

export interface FigureOptions {
  readonly notation: Notation;
  readonly measure: MeasureText;
  /** How many nodes are folded away below it; 0 for none. */
  readonly hidden: number;
  /** It stands in a column with others, where round figures would take too much room. */
  readonly inColumn: boolean;
}

/** The height of a line, in pixels. */
export const LINE = 17;
/** Between the text and the border. */
const PAD = 10;
/** The sign of a state. */
export const SIGN = 14;
const MOST_LINES = 6;
/** What hangs below a figure is this high. */
const HANGER = 18;

/** Sets the text of a node into the shape of its kind. */
export function figureOf(node: DiagramNode, options: FigureOptions): Figure {
  const { notation, measure } = options;
  const wanted = shapeOf(node, notation);
  const shape = wanted === 'circle' && (options.inColumn || !fitsCircle(node, measure)) ? 'pill' : wanted;
  const isCentred = shape === 'circle' || shape === 'ellipse';
  const rows = rowsOf(node, shape, options);
  const inner = innerWidth(rows, node, shape, options);
  const text = { width: inner, height: rows.length * LINE };
  const body = bodyOf(shape, text, rows, isCentred);
  // The folded corner is at the right, and so is the room for it.
  const left = shape === 'note' ? PAD : (body.width - inner) / 2;
  const top = (body.height - text.height) / 2;
  const lines: Line[] = [];
  let sign: Box | undefined;
  rows.forEach((row, index) => {
    const y = top + index * LINE;
    const x = left + (isCentred ? (inner - row.width) / 2 : 0);
    let at = x;
    if (row.sign) {
      sign = { x, y: y + (LINE - SIGN) / 2, width: SIGN, height: SIGN };
      at += SIGN + SIGN_GAP;
    }
    for (const { text: words, look } of row.parts) {
      const width = measure(words, look);
      lines.push({ text: words, look, x: at, y, width, height: LINE });
      at += width + PART_GAP;
    }
  });
  const letter = letterFor(node, body, options);
  const below = belowOf(node, body, options);
  return {
    shape,
    body,
    width: body.width,
    height: body.height + (below ? below.y + below.height - body.height : 0),
    lines,
    ...(sign && { sign }),
    ...(letter && { letter }),
    ...(below && { below }),
  };
}

const SIGN_GAP = 5;
const PART_GAP = 7;

interface Part {
  readonly text: string;
  readonly look: TextLook;
}

interface Row {
  readonly parts: readonly Part[];
  readonly sign: boolean;
  readonly width: number;
}

/** The id and the kind, the text, and how it stands. */
function rowsOf(node: DiagramNode, shape: Shape, options: FigureOptions): Row[] {
  const { measure, notation } = options;
  const width = textWidth(node, shape);
  const row = (parts: readonly Part[], sign = false): Row => ({
    parts,
    sign,
    width:
      parts.reduce((sum, { text, look }) => sum + measure(text, look) + PART_GAP, -PART_GAP) +
      (sign ? SIGN + SIGN_GAP : 0),
  });
  const name = nameOfKind(node, notation);
  const kind: Part = {
    text: fit(node.away === undefined ? name : say('{0} in {1}', name, node.away), 'kind', width, measure),
    look: 'kind',
  };
  const id: Part = { text: fit(node.id, 'id', width, measure), look: 'id' };
  const text = wrapText(node.text, 'text', width, MOST_LINES, measure).map((line) =>
    row([{ text: line, look: 'text' }]),
  );
  const room = width - SIGN - SIGN_GAP;
  const standing = standingFor(node, shape, room, measure);
  return [
    ...headOf(
      node,
      shape,
      id,
      kind,
      width - measure(id.text, 'id') - PART_GAP - measure(kind.text, 'kind'),
    ).map((parts) => row(parts)),
    ...text,
    ...(standing === undefined ? [] : [row([{ text: standing, look: 'state' }], true)]),
  ];
}

/** The state in as many words as there is room for. In a circle its one word is never cut: the circle gets larger. */
function standingFor(
  node: DiagramNode,
  shape: Shape,
  room: number,
  measure: MeasureText,
): string | undefined {
  if (node.given) return undefined;
  const word = stateWord(node.state);
  const choices = [standingOf(node, true), standingOf(node, false), ...(shape === 'circle' ? [word] : [])];
  const fitting = choices.find((words) => measure(words, 'state') <= room);
  return fitting ?? (shape === 'circle' ? word : fit(choices.at(-1)!, 'state', room, measure));
}

/** What a node is called: id and kind on one line, or on two where that leaves no room. @param left room on one line with both on it */
function headOf({ id: own }: DiagramNode, shape: Shape, id: Part, kind: Part, left: number): Part[][] {
  if (own === '') return [[kind]];
  // In a circle there is room for the id alone; that it is round says the rest.
  if (shape === 'circle') return [[id]];
  return left >= 0 ? [[id, kind]] : [[id], [kind]];
}

/** The state, and how much of what is below is in order. @param inWords says what the second number counts, which takes room */
function standingOf({ state, counts, mention }: DiagramNode, inWords: boolean): string {
  const word = stateWord(state);
  const parts: string[] = [mention ? say('{0}, only mentioned', word) : word];
  if (counts.evidence > 0) parts.push(`${counts.current}/${counts.evidence}`);
  if (counts.defeaters > 0) {
    const share = `${counts.answered}/${counts.defeaters}`;
    parts.push(inWords ? say('{0} answered', share) : share);
  }
  return parts.join(' · ');
}

function fit(text: string, look: TextLook, width: number, measure: MeasureText): string {
  return measure(text, look) <= width ? text : withEllipsis(text, look, width, measure);
}

/** How wide the text of a node may get, by how much it has to say. */
function textWidth({ kind, text }: DiagramNode, shape: Shape): number {
  if (shape === 'circle') return 92;
  const isLong = text.length > 130;
  if (kind === 'evidence') return isLong ? 190 : 160;
  if (shape === 'ellipse') return isLong ? 210 : 170;
  if (kind === 'claim' || kind === 'control' || kind === 'strategy') return isLong ? 236 : 200;
  return isLong ? 220 : 170;
}

function innerWidth(
  rows: readonly Row[],
  node: DiagramNode,
  shape: Shape,
  { inColumn }: FigureOptions,
): number {
  const most = textWidth(node, shape);
  const widest = Math.max(...rows.map(({ width }) => width));
  if (inColumn) return most;
  return Math.min(most, Math.max(widest, shape === 'circle' ? 0 : most * 0.6));
}

function bodyOf(shape: Shape, text: Size, rows: readonly Row[], isCentred: boolean): Size {
  const padded = { width: text.width + 2 * PAD, height: text.height + 2 * PAD - 4 };
  switch (shape) {
    case 'circle': {
      const size = Math.ceil(2 * furthestCorner(rows, text, 1, 1)) + PAD;
      return { width: size, height: size };
    }
    case 'ellipse': {
      const a = text.width / 2 + 4;
      const b = text.height / 2 + 4;
      const scale = isCentred ? furthestCorner(rows, text, a, b) : Math.SQRT2;
      return { width: Math.ceil(2 * a * scale) + 8, height: Math.ceil(2 * b * scale) + 6 };
    }
    case 'pill': {
      const height = padded.height + 2;
      // The first and the last line are where the round ends are; room for these, whatever the number of lines.
      const lean = insetAt('pill', { width: padded.width * 2, height: 54 }, 8);
      return { width: padded.width + 2 * Math.max(0, Math.ceil(lean) - PAD), height };
    }
    case 'parallelogram':
      return { width: padded.width + 2 * LEAN, height: padded.height };
    case 'note':
      return { width: padded.width + FOLD, height: padded.height };
    case 'rectangle':
    case 'rounded':
    case 'octagon':
      return padded;
  }
}

/** How far the corners of centred rows get from the middle, in units of `a` and `b`. */
function furthestCorner(rows: readonly Row[], { height }: Size, a: number, b: number): number {
  return Math.max(
    ...rows.map((row, index) => {
      const top = Math.abs(index * LINE - height / 2);
      const bottom = Math.abs((index + 1) * LINE - height / 2);
      return Math.hypot(row.width / 2 / a, Math.max(top, bottom) / b);
    }),
  );
}

/** Short enough to be read in a circle. */
function fitsCircle(node: DiagramNode, measure: MeasureText): boolean {
  return wrapText(node.text, 'text', 92, 4, measure).length <= 2 && measure(node.id, 'id') <= 60;
}

function letterFor(node: DiagramNode, body: Size, { notation, measure }: FigureOptions): Line | undefined {
  const text = letterOf(node, notation);
  if (text === undefined) return undefined;
  const width = measure(text, 'id');
  // The corner of its box that an ellipse leaves free.
  return { text, look: 'id', x: body.width - width, y: body.height - LINE, width, height: LINE };
}

function belowOf(node: DiagramNode, body: Size, { hidden, measure }: FigureOptions): Figure['below'] {
  if (hidden > 0) {
    const text = `+${hidden}`;
    const width = Math.max(30, measure(text, 'kind') + 16);
    return {
      is: 'folded',
      text,
      x: (body.width - width) / 2,
      y: body.height - HANGER / 3,
      width,
      height: HANGER,
    };
  }
  if (!node.undeveloped) return undefined;
  return {
    is: 'undeveloped',
    text: '',
    x: (body.width - HANGER) / 2,
    y: body.height,
    width: HANGER,
    height: HANGER,
  };
}
