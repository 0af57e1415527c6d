import { type BlameLine, blameFile } from '../../history/blame.ts';
import { type PathChange, changesSince } from '../../history/changes.ts';
import { type CommitFacts, describeCommit } from '../../history/commit.ts';
import { type Deletion, findDeletions } from '../../history/deletions.ts';
import { ignoredPaths } from '../../history/files.ts';
import { renamesBetween } from '../../history/renames.ts';
import type { RepositoryFacts } from '../../history/repository.ts';
import { type ChangedPaths, type Screen, screenChanges } from '../../history/screen.ts';
import { type TreeFile, listTree } from '../../history/trees.ts';
import { decodeText } from '../../evidence/text.ts';
import type { Git } from '../../ports/git.ts';
import { EVIDENCE_LIMIT } from './contents.ts';

/** What a blob holds, or why that cannot be said. */
export type BlobText = { readonly text: string } | 'not-text' | 'not-fetched';

/** How many texts of blobs are kept. */
const KEPT_TEXTS = 64;

/**
 * What git said of one repository, at one HEAD. Everything is asked at most once. While `asking` is off (between keystrokes and the next
 * check), nothing is asked at all: what is not known yet reads as undefined.
 */
export class SubjectHistory {
  asking = true;
  private headOids: ReadonlyMap<string, string> | undefined;
  private readonly deletions = new Map<string, Deletion | undefined>();
  private readonly ignored = new Map<string, boolean>();
  private readonly screened = new Map<string, Screen>();
  private readonly texts = new Map<string, BlobText>();
  private readonly answers = new Map<string, Promise<unknown>>();

  constructor(
    private readonly git: Git,
    readonly facts: RepositoryFacts & { readonly head: string },
    private readonly ignoreRevsFile: string | undefined,
  ) {}

  /** Asks, in a constant number of processes, all that many links need. */
  async prepare(missing: Iterable<string>, claimFiles: Iterable<string>): Promise<void> {
    if (!this.asking) return;
    await Promise.all([this.listHead(), this.lookForMissing(missing), this.screen(claimFiles)]);
  }

  /** Learns what HEAD has at every path, by one process: many times faster than to look paths up one by one in large folders. */
  async listHead(): Promise<void> {
    if (this.headOids || !this.asking) return;
    const files = await this.tree(this.facts.head, '');
    this.headOids ??= new Map(files?.map(({ path, oid }) => [path, oid]));
  }

  /** The id of what HEAD has at a path; null if it has nothing there, undefined if not known. */
  headOid(path: string): string | null | undefined {
    return this.headOids && (this.headOids.get(path) ?? null);
  }

  /** When a path that is not there now went; undefined if it never was there, or not known. */
  deletion(path: string): Deletion | undefined {
    return this.deletions.get(path);
  }

  /** Whether git ignores a path that is not there. */
  isIgnored(path: string): boolean {
    return this.ignored.get(path) ?? false;
  }

  /** Paths that differed from HEAD at some commit since the claim file's first; see `Screen`. */
  changedSince(claimFile: string): ChangedPaths | 'all' | undefined {
    return this.screened.get(claimFile)?.changedSince(claimFile);
  }

  /** How old a commit that touched a claim file is, by its place in history: the smaller, the newer. */
  ageOf(claimFile: string, commit: string): number {
    return this.screened.get(claimFile)?.ageOf(commit) ?? Number.MAX_SAFE_INTEGER;
  }

  /** Who last touched each line of a file at HEAD. */
  blame(path: string): Promise<readonly BlameLine[]> | undefined {
    return this.ask(`blame ${path}`, () =>
      blameFile(this.git, this.facts.head, path, { ignoreRevsFile: this.ignoreRevsFile }),
    );
  }

  /** The id of what a commit had at a path, following renames up to HEAD; null if it had nothing. */
  atCommit(commit: string, path: string): Promise<{ path: string; oid: string } | null> | undefined {
    return this.ask(`at ${commit} ${path}`, async () => {
      const [there] = await this.git.info([`${commit}:${path}`]);
      if (there?.type === 'blob') return { path, oid: there.oid };
      const renames = await this.ask(`renames ${commit}`, () =>
        renamesBetween(this.git, commit, this.facts.head),
      );
      const before = renames?.get(path);
      if (before === undefined) return null;
      const [then] = await this.git.info([`${commit}:${before}`]);
      return then?.type === 'blob' ? { path: before, oid: then.oid } : null;
    });
  }

  /** The text of a blob. The last few are kept, so that typing in a file that has changed can be judged without asking again. */
  async text(oid: string): Promise<BlobText | undefined> {
    const kept = this.texts.get(oid);
    if (kept || !this.asking) return kept;
    const text = await this.readText(oid);
    this.texts.set(oid, text);
    if (this.texts.size > KEPT_TEXTS) this.texts.delete(this.texts.keys().next().value!);
    return text;
  }

  private async readText(oid: string): Promise<BlobText> {
    const bytes = await this.git.blob(oid, EVIDENCE_LIMIT);
    if (!bytes) return (await this.git.info([oid]))[0] ? 'not-text' : 'not-fetched';
    const decoded = decodeText(bytes);
    return decoded.kind === 'text' ? { text: decoded.text } : 'not-text';
  }

  /** The files a commit had below a folder ('' for all). */
  tree(commit: string, folder: string): Promise<readonly TreeFile[]> | undefined {
    return this.ask(`tree ${commit} ${folder}`, () => listTree(this.git, commit, folder));
  }

  /** Commits since a baseline that touched one of some paths, newest first. */
  changes(baseline: string, paths: readonly string[]): Promise<readonly PathChange[]> | undefined {
    return this.ask(`changes ${baseline} ${[...paths].sort().join('\0')}`, () =>
      changesSince(this.git, baseline, this.facts.head, paths),
    );
  }

  /** The full id a revision stands for; null if there is no such commit. */
  commit(revision: string): Promise<string | null> | undefined {
    return this.ask(`commit ${revision}`, async () => {
      const [found] = await this.git.info([`${revision}^{commit}`]);
      return found?.oid ?? null;
    });
  }

  /** What a commit that is there says of itself. */
  describe(commit: string): Promise<CommitFacts> | undefined {
    return this.ask(`describe ${commit}`, () => describeCommit(this.git, commit));
  }

  private ask<T>(question: string, answer: () => Promise<T>): Promise<T> | undefined {
    const known = this.answers.get(question) as Promise<T> | undefined;
    if (known || !this.asking) return known;
    const asked = answer();
    this.answers.set(question, asked);
    // A failure is not an answer: the next check asks again.
    asked.catch(() => this.answers.delete(question));
    return asked;
  }

  private async lookForMissing(paths: Iterable<string>): Promise<void> {
    const unknown = [...new Set(paths)].filter((path) => !this.ignored.has(path));
    if (unknown.length === 0) return;
    const [ignored, deletions] = await Promise.all([
      ignoredPaths(this.git, unknown),
      findDeletions(this.git, this.facts.head, unknown),
    ]);
    for (const path of unknown) {
      this.ignored.set(path, ignored.has(path));
      this.deletions.set(path, deletions.get(path));
    }
  }

  private async screen(claimFiles: Iterable<string>): Promise<void> {
    const unknown = [...new Set(claimFiles)].filter((file) => !this.screened.has(file));
    if (unknown.length === 0) return;
    const screen = await screenChanges(this.git, this.facts, unknown);
    for (const file of unknown) this.screened.set(file, screen);
  }
}
