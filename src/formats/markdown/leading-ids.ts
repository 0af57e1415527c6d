import { sourceSpan } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { ANY_ID } from './id-pattern.ts';

/** `REQ-1: Keys rotate`, `I1 — Keys leak`. */
const LEADING_ID = new RegExp(String.raw`^(${ANY_ID})(?::(?!\d)\s*|\s*[–—]\s*|\s+-\s+)(?=\S)`);
/** Numbers of catalogues that many documents speak of. */
const OF_A_CATALOGUE = /^(?:CWE|CVE|CAPEC|GHSA|RFC|ASVS|A(?:0[1-9]|10)$)/;
/** One that stands alone may be a name with a number in it: `OAuth2: logging in`. */
const ENOUGH = 2;

/** An id of any letters at the front of a text, and where the words behind it begin. Undefined where there is none. */
export function leadingId(text: string): { id: string; from: number } | undefined {
  const match = LEADING_ID.exec(text);
  return match && !isOfCatalogue(match[1]!) ? { id: match[1]!, from: match[0].length } : undefined;
}

/** Whether an id is one of a catalogue that others keep, such as `CWE-79`. */
export function isOfCatalogue(id: string): boolean {
  return OF_A_CATALOGUE.test(id);
}

/**
 * Takes the ids off the texts of nodes that a heading makes what they are, where several beside one another begin with one.
 *
 * @param stated the nodes that lines begin by themselves, some of which may stand beside them
 */
export function withLeadingIds(drafts: readonly Draft[], stated: readonly Draft[]): Draft[] {
  const found = new Map(
    drafts.flatMap((draft) => (canHaveId(draft) ? [[draft, leadingId(draft.text)]] : [])),
  );
  const sizes = new Map<object, number>();
  for (const draft of stated)
    if (draft.id !== undefined) sizes.set(placeOf(draft), (sizes.get(placeOf(draft)) ?? 0) + 1);
  for (const [draft, leading] of found)
    if (leading) sizes.set(placeOf(draft), (sizes.get(placeOf(draft)) ?? 0) + 1);
  const changed = new Map<Draft, Draft>();
  for (const [draft, leading] of found) {
    if (leading && sizes.get(placeOf(draft))! >= ENOUGH) changed.set(draft, withId(draft, leading));
  }
  return drafts.map((draft) => {
    const main = draft.within && changed.get(draft.within);
    return main ? { ...draft, within: main } : (changed.get(draft) ?? draft);
  });
}

function canHaveId({ id, within, ofLabel, placing, entry }: Draft): boolean {
  return (
    id === undefined &&
    !within &&
    !ofLabel &&
    placing !== 'part' &&
    placing !== 'loose part' &&
    entry.form !== 'row'
  );
}

/** Headings below one heading, and lines in one section. */
function placeOf({ entry }: Draft): object {
  return entry.form === 'heading' ? (entry.section.parent ?? entry.section) : entry.section;
}

function withId(draft: Draft, { id, from }: { id: string; from: number }): Draft {
  const { entry, text, textSpan } = draft;
  const at = entry.form === 'row' ? -1 : entry.line.text.indexOf(id);
  if (entry.form === 'row' || at < 0) return draft;
  const idSpan = sourceSpan(entry.line, { start: at, end: at + id.length });
  const said = sourceSpan(entry.line, { start: at + from, end: entry.line.text.length });
  const start = Math.min(Math.max(said.start, textSpan.start), textSpan.end);
  return { ...draft, id, idSpan, text: text.slice(from), textSpan: { start, end: textSpan.end } };
}
