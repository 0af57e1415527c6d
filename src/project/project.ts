import { type Syntax, createSyntax } from '../evidence/syntax.ts';
import type { Case } from '../model/case.ts';
import type { Finding } from '../model/finding.ts';
import { push } from '../model/multimap.ts';
import { baseName, folderOf, pathBelow } from '../model/paths.ts';
import type { NewestReviews } from '../model/newest-reviews.ts';
import { NO_REVIEW_POLICY, type ReviewPolicy } from '../model/review.ts';
import type { Host } from '../ports/host.ts';
import type { Settings } from '../model/settings.ts';
import { assemble, byPlace } from './assemble.ts';
import { homeOf, rootOf } from './subject/case-subject.ts';
import { ClaimFileStore } from './claim-files/claim-file-store.ts';
import type { ClaimFile } from './claim-files/claim-file.ts';
import { ClaimFileSearch } from './claim-files/claim-file-search.ts';
import { prefixesIn } from './claim-files/further-cases.ts';
import { findImpact } from './impact/find-impact.ts';
import { BaseMemory } from './impact/base-memory.ts';
import type { Impact } from './impact/impact.ts';
import { CommentStore } from './comments/comment-store.ts';
import { type JudgedComments, judgeComments } from './comments/judge-comments.ts';
import { inTurns } from './judging/in-turns.ts';
import { type ClaimText, claimTextOf } from './editing/claim-text.ts';
import { joinFiles } from './claim-files/join-files.ts';
import { isOnDisk, textOnDisk } from './editing/text-on-disk.ts';
import { judgeCases } from './judging/judge-cases.ts';
import type { Library } from './claim-files/library.ts';
import { isUnsaved } from './reviews/is-unsaved.ts';
import { reviewLinks } from './reviews/review-links.ts';
import type { ReviewOutcome, ReviewRequest } from './reviews/review-request.ts';
import { reviewFindings } from './reviews/review-findings.ts';
import { type ReviewFile, ReviewStore } from './reviews/review-store.ts';
import { unknownReviewedNodes } from './settings/reviewed-nodes.ts';
import { settleFindings } from './settings/settle-findings.ts';
import { SettingsStore } from './settings/settings-store.ts';
import { StandardsStore } from './settings/standards-store.ts';
import { VerdictMemory } from './judging/verdict-memory.ts';
import type { ProjectOptions } from './options.ts';
import type { Snapshot } from './snapshot.ts';
import { type Subject, inSubject, openSubject } from './subject/subject.ts';

type SubjectAt = (root: string) => Promise<Subject | undefined>;

/**
 * The cases of a workspace and what is known of them, kept up to date by telling it what happened: a text changed, a file was saved, git
 * moved on. `check` asks git; `recheck` answers from what is known and runs no process, so it may follow every keystroke.
 */
