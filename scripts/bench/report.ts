/** One line of the table: a ratio, what it should be, and what it was made of. */
export interface Measured {
  readonly what: string;
  readonly ratio: number;
  readonly unit: '×' | 'MB' | 'ms';
  /** Absent where nothing is asked for. */
  readonly target?: { readonly kind: 'at most' | 'at least'; readonly value: number };
  readonly details: string;
}

/** The table, a line a measurement, and below each what it was made of. */
export function table(rows: readonly Measured[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map((row) => {
      const measured = `${format(row.ratio)} ${row.unit}`.padStart(10);
      return `${row.what.padEnd(width)}  ${measured}  ${verdictOn(row)}\n    ${row.details}`;
    })
    .join('\n');
}

function verdictOn({ ratio, unit, target }: Measured): string {
  if (!target) return '(no target)';
  const { kind, value } = target;
  const wanted = `target ${kind} ${value} ${unit}`;
  const isMet = kind === 'at most' ? ratio <= value : ratio >= value;
  if (isMet) return `${wanted}: met`;
  const factor = kind === 'at most' ? ratio / value : value / ratio;
  return `${wanted}: NOT met, by a factor of ${format(factor)}`;
}

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Milliseconds for a person. */
export function ms(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)} ms`;
}
