import { wholeFile } from './source-text.ts';
import type { SourceText } from './source-text.ts';
import { unescapeXml } from './unescape.ts';
import { MAX_UNPACKED } from './inflate.ts';
import { unwrap } from './unpack.ts';

const PROLOGUE =
  /^\uFEFF?\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<svg(?=[\s>])/i;
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$))/y;

/**
 * The drawing that an SVG carries in the `content` attribute of its root, even where the file breaks off in the middle of it. Undefined for what is
 * no SVG; without `content` if it is nothing but a picture.
 */
export function contentOfSvg(text: string): { readonly content?: SourceText } | undefined {
  const opening = PROLOGUE.exec(text)?.[0];
  if (opening === undefined) return undefined;
  ATTRIBUTE.lastIndex = opening.length;
  for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
    const value = match[2] ?? match[3] ?? '';
    if (match[1] !== 'content') continue;
    const end = ATTRIBUTE.lastIndex - (/["']$/.test(match[0]) ? 1 : 0);
    const held = unescapeXml(wholeFile(text), { start: end - value.length, end });
    const content = unwrap(held, MAX_UNPACKED).xml;
    return content ? { content } : {};
  }
  return {};
}
