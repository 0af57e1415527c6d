import type { Case, CaseNode, EvidenceLink, NodeKey } from '../../model/case.ts';
import { contains } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';
import { type LinkPlace, findLink } from './link-place.ts';
import { essenceOf, essenceOfRest, hasNewFindings } from './essence.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

/** How many ways to write a locator are tried: each is read. */
const MOST_TRIED = 8;

/**
 * Writes another locator in the place of a link's, in the form that the place asks for: in quotes, with `%20`, without the part that stands
 * elsewhere. What it gives was read back: that link leads where it was to, and nothing else is different. Undefined where no form does that.
 *
 * @param wanted the locators that would do, as the reader gives them, the best first
 */
export function repoint(
  text: string,
  before: ReadResult,
  place: LinkPlace,
  wanted: readonly string[],
  read: (text: string) => ReadResult,
): TextEdit | undefined {
  const found = findLink(text, before, place);
  if (!found) return undefined;
  const { one, at, start, end } = found;
  let tried = 0;
  for (const locator of wanted) {
    for (const newText of waysToWrite(locator, text, start, end)) {
      if (tried++ >= MOST_TRIED) return undefined;
      const edit: TextEdit = { start, end, newText };
      const after = read(applyEdits(text, [edit]));
      if (isJustThat(before, after, one, at, locator)) return edit;
    }
  }
  return undefined;
}

/** What to write for a locator, by what stands in its place now. */
function waysToWrite(locator: string, text: string, start: number, end: number): readonly string[] {
  const written = text.slice(start, end);
  const hash = locator.indexOf('#');
  const path = hash < 0 ? locator : locator.slice(0, hash);
  const [, first, last] = /#L(\d+)(?:-L(\d+))?$/.exec(locator) ?? [];
  const ways: string[] = [];
  if (hash >= 0 && !written.includes('#')) {
    if (first !== undefined && /:\d/.test(written)) ways.push(`${path}:${first}${last ? `-${last}` : ''}`);
    ways.push(path);
  }
  const quote = text[start - 1];
  ways.push(locator);
  if (quote === "'") ways.push(locator.replaceAll("'", "''"));
  else if (quote === '"') ways.push(locator.replace(/["\\]/g, '\\$&'));
  else ways.push(`'${locator.replaceAll("'", "''")}'`);
  ways.push(asDestination(locator), asDestination(path));
  return [...new Set(ways)];
}

/** As the destination of a link in Markdown. */
function asDestination(locator: string): string {
  return encodeURI(locator).replace(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);
}

function isJustThat(before: ReadResult, after: ReadResult, one: Case, at: number, locator: string): boolean {
  if (before.cases.length !== after.cases.length || hasNewFindings(before, after)) return false;
  return before.cases.every((each, i) => {
    const other = after.cases[i]!;
    if (each !== one) return essenceOf(each) === essenceOf(other);
    return (
      essenceOfRest(each) === essenceOfRest(other) &&
      other.evidence[at]?.locator === locator &&
      sameNodes(each, other, one.evidence[at]!) &&
      sameLinks(each, other, at)
    );
  });
}

/** Whether two cases have the same nodes, but that a place may be part of what a node says and is called. */
function sameNodes(before: Case, after: Case, link: EvidenceLink): boolean {
  if (before.nodes.length !== after.nodes.length) return false;
  const shape = (
    one: Case,
    { key: _key, id, text, parents, ...rest }: CaseNode,
    mayDiffer: boolean,
  ): string =>
    JSON.stringify([
      essenceOf(rest),
      parents.map((parent) => placeOf(one, parent)),
      ...(mayDiffer && rest.derived ? [] : [id]),
      ...(mayDiffer ? [] : [text]),
    ]);
  return before.nodes.every((node, i) => {
    const holds = contains(node.range, link.range.start);
    return shape(before, node, holds) === shape(after, after.nodes[i]!, holds);
  });
}

function sameLinks(before: Case, after: Case, at: number): boolean {
  if (before.evidence.length !== after.evidence.length) return false;
  const shape = (one: Case, { key: _key, locator, parent, node, ...rest }: EvidenceLink, i: number): string =>
    JSON.stringify([
      i === at ? { ...rest, doubtful: undefined, range: 0, madeBy: 0, recordedAt: 0 } : essenceOf(rest),
      i === at ? '' : locator,
      placeOf(one, parent),
      node === undefined ? -1 : placeOf(one, node),
    ]);
  return before.evidence.every((link, i) => shape(before, link, i) === shape(after, after.evidence[i]!, i));
}

function placeOf({ nodes }: Case, key: NodeKey): number {
  return nodes.findIndex((node) => node.key === key);
}
