import { diffArrays } from 'diff';
import { blobId } from '../../../evidence/blob-id.ts';
import type { ChangedWord } from '../../../history/changed-words.ts';
import { type Hunk, hunksBetween, lineBefore, withUsualMarker } from '../../../history/line-changes.ts';
import { eachLineReadAs, isMarkdownFile } from '../../../history/lines-read-as.ts';
import type { Digest } from '../../../ports/digest.ts';
import type { Subject } from '../../subject/subject.ts';
import { thenAt, versionAt } from '../../subject/versions.ts';
import { isNewId } from './new-id.ts';

/** A claim file as its repository knows it. */
export interface ClaimFileHistory {
  /** Its path in the subject's repository. */
  readonly path: string;
  /**
   * The 1-based line at HEAD that a line of the text (0-based) is, 0 for one that is not committed, or `ALL_LINES`; with its words that are others now.
   *
   * @param ids what a link's claim and evidence are called: a line is still the one that stood there, if only one of these is another
   */
  lineAtHead(line: number, ids: readonly string[]): number | RenamedLine;
}

/** A line of which only ids are others than at HEAD. */
export interface RenamedLine {
  /** 1-based, at HEAD. */
  readonly line: number;
  readonly words: readonly ChangedWord[];
}

/** Stands for every line at HEAD: a picture has no lines that anybody wrote, so whoever changed it last judged all that it shows. */
export const ALL_LINES = -1;

/** How much a claim file may differ from HEAD, in changed lines, before all of its lines count as new. */
const MOST_EDITS = 5000;

/**
 * Compares a claim file, as it is in the editor or on disk, with what HEAD has. Undefined where git may not be asked now and
 * was not asked before.
 *
 * @param written its path in the subject
 * @param content its text, or the bytes of one that is none
 */
export async function claimFileHistory(
  subject: Subject,
  written: string,
  content: string | Uint8Array,
  digest: Digest,
): Promise<ClaimFileHistory | undefined> {
  const head = await thenAt({ kind: 'head' }, written, subject);
  if (head === undefined) return undefined;
  if (head === null || typeof head === 'string') return { path: written, lineAtHead: () => 0 };
  // A link's lines are those of the file that it leads to.
  const { path } = head;
  const isText = typeof content === 'string';
  const bytes = isText ? new TextEncoder().encode(content) : content;
  const oid = blobId(bytes, head.oid.length === 64 ? 'sha256' : 'sha1', digest);
  if (!isText) return { path, lineAtHead: () => (oid === head.oid ? ALL_LINES : 0) };
  if (oid === head.oid) return { path, lineAtHead: (line) => line + 1 };
  const committed = await versionAt(head, subject);
  if (committed === undefined) return undefined;
  if (typeof committed === 'string') return { path, lineAtHead: () => 0 };
  const lines = mapLines(committed.text, content);
  const renamed = linesWithNewIds(committed.text, content, path);
  return { path, lineAtHead: (line, ids) => lines[line] || renamed(line, ids) };
}

/**
 * The line of `before` in whose place a line of `after` (0-based) stands, where only ids are others; 0 where none does. Compares when it is first asked,
 * and each line once for the same ids: every link asks several times.
 *
 * @param path of the claim file
 * @param read how lines are compared
 */
export function linesWithNewIds(
  before: string,
  after: string,
  path: string,
  read = eachLineReadAs,
): (line: number, ids: readonly string[]) => RenamedLine | 0 {
  const isMarkdown = isMarkdownFile(path);
  let hunks: readonly Hunk[] | undefined;
  const found = new Map<string, RenamedLine | 0>();
  const keyOf = (text: string): string => (isMarkdown ? withUsualMarker(text) : text).replace(/[\s"']+/g, '');
  const keys = new Map<Hunk, readonly string[]>();
  const keysOf = (hunk: Hunk): readonly string[] => {
    const known = keys.get(hunk) ?? hunk.before.map(keyOf);
    keys.set(hunk, known);
    return known;
  };
  const find = (line: number, ids: readonly string[]): RenamedLine | 0 => {
    hunks ??= hunksBetween(before, after, isMarkdown);
    const hunk = lineBefore(line, hunks);
    if (typeof hunk === 'number') return 0;
    const isLike = aroundIds(keyOf(hunk.after[line - hunk.afterAt]!), ids.map(keyOf));
    const old = keysOf(hunk);
    const mayBe = (index: number): boolean => isLike(old[index]!);
    for (const { line: at, readings } of read(hunk, line, isMarkdown, mayBe)) {
      const words = readings.find((one) => one.every((word) => isNewId(word, ids, path)));
      if (words) return { line: at + 1, words };
    }
    return 0;
  };
  return (line, ids) => {
    if (ids.length === 0) return 0;
    const key = `${line} ${ids.join(' ')}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const answer = find(line, ids);
    found.set(key, answer);
    return answer;
  };
}

/** Tells at low cost of most lines that they are not another one with other ids: what stands before and behind the ids is the same. */
function aroundIds(text: string, ids: readonly string[]): (before: string) => boolean {
  const held = ids.filter((id) => text.includes(id));
  // Most lines hold none, and can only have stood there as they are.
  if (held.length === 0) return (before) => before === text;
  const head = text.slice(0, Math.min(...held.map((id) => text.indexOf(id))));
  const tail = text.slice(Math.max(...held.map((id) => text.lastIndexOf(id) + id.length)));
  return (before) => before.startsWith(head) && before.endsWith(tail);
}

/** For each line of `after` (0-based), the 1-based line of `before` that it is, or 0 for a new one. White space at line ends is ignored. */
export function mapLines(before: string, after: string): number[] {
  const old = before.split('\n').map((line) => line.trimEnd());
  const now = after.split('\n').map((line) => line.trimEnd());
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let tail = 0;
  while (tail < old.length - start && tail < now.length - start && old.at(-1 - tail) === now.at(-1 - tail))
    tail++;
  const lines = now.map((_, line) =>
    line < start ? line + 1 : line >= now.length - tail ? line + 1 + old.length - now.length : 0,
  );
  const changes = diffArrays(old.slice(start, old.length - tail), now.slice(start, now.length - tail), {
    maxEditLength: MOST_EDITS,
  });
  let oldLine = start;
  let newLine = start;
  for (const { added, removed, value } of changes ?? []) {
    if (!added && !removed) value.forEach((_, i) => (lines[newLine + i] = oldLine + i + 1));
    if (!added) oldLine += value.length;
    if (!removed) newLine += value.length;
  }
  return lines;
}
