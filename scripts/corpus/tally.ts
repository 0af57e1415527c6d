/** How much of what is labelled is right, and how much of what was read. */
export interface Tally {
  readonly labelled: number;
  /** Of those labelled. */
  readonly right: number;
  readonly read: number;
  /** Of those read. */
  readonly rightlyRead: number;
}

export const NO_TALLY: Tally = { labelled: 0, right: 0, read: 0, rightlyRead: 0 };

/** The sum of two. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    labelled: a.labelled + b.labelled,
    right: a.right + b.right,
    read: a.read + b.read,
    rightlyRead: a.rightlyRead + b.rightlyRead,
  };
}

/** Part of a whole as a percentage with one decimal, never rounded up to one that was not reached; '-' of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${(Math.floor((part / whole) * 1000 + 1e-9) / 10).toFixed(1)}%`;
}

/** How much of what is labelled is right. */
export const recall = ({ right, labelled }: Tally): string => percent(right, labelled);

/** How much of what was read is right. */
export const precision = ({ rightlyRead, read }: Tally): string => percent(rightlyRead, read);
