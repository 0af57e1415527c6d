import type { Case } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';
import { type LinkPlace, findLink } from './link-place.ts';
import { type Moved, isJustMoved, notThere } from './just-moved.ts';
import { waysToWrite } from './repoint.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

/** A link, and the locators that would do for it, as the reader gives them, the best first. */
export interface Repointing {
  readonly place: LinkPlace;
  readonly wanted: readonly string[];
}

/** The edits of a file, how it reads with them, and the links for which there is none. */
export interface RepointedAll {
  readonly edits: readonly TextEdit[];
  readonly after: ReadResult;
  readonly left: readonly LinkPlace[];
}

/** How often a text is read: mostly once; more often where something has to be written in another way, or cannot. */
const MOST_READ = 64;
/** How many ways to write one locator are tried. */
const MOST_WAYS = 8;

/**
 * Leads many links of a file elsewhere, each in the form that its place asks for. What it gives was read back as a whole: these links lead where they are
 * to, and nothing else is different.
 */
export function repointAll(
  text: string,
  before: ReadResult,
  links: readonly Repointing[],
  read: (text: string) => ReadResult,
): RepointedAll {
  const groups = groupsOf(text, before, links);
  let reads = 0;
  let after = before;
  const accepted: Group[] = [];
  const left: Group[] = [];

  /** Whether some groups can be written besides those that are accepted already. */
  const works = (some: readonly Group[]): boolean => {
    const all = [...accepted, ...some];
    for (let round = 0; round < MOST_WAYS && reads < MOST_READ; round++) {
      reads++;
      const now = read(applyEdits(text, all.map(editOf)));
      if (isJustMoved(before, now, movedBy(all))) {
        after = now;
        return true;
      }
      const wrong = some.filter((group) => !isThere(before, now, group));
      const another = (wrong.length > 0 ? wrong : some).filter((group) => group.way + 1 < group.ways.length);
      if (another.length === 0) return false;
      for (const group of another) group.way++;
    }
    return false;
  };
  const write = (some: readonly Group[]): void => {
    for (const group of some) group.way = 0;
    if (works(some)) return void accepted.push(...some);
    if (some.length === 1 || reads >= MOST_READ) return void left.push(...some);
    const half = some.length >> 1;
    write(some.slice(0, half));
    write(some.slice(half));
  };

  if (groups.length > 0) write(groups);
  return { edits: accepted.map(editOf), after, left: left.flatMap(({ places }) => places) };
}

/** Links whose locators are written in one place, such as several symbols behind one path. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly one: Case;
  readonly places: LinkPlace[];
  readonly links: Map<number, readonly string[]>;
  readonly ways: readonly string[];
  way: number;
}

function groupsOf(text: string, before: ReadResult, links: readonly Repointing[]): Group[] {
  const groups = new Map<string, Group>();
  const index = new LineIndex(text);
  for (const { place, wanted } of links) {
    const found = findLink(text, before, place, index);
    if (!found) continue;
    const { one, at, start, end } = found;
    const key = `${start} ${end}`;
    const written = text.slice(start, end);
    // The path of a symbol behind it stands elsewhere, and is written there.
    const isPart = wanted.some((locator) => locator.endsWith(`#${written}`));
    const others = wanted.flatMap((locator) => waysToWrite(locator, text, start, end));
    const ways = [...new Set([...(isPart ? [written] : []), ...others])];
    const group: Group = groups.get(key) ?? { start, end, one, places: [], links: new Map(), ways, way: 0 };
    groups.set(key, group);
    group.places.push(place);
    group.links.set(at, wanted);
  }
  return [...groups.values()];
}

function editOf({ start, end, ways, way }: Group): TextEdit {
  return { start, end, newText: ways[way]! };
}

function movedBy(groups: readonly Group[]): Moved {
  const moved = new Map<Case, Map<number, readonly string[]>>();
  for (const { one, links } of groups) {
    const known = moved.get(one) ?? new Map<number, readonly string[]>();
    moved.set(one, known);
    for (const [at, wanted] of links) known.set(at, wanted);
  }
  return moved;
}

function isThere(before: ReadResult, now: ReadResult, { one, links }: Group): boolean {
  const other = now.cases[before.cases.indexOf(one)];
  return other !== undefined && notThere(other, links).length === 0;
}
