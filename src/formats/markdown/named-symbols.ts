import { isCodeName } from './bound-parts.ts';
import { readSymbol } from './fragments.ts';
import type { WrittenLink } from './links.ts';
import { hasSymbols, isKnownFile } from './path-like.ts';
import type { NamedPlace } from './places.ts';
import type { Span } from '../span.ts';

/** A name of code that stands alone, in a document that says elsewhere which file it is of. */
export interface FoundSymbol<Owner> {
  readonly owner: Owner;
  readonly locator: string;
  readonly span: Span;
}

/**
 * Remembers which file a document says a symbol is of, behind a path or in a column *Where*, so that the same name elsewhere in the document
 * leads there too. A name that it says of two files leads nowhere.
 */
export class NamedSymbols<Owner> {
  private readonly paths = new Map<string, Set<string>>();
  private readonly alone: { readonly owner: Owner; readonly symbol: string; readonly span: Span }[] = [];

  /** Code spans in a node. */
  mentioned(links: readonly WrittenLink[], owner: Owner): void {
    for (const { form, written, span } of links) {
      const symbol = form === 'code' && isCodeName(written) ? readSymbol(written) : undefined;
      if (symbol !== undefined) this.alone.push({ owner, symbol, span });
    }
  }

  /** A link to a part of a file. */
  bound(locator: string): void {
    const hash = locator.indexOf('#');
    if (hash > 0) this.learn(locator.slice(hash + 1), locator.slice(0, hash));
  }

  /** A row says where the things in it are. Names with a lower-case word and a dot in front are of packages. */
  standIn(links: readonly WrittenLink[], { likeness, locators }: NamedPlace): void {
    const path = locators.length === 1 && likeness !== 'url' ? locators[0]!.locator : '';
    if (path.includes('#') || !hasSymbols(path)) return;
    for (const { form, written } of links) {
      const symbol = form === 'code' && isCodeName(written) ? readSymbol(written) : undefined;
      if (symbol !== undefined && !/^[a-z][a-z\d]*\./.test(symbol)) this.learn(symbol, path);
    }
  }

  /** @param known where links begin already */
  found(known: ReadonlySet<number>): readonly FoundSymbol<Owner>[] {
    return this.alone.flatMap(({ owner, symbol, span }) => {
      const [path, ...others] = this.paths.get(symbol) ?? [];
      if (path === undefined || others.length > 0 || known.has(span.start)) return [];
      return [{ owner, locator: `${path}#${symbol}`, span }];
    });
  }

  /** Those of which the document does not say what file they are of: `locator` is the symbol. */
  unplaced(known: ReadonlySet<number>): readonly FoundSymbol<Owner>[] {
    return this.alone
      .filter(({ symbol, span }) => !this.paths.has(symbol) && !known.has(span.start) && !isKnownFile(symbol))
      .map(({ owner, symbol, span }) => ({ owner, locator: symbol, span }));
  }

  private learn(symbol: string, path: string): void {
    const paths = this.paths.get(symbol) ?? new Set();
    this.paths.set(symbol, paths.add(path));
  }
}
