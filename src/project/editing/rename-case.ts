import { caseIdSpan, renameCaseId } from '../../formats/editing/case-id.ts';
import { isId } from '../../formats/editing/id-words.ts';
import type { Span } from '../../formats/span.ts';
import { renameRequiredCase } from '../../formats/settings/required-nodes.ts';
import type { NodeReference } from '../../model/case.ts';
import { push } from '../../model/multimap.ts';
import { baseName } from '../../model/paths.ts';
import { LineIndex, type Range } from '../../model/text.ts';
import type { JudgedCase, Snapshot } from '../snapshot.ts';
import { carryBetween, carryReviews } from './carry-reviews.ts';
import type { ClaimText } from './claim-text.ts';
import type { Edited, FileEdits, Texts } from './file-edits.ts';

/** A reference to a node of the case, and the file that it is written in. */
export interface ReferenceIn {
  readonly file: string;
  readonly reference: NodeReference;
}

/** Where a native case writes its id; undefined where it has none of its own. */
export function caseIdRange(one: JudgedCase, claimText: ClaimText | undefined): Range | undefined {
  const inFile = claimText?.read.cases.find(({ id }) => id === one.case.id);
  const span = claimText && inFile && caseIdSpan(claimText.text, inFile);
  return span && new LineIndex(claimText.text).range(span.start, span.end);
}

/**
 * The edits that give a case another id: where it is written, before the `/` of references to its nodes, in the settings, and in the record of reviews.
 *
 * @param references to nodes of the case, written as `case-id/C2`
 */
export async function renameCase(
  { cases }: Snapshot,
  one: JudgedCase,
  to: string,
  references: readonly ReferenceIn[],
  texts: Texts,
): Promise<Edited> {
  const from = one.case.id;
  const claimText = texts.claimText(one.file);
  const own = caseIdRange(one, claimText);
  if (!own || !claimText)
    return {
      refused: `The case ${from} is called like its file, ${baseName(one.file)}. Rename the file, or write \`id: …\` at its top.`,
    };
  if (!isId(to))
    return { refused: `“${to}” cannot be the id of a case. Write letters and digits, such as transit-2.` };
  if (to === from) return { files: [] };
  const other = cases.find((each) => each !== one && each.case.id === to);
  if (other)
    return { refused: `There is a case ${to} already, in ${baseName(other.file)}. Choose another id.` };
  const byFile = new Map<string, Range[]>([[one.file, [own]]]);
  for (const { file, reference } of references) push(byFile, file, reference.range);
  const files: FileEdits[] = [];
  for (const [file, ranges] of byFile) {
    const inFile = texts.claimText(file);
    const spans = inFile ? spansOf(inFile.text, ranges, from) : [];
    const renamed =
      inFile && spans.length === ranges.length
        ? renameCaseId(inFile.text, inFile.read, { from, to }, spans, inFile.reread)
        : undefined;
    if (!inFile || !renamed)
      return {
        refused: `${from} cannot be renamed: ${baseName(file)} names it too, and cannot be edited here.`,
      };
    files.push({ file, text: inFile.text, edits: renamed.edits });
    if (file === one.file)
      files.push(...(await carryReviews(file, carryBetween(inFile.read, renamed.after), texts)));
  }
  const settings = await texts.settingsOf(one.file);
  const text = settings === undefined ? undefined : await texts.text(settings);
  const edits = text === undefined ? [] : renameRequiredCase(text, { from, to });
  if (settings !== undefined && text !== undefined && edits.length > 0)
    files.push({ file: settings, text, edits });
  return { files };
}

function spansOf(text: string, ranges: readonly Range[], id: string): Span[] {
  const index = new LineIndex(text);
  return ranges.flatMap((range) => {
    const start = text.indexOf(id, index.offset(range.start));
    return start < 0 || start + id.length > index.offset(range.end) ? [] : { start, end: start + id.length };
  });
}
