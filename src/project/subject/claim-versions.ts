import { type ChangedWord, readAsChangedWords } from '../../history/changed-words.ts';
import { type Hunk, hunksBetween, lineBefore } from '../../history/line-changes.ts';
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
}

/** A line that stood where a commit wrote another, and how the new one can be read as the old one with other words. */
export interface OlderLine {
  readonly made: MadeLine;
  /** Empty where the line is the same but for white space and markers of lists. */
  readonly readings: readonly (readonly ChangedWord[])[];
}

/** How many versions a line is followed through, and with how many lines of the version before one is compared. */
const MOST_VERSIONS = 500;
const MOST_LINES = 50;

/** The versions of one claim file, in which its lines are followed beyond the commit that blame names. Starts no process. */
export class ClaimVersions {
  private readonly hunks = new Map<string, Promise<readonly Hunk[] | undefined>>();
  private readonly isMarkdown: boolean;

  /**
   * @param touches children before their parents
   * @param blameAt who made the lines of the file as the commit has it that gave it its name, if it had another one before
   */
  constructor(
    path: string,
    private readonly touches: readonly FileTouch[],
    private readonly text: (oid: string) => Promise<BlobText | undefined>,
    private readonly blameAt: (commit: string) => Promise<readonly MadeLine[]> | undefined,
  ) {
    this.isMarkdown = /\.(?:md|markdown|mdx)$/i.test(path);
  }

  /** What may have stood in place of a line before the commit that made it, the most likely first; none where that cannot be told. */
  async before({ commit, line }: MadeLine): Promise<OlderLine[]> {
    const at = this.touches.findIndex((touch) => touch.commit === commit);
    const touch = this.touches[at];
    if (touch?.before.length !== 1) return [];
    const hunks = await this.hunksOf(touch.before[0], touch.after);
    if (!hunks) return [];
    const place = lineBefore(line - 1, hunks);
    const places =
      typeof place === 'number' ? [{ line: place, readings: [] }] : alike(place, line - 1, this.isMarkdown);
    const older = await Promise.all(
      places.map(async ({ line: old, readings }) => ({
        made: await this.makerOf(touch.before[0]!, at, old),
        readings,
      })),
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
        const { commit, author, date, hasParents, before } = touch;
        const isNew = before.every((one) => one === undefined);
        if (isNew && hasParents) {
          const blame = await this.blameAt(commit);
          if (blame) return blame[index];
        }
        return { commit, author, date, boundary: !hasParents, line: index + 1 };
      }
      [oid, index] = [found.oid, found.line];
    }
    return undefined;
  }

  /** Where a line stood in a parent of a commit; 'made' if in none. */
  private async unchanged(
    { before, after }: FileTouch,
    line: number,
  ): Promise<{ oid: string; line: number } | 'made' | undefined> {
    for (const oid of before) {
      if (oid === undefined) continue;
      const hunks = await this.hunksOf(oid, after);
      if (!hunks) return undefined;
      const place = lineBefore(line, hunks);
      if (typeof place === 'number') return { oid, line: place };
    }
    return 'made';
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
    const old = await this.text(before);
    const now = await this.text(after);
    if (typeof old !== 'object' || typeof now !== 'object') return undefined;
    return hunksBetween(old.text, now.text, this.isMarkdown);
  }
}

/** The lines that a hunk took away and that can be read as one that it wrote, those at the same place first. All 0-based. */
function alike(
  { before, beforeAt, after, afterAt }: Hunk,
  line: number,
  isMarkdown: boolean,
): { line: number; readings: ChangedWord[][] }[] {
  const offset = line - afterAt;
  const text = after[offset]!;
  const first = Math.max(0, Math.min(offset - MOST_LINES / 2, before.length - MOST_LINES));
  const near = before.slice(first, first + MOST_LINES).map((_, i) => first + i);
  near.sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset));
  return near.flatMap((i) => {
    const readings = readAsChangedWords(before[i]!, text, isMarkdown);
    return readings.length > 0 ? [{ line: beforeAt + i, readings }] : [];
  });
}