export class Project {
  private readonly documents = new Map<string, string>();
  private readonly subjects = new Map<string, Subject>();
  private readonly memories = new Map<string, VerdictMemory>();
  private readonly syntax: Syntax;
  private readonly settings: SettingsStore;
  private readonly claims: ClaimFileSearch;
  private readonly store: ClaimFileStore;
  private readonly standards: StandardsStore;
  private readonly reviews: ReviewStore;
  private readonly bases = new BaseMemory();
  private readonly comments: CommentStore;
  private readonly news: (() => void)[] = [];
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly host: Host,
    private options: ProjectOptions,
  ) {
    this.syntax = createSyntax(host.grammars);
    this.settings = new SettingsStore(host, this.documents, () => this.options);
    this.standards = new StandardsStore(host, this.documents);
    this.claims = new ClaimFileSearch(host, this.documents, this.settings, this.standards);
    this.reviews = new ReviewStore(host, this.documents);
    this.comments = new CommentStore(this.documents, host.logger);
    this.store = new ClaimFileStore(host, this.documents, async (file) => {
      const settings = (await this.settings.of(file))?.settings;
      return settings && prefixesIn(file, settings);
    });
  }

  /** The text an editor holds of a file, claim file or evidence; undefined when it is closed. */
  setDocument(file: string, text: string | undefined): void {
    this.afterwards(() => {
      if (this.documents.get(file) === text) return;
      if (text === undefined) this.documents.delete(file);
      else this.documents.set(file, text);
      this.forgetFile(file);
    });
  }

  /** Something happened to a file on disk. */
  forget(file: string): void {
    this.afterwards(() => this.forgetFile(file));
  }

  /** Anything may have happened on disk: a checkout, a build. */
  forgetAll(): void {
    this.afterwards(() => {
      for (const subject of this.subjects.values()) {
        subject.contents.forget();
        subject.reports.forget();
      }
      this.store.forget();
      this.reviews.forget();
    });
  }

  /** Looks in other folders from the next check on. */
  setRoots(roots: readonly string[]): void {
    this.options = { ...this.options, roots };
  }

  /** Looks at everything afresh, git included. Checks run one behind the other. */
  check(): Promise<Snapshot> {
    return this.inTurn(() => this.look());
  }

  /** Judges again by what is known: no process is started, and what git would have to say stays as it was. */
  recheck(): Promise<Snapshot> {
    return this.inTurn(async () => {
      this.settings.begin();
      this.store.begin(false);
      this.reviews.begin(false);
      for (const { history } of this.subjects.values()) if (history) history.asking = false;
      try {
        return await this.judge((root) => Promise.resolve(this.subjects.get(root)), false);
      } finally {
        for (const { history } of this.subjects.values()) if (history) history.asking = true;
      }
    });
  }

  /**
   * Records that a person judged some evidence, as it is on the disk now, in the review files beside the claim files. Runs in turn with checks; the
   * next one sees it. It looks at everything afresh first, unless it is told what a check found a moment ago.
   */
  review(request: ReviewRequest, found?: Snapshot): Promise<ReviewOutcome> {
    return this.inTurn(async () => {
      const snapshot = found ?? (await this.look());
      const outcome = await reviewLinks(request, {
        host: this.host,
        snapshot,
        subjects: this.subjects,
        reviewsOf: (file) => this.reviewsOf(file),
        rootFor: (file) => this.rootFor(file),
        isUnsaved: (file) => isUnsaved(file, this.documents, this.host),
      });
      for (const file of outcome.files) this.forgetFile(file);
      return outcome;
    });
  }

  /**
   * Which claims rest on what changed since HEAD left a revision, or since HEAD. Runs in turn with checks.
   *
   * @param asks whether git may be asked for what is not known yet
   */
  impact(snapshot: Snapshot, revision?: string, asks = true): Promise<Impact> {
    return this.inTurn(async () => {
      for (const { history } of this.subjects.values()) if (history) history.asking = asks;
      try {
        return await findImpact(snapshot, this.knownSubjects, this.bases.opener(asks), revision);
      } finally {
        for (const { history } of this.subjects.values()) if (history) history.asking = true;
      }
    });
  }

  /** A claim file as it was last read, to be edited. @param text what an editor holds of it */
  claimText(file: string, text = this.documents.get(file)): ClaimText | undefined {
    return claimTextOf(this.store.lastRead(file), text);
  }

  /** A file beside claim files as it is now, to be edited: reviews, settings. Undefined where there is none, or it is no text. @param file absolute */
  async textOf(file: string): Promise<string | undefined> {
    const open = this.documents.get(file);
    return open ?? (await textOnDisk(file, this.rootFor(file), this.host));
  }

  /** Whether a file or a folder is there, unsaved ones included. @param file absolute */
  async isThere(file: string): Promise<boolean> {
    return this.documents.has(file) || isOnDisk(file, this.rootFor(file), this.host);
  }

  /** The settings that hold for a claim file. Both absolute. */
  async settingsOf(claimFile: string): Promise<string | undefined> {
    return (await this.settings.of(claimFile))?.settings.file;
  }

  /** The repositories and folders that evidence was looked for in. */
  get knownSubjects(): readonly Subject[] {
    return [...this.subjects.values()];
  }

  private forgetFile(file: string): void {
    this.store.forget(file);
    this.standards.forget(file);
    this.reviews.forget(file);
    for (const subject of this.subjects.values()) {
      const path = inSubject(subject, file);
      if (path === undefined) continue;
      subject.contents.forget(path);
      subject.reports.forget(path);
      this.memories.get(subject.root)?.forget(path);
    }
  }

  /**
   * News takes effect before the next (re)check and never during one: a run that had read a file before it changed would otherwise
   * remember its old verdict after the news of the change had come.
   */
  private afterwards(news: () => void): void {
    this.news.push(news);
  }

  /** Ends long-lived processes. */
  dispose(): void {
    for (const { git, submodules } of this.subjects.values()) {
      git?.dispose();
      submodules.dispose();
    }
    this.subjects.clear();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.running.then(() => {
      for (const news of this.news.splice(0)) news();
      return work();
    });
    this.running = result.catch(() => {});
    return result;
  }

  /** Looks at everything afresh. */
  private async look(): Promise<Snapshot> {
    const seen = new Set<string>();
    this.settings.forgetPlaces();
    this.settings.begin();
    this.standards.begin();
    await this.claims.search(this.options, async (root) => {
      const subject = await this.openSubject(root, seen);
      return subject.facts.withoutGit ? undefined : subject.index.filesIn('');
    });
    for (const memory of this.memories.values()) memory.forget();
    this.store.begin(true);
    this.reviews.begin(true);
    return this.judge((root) => this.openSubject(root, seen), true);
  }

  /** The folder that what is read and written beside a claim file must not lead out of. */
  private rootFor(file: string): string {
    return rootOf(file, this.options) ?? folderOf(file);
  }

  private reviewsOf(claimFile: string): Promise<NewestReviews> {
    return this.reviews.of(claimFile, this.rootFor(claimFile));
  }

  private async policyOf(claimFile: string): Promise<ReviewPolicy> {
    return (await this.settings.of(claimFile))?.settings.reviews ?? NO_REVIEW_POLICY;
  }

  /** Where claim files and what they go on in come from. */
  private library(subjectAt: SubjectAt): Library {
    const { host, options, store } = this;
    return {
      rootsOf: async (file) => {
        const named = options.subject ? [options.subject.root] : [];
        return [...new Set([await homeOf(file, host, options), ...named])];
      },
      indexAt: async (root) => (await subjectAt(root))?.index,
      kind: (root, path) => host.files.kind(root, path),
      read: (root, path, as) => store.read(root, path, as),
    };
  }

  /** Opens a subject once a check. */
  private async openSubject(root: string, seen: Set<string>): Promise<Subject> {
    const before = this.subjects.get(root);
    if (before && seen.has(root)) return before;
    seen.add(root);
    const subject = await openSubject(root, this.host, this.syntax, this.documents, before, this.options);
    this.subjects.set(root, subject);
    return subject;
  }

  /** @param searches whether git may be asked which files hold comments that name claims */
  private async judge(subjectAt: SubjectAt, searches: boolean): Promise<Snapshot> {
    const { host, options, documents, store } = this;
    const memoryOf = ({ root }: Subject): VerdictMemory => {
      const memory = this.memories.get(root) ?? new VerdictMemory(!options.once);
      this.memories.set(root, memory);
      return memory;
    };
    const read = await inTurns(this.claims.files, (file) => {
      const root = rootOf(file, options) ?? folderOf(file);
      return store.read(root, pathBelow(root, file) ?? baseName(file));
    });
    const joined = await joinFiles(read, this.library(subjectAt));
    await store.end();
    const reviewsOf = (file: string): Promise<NewestReviews> => this.reviewsOf(file);
    const policyOf = (file: string): Promise<ReviewPolicy> => this.policyOf(file);
    const context = { host, options, documents, subjectAt, memoryOf, reviewsOf, policyOf };
    const { cases, findings } = await judgeCases(joined, context);
    for (const file of this.claims.strayReviews) await this.reviews.read(file, this.rootFor(file));
    const reviewFiles = await this.reviews.end();
    const known = await this.standards.read();
    const snapshot = assemble(
      cases,
      [...joined.files.map(({ file }) => file), ...joined.silent],
      [
        ...joined.files.flatMap((file) => file.read.findings),
        ...joined.findings,
        ...findings,
        ...reviewFindings(reviewFiles, cases, joined.files, host),
        ...known.findings,
      ],
      host.clock.now(),
      known.standards,
    );
    return this.settle(await this.withComments(snapshot, searches), joined.files, reviewFiles);
  }

  /** The snapshot with what comments of code name, and what is wrong with that. */
  private async withComments(snapshot: Snapshot, searches: boolean): Promise<Snapshot> {
    const claimFiles = new Set(snapshot.claimFiles);
    const all = new Map(snapshot.cases.map((one) => [one.key, one]));
    const found: JudgedComments[] = [];
    for (const root of new Set(snapshot.cases.map(({ subject }) => subject.root))) {
      const subject = this.subjects.get(root);
      if (!subject) continue;
      const files = await this.comments.of(subject, searches, claimFiles);
      const cases = snapshot.cases.filter((one) => one.subject.root === root);
      found.push(judgeComments(files, cases, all));
    }
    const comments = found.flatMap((one) => one.comments);
    return {
      ...snapshot,
      comments,
      findings: [...snapshot.findings, ...found.flatMap((one) => one.findings)],
    };
  }

  /** Findings as loud as people want them, and what is wrong with the settings that say so. */
  private async settle(
    snapshot: Snapshot,
    files: readonly ClaimFile[],
    reviewFiles: readonly ReviewFile[],
  ): Promise<Snapshot> {
    const demands = await this.demandsOfNothing(snapshot);
    const all = [...snapshot.findings, ...demands];
    const notes = [
      ...reviewFiles,
      ...this.settings.inUse.map(({ text, settings: { file } }) => ({ file, text })),
    ];
    const settings = new Map<string, Settings | undefined>();
    for (const { file } of [...files, ...notes, ...all]) {
      if (!settings.has(file)) settings.set(file, (await this.settings.of(file))?.settings);
    }
    const wrong = this.settings.inUse.flatMap((one) => [...one.findings, ...this.claims.findingsOf(one)]);
    const commented = this.comments.filesAmong(new Set(snapshot.findings.map(({ file }) => file)));
    const findings = settleFindings(all, files, notes, (file) => settings.get(file), commented);
    return { ...snapshot, findings: [...findings, ...wrong].sort(byPlace) };
  }

  /** Patterns in settings that name no node, where all cases are known that they could be of. */
  private async demandsOfNothing({ cases }: Snapshot): Promise<Finding[]> {
    const { claimFiles, roots } = this.options;
    if (claimFiles) return [];
    const under = new Map<string, Case[]>();
    for (const one of cases) {
      const file = (await this.settings.of(one.file))?.settings.file;
      if (file !== undefined) push(under, file, one.case);
    }
    return this.settings.inUse
      .filter(({ settings: { file } }) => roots.some((root) => pathBelow(root, file) !== undefined))
      .flatMap(({ settings }) => unknownReviewedNodes(settings, under.get(settings.file) ?? []));
  }
}
