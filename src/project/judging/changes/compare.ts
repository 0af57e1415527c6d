import { type Renaming, calledSo } from '../../../evidence/called-so.ts';
import {
  type MeaningChange,
  compareMeaning,
  fingerprint,
  sameMeaning,
} from '../../../evidence/fingerprint.ts';
import { followLines } from '../../../evidence/follow-lines.ts';
import { type Located, locate } from '../../../evidence/locate.ts';
import type { Fragment } from '../../../evidence/fragment.ts';
import type { Extent } from '../../../evidence/meaning.ts';
import { type NamedPlace, namedPlacesOf } from '../../../evidence/named-places.ts';
import { splitLines } from '../../../evidence/lines.ts';
import { partAround } from '../../../evidence/part-around.ts';
import { partChanges, partsOf } from '../../../evidence/parts.ts';
import type { Syntax } from '../../../evidence/syntax.ts';
import type { PartChanges } from '../../../model/verdict.ts';
import { DEFAULT_WATCH, type Watch } from '../../../model/watch.ts';
import type { Digest } from '../../../ports/digest.ts';

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

/** What a target means (see `evidence/fingerprint.ts`), and where it is. */
export interface Fingerprinted {
  readonly fingerprint: string;
  readonly lines: Lines;
}

/** How many lines are looked at, in all, to find some that mean what is wanted. */
const MOST_SEARCHED = 1_000_000;

/** Finds and compares targets; answers are kept by the ids of the texts, so that each pair is looked at once. */
export class Comparer {
  private readonly located = new Map<string, Promise<Located>>();
  private readonly compared = new Map<string, Promise<Comparison>>();
  private readonly divided = new Map<string, Promise<PartChanges | undefined>>();
  private readonly named = new Map<string, Promise<readonly string[] | undefined>>();
  private readonly placed = new Map<string, Promise<readonly NamedPlace[]>>();
  private readonly around = new Map<string, Promise<Fragment | undefined>>();
  private readonly fingerprints = new Map<string, Promise<Fingerprinted | undefined>>();
  private readonly searched = new Map<string, Promise<Lines | 'none' | 'several' | 'too-large'>>();

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

  /** The fingerprint of a target, of the whole file where there is no fragment; undefined where the file has no such part. */
  fingerprint(
    version: Version,
    fragment: Fragment | undefined,
    watch: Watch = DEFAULT_WATCH,
    digest: Digest,
  ): Promise<Fingerprinted | undefined> {
    const key = JSON.stringify([version.oid, version.path, fragment, watch]);
    return remember(this.fingerprints, key, async () => {
      const { path, text } = version;
      const located = await locate(path, text, fragment, this.syntax);
      if (located.kind !== 'lines') return undefined;
      const lines = { start: located.startLine, end: located.endLine };
      const extent = extentOf({ version, ...(fragment && { part: { fragment, lines } }) }, watch);
      return { fingerprint: await fingerprint(extent, this.syntax, digest), lines };
    });
  }

  /** The only lines of a version, so many in a row, that mean what a fingerprint says; of those that overlap the first. */
  linesThatMean(
    wanted: string,
    version: Version,
    count: number,
    watch: Watch = DEFAULT_WATCH,
    digest: Digest,
  ): Promise<Lines | 'none' | 'several' | 'too-large'> {
    const key = JSON.stringify([version.oid, version.path, wanted, count, watch]);
    return remember(this.searched, key, async () => {
      const last = splitLines(version.text).length - count + 1;
      if (last * (last + count) > MOST_SEARCHED) return 'too-large';
      let found: Lines | undefined;
      for (let start = 1; start <= last; start++) {
        const lines = { start, end: start + count - 1 };
        const extent = extentOf({ version, part: partOfLines(lines) }, watch);
        if (sameMeaning(wanted, await fingerprint(extent, this.syntax, digest)) !== true) continue;
        if (found && found.end < start) return 'several';
        // Where they begin or end with nothing that counts, the lines beside them mean the same.
        found ??= lines;
      }
      return found ?? 'none';
    });
  }

