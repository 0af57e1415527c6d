import { similarNames } from './similar-names.ts';
import type { CodeSymbol, Outline } from './syntax/outline.ts';

export type SymbolSearch =
  | { readonly kind: 'found'; readonly symbol: CodeSymbol }
  /** `name`: one that leads to this symbol only. */
  | { readonly kind: 'ambiguous'; readonly symbols: readonly { symbol: CodeSymbol; name: string }[] }
  /** `similar`: qualified names, best first, at most three. */
  | { readonly kind: 'missing'; readonly similar: readonly string[] };

const ORDINAL = /^(.+)~([1-9]\d*)$/;

/**
 * Finds a symbol by its qualified name, or by the end of it: `method` finds `Class.method` where only one class has it. A full match goes
 * before a match of the end. A call's `()` behind the name does not count. `name~2` is the second definition of that name, in the order of the lines.
 */
export function findSymbol(outline: Outline, name: string): SymbolSearch {
  const matches = matchingCall(outline, name) ?? numbered(outline, name);
  if (!matches) return { kind: 'missing', similar: similarSymbols(outline, name) };
  if (matches.length === 1) return { kind: 'found', symbol: matches[0]! };
  return {
    kind: 'ambiguous',
    symbols: namesOf(matches).map((own, i) => ({ symbol: matches[i]!, name: own })),
  };
}

/** For each symbol a name that leads to it and to no other of them. */
export function namesOf(symbols: readonly CodeSymbol[]): string[] {
  const totals = new Map<string, number>();
  for (const { qualifiedName } of symbols) totals.set(qualifiedName, (totals.get(qualifiedName) ?? 0) + 1);
  const counts = new Map<string, number>();
  return symbols.map(({ qualifiedName }) => {
    if (totals.get(qualifiedName) === 1) return qualifiedName;
    const count = (counts.get(qualifiedName) ?? 0) + 1;
    counts.set(qualifiedName, count);
    return `${qualifiedName}~${count}`;
  });
}

function matchingCall(outline: Outline, name: string): readonly CodeSymbol[] | undefined {
  const called = name.replace(/\(\)$/, '');
  return matching(outline, name) ?? matching(outline, called) ?? matching(outline, dotted(called));
}

/** `Type::method`, as C++, Ruby and Rust write it, and Ruby's `Type#method`. */
function dotted(name: string): string {
  return name.replace(/::|#/g, '.').replace(/^\./, '');
}

/** A name that ends with `~2`, and has none of its own that does. */
function numbered(outline: Outline, name: string): readonly CodeSymbol[] | undefined {
  const [, plain, ordinal] = ORDINAL.exec(name) ?? [];
  if (plain === undefined) return undefined;
  const inOrder = [...(matchingCall(outline, plain) ?? [])].sort((a, b) => a.startLine - b.startLine);
  const symbol = inOrder[Number(ordinal) - 1];
  return symbol && [symbol];
}

function matching(outline: Outline, name: string): readonly CodeSymbol[] | undefined {
  const full = outline.filter((symbol) => symbol.qualifiedName === name);
  if (full.length > 0) return full;
  const ending = outline.filter((symbol) => endsWith(symbol, name));
  // A type goes before its constructors, which some languages call by its name.
  const others = ending.filter(({ kind }) => kind !== 'constructor');
  const matches = others.length > 0 ? others : ending;
  return matches.length > 0 ? matches : undefined;
}

/** By whole segments, since the title of a test can have dots of its own. */
function endsWith({ path }: CodeSymbol, name: string): boolean {
  return path.some((_, i) => path.slice(i).join('.') === name);
}

function similarSymbols(outline: Outline, wanted: string): string[] {
  const name = wanted.replace(/~\d+$/, '');
  const last = name.slice(name.lastIndexOf('.') + 1);
  const candidates = outline.map(({ name: own, qualifiedName }) => {
    return { whole: qualifiedName, last: own, value: qualifiedName };
  });
  return similarNames(name, last, candidates);
}
