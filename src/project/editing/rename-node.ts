import { idMentions } from '../../formats/editing/id-mentions.ts';
import { isId } from '../../formats/editing/id-words.ts';
import { renameId } from '../../formats/editing/rename-id.ts';
import { renameRequired } from '../../formats/settings/required-nodes.ts';
import type { CaseFormat } from '../../model/case.ts';
import { fileOf } from '../../model/file-of.ts';
import type { NodeRef } from '../../model/graph.ts';
import { push } from '../../model/multimap.ts';
import { baseName } from '../../model/paths.ts';
import type { Range } from '../../model/text.ts';
import type { JudgedCase, JudgedNode, Snapshot } from '../snapshot.ts';
import { type Carry, carryBetween, carryReviews } from './carry-reviews.ts';
import type { Edited, FileEdits, Texts } from './file-edits.ts';

/** Why ids of a notation are not written here; a sentence. */
const NOT_WRITTEN: Readonly<Partial<Record<CaseFormat, string>>> = {
  drawio: 'A drawing cannot be edited here. Give the node its new id in your drawing tool.',
  tsf: 'An item of the Trustable Software Framework is called like its file. Rename the file with trudag.',
};

/** Why a node cannot have another id, as a sentence; undefined where it can. */
export function whyNoOtherId(one: JudgedCase, { node }: JudgedNode): string | undefined {
  if (node.derived)
    return 'This node has no id of its own, so there is none to rename. Give it one first: the quick fix “Give this node the id …” does.';
  return NOT_WRITTEN[one.case.format];
}

/**
 * The edits that give a node another id wherever it is named: in its own file and in those that refer to it, in the prose of documents, in the settings, and in
 * the record of reviews, which stay its own. Each file was read back: nothing else says anything else.
 *
 * @param references of the node, in the files that they are written in
 */
export async function renameNode(
  { cases }: Snapshot,
  one: JudgedCase,
  judged: JudgedNode,
  to: string,
  references: readonly (NodeRef & { readonly file: string; readonly range: Range })[],
  texts: Texts,
): Promise<Edited> {
  const { node } = judged;
  const why = whyNoOtherId(one, judged) ?? whyNotId(one, node.id, to);
  if (why !== undefined) return { refused: why };
  if (to === node.id) return { files: [] };
  const byFile = new Map<string, Range[]>([[fileOf(one, node), [node.idRange]]]);
  for (const { file, range } of references) push(byFile, file, range);
  const files: FileEdits[] = [];
  const carries: Carry[] = [];
  for (const [file, known] of byFile) {
    const claimText = texts.claimText(file);
    if (!claimText)
      return {
        refused: `${baseName(file)} names ${node.id} too, and cannot be edited as text. Rename it there by hand.`,
      };
    const { text, read, reread } = claimText;
    const inside = read.cases.find(({ id }) => id === one.case.id);
    const mentions = inside && one.files.includes(file) ? idMentions(text, read, inside, node) : [];
    const renamed = renameId(text, read, { from: node.id, to, known, mentions }, reread);
    if (!renamed) return { refused: whyNot(one, node.id, to, file) };
    files.push({ file, text, edits: renamed.edits });
    // A record is beside the file that the case begins in.
    if (file === one.file) carries.push(carryBetween(read, renamed.after));
  }
  // A node of a module is not among those of the file that the case begins in.
  carries.push((record) => carriedNode(record, one.case.id, node.key, to));
  const carry: Carry = (record) => carries.map((each) => each(record)).find((found) => found !== undefined);
  files.push(...(await carryReviews(one.file, carry, texts)));
  const shared = cases.some((other) =>
    [...other.nodes.values()].some((each) => each !== judged && each.node.id === node.id),
  );
  files.push(...(await inSettings(one, { from: node.id, to }, shared, texts)));
  return { files };
}

function whyNotId(one: JudgedCase, from: string, to: string): string | undefined {
  if (!isId(to))
    return `“${to}” cannot be an id. An id has letters and digits, and between them “_”, “.” or “-”, such as ${from}b.`;
  const taken = [...one.nodes.values()].some(({ node }) => node.id === to && to !== from);
  return taken ? `There is a node ${to} in this case already. Choose another id.` : undefined;
}

function whyNot({ case: { format } }: JudgedCase, from: string, to: string, file: string): string {
  const more =
    format === 'yaml'
      ? ''
      : ' In this notation an id may say what kind of node it is of, or which case it belongs to.';
  return `${from} cannot be renamed to ${to}: ${baseName(file)} would be read as something else.${more}`;
}

function carriedNode(
  record: Parameters<Carry>[0],
  caseId: string,
  key: string,
  to: string,
): ReturnType<Carry> {
  if (record.case !== caseId || record.node !== key) return undefined;
  return { case: caseId, node: to, locator: record.locator };
}

async function inSettings(
  one: JudgedCase,
  renamed: { readonly from: string; readonly to: string },
  shared: boolean,
  texts: Texts,
): Promise<FileEdits[]> {
  const file = await texts.settingsOf(one.file);
  const text = file === undefined ? undefined : await texts.text(file);
  if (file === undefined || text === undefined) return [];
  const edits = renameRequired(text, one.case.id, renamed, shared);
  return edits.length > 0 ? [{ file, text, edits }] : [];
}
