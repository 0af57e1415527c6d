/** Lays out rows in columns: names and notes, which have no head, to the left, numbers to the right. The first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    widths
      .map((width, column) =>
        column === 0 || rows[0]![column] === ''
          ? (row[column] ?? '').padEnd(width)
          : (row[column] ?? '').padStart(width),
      )
      .join('  ')
      .trimEnd(),
  );
  const rule = widths
    .map((width, column) => '-'.repeat(rows[0]![column] === '' ? 0 : width))
    .join('  ')
    .trimEnd();
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
