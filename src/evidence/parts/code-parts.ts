import { namesOf } from '../find-symbol.ts';
import type { Span } from '../lines.ts';
import type { CodeReading } from '../syntax.ts';
import type { CodeSymbol, Outline } from '../syntax/outline.ts';
import type { Token } from '../syntax/tokens.ts';
import type { Part, Parts } from './part.ts';

/** What separates members, and so comes and goes with them. */
const SEPARATORS = new Set([',', ';', '<end>']);

/** How many names that are declared together are each told that what they share changed. */
const MOST_SHARING = 20;

/** A stretch of text that tokens belong to: that of one symbol, or what several share, such as the type in `int a = 1, b = 2;`. */
interface Extent {
  readonly span: Span;
  /** Of the symbols, by their index. */
  readonly of: readonly number[];
}

/** The symbols of code but for those in functions, which nobody outside can name. */
export function codeParts({ outline, tokens, errors }: CodeReading): Parts | undefined {
  if (errors.length > 0) return undefined;
  const symbols = withoutInner(outline);
  const extents = extentsOf(symbols);
  const around = outerOf(extents);
  const names = namesOf(symbols);
  const { own, rest } = divide(tokens, extents, around);
  const says = symbols.map((): string[] => []);
  extents.forEach(({ of }, i) => {
    for (const symbol of of.slice(0, MOST_SHARING)) says[symbol]!.push(...own[i]!);
  });
  const outer = new Map<number, number>();
  extents.forEach(({ of: [symbol, second] }, i) => {
    if (second !== undefined) return;
    let at = around[i];
    // What is declared together does not stand in each other.
    while (at !== undefined && extents[at]!.of.length > 1) at = around[at];
    if (at !== undefined && symbol !== undefined) outer.set(symbol, extents[at]!.of[0]!);
  });
  const parts = symbols.map((_, i): Part => {
    const within = outer.get(i);
    return { name: names[i]!, own: says[i]!, ...(within !== undefined && { within: names[within]! }) };
  });
  return { scheme: 'code', parts, rest };
}

/** Without symbols in the bodies of others; a suite's body holds its tests, which count. */
export function withoutInner(outline: Outline): CodeSymbol[] {
  let end = 0;
  return [...outline].sort(inOrder).filter(({ kind, span, bodies }) => {
    if (span.start < end) return false;
    if (kind !== 'suite') end = Math.max(end, ...bodies.map((body) => body.end));
    return true;
  });
}

/** Outer ones first. */
function extentsOf(symbols: readonly CodeSymbol[]): Extent[] {
  const shared = new Map<number, { span: Span; of: number[] }>();
  const extents: Extent[] = symbols.map(({ span, own }, i) => {
    if (!own) return { span, of: [i] };
    const group = shared.get(span.start);
    if (group) group.of.push(i);
    else shared.set(span.start, { span, of: [i] });
    return { span: own, of: [i] };
  });
  return [...[...shared.values()].filter(({ of }) => of.length > 1), ...extents].sort(inOrder);
}

function inOrder(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}

/** For each extent, the index of the innermost one around it. */
function outerOf(extents: readonly Extent[]): (number | undefined)[] {
  const open: number[] = [];
  return extents.map(({ span }, i) => {
    while (open.length > 0 && extents[open.at(-1)!]!.span.end < span.end) open.pop();
    while (open.length > 0 && extents[open.at(-1)!]!.span.end <= span.start) open.pop();
    const outer = open.at(-1);
    open.push(i);
    return outer;
  });
}

/** Gives each token to the innermost extent around it. */
function divide(
  tokens: readonly Token[],
  extents: readonly Extent[],
  around: readonly (number | undefined)[],
): { own: string[][]; rest: string[] } {
  const own = extents.map((): string[] => []);
  const rest: string[] = [];
  const owners = new Map<number, number | undefined>();
  const ownerOf = ownerFinder(extents, around);
  let previous: number | undefined;
  for (const { text, start } of tokens) {
    if (!owners.has(start)) owners.set(start, ownerOf(start));
    const owner = owners.get(start);
    // Behind a part in the same place: it says that the part is there.
    const isSeparator = SEPARATORS.has(text) && previous !== undefined && previous !== owner;
    if (!isSeparator) (owner === undefined ? rest : own[owner]!).push(text);
    if (!SEPARATORS.has(text)) previous = owner;
  }
  return { own, rest };
}

/** Finds the innermost extent around an offset. */
function ownerFinder(
  extents: readonly Extent[],
  around: readonly (number | undefined)[],
): (offset: number) => number | undefined {
  return (offset) => {
    let low = 0;
    let high = extents.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (extents[middle]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    let found: number | undefined = low - 1 < 0 ? undefined : low - 1;
    while (found !== undefined && extents[found]!.span.end <= offset) found = around[found];
    return found;
  };
}
