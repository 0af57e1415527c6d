import type { ReviewRecord } from '../../model/review.ts';

/** Says what the file is to whoever opens it. Merging the files of two branches keeps both, so it must not differ from one file to another. */
const HEADER =
  '# Who judged which evidence when. `warrant review` appends to it; nobody edits it. Where branches meet, the lines of both stay.';

/** A record as its line, without a line end: JSON, which is YAML too. */
export function formatRecord(record: ReviewRecord): string {
  const { node, locator, commit, path, blob, lines, files, fingerprint, claim, authors, by, at, note } =
    record;
  const said: Record<string, unknown> = { case: record.case, node, locator, commit, path, blob };
  Object.assign(said, { lines: lines && [lines.start, lines.end], files, fingerprint, claim });
  Object.assign(said, { authors, by, at, note });
  const pairs = Object.entries(said).flatMap(([key, value]) =>
    value === undefined ? [] : [`${toJson(key)}: ${toJson(value)}`],
  );
  return `- {${pairs.join(', ')}}`;
}

/** JSON in one line for every program: some take more characters for the end of a line, or do not show them. */
function toJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toJson).join(', ')}]`;
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * What to append to a review file for it to hold some records more: what it holds already is left as it is, to the byte.
 *
 * @param before its text; undefined where there is no file yet
 */
export function linesToAppend(before: string | undefined, records: readonly ReviewRecord[]): string {
  const end = before?.includes('\r\n') ? '\r\n' : '\n';
  const head = before?.trim() ? [] : [HEADER];
  const gap = before && !before.endsWith('\n') ? end : '';
  return gap + [...head, ...records.map(formatRecord)].map((line) => line + end).join('');
}
