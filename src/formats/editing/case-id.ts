import { isMap, isScalar } from 'yaml';
import type { Case } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';
import type { Span } from '../span.ts';
import { parseDocuments } from '../yaml/documents.ts';
import { essenceOf } from './essence.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

/** Where a native case writes its id (`id: transit`), without quotes; undefined where it has none of its own but that of its file. */
export function caseIdSpan(text: string, one: Case): Span | undefined {
  if (one.format !== 'yaml') return undefined;
  const index = new LineIndex(text);
  const [from, to] = [index.offset(one.range.start), index.offset(one.range.end)];
  for (const top of parseDocuments(text, () => {}).contents) {
    if (!isMap(top) || top.range[0] < from || top.range[0] >= to) continue;
    const id = top.items.find(({ key }) => isScalar(key) && key.value === 'id')?.value;
    if (!isScalar(id)) return undefined;
    const start = text.indexOf(one.id, id.range[0]);
    return start < 0 || start >= id.range[1] ? undefined : { start, end: start + one.id.length };
  }
  return undefined;
}

/**
 * Writes another id of a case in the places of one file that name it: its own, and before the `/` of references to its nodes. What it gives was
 * read back. Undefined where something else would change with it.
 *
 * @param spans of the id alone
 */
export function renameCaseId(
  text: string,
  before: ReadResult,
  renamed: { readonly from: string; readonly to: string },
  spans: readonly Span[],
  read: (text: string) => ReadResult,
): { readonly edits: readonly TextEdit[]; readonly after: ReadResult } | undefined {
  const edits = spans.map(({ start, end }): TextEdit => ({ start, end, newText: renamed.to }));
  const after = read(applyEdits(text, edits));
  const isJustThat =
    before.cases.length === after.cases.length &&
    before.findings.length === after.findings.length &&
    before.cases.every((one, i) => withCaseId(one, renamed) === withCaseId(after.cases[i]!, renamed));
  return isJustThat ? { edits, after } : undefined;
}

/** What a case says, with the one id in place of the other. */
function withCaseId(one: Case, { from, to }: { readonly from: string; readonly to: string }): string {
  const named = (id: string): string => (id === from ? to : id);
  const target = (written: string): string =>
    written.startsWith(`${from}/`) ? to + written.slice(from.length) : written;
  const references = one.references.map((reference) => ({ ...reference, target: target(reference.target) }));
  return essenceOf({ ...one, id: named(one.id), title: named(one.title), references });
}
