import { say } from '../l10n/say.ts';
import { pointersIn, follow } from './data/pointer.ts';
import type { DataReading } from './data/read-data.ts';
import { dataFormatOf } from './data/read-data.ts';
import type { Fragment } from './fragment.ts';
import { findSymbol } from './find-symbol.ts';
import { languageOf } from './languages.ts';
import { type LineRange, splitLines } from './lines.ts';
import { findHeading } from './prose/find-heading.ts';
import { isProse } from './prose/read-prose.ts';
import { locateRegion } from './regions.ts';
import { similarNames } from './similar-names.ts';
import { MAX_PARSED_CHARACTERS, type Syntax } from './syntax.ts';

/** Where in a file a fragment leads. Lines are 1-based and inclusive. */
export type Located =
  | { readonly kind: 'lines'; readonly startLine: number; readonly endLine: number }
  | { readonly kind: 'range-outside'; readonly lineCount: number }
  /** The file has no such part. `similar`: those that may be meant, best first; `why`: a sentence, where there is more to say. */
  | { readonly kind: 'missing'; readonly similar: readonly Fragment[]; readonly why?: string }
  | { readonly kind: 'ambiguous'; readonly places: readonly Place[] }
  /** Warrant cannot look for such a part in such a file. */
  | { readonly kind: 'unsupported'; readonly why: string }
  | { readonly kind: 'too-large' };

/** One of several places that a fragment fits. */
export interface Place {
  readonly name: string;
  readonly line: number;
  /** A fragment that leads only there, if there is one. */
  readonly fragment?: Fragment;
}

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
      return locateRegion(text, fragment.name);
    case 'pointer':
      return locatePointer(path, text, fragment.pointer, syntax);
    case 'heading':
      return locateHeading(path, text, fragment.slug, syntax);
  }
}

function locateLines(text: string, { start, end }: LineRange): Located {
  const lineCount = splitLines(text).length;
  return end > lineCount
    ? { kind: 'range-outside', lineCount }
    : { kind: 'lines', startLine: start, endLine: end };
}

async function locateSymbol(path: string, text: string, name: string, syntax: Syntax): Promise<Located> {
  if (!languageOf(path))
    return { kind: 'unsupported', why: say('symbols are not read in files of this kind') };
  if (text.length > MAX_PARSED_CHARACTERS) return { kind: 'too-large' };
  const outline = await syntax.outline(path, text);
  if (!outline) return { kind: 'too-large' };
  const found = findSymbol(outline, name);
  switch (found.kind) {
    case 'found':
      return { kind: 'lines', startLine: found.symbol.startLine, endLine: found.symbol.endLine };
    case 'missing':
      return { kind: 'missing', similar: found.similar.map(symbolNamed) };
    case 'ambiguous': {
      const places = found.symbols.map(({ symbol, name: own }) => {
        return { name: symbol.qualifiedName, line: symbol.startLine, fragment: symbolNamed(own) };
      });
      return { kind: 'ambiguous', places };
    }
  }
}

function symbolNamed(name: string): Fragment {
  return { kind: 'symbol', name };
}

function locateHeading(path: string, text: string, slug: string, syntax: Syntax): Located {
  if (!isProse(path)) return { kind: 'unsupported', why: say('headings are not read in files of this kind') };
  const prose = syntax.prose(path, text);
  if (!prose) return { kind: 'too-large' };
  const heading = findHeading(prose.headings, slug);
  if (heading) return { kind: 'lines', startLine: heading.startLine, endLine: heading.endLine };
  const candidates = prose.headings.map(({ slug: own }) => ({ whole: own, last: own, value: own }));
  const similar = similarNames(slug, slug, candidates);
  return { kind: 'missing', similar: similar.map((own) => ({ kind: 'heading', slug: own })) };
}

function locatePointer(path: string, text: string, pointer: string, syntax: Syntax): Located {
  if (!dataFormatOf(path)) {
    return { kind: 'unsupported', why: say('places in files of this kind are not read') };
  }
  const data = syntax.data(path, text);
  if (!data) return { kind: 'too-large' };
  const found = follow(data.roots[0], pointer);
  if (!found) return { kind: 'missing', ...aboutMissing(data, pointer) };
  const line = (offset: number): number => data.lines.position(offset).line + 1;
  const { start, end } = found.span;
  return { kind: 'lines', startLine: line(start), endLine: line(Math.max(start, end - 1)) };
}

/** Among so many keys similar ones are looked for. */
const MOST_POINTERS = 5000;

function aboutMissing(
  { roots: [root], mistake, format }: DataReading,
  pointer: string,
): { similar: readonly Fragment[]; why?: string } {
  const why =
    mistake && say('It cannot be read as {0}: in line {1}, {2}.', format, mistake.line, mistake.why);
  const pointers = root ? [...pointersIn(root, MOST_POINTERS)] : [];
  const candidates = pointers.map((own) => ({ whole: own, last: lastOf(own), value: own }));
  const similar = similarNames(pointer, lastOf(pointer), candidates);
  return { similar: similar.map((own) => ({ kind: 'pointer', pointer: own })), ...(why && { why }) };
}

function lastOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
