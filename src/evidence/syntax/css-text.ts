import { unescapeQuotes } from './tokens.ts';

/**
 * A comment, a string, an address without quotes, white space, or anything else. What nobody closes reaches to the end, so that no character
 * is looked at twice.
 */
const PIECE =
  /\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$)|'(?:\\[\s\S]|[^'\\])*(?:'|$)|\burl\(\s*[^"'\s)][^)]*(?:\)|$)|\s+|[^\s"'/u]+|[\s\S]/gi;

/** Characters next to which white space says nothing: in front of some, behind others. */
export interface Tightness {
  readonly before: RegExp;
  readonly after: RegExp;
}

/**
 * A part of CSS in one way of writing: white space folded, strings in double quotes, without comments. A comment alone between two words
 * stays as an empty one, since it keeps them apart.
 *
 * @param foldWord is given what is no string
 */
export function foldCss(text: string, tight?: Tightness, foldWord = (word: string): string => word): string {
  let out = '';
  let gap = '';
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece.startsWith('/*')) gap ||= '/**/';
    else if (piece.trim() === '') gap = ' ';
    else {
      const dropped =
        gap === ' ' && (tight?.after.test(out.slice(-1)) || tight?.before.test(piece.charAt(0)));
      if (out !== '' && !dropped) out += gap;
      out += /^(?:["']|url\()/i.test(piece) ? foldString(piece) : foldWord(piece);
      gap = '';
    }
  }
  return out;
}

function foldString(piece: string): string {
  const quote = piece.charAt(0);
  const isString = (quote === '"' || quote === "'") && piece.length > 1 && piece.endsWith(quote);
  return isString ? `"${unescapeQuotes(piece.slice(1, -1)).replaceAll('"', '\\"')}"` : piece;
}
