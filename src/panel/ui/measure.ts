import { LOOKS } from '../draw/draw-node.ts';
import type { MeasureText } from '../layout/wrap.ts';

/** Measures text as the page draws it. Remembers what it measured: the same words come again and again. */
export function createMeasure(): MeasureText {
  const pen = document.createElement('canvas').getContext('2d');
  const family = fontFamily();
  if (pen) pen.textRendering = 'geometricPrecision';
  const known = new Map<string, number>();
  return (text, look) => {
    const name = `${look}\0${text}`;
    const width = known.get(name);
    if (width !== undefined) return width;
    const { size, weight } = LOOKS[look];
    if (pen) pen.font = `${weight} ${size}px ${family}`;
    // A little more, as lines are placed at fractions of pixels.
    const measured = pen ? Math.ceil(pen.measureText(text).width * 4) / 4 : text.length * size * 0.6;
    known.set(name, measured);
    return measured;
  };
}

/** The font of the page. */
export function fontFamily(): string {
  return getComputedStyle(document.body).fontFamily;
}
