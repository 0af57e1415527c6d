import { type BlameLine, blameFile } from '../../history/blame.ts';
import { type PathChange, changesSince } from '../../history/changes.ts';
import { commitDates } from '../../history/commit-dates.ts';
import { type CommitFacts, describeCommit, hasParents } from '../../history/commit.ts';
import type { Deletion } from '../../history/deletions.ts';
import { type LastCommit, lastCommitOf } from '../../history/last-commit.ts';
import { createLookUp } from '../../history/look-up.ts';
import { isPartialClone } from '../../history/partial-clone.ts';
import type { FileDelta } from '../../history/raw.ts';
import { renamesAlong, renamesBetween } from '../../history/renames.ts';
import type { RepositoryFacts } from '../../history/repository.ts';
import type { ChangedPaths } from '../../history/screen.ts';
import { type PathTouch, touchesOfFiles } from '../../history/touches.ts';
import { differencesOf } from '../../history/tree-differences.ts';
import { type TreeFile, listTree } from '../../history/trees.ts';
import { push } from '../../model/multimap.ts';
import { joinPath, pathBelow } from '../../model/paths.ts';
import type { Git } from '../../ports/git.ts';
import { Answers } from './answers.ts';
import { type BlobText, BlobTexts } from './blob-texts.ts';
import { ClaimVersions, type EarlierFile } from './claim-versions.ts';
import { earlierFile } from './earlier-file.ts';
import { filesAt } from './files-at-commit.ts';
import { HeadFiles } from './head-files.ts';
import { MissingPaths } from './missing-paths.ts';
import { type Past, fileAt } from './path-at-commit.ts';
import { ScreenedFiles } from './screened-files.ts';
import { type Move, openMoves, openNestedMoves } from './submodule-changes.ts';
import { followLinks } from './symbolic-links.ts';
import { type Then, type Unread, isUnread } from './then.ts';

/**
 * What git said of one repository, at one HEAD. Everything is asked at most once. While `asking` is off (between keystrokes and the next
 * check), nothing is asked at all: what is not known yet reads as undefined.
 *
 * Paths may lead into submodules that were opened: their histories answer for them, at the commits that this repository records.
 */
export class SubjectHistory {
  private readonly head = new HeadFiles();
  private readonly answers = new Answers(isLasting);
  private readonly screened: ScreenedFiles;
  private readonly texts: BlobTexts;
  private readonly missing: MissingPaths;
  private readonly inner = new Map<string, SubjectHistory>();
  private readonly claimVersions = new Map<string, ClaimVersions>();
  private readonly past: Past;

  constructor(
    private readonly git: Git,
    readonly facts: RepositoryFacts & { readonly head: string },
    private readonly ignoreRevsFile: string | undefined,
  ) {
    this.texts = new BlobTexts(git, () => this.isPartial());
    this.missing = new MissingPaths(git, facts.head);
    this.screened = new ScreenedFiles(git, facts);
    this.past = this.openPast();
  }

  get asking(): boolean {
    return this.answers.asking;
  }

  set asking(asking: boolean) {
    this.answers.asking = asking;
    for (const history of this.inner.values()) history.asking = asking;
  }

  /** Whether this is still what is to be known of a repository in some state. */
  isOf(
    { head, shallow }: { readonly head: string; readonly shallow: boolean },
    ignoreRevsFile?: string,
  ): boolean {
    return (
      this.facts.head === head && this.facts.shallow === shallow && this.ignoreRevsFile === ignoreRevsFile
    );
  }

  /** What git failed at, or did not have, may be different in the next check. */
  forgetFailures(): void {
    this.answers.forgetFailures();
  }

  forgetSubmodules(): void {
    this.inner.clear();
  }

  /** Lets the history of a checked out submodule answer for what lies in it. */
  addSubmodule(path: string, history: SubjectHistory): void {
    this.inner.set(path, history);
  }

  /** Asks, in a constant number of processes, all that many links need. */
  async prepare(missing: Iterable<string>, claimFiles: Iterable<string>): Promise<void> {
    if (!this.asking) return;
    await Promise.all([this.listHead(), this.lookForMissing(missing), this.screened.screen(claimFiles)]);
  }

  /** Learns what HEAD has at every path, by one process: many times faster than to look paths up one by one in large folders. */
  async listHead(): Promise<void> {
    if (this.head.isKnown || !this.asking) return;
    const files = await this.listTree(this.facts.head, '');
    if (files && !this.head.isKnown) this.head.learn(files);
  }

  /** The id of what HEAD has at a path; null if it has nothing there, undefined if not known. */
  headOid(path: string): string | null | undefined {
    const home = this.submoduleOf(path);
    if (home) return home.history.headOid(home.rest);
    return this.head.oid(path);
  }

