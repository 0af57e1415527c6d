import type { Draft } from './drafts.ts';
import type { Entry } from './outline.ts';

/** How high something stands in the outline of a document; compared part by part, smaller is higher. */
export interface Level {
  /** The depth of its section's heading. */
  readonly depth: number;
  /** 0 for the heading itself; text, lists and the text in their items follow. */
  readonly list: number;
  /** What its role adds: the top claim stands above its neighbours, a strategy between them and the sub-claims, all else below. */
  readonly step: number;
}

/** Whether nodes of this kind divide an argument, so that others hang below them. All other nodes are about one of these. */
export function isStructural({ kind }: Draft): boolean {
  return (
    kind === 'claim' || kind === 'strategy' || kind === 'control' || kind === 'threat' || kind === 'asset'
  );
}

/** The level of a node. */
export function levelOf(draft: Draft): Level {
  return { ...levelUnder(draft.entry), step: stepOf(draft) };
}

/** The level of something at this entry that is about a claim, and no claim itself. */
export function levelUnder(entry: Entry): Level {
  return { depth: entry.section.depth, list: listLevelOf(entry), step: UNDER_CLAIMS };
}

/** Negative, zero or positive as `a` stands higher than, as high as, or deeper than `b`. */
export function compareLevels(a: Level, b: Level): number {
  return a.depth - b.depth || a.list - b.list || a.step - b.step;
}

const UNDER_CLAIMS = 3;

function listLevelOf(entry: Entry): number {
  const lists = entry.item?.depth ?? 0;
  if (entry.form === 'heading') return 0;
  if (entry.form === 'item') return 2 * lists;
  return 2 * lists + (entry.form === 'row' ? 2 : 1);
}

function stepOf(draft: Draft): number {
  if (draft.role === 'top') return -1;
  if (draft.role === 'sub') return 2;
  if (draft.kind === 'strategy') return 1;
  return isStructural(draft) ? 0 : UNDER_CLAIMS;
}

interface Above {
  readonly draft: Draft;
  readonly level: Level;
  readonly inList: boolean;
  /** A heading: all of its section hangs below it. */
  readonly heading: boolean;
  /** Its section has ended. */
  closed: boolean;
}

/**
 * The nodes above the current line that something could hang under, from the highest to the deepest, at most one for each level. Follows the
 * document from line to line.
 */
export class ClaimsAbove {
  private above: Above[] = [];

  /** A heading ends all lists, and the sections as deep as itself or deeper. The claims of the former are still the last claims above. */
  enterSection(depth: number): void {
    this.above = this.above.filter(
      ({ inList, level, draft }) =>
        !inList && (level.depth < depth || (level.depth === depth && isStructural(draft))),
    );
    for (const one of this.above) one.closed ||= one.level.depth >= depth;
  }

  /** Notes a node, stated at `entry`. Rows have nothing below them, and nor has what is about a claim, but for headings. */
  add(draft: Draft, entry: Entry): void {
    const heading = entry.form === 'heading';
    if (entry.form === 'row' || (!heading && !isStructural(draft))) return;
    const level = { ...levelUnder(entry), step: heading && !isStructural(draft) ? 0 : stepOf(draft) };
    while (this.above.length > 0 && compareLevels(this.above.at(-1)!.level, level) >= 0) this.above.pop();
    this.above.push({ draft, level, inList: entry.item !== undefined, heading, closed: false });
  }

  /**
   * The nearest node above that stands higher; undefined if there is none. Strategies count for what divides the argument, and for what
   * stands in their section.
   */
  find(level: Level, acceptsStrategy: boolean): Draft | undefined {
    return this.above.findLast((one) => {
      if (one.draft.kind === 'strategy' && !acceptsStrategy && (one.closed || !one.heading)) return false;
      if (one.closed && one.draft.kind !== 'claim' && one.draft.kind !== 'strategy') return false;
      if (!one.closed) return compareLevels(one.level, level) < 0;
      if (one.level.depth !== level.depth) return one.level.depth < level.depth;
      return level.step < UNDER_CLAIMS && one.level.step < level.step;
    })?.draft;
  }

  /** The nearest node above that stands higher and whose section goes on; undefined if there is none. */
  findOpen(level: Level): Draft | undefined {
    return this.above.findLast((one) => !one.closed && compareLevels(one.level, level) < 0)?.draft;
  }
}
