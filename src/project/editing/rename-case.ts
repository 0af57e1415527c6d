import { caseIdSpan, renameCaseId } from '../../formats/editing/case-id.ts';
import { isId, isYamlValue } from '../../formats/editing/id-words.ts';
import type { Span } from '../../formats/span.ts';
import { say } from '../../l10n/say.ts';
import { push } from '../../model/multimap.ts';
import { baseName } from '../../model/paths.ts';
import { LineIndex, type Range } from '../../model/text.ts';
import type { JudgedCase, Snapshot } from '../snapshot.ts';
import { carryBetween, carryReviews } from './carry-reviews.ts';
import type { ReferenceIn } from './case-references.ts';
import type { ClaimText } from './claim-text.ts';
import type { Edited, FileEdits, Texts } from './file-edits.ts';
import { sayYamlValue } from './rename-node.ts';
import { requiredOfCase } from './required-of-case.ts';

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
  snapshot: Snapshot,
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
      refused: say(
        'The case {0} is called like its file, {1}. Rename the file, or write `id: …` at its top.',
        from,
        baseName(one.file),
      ),
    };
  if (!isId(to))
    return {
      refused: say('“{0}” cannot be the id of a case. Write letters and digits, such as transit-2.', to),
    };
  if (to === from) return { files: [] };
  if (isYamlValue(to)) return { refused: sayYamlValue(to, `${from}-2`) };
  const other = snapshot.cases.find((each) => each !== one && each.case.id === to);
  if (other)
    return {
      refused: say('There is a case {0} already, in {1}. Choose another id.', to, baseName(other.file)),
    };
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
        refused: say(
          '{0} cannot be renamed: {1} names it too, and cannot be edited here.',
          from,
          baseName(file),
        ),
      };
    files.push({ file, text: inFile.text, edits: renamed.edits });
    if (file === one.file)
      files.push(...(await carryReviews(file, carryBetween(inFile.read, renamed.after), texts)));
  }
  files.push(...(await requiredOfCase(snapshot, one, to, texts)));
  return { files };
}

function spansOf(text: string, ranges: readonly Range[], id: string): Span[] {
  const index = new LineIndex(text);
  return ranges.flatMap((range) => {
    const start = text.indexOf(id, index.offset(range.start));
    return start < 0 || start + id.length > index.offset(range.end) ? [] : { start, end: start + id.length };
  });
}