  /** Whether a path is, or lies in, a submodule that was opened. */
  submoduleHolds(path: string): boolean {
    return this.submoduleOf(path) !== undefined;
  }

  /** What HEAD has at a path is a symbolic link. */
  isLink(path: string): boolean {
    return this.head.links.has(path);
  }

  /** The submodules that HEAD records, with their commits. */
  get submodules(): ReadonlyMap<string, string> {
    return this.head.submodules;
  }

  /**
   * The paths of this repository that decide what a path holds at HEAD: itself, the submodule that it lies in, and, of a symbolic link, those that
   * it leads to. What stays the same in all of them stays the same.
   */
  async restsOn(path: string): Promise<readonly string[]> {
    const home = this.submoduleOf(path);
    if (home) return [path, home.path];
    if (!this.isLink(path)) return [path];
    return (await this.ask(`rests ${path}`, () => followLinks(this.facts.head, path, this.past))) ?? [path];
  }

  /** Where a path leads once all symbolic links of it are followed, as they are at HEAD; undefined if not known. */
  async realPath(path: string): Promise<string | undefined> {
    return (await this.ask(`rests ${path}`, () => followLinks(this.facts.head, path, this.past)))?.at(-1);
  }

  /** The same for a folder: what else decides what its files hold. */
  async linksBelow(folder: string): Promise<readonly string[]> {
    const links = [...this.head.links].filter((path) => pathBelow(folder, path) !== undefined);
    return (await Promise.all(links.map((path) => this.restsOn(path)))).flat();
  }

  /** When a path that is not there now went; undefined if it never was there, or not known. */
  deletion(path: string): Deletion | undefined {
    const home = this.submoduleOf(path);
    if (!home) return this.missing.deletion(path);
    const deletion = home.history.deletion(home.rest);
    if (!deletion) return undefined;
    const { movedTo } = deletion;
    return { ...deletion, path, ...(movedTo === undefined ? {} : { movedTo: joinPath(home.path, movedTo) }) };
  }

  /** Whether git ignores a path that is not there. */
  isIgnored(path: string): boolean {
    const home = this.submoduleOf(path);
    return home ? home.history.isIgnored(home.rest) : this.missing.isIgnored(path);
  }

  /** Paths that differed from HEAD at some commit since the claim file's first; see `Screen`. */
  changedSince(claimFile: string): ChangedPaths | 'all' | undefined {
    return this.screened.changedSince(claimFile);
  }

  /** How old a commit that touched a claim file is, by its place in history: the smaller, the newer. */
  ageOf(claimFile: string, commit: string): number {
    return this.screened.ageOf(claimFile, commit) ?? Number.MAX_SAFE_INTEGER;
  }

  /** The versions of a claim file, as far as it was called so. */
  versionsOf(claimFile: string): ClaimVersions {
    const known = this.claimVersions.get(claimFile);
    if (known) return known;
    const touches = this.screened.touchesOf(claimFile);
    const made = new ClaimVersions(claimFile, touches, {
      text: (oid) => this.text(oid),
      earlier: async (commit, path) =>
        this.changedSince(claimFile) === 'all' ? this.earlierFile(commit, path) : undefined,
      blame: (commit, path) => this.blameAt(commit, path),
      isIgnored: async (commit) => (await this.ignoredCommits())?.has(commit) ?? false,
    });
    if (touches.length > 0) this.claimVersions.set(claimFile, made);
    return made;
  }

  private earlierFile(commit: string, path: string): Promise<EarlierFile | undefined> | undefined {
    return this.ask(`earlier ${commit} ${path}`, () =>
      earlierFile(this.git, commit, path, async (before, after) =>
        this.ask(`renames ${before} ${after}`, () => renamesBetween(this.git, before, after)),
      ),
    );
  }

