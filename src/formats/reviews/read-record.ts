import { say } from '../../l10n/say.ts';
import { normalizePath } from '../../model/paths.ts';
import type { ReviewRecord } from '../../model/review.ts';

/** A record, or what is wrong with what should be one; `why` continues a sentence. */
export type RecordRead = { readonly record: ReviewRecord } | { readonly why: string };

type Fields = Readonly<Record<string, unknown>>;

/** A full object id, which is neither an option nor an expression to git. */
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** A scheme, and behind the last colon a digest. */
const FINGERPRINT = /^[\w.+-]+(?::[\w.+-]+)*:[0-9a-f]{16,128}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
const MOST_AUTHORS = 100;

/** Reads a record from plain data. Keys that nobody knows are left alone: a later version may have written them. */
export function readRecord(value: unknown): RecordRead {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { why: say('it is no object') };
  const fields = value as Fields;
  for (const name of ['case', 'node', 'locator', 'fingerprint', 'claim', 'by', 'at']) {
    const field = fields[name];
    if (field === undefined || field === '') return { why: say('`{0}` is missing', name) };
    if (typeof field !== 'string') return { why: say('`{0}` is no text', name) };
  }
  const wrong = wrongIn(fields);
  if (wrong !== undefined) return { why: wrong };
  const text = (name: string): string => fields[name] as string;
  const path = fields['path'] === undefined ? undefined : normalizePath(text('path'));
  const note = typeof fields['note'] === 'string' && fields['note'].trim();
  return {
    record: {
      case: text('case'),
      node: text('node'),
      locator: text('locator'),
      commit: (fields['commit'] as string | null | undefined) ?? null,
      ...(path !== undefined && { path }),
      ...(fields['blob'] !== undefined && { blob: text('blob') }),
      ...(fields['lines'] !== undefined && { lines: linesIn(fields['lines'])! }),
      ...(fields['files'] !== undefined && { files: text('files') }),
      fingerprint: text('fingerprint'),
      claim: text('claim'),
      ...(fields['authors'] !== undefined && { authors: fields['authors'] as readonly string[] }),
      by: text('by'),
      at: new Date(text('at')).toISOString().replace('.000Z', 'Z'),
      ...(note && { note }),
    },
  };
}

function wrongIn(fields: Fields): string | undefined {
  const isText = (name: string, form: RegExp): boolean => {
    const field = fields[name];
    return typeof field === 'string' && form.test(field);
  };
  if (!isText('at', MOMENT) || Number.isNaN(Date.parse(fields['at'] as string)))
    return say('`at` is no moment, such as `2026-05-03T09:00:00Z`');
  for (const name of ['fingerprint', 'claim']) {
    if (!isText(name, FINGERPRINT))
      return say('`{0}` is no fingerprint, which is a scheme, a colon and a digest', name);
  }
  const { commit, path, lines, authors } = fields;
  if (commit !== undefined && commit !== null && !isText('commit', OBJECT_ID))
    return say('`commit` is no full id of a commit');
  if (fields['blob'] !== undefined && !isText('blob', OBJECT_ID))
    return say('`blob` is no full id of a blob');
  if (path !== undefined && (typeof path !== 'string' || !normalizePath(path)))
    return say('`path` is no path within the repository');
  if (fields['files'] !== undefined && !isText('files', FINGERPRINT)) return say('`files` is no fingerprint');
  if (lines !== undefined && !linesIn(lines))
    return say('`lines` are not two numbers, the first and the last line');
  const isNamed = (who: unknown): boolean => typeof who === 'string' && who !== '';
  if (
    authors !== undefined &&
    !(Array.isArray(authors) && authors.length <= MOST_AUTHORS && authors.every(isNamed))
  )
    return say('`authors` is no list of names');
  return undefined;
}

function linesIn(value: unknown): { start: number; end: number } | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [start, end] = value as unknown[];
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return undefined;
  const lines = { start: start as number, end: end as number };
  return lines.start >= 1 && lines.end >= lines.start ? lines : undefined;
}
