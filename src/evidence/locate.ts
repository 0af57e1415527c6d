import type { Fragment } from './fragment.ts';
import { findSymbol } from './find-symbol.ts';
import { languageOf } from './languages.ts';
import { type LineRange, splitLines } from './lines.ts';
import { MAX_PARSED_CHARACTERS, type Syntax } from './syntax.ts';
import type { CodeSymbol } from './syntax/outline.ts';

/** Where in a file a fragment leads. Lines are 1-based and inclusive. */
export type Located =
  | { readonly kind: 'lines'; readonly startLine: number; readonly endLine: number }
  | { readonly kind: 'range-outside'; readonly lineCount: number }
  /** `similar`: qualified names in the file that may be meant, best first. */
  | { readonly kind: 'symbol-missing'; readonly similar: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly symbols: readonly CodeSymbol[] }
  /** Warrant cannot look for such a part in such a file. */
  | { readonly kind: 'unsupported'; readonly why: string }
  | { readonly kind: 'too-large' };

/** Finds the lines that a fragment names; those of the whole file where there is no fragment. An empty file has one line. */
export async function locate(
  path: string,
  text: string,
  fragment: Fragment | undefined,
  syntax: Syntax,
): Promise<Located> {
  if (!fragment) return { kind: 'lines', startLine: 1, endLine: Math.max(1, splitLines(text).length) };
  switch (fragment.kind) {
    case 'lines':
      return locateLines(text, fragment);
    case 'symbol':
      return locateSymbol(path, text, fragment.name, syntax);
    case 'region':
      return { kind: 'unsupported', why: 'regions are not read yet' };
    case 'pointer':
      return { kind: 'unsupported', why: 'places in configuration files are not read yet' };
    case 'heading':
      return { kind: 'unsupported', why: 'headings are not read yet' };
  }
}

function locateLines(text: string, { start, end }: LineRange): Located {
  const lineCount = splitLines(text).length;
  return end > lineCount
    ? { kind: 'range-outside', lineCount }
    : { kind: 'lines', startLine: start, endLine: end };
}

async function locateSymbol(path: string, text: string, name: string, syntax: Syntax): Promise<Located> {
  if (!languageOf(path)) return { kind: 'unsupported', why: 'symbols are not read in files of this kind' };
  if (text.length > MAX_PARSED_CHARACTERS) return { kind: 'too-large' };
  const outline = await syntax.outline(path, text);
  if (!outline) return { kind: 'too-large' };
  const found = findSymbol(outline, name);
  if (found.kind !== 'found') return found;
  return { kind: 'lines', startLine: found.symbol.startLine, endLine: found.symbol.endLine };
}
