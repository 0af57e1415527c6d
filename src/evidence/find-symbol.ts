import { distance } from 'fastest-levenshtein';
import type { CodeSymbol, Outline } from './syntax/outline.ts';

export type SymbolSearch =
  | { readonly kind: 'found'; readonly symbol: CodeSymbol }
  | { readonly kind: 'ambiguous'; readonly symbols: readonly CodeSymbol[] }
  /** `similar`: qualified names, best first, at most three. */
  | { readonly kind: 'symbol-missing'; readonly similar: readonly string[] };

const MAX_SIMILAR = 3;

/**
 * Finds a symbol by its qualified name, or by the end of it: `method` finds `Class.method` where only one class has it. A full match goes
 * before a match of the end. A call's `()` behind the name does not count.
 */
export function findSymbol(outline: Outline, name: string): SymbolSearch {
  const matches = matching(outline, name) ?? matching(outline, name.replace(/\(\)$/, ''));
  if (!matches) return { kind: 'symbol-missing', similar: similarNames(outline, name) };
  return matches.length === 1
    ? { kind: 'found', symbol: matches[0]! }
    : { kind: 'ambiguous', symbols: matches };
}

function matching(outline: Outline, name: string): readonly CodeSymbol[] | undefined {
  const full = outline.filter((symbol) => symbol.qualifiedName === name);
  if (full.length > 0) return full;
  const ending = outline.filter((symbol) => endsWith(symbol, name));
  return ending.length > 0 ? ending : undefined;
}

/** By whole segments, since the title of a test can have dots of its own. */
function endsWith({ path }: CodeSymbol, name: string): boolean {
  return path.some((_, i) => path.slice(i).join('.') === name);
}

/** Names that are two slips in five characters away at most; a dotted name is compared as a whole and by its last part. */
function similarNames(outline: Outline, name: string): string[] {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const close = outline
    .map(({ name: own, qualifiedName }) => {
      const whole = distance(qualifiedName, name);
      const limit = Math.max(1, Math.round(Math.min(own.length, last.length) * 0.4));
      return { qualifiedName, whole, limit, away: Math.min(whole, distance(own, last)) };
    })
    .filter(({ away, limit }) => away <= limit)
    .sort((a, b) => a.away - b.away || a.whole - b.whole);
  return [...new Set(close.map(({ qualifiedName }) => qualifiedName))].slice(0, MAX_SIMILAR);
}
