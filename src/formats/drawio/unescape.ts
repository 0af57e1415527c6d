import { PieceWriter } from './source-text.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from '../span.ts';

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));|[\r\n\t]/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10ffff;

/** An attribute's value or an element's text as XML means it: references to characters resolved, and nothing that could grow. */
export function unescapeXml(source: SourceText, { start, end }: Span): SourceText {
  const raw = source.text.slice(start, end);
  const pieces = new PieceWriter();
  let at = 0;
  for (const match of raw.matchAll(ENTITY)) {
    pieces.add(raw.slice(at, match.index), start + at, start + match.index);
    at = match.index + match[0].length;
    pieces.add(characterOf(match), start + match.index, start + at);
  }
  pieces.add(raw.slice(at), start + at, end);
  return raw === '' ? { text: '', span: () => source.span(start, start) } : pieces.finish(source);
}

/** The same without places, for values that no one points at. */
export function unescaped(raw: string): string {
  return raw.includes('&') ? raw.replace(ENTITY, (...groups) => characterOf(groups as string[])) : raw;
}

/** A reference that names no character stands for itself. */
function characterOf([whole = '', decimal, hex, name]: readonly (string | undefined)[]): string {
  if (name !== undefined) return NAMED[name]!;
  if (decimal === undefined && hex === undefined) return ' ';
  const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex!, 16);
  return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
}
