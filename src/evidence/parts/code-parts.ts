import { namesOf } from '../find-symbol.ts';
import type { CodeReading } from '../syntax.ts';
import type { CodeSymbol, Outline } from '../syntax/outline.ts';
import type { Token } from '../syntax/tokens.ts';
import type { Part, Parts } from './part.ts';

/** What separates members, and so comes and goes with them. */
const SEPARATORS = new Set([',', ';', '<end>']);

/** The symbols of code but for those in functions, which nobody outside can name. */
export function codeParts({ outline, tokens, errors }: CodeReading): Parts | undefined {
  if (errors.length > 0) return undefined;
  const symbols = withoutInner(outline);
  const around = outerOf(symbols);
  const names = namesOf(symbols);
  const { own, rest } = divide(tokens, symbols, around);
  const parts = symbols.map((_, i): Part => {
    const outer = around[i];
    return { name: names[i]!, own: own[i]!, ...(outer !== undefined && { within: names[outer]! }) };
  });
  return { scheme: 'code', parts, rest };
}

/** Without symbols in the bodies of others; a suite's body holds its tests, which count. */
function withoutInner(outline: Outline): CodeSymbol[] {
  let end = 0;
  return [...outline].sort(inOrder).filter(({ kind, span, bodies }) => {
    if (span.start < end) return false;
    if (kind !== 'suite') end = Math.max(end, ...bodies.map((body) => body.end));
    return true;
  });
}

function inOrder(a: CodeSymbol, b: CodeSymbol): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}

/** For each symbol, the index of the innermost one around it. */
function outerOf(symbols: readonly CodeSymbol[]): (number | undefined)[] {
  const open: number[] = [];
  return symbols.map(({ span }, i) => {
    while (open.length > 0 && symbols[open.at(-1)!]!.span.end < span.end) open.pop();
    while (open.length > 0 && symbols[open.at(-1)!]!.span.end <= span.start) open.pop();
    const outer = open.at(-1);
    open.push(i);
    return outer;
  });
}

/** Gives each token to the innermost symbol around it. */
function divide(
  tokens: readonly Token[],
  symbols: readonly CodeSymbol[],
  around: readonly (number | undefined)[],
): { own: string[][]; rest: string[] } {
  const own = symbols.map((): string[] => []);
  const rest: string[] = [];
  const owners = new Map<number, number | undefined>();
  const ownerOf = ownerFinder(symbols, around);
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

/** Finds the innermost symbol around an offset. */
function ownerFinder(
  symbols: readonly CodeSymbol[],
  around: readonly (number | undefined)[],
): (offset: number) => number | undefined {
  return (offset) => {
    let low = 0;
    let high = symbols.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (symbols[middle]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    let found: number | undefined = low - 1 < 0 ? undefined : low - 1;
    while (found !== undefined && symbols[found]!.span.end <= offset) found = around[found];
    return found;
  };
}
