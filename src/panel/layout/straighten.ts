import type { Figure } from './figure.ts';
import type { Box, Point } from './geometry.ts';
import { liftAt } from './outlines.ts';

/** Lines that step aside by no more than this, in pixels, look as if they meant to be straight. */
const SMALL_STEP = 32;
/** The same where another line leaves the figure too, which must not come too near. */
const SMALL_STEP_OF_TWO = 10;
/** How far from its corners a line may leave a figure, in widths of it. */
const FROM_CORNER = 0.2;

/**
 * A line that goes down from a figure with one small step aside, made straight: it begins that much further aside. Other lines stay as they
 * are. There must be nothing right below the figure.
 *
 * @param route from the lower border of the figure to the upper one of another
 * @param place of the figure
 * @param isAlone whether no other line goes down from the figure
 */
export function straightened(
  route: readonly Point[],
  place: Box,
  { body, shape }: Figure,
  isAlone: boolean,
): readonly Point[] {
  const start = route[0]!;
  const end = route.at(-1)!;
  const step = Math.abs(end.x - start.x);
  const isOne = route.every(({ x }) => Math.abs(x - start.x) < 0.01 || Math.abs(x - end.x) < 0.01);
  const along = end.x - place.x;
  const isOnBorder = along >= FROM_CORNER * body.width && along <= (1 - FROM_CORNER) * body.width;
  if (!isOne || step > (isAlone ? SMALL_STEP : SMALL_STEP_OF_TWO) || !isOnBorder) return route;
  return [{ x: end.x, y: place.y + body.height - liftAt(shape, body, along) }, end];
}