  /** The commits that count for nothing, as HEAD lists them. */
  private ignoredCommits(): Promise<ReadonlySet<string>> | undefined {
    const file = this.ignoreRevsFile;
    if (file === undefined) return undefined;
    return this.ask('ignored commits', async () => {
      const bytes = await this.git.blob(`${this.facts.head}:${file}`, MOST_IGNORED_BYTES);
      const lines = new TextDecoder().decode(bytes).split('\n');
      return new Set(lines.map((line) => line.replace(/#.*/, '').trim()).filter(Boolean));
    });
  }

  /** Whether a commit has a file or folder at a path; false where it cannot be told. */
  async has(commit: string, path: string): Promise<boolean> {
    return (await this.git.info([`${commit}:${path}`]))[0] !== undefined;
  }

  /** The answer to a question that others of these answer together; it is asked once. */
  once<T>(question: string, answer: () => Promise<T>): Promise<T> | undefined {
    return this.ask(`once ${question}`, answer);
  }

  /** Who last touched each line of a file at HEAD. */
  blame(path: string): Promise<readonly BlameLine[]> | undefined {
    return this.blameAt(this.facts.head, path);
  }

  private blameAt(commit: string, path: string): Promise<readonly BlameLine[]> | undefined {
    return this.ask(`blame ${commit} ${path}`, () =>
      blameFile(this.git, commit, path, { ignoreRevsFile: this.ignoreRevsFile }),
    );
  }

  /** The id of what a commit had at a path, following renames up to HEAD; null if it had nothing. */
  atCommit(commit: string, path: string): Promise<Then | Unread | null> | undefined {
    return this.ask(`at ${commit} ${path}`, () => fileAt(commit, path, this.past));
  }

  /** The text of a blob, of this repository or a submodule. */
  async text(oid: string): Promise<BlobText | undefined> {
    const kept = this.texts.kept(oid);
    if (kept || !this.asking) return kept ?? this.textWithin(oid);
    const text = await this.texts.read(oid);
    return typeof text === 'string' && text !== 'not-text' ? ((await this.textWithin(oid)) ?? text) : text;
  }

  private async textWithin(oid: string): Promise<BlobText | undefined> {
    let last: BlobText | undefined;
    for (const history of this.inner.values()) {
      last = await history.text(oid);
      if (typeof last === 'object') return last;
    }
    return last;
  }

  /** Whether there is an object, a commit or a blob, of this id in this clone. */
  exists(oid: string): Promise<boolean> | undefined {
    return this.ask(`exists ${oid}`, async () => (await this.git.info([oid]))[0] !== undefined);
  }

  /** Whether a commit, that has no parents here, is where history was cut off when it was cloned. */
  isCutOff(commit: string): Promise<boolean> | undefined {
    if (!this.facts.shallow) return Promise.resolve(false);
    return this.ask(`cut ${commit}`, () => hasParents(this.git, commit));
  }

  /** The files a commit had below a folder ('' for all), those of submodules that were opened included. */
  tree(commit: string, folder: string): Promise<readonly TreeFile[] | Unread> | undefined {
    return this.ask(`tree ${commit} ${folder}`, () => this.listAt(commit, folder));
  }

  private async listAt(commit: string, folder: string): Promise<readonly TreeFile[] | Unread> {
    if (!(await this.exists(commit))) return this.past.whyUnread(commit);
    return filesAt(commit, folder, {
      lookUp: this.past.lookUp,
      list: (at, below) => this.listTree(at, below),
      submodule: (path) => this.inner.get(path),
      submoduleOf: (path) => this.submoduleOf(path),
    });
  }

  private listTree(commit: string, folder: string): Promise<readonly TreeFile[]> | undefined {
    return this.ask(`list ${commit} ${folder}`, () => listTree(this.git, commit, folder));
  }

  /** The same for a commit that another repository records of this one. */
  async treeAt(commit: string, folder: string): Promise<readonly TreeFile[] | Unread> {
    if (!(await this.exists(commit))) return 'no-submodule';
    return (await this.tree(commit, folder)) ?? 'no-submodule';
  }

  /** Commits since a baseline that touched one of some paths, newest first. */
  changes(baseline: string, paths: readonly string[]): Promise<readonly PathChange[]> | undefined {
    return this.ask(`changes ${baseline} ${[...paths].sort().join('\0')}`, async () => {
      const asked = new Set<string>();
      /** What a symbolic link leads to changes the link's content. */
      const leadingTo = new Map<string, string[]>();
      for (const path of paths) {
        for (const rest of await this.restsOn(path)) {
          asked.add(rest);
          if (rest !== path && this.isLink(path)) push(leadingTo, rest, path);
        }
      }
      for (const [path] of this.inner) {
        if (paths.some((folder) => pathBelow(folder, path) !== undefined)) asked.add(path);
      }
      const changes = await changesSince(this.git, baseline, this.facts.head, [...asked]);
      const opened = await openMoves(changes, this.inner);
      return opened.flatMap((change) => [
        change,
        ...(leadingTo.get(change.path) ?? []).map((path) => ({ ...change, path })),
      ]);
    });
  }

  /** All commits that touched some files, newest first. Those of files in submodules are not known. */
  touches(paths: readonly string[]): Promise<readonly PathTouch[]> | undefined {
    return this.ask(`touches ${[...paths].sort().join('\0')}`, () =>
      touchesOfFiles(this.git, this.facts.head, paths),
    );
  }

  /** Of commits that touched some files, newest first, those that were made as they are after a moment (ISO 8601), by the committer's dates. */
  touchesAfter(moment: string, paths: readonly string[]): Promise<readonly PathTouch[]> | undefined {
    return this.ask(`touches after ${moment} ${[...paths].sort().join('\0')}`, async () => {
      const touches = (await this.touches(paths)) ?? [];
      const dates = await commitDates(
        this.git,
        touches.map(({ commit }) => commit),
      );
      const since = Date.parse(moment);
      return touches.filter(({ commit }) => Date.parse(dates.get(commit) ?? '') > since);
    });
  }

  /** What differs in each of some moves from one commit to another; nothing where one of them is not there. One process, and one for
   * each submodule that moved in them. @throws GitError */
  async differences(moves: readonly Move[]): Promise<readonly (readonly FileDelta[])[]> {
    const names = moves.flatMap(({ before = '', after = '' }) => [`${before}^{tree}`, `${after}^{tree}`]);
    const trees = await this.git.info(names);
    const pairs = moves.flatMap((_, i): (readonly [number, string, string])[] => {
      const [before, after] = [trees[2 * i], trees[2 * i + 1]];
      return before && after ? [[i, before.oid, after.oid]] : [];
    });
    const found = await differencesOf(
      this.git,
      pairs.map(([, before, after]) => [before, after]),
    );
    const differences: FileDelta[][] = moves.map(() => []);
    pairs.forEach(([i], at) => (differences[i] = found[at] ?? []));
    return openNestedMoves(differences, this.inner);
  }

  /** The full id a revision stands for; null if there is no such commit. */
  commit(revision: string): Promise<string | null> | undefined {
    return this.ask(`commit ${revision}`, async () => {
      const [found] = await this.git.info([`${revision}^{commit}`]);
      return found?.oid ?? null;
    });
  }

  /** The commit that last touched a path at HEAD; null if none did. */
  lastCommit(path: string): Promise<LastCommit | null> | undefined {
    return this.ask(
      `last ${path}`,
      async () => (await lastCommitOf(this.git, this.facts.head, path)) ?? null,
    );
  }

  /** What a commit that is there says of itself. */
  describe(commit: string): Promise<CommitFacts> | undefined {
    return this.ask(`describe ${commit}`, () => describeCommit(this.git, commit));
  }

  /** The opened submodule that a path lies in or is, and the path from there. */
  private submoduleOf(path: string): { path: string; rest: string; history: SubjectHistory } | undefined {
    for (const [inner, history] of this.inner) {
      if (path === inner) return { path: inner, rest: '', history };
      const rest = pathBelow(inner, path);
      if (rest !== undefined) return { path: inner, rest, history };
    }
    return undefined;
  }

  private isPartial(): Promise<boolean> {
    return this.ask('partial', () => isPartialClone(this.git)) ?? Promise.resolve(false);
  }

  private openPast(): Past {
    const { git, facts } = this;
    const ask = async <T>(question: string, answer: () => Promise<T>): Promise<T> =>
      (await this.ask(question, answer)) ?? answer();
    return {
      git,
      lookUp: createLookUp(git),
      isLink: (path) => this.isLink(path),
      linkText: async (oid) => {
        const read = await this.texts.read(oid);
        return typeof read === 'string' ? undefined : read.text;
      },
      whyUnread: async (commit) => {
        if (facts.shallow && !(await this.exists(commit))) return 'shallow';
        if (!(await this.exists(commit))) return 'not-fetched';
        return (await this.isPartial()) ? 'not-fetched' : 'not-readable';
      },
      submodule: (path) => this.inner.get(path),
      submoduleOf: (path) => this.submoduleOf(path),
      renamesSince: (commit) => ask(`renames ${commit}`, () => renamesBetween(git, commit, facts.head)),
      renamesAlong: (commit) => ask(`steps ${commit}`, () => renamesAlong(git, commit, facts.head)),
    };
  }

  private ask<T>(question: string, answer: () => Promise<T>): Promise<T> | undefined {
    return this.answers.ask(question, answer);
  }

  private async lookForMissing(paths: Iterable<string>): Promise<void> {
    const own: string[] = [];
    const within = new Map<SubjectHistory, string[]>();
    for (const path of paths) {
      const home = this.submoduleOf(path);
      if (home) within.set(home.history, [...(within.get(home.history) ?? []), home.rest]);
      else own.push(path);
    }
    await Promise.all([
      this.missing.lookFor(own),
      ...[...within].map(([history, inside]) => history.lookForMissing(inside)),
    ]);
  }
}

/** A longer list of commits to ignore is not read. */
const MOST_IGNORED_BYTES = 1_000_000;

/** What is not in a clone may be fetched. */
function isLasting(answer: unknown): boolean {
  return answer !== false && answer !== null && !isUnread(answer);
}
