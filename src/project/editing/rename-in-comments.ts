import { claimCommentsIn } from '../../evidence/claim-comments.ts';
import { applyEdits } from '../../formats/editing/text-edit.ts';
import { push } from '../../model/multimap.ts';
import { LineIndex } from '../../model/text.ts';
import type { CodeComment } from '../comments/code-comment.ts';
import type { JudgedCase, JudgedNode, Snapshot } from '../snapshot.ts';
import type { FileEdits, TextEdit, Texts } from './file-edits.ts';

/** What becomes of the comments of code that name what is renamed. */
export interface RenamedComments {
  readonly files: readonly FileEdits[];
  /** Those that name several nodes, so that nobody knows which is meant. */
  readonly ambiguous: readonly CodeComment[];
  /** Those that could not be edited: the file is another by now, or the comment would say something else. */
  readonly missed: readonly CodeComment[];
}

/** The edits of the comments that name a node which gets another id. The case is named where another case has a node of that id. */
export async function renameInComments(
  { cases, comments }: Snapshot,
  one: JudgedCase,
  { node }: JudgedNode,
  to: string,
  texts: Texts,
): Promise<RenamedComments> {
  const isShared = cases.some(
    (other) =>
      other !== one &&
      other.subject.root === one.subject.root &&
      [...other.nodes.values()].some((each) => each.node.id === to),
  );
  const alone = isShared ? `${one.case.id}/${to}` : to;
  return written(
    comments.filter(({ nodes }) =>
      nodes.some(({ caseKey, node: key }) => caseKey === one.key && key === node.key),
    ),
    ({ name }) => (name.includes('/') ? `${one.case.id}/${to}` : alone),
    texts,
  );
}

/** The edits of the comments that name a case which gets another id, before the `/`. */
export async function renameCaseInComments(
  { comments }: Snapshot,
  one: JudgedCase,
  to: string,
  texts: Texts,
): Promise<RenamedComments> {
  const prefix = `${one.case.id}/`;
  return written(
    comments.filter(
      ({ name, nodes }) => name.startsWith(prefix) && nodes.some(({ caseKey }) => caseKey === one.key),
    ),
    ({ name }) => `${to}/${name.slice(prefix.length)}`,
    texts,
  );
}

/** The edits of several renames, or of one and of something else, a file at a time. */
export function joinEdits(files: readonly FileEdits[]): FileEdits[] {
  const all = new Map<string, FileEdits>();
  for (const { file, text, edits } of files)
    all.set(file, { file, text, edits: [...(all.get(file)?.edits ?? []), ...edits] });
  return [...all.values()];
}

async function written(
  comments: readonly CodeComment[],
  nameOf: (comment: CodeComment) => string,
  texts: Texts,
): Promise<RenamedComments> {
  const byFile = new Map<string, CodeComment[]>();
  for (const comment of comments) if (comment.nodes.length === 1) push(byFile, comment.file, comment);
  const files: FileEdits[] = [];
  const missed: CodeComment[] = [];
  for (const [file, inFile] of byFile) {
    const text = await texts.text(file);
    const edits = text === undefined ? undefined : editsIn(file, text, inFile, nameOf);
    if (text === undefined || !edits) missed.push(...inFile);
    else files.push({ file, text, edits });
  }
  return { files, ambiguous: comments.filter(({ nodes }) => nodes.length > 1), missed };
}

/** The edits of one file; undefined where the comments do not stand in it as they did, or would not be read as is meant. */
function editsIn(
  file: string,
  text: string,
  comments: readonly CodeComment[],
  nameOf: (comment: CodeComment) => string,
): TextEdit[] | undefined {
  const index = new LineIndex(text);
  const places = new Map(
    comments.map((comment) => {
      const { start, end } = comment.range;
      return [index.offset(start), { comment, end: index.offset(end) }] as const;
    }),
  );
  const before = claimCommentsIn(file, text);
  const edits: TextEdit[] = [];
  const wanted: string[] = [];
  for (const { name, line, start } of before) {
    const at = index.offset({ line: line - 1, character: start });
    const found = places.get(at);
    const isMeant = found?.comment.name === name;
    const newText = isMeant ? nameOf(found.comment) : name;
    if (isMeant) edits.push({ start: at, end: found.end, newText });
    wanted.push(newText);
  }
  const after = claimCommentsIn(file, applyEdits(text, edits));
  const isAsMeant = after.length === wanted.length && after.every(({ name }, i) => name === wanted[i]);
  return edits.length === comments.length && isAsMeant ? edits : undefined;
}
