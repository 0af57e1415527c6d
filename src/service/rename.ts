import type { Range as LspRange, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { fileOf } from '../model/file-of.ts';
import type { NodeReference } from '../model/case.ts';
import { LineIndex, type Position, type Range, contains } from '../model/text.ts';
import type { Texts } from '../project/editing/file-edits.ts';
import { type CaseReferences, referencesToCase } from '../project/editing/case-references.ts';
import { caseIdRange, renameCase } from '../project/editing/rename-case.ts';
import { joinEdits, renameCaseInComments, renameInComments } from '../project/editing/rename-in-comments.ts';
import { renameNode, whyNoOtherId } from '../project/editing/rename-node.ts';
import type { JudgedCase, JudgedNode } from '../project/snapshot.ts';
import { sayLeftLinks, sayLeftReferences } from './left-links.ts';
import type { Lookup } from './lookup.ts';
import { referenceTarget } from './navigation.ts';
import { namedInComment, sayLeftComments } from './renamed-comments.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** What stands at a place and can be called otherwise, or why not: a sentence for people. */
export type Renamable =
  { readonly range: LspRange; readonly placeholder: string } | { readonly refused: string };

/** What a rename does, and what a person should know of it. */
export interface Renaming {
  readonly edit: WorkspaceEdit;
  /** What still has the former name: sentences. */
  readonly note?: string;
}

/**
 * The id at a place: of a node where it is written, referred to or named in prose, or of a case; in a file of code, where a comment names it. Undefined where
 * none stands there.
 */
export function prepareRename(
  lookup: Lookup,
  file: string,
  position: Position,
  texts: Pick<Texts, 'claimText'>,
): Renamable | undefined {
  const found = find(lookup, file, position, texts);
  if (!found || 'refused' in found) return found;
  const why = found.node && whyNoOtherId(found.case, found.node);
  if (why !== undefined) return { refused: why };
  return { range: found.range, placeholder: found.node?.node.id ?? found.case.case.id };
}

/** The edit that calls the node or the case at a place otherwise, in all files that name it, comments of code included, or why there is none. */
export async function rename(
  lookup: Lookup,
  file: string,
  position: Position,
  to: string,
  texts: Texts,
): Promise<Renaming | { readonly refused: string } | undefined> {
  const found = find(lookup, file, position, texts);
  if (!found || 'refused' in found) return found;
  const id = to.trim();
  const { sure, unsure } = found.node
    ? referencesTo(lookup, found.case, found.node)
    : referencesToCase(lookup.snapshot, found.case);
  const edited = found.node
    ? await renameNode(lookup.snapshot, found.case, found.node, id, sure, texts)
    : await renameCase(lookup.snapshot, found.case, id, sure, texts);
  if ('refused' in edited) return edited;
  const from = found.node?.node.id ?? found.case.case.id;
  if (id === from) return { edit: workspaceEdit([]) };
  const comments = found.node
    ? await renameInComments(lookup.snapshot, found.case, found.node, id, texts)
    : await renameCaseInComments(lookup.snapshot, found.case, id, texts);
  const note = [
    sayLeftReferences(unsure, from),
    sayLeftLinks(edited.left ?? []),
    sayLeftComments(comments, from),
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
  const edit = workspaceEdit(joinEdits([...edited.files, ...comments.files]));
  return { edit, ...(note !== '' && { note }) };
}

interface Found {
  readonly case: JudgedCase;
  /** Undefined where the case itself is meant. */
  readonly node?: JudgedNode;
  readonly range: Range;
}

function find(
  lookup: Lookup,
  file: string,
  position: Position,
  { claimText }: Pick<Texts, 'claimText'>,
): Found | { readonly refused: string } | undefined {
  const inComment = namedInComment(lookup, file, position);
  if (inComment) return inComment;
  const spot = lookup.spotAt(file, position);
  if (spot?.judged) return undefined;
  if (spot?.reference) return ofReference(lookup, spot.case, spot.reference, position);
  if (spot?.node) return { case: spot.case, node: spot.node, range: spot.range };
  for (const one of lookup.casesIn(file)) {
    const range = one.file === file ? caseIdRange(one, claimText(file)) : undefined;
    if (range && contains(range, position)) return { case: one, range };
  }
  return inProse(lookup, file, position, claimText(file)?.text);
}

/** `other/C7`: before the slash the case is meant, behind it the node. */
function ofReference(
  lookup: Lookup,
  from: JudgedCase,
  reference: NodeReference,
  position: Position,
): Found | undefined {
  const ref = referenceTarget(from, reference);
  const one = ref && lookup.caseOf(ref.caseKey);
  const node = ref && one?.nodes.get(ref.node);
  if (!one || !node) return undefined;
  const { start, end } = reference.range;
  const slash = reference.target.indexOf('/');
  if (slash < 0) return { case: one, node, range: reference.range };
  const behind = { line: end.line, character: end.character - (reference.target.length - slash - 1) };
  if (position.character < behind.character && position.line === behind.line)
    return { case: one, range: { start, end: { ...behind, character: behind.character - 1 } } };
  return { case: one, node, range: { start: behind, end } };
}

/** How far a word is read to each side, in characters. */
const LONGEST_ID = 60;

/** A word in prose that is the id of a node of the case around it. */
function inProse(
  lookup: Lookup,
  file: string,
  { line, character }: Position,
  text: string | undefined,
): Found | undefined {
  if (text === undefined) return undefined;
  const content = new LineIndex(text).line(line);
  const [before] = /[\p{L}\p{N}_.-]*$/u.exec(
    content.slice(Math.max(0, character - LONGEST_ID), character),
  ) ?? [''];
  const [behind] = /^[\p{L}\p{N}_.-]*/u.exec(content.slice(character, character + LONGEST_ID)) ?? [''];
  const word = (before + behind).replace(/[.-]+$/, '');
  const start = character - before.length;
  const range = { start: { line, character: start }, end: { line, character: start + word.length } };
  const around = lookup.nodeAround(file, { line, character })?.case;
  const cases = around ? [around] : lookup.casesIn(file);
  const named = cases.flatMap((one) => {
    const node = [...one.nodes.values()].find(({ node: { id, derived } }) => id === word && !derived);
    return node && one.case.format === 'markdown' ? [{ case: one, node, range }] : [];
  });
  return named.length === 1 && !content.slice(0, start).endsWith('/') ? named[0] : undefined;
}

/** Every place that refers to a node, those that the argument leaves out to break a circle included; and those that may mean it, or one of another case of that name. */
function referencesTo({ snapshot }: Lookup, target: JudgedCase, { node }: JudgedNode): CaseReferences {
  const sure = snapshot.cases.flatMap((one) =>
    one.case.references
      .filter((reference) => {
        const ref = referenceTarget(one, reference);
        return ref?.caseKey === target.key && ref.node === node.key;
      })
      .map((reference) => ({ file: fileOf(one, reference), reference })),
  );
  const name = `${target.case.id}/${node.id}`;
  const { unsure } = referencesToCase(snapshot, target);
  return { sure, unsure: unsure.filter(({ reference }) => reference.target === name) };
}
