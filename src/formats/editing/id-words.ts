import type { Span } from '../span.ts';

/** What may be an id: letters and digits, and between them some marks. */
const ID = /^[\p{L}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?$/u;
/** The longest id, in characters. */
const LONGEST = 60;

/** Whether something can be the id of a node or of a case. */
export function isId(text: string): boolean {
  return text.length <= LONGEST && ID.test(text);
}

/** Whether a word without quotes is no text to YAML: to version 1.2 or to 1.1, which other tools read. */
export function isYamlValue(word: string): boolean {
  return /^(?:null|true|false|yes|no|on|off|y|n)$/i.test(word);
}

/**
 * Where an id stands as a word of its own: not in `C2.1`, `x-C2`, or `other/C2`.
 *
 * @param caseId the case of the node; `case-id/C2` is the node, too
 */
export function idWords(text: string, id: string, caseId?: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) {
    const end = at + id.length;
    if (!goesOn(text, end) && beginsHere(text, at, caseId) && !isInAddress(text, at, end))
      found.push({ start: at, end });
  }
  return found;
}

/** A text with another id in place of one. */
export function replaceId(text: string, from: string, to: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of idWords(text, from)) {
    result += text.slice(at, start) + to;
    at = end;
  }
  return result + text.slice(at);
}

/** How far around a word the address that it is a part of is looked for, in characters. */
const FAR = 300;

/** Whether a word is part of an address of the web or of mail, which is written out without marks. */
function isInAddress(text: string, start: number, end: number): boolean {
  const before = /[^\s"'<>()[\]{}|`]*$/.exec(text.slice(Math.max(0, start - FAR), start))![0];
  const behind = /^[^\s"'<>()[\]{}|`]*/.exec(text.slice(end, end + FAR))![0];
  return /^[a-z][a-z+.-]*:\/\/|^www\./i.test(before) || /^@[\p{L}\p{N}]/u.test(behind);
}

/** Whether the word that ends at an offset does not end there: `C2b`, `C2.1`, `C2-x`, `C2/x`. */
function goesOn(text: string, end: number): boolean {
  return /^(?:[\p{L}\p{N}_]|[-./:~]+[\p{L}\p{N}_])/u.test(text.slice(end, end + 8));
}

function beginsHere(text: string, at: number, caseId: string | undefined): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  if (!/[\p{L}\p{N}_./:#@~-]$/u.test(before)) return true;
  if (caseId === undefined || !before.endsWith('/')) return false;
  const start = at - 1 - caseId.length;
  return text.startsWith(caseId, start) && beginsHere(text, start, undefined);
}
