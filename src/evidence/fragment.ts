import { say } from '../l10n/say.ts';
import { dataFormatOf } from './data/read-data.ts';
import { extensionOf } from './languages.ts';

/** The part of a file that a locator names behind its `#`. Lines are 1-based and inclusive. */
export type Fragment =
  | { readonly kind: 'lines'; readonly start: number; readonly end: number }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'region'; readonly name: string }
  /** A JSON pointer, its leading `/` included. */
  | { readonly kind: 'pointer'; readonly pointer: string }
  | { readonly kind: 'heading'; readonly slug: string };

export type FragmentResult = { readonly fragment: Fragment } | { readonly why: string };

const LINES = /^L(\d+)(?:C\d+)?(?:-L?(\d+)(?:C\d+)?)?$/;
const NEARLY_LINES = /^L\d+(?:C\d+)?-/;
const MARKDOWN = new Set(['md', 'markdown', 'mdx']);

/** Reads what stands behind the `#`; what it means depends on the kind of file that `path` names. */
export function parseFragment(text: string, path: string): FragmentResult {
  if (text === '')
    return { why: say('nothing follows the "#"; name a part of the file, or leave the "#" out') };
  const lines = LINES.exec(text);
  if (lines) return parseLines(Number(lines[1]), Number(lines[2] ?? lines[1]));
  if (NEARLY_LINES.test(text)) return { why: say('lines are written #L10 or #L10-L20') };
  if (text.startsWith('region:')) return parseRegion(text.slice('region:'.length));
  const extension = extensionOf(path);
  if (MARKDOWN.has(extension)) return { fragment: { kind: 'heading', slug: text } };
  if (!dataFormatOf(path) && extension !== 'json5') return { fragment: { kind: 'symbol', name: text } };
  if (text.startsWith('/')) return { fragment: { kind: 'pointer', pointer: text } };
  return {
    why: say(
      'a place in a configuration file is written with slashes, such as {0}',
      `#/${text.replaceAll('.', '/')}`,
    ),
  };
}

function parseLines(start: number, end: number): FragmentResult {
  if (start < 1) return { why: say('lines are counted from 1') };
  if (end < start)
    return { why: say('line {0} comes before line {1}; write the smaller number first', end, start) };
  if (!Number.isSafeInteger(end)) return { why: say('no file has so many lines') };
  return { fragment: { kind: 'lines', start, end } };
}

function parseRegion(name: string): FragmentResult {
  if (name === '') return { why: say('the region has no name; write #region:NAME') };
  return { fragment: { kind: 'region', name } };
}

/** Writes a fragment with its `#`, in its usual form. */
export function formatFragment(fragment: Fragment): string {
  switch (fragment.kind) {
    case 'lines':
      return fragment.start === fragment.end ? `#L${fragment.start}` : `#L${fragment.start}-L${fragment.end}`;
    case 'symbol':
      return `#${fragment.name}`;
    case 'region':
      return `#region:${fragment.name}`;
    case 'pointer':
      return `#${fragment.pointer}`;
    case 'heading':
      return `#${fragment.slug}`;
  }
}
