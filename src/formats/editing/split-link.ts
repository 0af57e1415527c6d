import type { EvidenceLink } from '../../model/case.ts';
import type { ReadResult } from '../format.ts';
import { essenceOf, essenceOfLink, essenceOfRest, hasNewFindings } from './essence.ts';
import { type LinkPlace, findLink } from './link-place.ts';
import { type TextEdit, applyEdits, lineEndOf, lineStart } from './text-edit.ts';

/**
 * Writes several locators in the place of one, as items of the list that it stands in. What it gives was read back: there are these links in
 * place of the one, and nothing else is different. Undefined where the place holds no list.
 *
 * @param locators two or more
 */
export function splitLink(
  text: string,
  before: ReadResult,
  place: LinkPlace,
  locators: readonly string[],
  read: (text: string) => ReadResult,
): TextEdit | undefined {
  const found = findLink(text, before, place);
  if (!found) return undefined;
  const { one, at, start, end } = found;
  for (const between of separators(text, start)) {
    const edit: TextEdit = { start, end, newText: locators.join(between) };
    const after = read(applyEdits(text, [edit]));
    if (isJustSplit(before, after, before.cases.indexOf(one), at, locators)) return edit;
  }
  return undefined;
}

/** What stands between items: the start of a line like this one, a comma, or the same around code spans. */
function separators(text: string, start: number): readonly string[] {
  const head = text.slice(lineStart(text, start), start);
  const isOwnLine = /^\s*[-*+] ["'`]?$/.test(head);
  const quote = /["'`]$/.exec(head)?.[0] ?? '';
  return [...(isOwnLine ? [`${quote}${lineEndOf(text)}${head}`] : []), `${quote}, ${quote}`];
}

function isJustSplit(
  before: ReadResult,
  after: ReadResult,
  caseAt: number,
  at: number,
  locators: readonly string[],
): boolean {
  if (before.cases.length !== after.cases.length || hasNewFindings(before, after)) return false;
  return before.cases.every((each, i) => {
    const other = after.cases[i]!;
    if (i !== caseAt) return essenceOf(each) === essenceOf(other);
    const wanted = each.evidence.flatMap((link, k) =>
      k === at ? locators.map((locator): EvidenceLink => ({ ...link, locator })) : [link],
    );
    return (
      essenceOfRest(each) === essenceOfRest(other) &&
      essenceOf(each.nodes) === essenceOf(other.nodes) &&
      wanted.length === other.evidence.length &&
      wanted.every((link, k) => essenceOfLink(link) === essenceOfLink(other.evidence[k]!))
    );
  });
}
