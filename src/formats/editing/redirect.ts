import type { Case } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';
import { isJustMoved, type Moved } from './just-moved.ts';
import { findLink } from './link-place.ts';
import { type Repointing, repointAll } from './repoint-all.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

/** The edits of a file, and the links for which there is none. */
export interface Redirected {
  readonly edits: readonly TextEdit[];
  readonly left: readonly Repointing[];
}

/**
 * Leads links of a file elsewhere (see `repointAll`), and other destinations along with them: definitions that links refer to, HTML, pictures. Each is read
 * back; destinations are left as they are where something else would say something else.
 *
 * @param destinations edits of what stands outside of links, or in definitions of them; those within a link's own place are left out
 */
export function redirect(
  text: string,
  before: ReadResult,
  links: readonly Repointing[],
  destinations: readonly TextEdit[],
  read: (text: string) => ReadResult,
): Redirected {
  const index = new LineIndex(text);
  const own = new Set(
    before.cases.flatMap(({ evidence }) => evidence.map(({ range }) => index.offset(range.start))),
  );
  const apart = destinations.filter(({ start }) => !own.has(start));
  const { edits, done } = writtenApart(text, before, links, apart, read);
  const rest = links.filter((link) => !done.has(link));
  const all = repointAll(text, before, rest, read);
  const left = new Set(all.left);
  return { edits: [...edits, ...all.edits], left: rest.filter(({ place }) => left.has(place)) };
}

interface Written {
  readonly edits: readonly TextEdit[];
  /** The links that lead elsewhere with them. */
  readonly done: ReadonlySet<Repointing>;
}

/** How many destinations are tried one by one: each is read. */
const MOST_TRIED = 16;

/** The destinations that can be written: all at once, else those that can be each by itself. */
function writtenApart(
  text: string,
  before: ReadResult,
  links: readonly Repointing[],
  edits: readonly TextEdit[],
  read: (text: string) => ReadResult,
): Written {
  const none: Written = { edits: [], done: new Set() };
  if (edits.length === 0) return none;
  const all = written(text, before, links, edits, read);
  if (all) return all;
  return edits
    .slice(0, MOST_TRIED)
    .reduce<Written>(
      (found, edit) => written(text, before, links, [...found.edits, edit], read) ?? found,
      none,
    );
}

/** Undefined where something else would say something else with the edits. */
function written(
  text: string,
  before: ReadResult,
  links: readonly Repointing[],
  edits: readonly TextEdit[],
  read: (text: string) => ReadResult,
): Written | undefined {
  const now = withoutUses(read(applyEdits(text, edits)));
  const old = withoutUses(before);
  const done = new Set<Repointing>();
  const moved = new Map<Case, Map<number, readonly string[]>>();
  const index = new LineIndex(text);
  for (const link of links) {
    const found = findLink(text, old, link.place, index);
    const other = found && now.cases[old.cases.indexOf(found.one)]?.evidence[found.at];
    if (!found || !other || !link.wanted.includes(other.locator)) continue;
    done.add(link);
    const known = moved.get(found.one) ?? new Map<number, readonly string[]>();
    moved.set(found.one, known.set(found.at, link.wanted));
  }
  return isJustMoved(old, now, moved satisfies Moved) ? { edits, done } : undefined;
}

/** What a file shows or goes on in, and where its evidence lies, is led elsewhere, too. */
function withoutUses({ cases, ...rest }: ReadResult): ReadResult {
  return { ...rest, cases: cases.map(({ subject: _subject, ...one }) => ({ ...one, uses: [] })) };
}
