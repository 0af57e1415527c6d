import { idMentions } from '../../formats/editing/id-mentions.ts';
import { isId, isYamlValue } from '../../formats/editing/id-words.ts';
import { renameId } from '../../formats/editing/rename-id.ts';
import { applyEdits } from '../../formats/editing/text-edit.ts';
import { renameRequired } from '../../formats/settings/required-nodes.ts';
import { type Message, message, say } from '../../l10n/say.ts';
import type { CaseFormat } from '../../model/case.ts';
import { fileOf } from '../../model/file-of.ts';
import { push } from '../../model/multimap.ts';
import { baseName } from '../../model/paths.ts';
import type { Range } from '../../model/text.ts';
import type { JudgedCase, JudgedNode, Snapshot } from '../snapshot.ts';
import { type Carry, carryBetween, carryReviews } from './carry-reviews.ts';
import type { ReferenceIn } from './case-references.ts';
import type { Edited, FileEdits, Texts } from './file-edits.ts';
import { followHeadings } from './follow-headings.ts';
import { joinEdits } from './rename-in-comments.ts';

/** Why ids of a notation are not written here; a sentence. */
const NOT_WRITTEN: Readonly<Partial<Record<CaseFormat, Message>>> = {
  drawio: message('A drawing cannot be edited here. Give the node its new id in your drawing tool.'),
  tsf: message(
    'An item of the Trustable Software Framework is called like its file. Rename the file with trudag.',
  ),
};

/** Why a node cannot have another id, as a sentence; undefined where it can. */
export function whyNoOtherId(one: JudgedCase, { node }: JudgedNode): string | undefined {
  if (node.derived)
    return say(
      'This node has no id of its own, so there is none to rename. Give it one first: the quick fix “Give this node the id …” does.',
    );
  const why = NOT_WRITTEN[one.case.format];
  return why && say(why);
}

/**
 * The edits that give a node another id wherever it is named: in its own file and in those that refer to it, in the prose of documents, in the settings, and in
 * the record of reviews, which stay its own. Each file was read back: nothing else says anything else.
 *
 * @param references of the node, in the files that they are written in
 */
export async function renameNode(
  snapshot: Snapshot,
  one: JudgedCase,
  judged: JudgedNode,
  to: string,
  references: readonly ReferenceIn[],
  texts: Texts,
): Promise<Edited> {
  const { node } = judged;
  const why = whyNoOtherId(one, judged) ?? whyNotId(one, node.id, to);
  if (why !== undefined) return { refused: why };
  if (to === node.id) return { files: [] };
  const byFile = new Map<string, Range[]>([[fileOf(one, node), [node.idRange]]]);
  for (const { file, reference } of references) push(byFile, file, reference.range);
  const files: FileEdits[] = [];
  for (const [file, known] of byFile) {
    const claimText = texts.claimText(file);
    if (!claimText)
      return {
        refused: say(
          '{0} names {1} too, and cannot be edited as text. Rename it there by hand.',
          baseName(file),
          node.id,
        ),
      };
    const { text, read, reread } = claimText;
    const inside = read.cases.find(({ id }) => id === one.case.id);
    const mentions = inside && one.files.includes(file) ? idMentions(text, read, inside, node) : [];
    const renamed = renameId(text, read, { from: node.id, to, known, mentions }, reread);
    if (!renamed) return { refused: whyNot(one, node.id, to, file) };
    files.push({ file, text, edits: renamed.edits });
  }
  const headings = files.map(({ file, text, edits }) =>
    followHeadings(snapshot, { file, before: text, after: applyEdits(text, edits) }, texts),
  );
  const edited = joinEdits([...files, ...headings.flatMap((each) => each.files)]);
  const carried = [...edited];
  for (const file of new Set([one.file, ...edited.map((each) => each.file)])) {
    const carry = carryAll(edited, file, texts);
    // A node of a module is not among those of the file that the case begins in.
    const ofNode: Carry = (record) => carriedNode(record, one.case.id, node.key, to);
    carried.push(
      ...(await carryReviews(
        file,
        (record) => carry(record) ?? (file === one.file ? ofNode(record) : undefined),
        texts,
      )),
    );
  }
  const shared = snapshot.cases.some((other) =>
    [...other.nodes.values()].some((each) => each !== judged && each.node.id === node.id),
  );
  carried.push(...(await inSettings(one, { from: node.id, to }, shared, texts)));
  return { files: carried, left: headings.flatMap((each) => each.left) };
}

/** What edits of a file call its links, for the record beside it. */
function carryAll(edited: readonly FileEdits[], file: string, texts: Texts): Carry {
  const found = edited.find((each) => each.file === file);
  const claimText = found && texts.claimText(file);
  if (!claimText) return () => undefined;
  return carryBetween(claimText.read, claimText.reread(applyEdits(claimText.text, found.edits)));
}

function whyNotId(one: JudgedCase, from: string, to: string): string | undefined {
  if (!isId(to))
    return say(
      '“{0}” cannot be an id. An id has letters and digits, and between them “_”, “.” or “-”, such as {1}.',
      to,
      `${from}b`,
    );
  if (isYamlValue(to) && to !== from) return sayYamlValue(to, `${from}b`);
  const taken = [...one.nodes.values()].some(({ node }) => node.id === to && to !== from);
  return taken ? say('There is a node {0} in this case already. Choose another id.', to) : undefined;
}

/** Why a word of YAML's own is no id. @param such as one that is */
export function sayYamlValue(word: string, such: string): string {
  return say(
    '“{0}” cannot be an id: YAML does not read it as a text. Choose another, such as {1}.',
    word,
    such,
  );
}

function whyNot({ case: { format } }: JudgedCase, from: string, to: string, file: string): string {
  const why = say(
    '{0} cannot be renamed to {1}: {2} would be read as something else.',
    from,
    to,
    baseName(file),
  );
  if (format === 'yaml') return why;
  const more = say('In this notation an id may say what kind of node it is of, or which case it belongs to.');
  return `${why} ${more}`;
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
