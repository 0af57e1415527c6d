import type { InlineLine } from './inline.ts';
import type { WrittenLink } from './links.ts';
import type { Span } from '../span.ts';

const LONGEST_WORD = 300;
/** Nobody writes more on one line by hand. */
const MOST_WORDS = 200;
/** What no bare path holds: it ends there. */
const WORD = /[^\s()[\]{}<>"'`,;|“”‘’]+/g;
const ADDRESS = /https?:\/\/[^\s<>"'`|“”‘’]+/gi;
const BEHIND = /[.:!?*_]+$/;

/** Words outside of code spans and links that may be a path or an address: they have a slash. */
export function bareWords(line: InlineLine): readonly WrittenLink[] {
  if (!line.text.includes('/')) return [];
  const words: WrittenLink[] = [];
  for (const { start, end } of gapsOf(line)) {
    const gap = line.text.slice(start, end);
    if (!gap.includes('/')) continue;
    const addresses = [...gap.matchAll(ADDRESS)];
    const rest = addresses.length > 0 ? gap.replace(ADDRESS, (found) => ' '.repeat(found.length)) : gap;
    for (const match of [...addresses, ...rest.matchAll(WORD)]) {
      if (match[0].length > LONGEST_WORD) continue;
      const word = withoutClosing(match[0].replace(BEHIND, ''));
      if (!word.includes('/')) continue;
      words.push(wordAt(line, word, start + match.index));
      if (words.length === MOST_WORDS) return words;
    }
  }
  return words.sort((a, b) => a.span.start - b.span.start);
}

function wordAt({ offsets }: InlineLine, written: string, at: number): WrittenLink {
  const span = { start: offsets[at]!, end: offsets[at + written.length - 1]! + 1 };
  return { form: 'bare', written, span, verbatim: span.end - span.start === written.length };
}

/** A parenthesis that closes behind an address belongs to the sentence, unless the address opens one. */
function withoutClosing(word: string): string {
  return word.endsWith(')') && !word.includes('(') ? word.replace(/[).,:;]+$/, '') : word;
}

function* gapsOf({ text, links }: InlineLine): Iterable<Span> {
  let at = 0;
  for (const link of links) {
    if (link.at.start > at) yield { start: at, end: link.at.start };
    at = Math.max(at, link.at.end);
  }
  if (at < text.length) yield { start: at, end: text.length };
}
