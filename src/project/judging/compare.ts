import { compareMeaning } from '../../evidence/fingerprint.ts';
import { followLines } from '../../evidence/follow-lines.ts';
import { type Located, locate } from '../../evidence/locate.ts';
import type { Fragment } from '../../evidence/fragment.ts';
import type { Syntax } from '../../evidence/syntax.ts';
import { DEFAULT_WATCH, type Watch } from '../../model/watch.ts';

/** A text that has an id, at a path that says its language. */
export interface Version {
  readonly oid: string;
  readonly path: string;
  readonly text: string;
}

/** 1-based, inclusive. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** How a target stands to what it was. */
export type Comparison =
  /** The same; `lines` is where it is now. */
  | { readonly kind: 'same' | 'cosmetic' | 'shifted' | 'different'; readonly lines?: Lines }
  /** There was no such target before. */
  | { readonly kind: 'absent-before' };

/** Finds and compares targets; answers are kept by the ids of the texts, so that each pair is looked at once. */
export class Comparer {
  private readonly located = new Map<string, Promise<Located>>();
  private readonly compared = new Map<string, Promise<Comparison>>();

  constructor(private readonly syntax: Syntax) {}

  /** Where a fragment is in a text. */
  locate(version: Version, fragment: Fragment): Promise<Located> {
    return remember(this.located, JSON.stringify([version.oid, version.path, fragment]), () =>
      locate(version.path, version.text, fragment, this.syntax),
    );
  }

  /** How a target of `after` stands to the same target of `before`; the whole file where there is no fragment. */
  compare(
    before: Version,
    after: Version,
    fragment: Fragment | undefined,
    watch: Watch = DEFAULT_WATCH,
  ): Promise<Comparison> {
    const key = JSON.stringify([before.oid, before.path, after.oid, after.path, fragment, watch]);
    return remember(this.compared, key, () => this.compareAfresh(before, after, fragment, watch));
  }

  private async compareAfresh(
    before: Version,
    after: Version,
    fragment: Fragment | undefined,
    watch: Watch,
  ): Promise<Comparison> {
    if (!fragment) return { kind: toKind(await this.meaning(before, undefined, after, undefined, watch)) };
    const old = await this.locate(before, fragment);
    if (old.kind !== 'lines') return { kind: 'absent-before' };
    const then = { start: old.startLine, end: old.endLine };
    if (fragment.kind === 'lines') return this.compareRange(before, then, after, watch);
    const now = await this.locate(after, fragment);
    if (now.kind !== 'lines') return { kind: 'different' };
    const lines = { start: now.startLine, end: now.endLine };
    return { kind: toKind(await this.meaning(before, then, after, lines, watch)), lines };
  }

  /** A range is what its lines were: they are followed to where they are now. */
  private async compareRange(
    before: Version,
    then: Lines,
    after: Version,
    watch: Watch,
  ): Promise<Comparison> {
    const now = followLines(before.text, after.text, then);
    if (!now) return { kind: 'different' };
    const lines = { start: now.start, end: now.end };
    if (now.intact) return { kind: lines.start === then.start ? 'same' : 'shifted', lines };
    const meaning = toKind(await this.meaning(before, then, after, lines, watch));
    return { kind: meaning === 'same' ? 'cosmetic' : meaning, lines };
  }

  private meaning(
    before: Version,
    then: Lines | undefined,
    after: Version,
    now: Lines | undefined,
    watch: Watch,
  ) {
    return compareMeaning(
      { path: before.path, text: before.text, lines: then, watch },
      { path: after.path, text: after.text, lines: now, watch },
      this.syntax,
    );
  }
}

function toKind(meaning: Awaited<ReturnType<typeof compareMeaning>>): 'same' | 'cosmetic' | 'different' {
  return meaning === 'same-bytes' ? 'same' : meaning;
}

function remember<T>(memory: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let known = memory.get(key);
  if (!known) {
    known = make();
    memory.set(key, known);
    known.catch(() => memory.delete(key));
  }
  return known;
}
