import type { ChangedWord } from '../../history/changed-words.ts';
import { type Hunk, hunksBetween, lineBefore } from '../../history/line-changes.ts';
import { isMarkdownFile, linesReadAs } from '../../history/lines-read-as.ts';
import type { FileTouch } from '../../history/screen.ts';
import type { BlobText } from './blob-texts.ts';

/** A line of a claim file in the version of the commit that made it. */
export interface MadeLine {
  readonly commit: string;
  readonly author: string;
  /** The author's, ISO 8601 with offset. */
  readonly date: string;
  /** The commit has no parents here. */
  readonly boundary: boolean;
  /** 1-based. */
  readonly line: number;
  /** What the file was called in that commit, if that was not its present name. */
  readonly path?: string;
}

/** A file before a commit that gave it its name, or that touched it under an older one. */
export interface EarlierFile {
  /** The commit's only parent. */
  readonly parent: string;
  /** What the file was called in it. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What the versions of a claim file are asked of. */
export interface VersionSource {
  text(oid: string): Promise<BlobText | undefined>;
  /** Undefined where there was no such file, or where the commit merges. */
  earlier(commit: string, path: string): Promise<EarlierFile | undefined>;
  blame(commit: string, path: string): Promise<readonly MadeLine[]> | undefined;
  /** Whether the commit is one of those that count for nothing (`.git-blame-ignore-revs`). */
  isIgnored(commit: string): Promise<boolean>;
}

/** A line that stood where a commit wrote another, and how the new one can be read as the old one with other words. */
export interface OlderLine {
  readonly made: MadeLine;
  /** Empty where the line is the same but for white space and markers of lists. */
  readonly readings: readonly (readonly ChangedWord[])[];
}

/** How many versions a line is followed through. */
const MOST_VERSIONS = 500;

/** The versions of one claim file, in which its lines are followed beyond the commit that blame names. Starts no process but where the file was renamed. */
export class ClaimVersions {
  private readonly hunks = new Map<string, Promise<readonly Hunk[] | undefined>>();
  private readonly isMarkdown: boolean;

  /** @param touches children before their parents */
  constructor(
    private readonly path: string,
    private readonly touches: readonly FileTouch[],
    private readonly source: VersionSource,
  ) {
    this.isMarkdown = isMarkdownFile(path);
  }

  /**
   * What may have stood in place of a line before the commit that made it, the most likely first; none where that cannot be told. A merge that wrote
   * the line has the lines of all its parents before it.
   */
  async before(made: MadeLine): Promise<OlderLine[]> {
    const at = this.touches.findIndex((touch) => touch.commit === made.commit);
    const touch = this.touches[at];
    if (!touch || isNamed(touch)) return this.beforeNamed(made);
    const older = await Promise.all(
      touch.before.map((oid) =>
        oid === undefined
          ? []
          : this.standingFor(made.line - 1, [oid, touch.after], (line) => this.makerOf(oid, at, line)),
      ),
    );
    return older.flat();
  }

  /** The same where the file had another name. */
  private async beforeNamed({ commit, path = this.path, line }: MadeLine): Promise<OlderLine[]> {
    const earlier = await this.source.earlier(commit, path);
    if (!earlier) return [];
    const { before, after } = earlier;
    return this.standingFor(line - 1, [before, after], async (old) => {
      const blame = await this.source.blame(earlier.parent, earlier.path);
      return blame?.[old];
    });
  }

  /** What stood in one version in place of a line (0-based) of the next. */
  private async standingFor(
    line: number,
    [before, after]: readonly [string, string | undefined],
    makerOf: (line: number) => Promise<MadeLine | undefined>,
  ): Promise<OlderLine[]> {
    const hunks = await this.hunksOf(before, after);
    if (!hunks) return [];
    const place = lineBefore(line, hunks);
    const places =
      typeof place === 'number' ? [{ line: place, readings: [] }] : linesReadAs(place, line, this.isMarkdown);
    const older = await Promise.all(
      places.map(async ({ line: old, readings }) => ({ made: await makerOf(old), readings })),
    );
    return older.flatMap(({ made, readings }) => (made ? [{ made, readings }] : []));
  }

  /** Who made a line (0-based) of a version that is older than a touch. */
  private async makerOf(version: string, newer: number, line: number): Promise<MadeLine | undefined> {
    let [oid, at, index] = [version, newer, line];
    for (let step = 0; step < MOST_VERSIONS; step++) {
      const from = at + 1;
      at = this.touches.findIndex((touch, i) => i >= from && touch.after === oid);
      const touch = this.touches[at];
      if (!touch) return undefined;
      const found = await this.unchanged(touch, index);
      if (found === undefined) return undefined;
      if (found === 'made') {
        const { commit, author, date, hasParents } = touch;
        const earlier = isNamed(touch) ? await this.source.earlier(commit, this.path) : undefined;
        const blame = earlier && (await this.source.blame(commit, this.path));
        return blame?.[index] ?? { commit, author, date, boundary: !hasParents, line: index + 1 };
      }
      [oid, index] = [found.oid, found.line];
    }
    return undefined;
  }

  /** Where a line stood in a parent of a commit; 'made' if in none. */
  private async unchanged(
    { commit, before, after }: FileTouch,
    line: number,
  ): Promise<{ oid: string; line: number } | 'made' | undefined> {
    const replaced: { oid: string; line: number }[] = [];
    for (const oid of before) {
      if (oid === undefined) continue;
      const hunks = await this.hunksOf(oid, after);
      if (!hunks) return undefined;
      const place = lineBefore(line, hunks);
      if (typeof place === 'number') return { oid, line: place };
      const old = likeliest(place, line, this.isMarkdown);
      if (old !== undefined) replaced.push({ oid, line: old });
    }
    return replaced[0] && (await this.source.isIgnored(commit)) ? replaced[0] : 'made';
  }

  /** Undefined where a version is not there, or cannot be read. */
  private hunksOf(
    before: string | undefined,
    after: string | undefined,
  ): Promise<readonly Hunk[] | undefined> {
    const key = `${before} ${after}`;
    const known = this.hunks.get(key);
    if (known) return known;
    const made = this.readHunks(before, after);
    this.hunks.set(key, made);
    made.then(
      (found) => found ?? this.hunks.delete(key),
      () => this.hunks.delete(key),
    );
    return made;
  }

  private async readHunks(
    before: string | undefined,
    after: string | undefined,
  ): Promise<readonly Hunk[] | undefined> {
    if (before === undefined || after === undefined) return undefined;
    const old = await this.source.text(before);
    const now = await this.source.text(after);
    if (typeof old !== 'object' || typeof now !== 'object') return undefined;
    return hunksBetween(old.text, now.text, this.isMarkdown);
  }
}

/** The commit gave the file its name: it made it, or renamed it. */
function isNamed({ before, hasParents }: FileTouch): boolean {
  return hasParents && before.every((oid) => oid === undefined);
}

/** The line that a commit which counts for nothing wrote anew: the one that reads like it, else the one at its place. All 0-based. */
function likeliest(hunk: Hunk, line: number, isMarkdown: boolean): number | undefined {
  if (hunk.before.length === 0) return undefined;
  const [like] = linesReadAs(hunk, line, isMarkdown);
  return like?.line ?? hunk.beforeAt + Math.min(line - hunk.afterAt, hunk.before.length - 1);
}