  /** Which named parts of a file changed from one version to another; undefined where one of them cannot be taken apart. */
  parts(before: Version, after: Version): Promise<PartChanges | undefined> {
    const key = JSON.stringify([before.oid, before.path, after.oid, after.path]);
    return remember(this.divided, key, () => partChanges(before, after, this.syntax));
  }

  /** The names of a file's parts, in its order; undefined where it cannot be taken apart. */
  names({ oid, path, text }: Version): Promise<readonly string[] | undefined> {
    return remember(this.named, JSON.stringify([oid, path]), async () => {
      const found = await partsOf({ path, text }, this.syntax);
      return found?.parts.map(({ name }) => name);
    });
  }

  /** All that a locator can name in a file, whatever mistakes it has. */
  places({ oid, path, text }: Version): Promise<readonly NamedPlace[]> {
    return remember(this.placed, JSON.stringify([oid, path]), () =>
      namedPlacesOf({ path, text }, this.syntax),
    );
  }

  /** The same of a text that is in no file yet. */
  placesOf(path: string, text: string): Promise<readonly NamedPlace[]> {
    return namedPlacesOf({ path, text }, this.syntax);
  }

  /** The text of a version in which a symbol has another name, as the lines of it have it; undefined where that cannot be told. */
  async renamed({ path, text }: Version, renaming: Renaming): Promise<string | undefined> {
    const code = await this.syntax.code(path, text);
    return code && calledSo(path, text.replace(/\r\n?/g, '\n'), code.tokens, renaming);
  }

  /** The part that a name speaks of which is no symbol of a file; undefined where that is no single part. */
  partAround({ oid, path, text }: Version, name: string): Promise<Fragment | undefined> {
    return remember(this.around, JSON.stringify([oid, path, name]), () =>
      partAround(path, text, name, this.syntax),
    );
  }

  private async compareAfresh(
    before: Version,
    after: Version,
    fragment: Fragment | undefined,
    watch: Watch,
  ): Promise<Comparison> {
    if (!fragment)
      return { kind: toKind(await this.meaning({ version: before }, { version: after }, watch)) };
    const old = await this.locate(before, fragment);
    if (old.kind !== 'lines') return { kind: 'absent-before' };
    const then = { start: old.startLine, end: old.endLine };
    if (fragment.kind === 'lines') return this.compareRange(before, then, after, watch);
    const now = await this.locate(after, fragment);
    if (now.kind !== 'lines') return { kind: 'different' };
    const lines = { start: now.startLine, end: now.endLine };
    const meaning = this.meaning(
      { version: before, part: { fragment, lines: then } },
      { version: after, part: { fragment, lines } },
      watch,
    );
    return { kind: toKind(await meaning), lines };
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
    const meaning = this.meaning(
      { version: before, part: partOfLines(then) },
      { version: after, part: partOfLines(lines) },
      watch,
    );
    const kind = toKind(await meaning);
    return { kind: kind === 'same' ? 'cosmetic' : kind, lines };
  }

  private meaning(before: Side, after: Side, watch: Watch): Promise<MeaningChange> {
    return compareMeaning(extentOf(before, watch), extentOf(after, watch), this.syntax);
  }
}

/** A version, or a part of it. */
interface Side {
  readonly version: Version;
  readonly part?: { readonly fragment: Fragment; readonly lines: Lines };
}

function partOfLines(lines: Lines): NonNullable<Side['part']> {
  return { fragment: { kind: 'lines', ...lines }, lines };
}

function extentOf({ version: { path, text }, part }: Side, watch: Watch): Extent {
  return { path, text, ...part, watch };
}

function toKind(meaning: MeaningChange): 'same' | 'cosmetic' | 'different' {
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
