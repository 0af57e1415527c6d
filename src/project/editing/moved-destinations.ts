import { isProse } from '../../evidence/prose/read-prose.ts';
import { destinationsIn, encodedPath } from '../../formats/editing/markdown-destinations.ts';
import { type TextEdit, applyEdits } from '../../formats/editing/text-edit.ts';
import { flowText } from '../../formats/editing/yaml-text.ts';
import { folderOf, normalizePath, pathBelow } from '../../model/paths.ts';
import { LineIndex, type Range } from '../../model/text.ts';
import type { JudgedCase } from '../snapshot.ts';
import type { ClaimText } from './claim-text.ts';
import { type MovedPaths, pathFrom, relativePath } from './moved-paths.ts';

/**
 * The edits of what a claim file leads to besides its evidence, once files and folders are moved: links and pictures of documents, the modules that a file
 * goes on in, and the checkout that its evidence lies in. What starts at a file that moves is written anew only where something is there now.
 *
 * @param isThere whether there is a file at an absolute path
 */
export async function movedDestinations(
  claimText: ClaimText,
  cases: readonly JudgedCase[],
  moved: MovedPaths,
  isThere: (file: string) => Promise<boolean>,
): Promise<TextEdit[]> {
  const { file, text } = claimText;
  const edits: TextEdit[] = [];
  if (isProse(file)) {
    for (const { span, path, written } of destinationsIn(text)) {
      const now = await movedRelative(path, file, moved, isThere);
      if (now === undefined) continue;
      const isDotted = written.startsWith('./') && !now.startsWith('.');
      const newText = `${isDotted ? './' : ''}${encodedPath(now)}${written.endsWith('/') ? '/' : ''}`;
      edits.push({ start: span.start, end: span.start + written.length, newText });
    }
  }
  edits.push(...(await movedModules(claimText, moved, isThere)), ...movedSubjects(claimText, cases, moved));
  return edits;
}

async function movedModules(
  { file, text, read, reread }: ClaimText,
  moved: MovedPaths,
  isThere: (file: string) => Promise<boolean>,
): Promise<TextEdit[]> {
  const edits: TextEdit[] = [];
  for (const [i, { uses }] of read.cases.entries()) {
    for (const [k, { as, path, range }] of uses.entries()) {
      const now = as === 'module' ? await movedRelative(path, file, moved, isThere) : undefined;
      const edit = now === undefined ? undefined : scalarEdit(text, range, path, now);
      if (edit && reread(applyEdits(text, [edit])).cases[i]?.uses[k]?.path === now) edits.push(edit);
    }
  }
  return edits;
}

/** Cases whose evidence lies in another checkout, which moves. */
function movedSubjects(
  { file, text, read, reread }: ClaimText,
  cases: readonly JudgedCase[],
  moved: MovedPaths,
): TextEdit[] {
  return read.cases.flatMap(({ id, subject }, i) => {
    const judged = cases.find((one) => one.file === file && one.case.id === id);
    const path = subject?.path;
    const plain = path === undefined ? undefined : normalizePath(path);
    if (!subject || !judged || path === undefined || !plain) return [];
    const { root } = judged.subject;
    if (!root.endsWith(`/${plain}`)) return [];
    const now = pathBelow(root.slice(0, -plain.length - 1), moved.fileAt(root));
    if (now === undefined || now === plain) return [];
    const edit = scalarEdit(text, subject.range, path, now);
    const isMeant = edit && reread(applyEdits(text, [edit])).cases[i]?.subject?.path === now;
    return isMeant ? [edit] : [];
  });
}

/** The edit of a YAML scalar that says a path, in its quotes, or with such if it needs them in a block or a list in brackets; undefined where it says it in another way than letter by letter. */
export function scalarEdit(text: string, range: Range, path: string, now: string): TextEdit | undefined {
  const index = new LineIndex(text);
  const [start, end] = [index.offset(range.start), index.offset(range.end)];
  // Other values may stand before it, as in `{repo: …, path: …}`.
  const at = text.slice(start, end).lastIndexOf(path);
  if (at < 0) return undefined;
  const from = start + at;
  const quote = text[from - 1];
  // It stands in brackets or not: quotes that brackets ask for do no harm elsewhere.
  const isPlain = quote !== "'" && quote !== '"';
  const newText = isPlain
    ? flowText(now)
    : quote === "'"
      ? now.replaceAll("'", "''")
      : now.replace(/["\\]/g, '\\$&');
  return { start: from, end: from + path.length, newText };
}

/** A path that starts at a file's folder, once both may be elsewhere; undefined where it stays as it is. */
async function movedRelative(
  path: string,
  file: string,
  moved: MovedPaths,
  isThere: (file: string) => Promise<boolean>,
): Promise<string | undefined> {
  const there = path === '' ? undefined : pathFrom(file, path);
  if (there === undefined) return undefined;
  const [now, fileNow] = [moved.fileAt(there), moved.fileAt(file)];
  if (now === there && (fileNow === file || !(await isThere(there)))) return undefined;
  const relative = wayFrom(folderOf(fileNow), now);
  return relative === wayFrom(folderOf(file), there) ? undefined : relative;
}

/** Of a folder that holds the other, it does not say its name: a checkout may have another elsewhere. */
function wayFrom(folder: string, path: string): string {
  if (path === folder) return '.';
  const below = pathBelow(path, folder);
  return below === undefined ? relativePath(folder, path) : below.replace(/[^/]+/g, '..');
}
