import type { ReadResult } from '../format.ts';
import { writtenIn } from '../locator-text.ts';
import { type LinkPlace, findLink } from './link-place.ts';
import { type Moved, isJustMoved } from './just-moved.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

/** How many ways to write a locator are tried: each is read. */
const MOST_TRIED = 8;

/**
 * Writes another locator in the place of a link's, in the form that the place asks for: in quotes, with `%20`, without the part that stands
 * elsewhere. What it gives was read back: that link leads where it was to, and nothing else is different. Undefined where no form does that.
 *
 * @param wanted the locators that would do, as the reader gives them, the best first
 */
export function repoint(
  text: string,
  before: ReadResult,
  place: LinkPlace,
  wanted: readonly string[],
  read: (text: string) => ReadResult,
): TextEdit | undefined {
  const found = findLink(text, before, place);
  if (!found) return undefined;
  const { one, at, start, end } = found;
  let tried = 0;
  for (const locator of wanted) {
    for (const newText of waysToWrite(locator, text, start, end)) {
      if (tried++ >= MOST_TRIED) return undefined;
      const edit: TextEdit = { start, end, newText };
      const after = read(applyEdits(text, [edit]));
      const moved: Moved = new Map([[one, new Map([[at, [locator]]])]]);
      if (isJustMoved(before, after, moved)) return edit;
    }
  }
  return undefined;
}

/** What to write for a locator, by what stands in its place now; the likeliest first. Offsets are UTF-16. */
export function waysToWrite(locator: string, text: string, start: number, end: number): readonly string[] {
  const written = text.slice(start, end);
  const hash = locator.indexOf('#');
  const path = hash < 0 ? locator : locator.slice(0, hash);
  const [, first, last] = /#L(\d+)(?:-L(\d+))?$/.exec(locator) ?? [];
  const ways: string[] = [];
  if (hash >= 0 && !written.includes('#')) {
    if (first !== undefined && /:\d/.test(written)) ways.push(`${path}:${first}${last ? `-${last}` : ''}`);
    ways.push(path);
  }
  const quote = text[start - 1];
  if (/\]\(<?$/.test(text.slice(Math.max(0, start - 3), start)))
    return [...new Set([...ways, locator, path].map((each) => writtenIn('destination', each)))];
  ways.push(locator);
  if (quote === "'") ways.push(writtenIn('single', locator));
  else if (quote === '"') ways.push(writtenIn('double', locator));
  else ways.push(`'${writtenIn('single', locator)}'`);
  ways.push(writtenIn('destination', locator), writtenIn('destination', path));
  return [...new Set(ways)];
}
