/** The height of a row of the tree, in pixels; the style sheet has the same. */
export const ROW = 22;

/** Trees of so many rows are on the page as a whole. */
const MANY_ROWS = 500;
/** How many rows above and below what is seen are on the page. */
const MARGIN = 30;

/**
 * Which rows of a tree are to be on the page, as a half-open range of their 0-based places: all of a small one, of a large one those near to
 * what is seen.
 *
 * @param top how far it is scrolled, in pixels
 * @param height of what is seen, in pixels
 * @param total number of rows
 */
export function shownRows(top: number, height: number, total: number): readonly [from: number, to: number] {
  if (total <= MANY_ROWS) return [0, total];
  const first = Math.floor(top / ROW) - MARGIN;
  const last = Math.ceil((top + height) / ROW) + MARGIN;
  return [Math.min(total, Math.max(0, first)), Math.max(0, Math.min(total, last))];
}

/** How far a list has to be scrolled so that a row is seen: as little as is needed. */
export function scrolledTo(row: number, top: number, height: number): number {
  const start = row * ROW;
  if (start < top || ROW > height) return start;
  return Math.max(top, start + ROW - height);
}
