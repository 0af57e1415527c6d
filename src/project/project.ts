import { type Syntax, createSyntax } from '../evidence/syntax.ts';
import { baseName, folderOf, pathBelow } from '../model/paths.ts';
import type { Host } from '../ports/host.ts';
import { assemble } from './assemble.ts';
import { rootOf } from './case-subject.ts';
import { CLAIM_FILE_LIMIT, type ClaimFile, readClaimBytes, readClaimFile } from './claim-file.ts';
import { discoverClaimFiles } from './discover.ts';
import { judgeCases } from './judge-cases.ts';
import { VerdictMemory } from './verdict-memory.ts';
import type { ProjectOptions } from './options.ts';
import type { Snapshot } from './snapshot.ts';
import { type Subject, inSubject, openSubject } from './subject.ts';

/**
 * The cases of a workspace and what is known of them, kept up to date by telling it what happened: a text changed, a file was saved, git
 * moved on. `check` asks git; `recheck` answers from what is known and runs no process, so it may follow every keystroke.
 */
export class Project {
  private readonly documents = new Map<string, string>();
  private readonly subjects = new Map<string, Subject>();
  private readonly memories = new Map<string, VerdictMemory>();
  private readonly syntax: Syntax;
  private claimFiles = new Map<string, ClaimFile>();
  private readonly news: (() => void)[] = [];
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly host: Host,
    private options: ProjectOptions,
  ) {
    this.syntax = createSyntax(host.grammars);
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
      for (const subject of this.subjects.values()) subject.contents.forget();
      this.claimFiles = new Map();
    });
  }

  /** Looks in other folders from the next check on. */
  setRoots(roots: readonly string[]): void {
    this.options = { ...this.options, roots };
  }

  /** Looks at everything afresh, git included. Checks run one behind the other. */
  check(): Promise<Snapshot> {
    return this.inTurn(async () => {
      const seen = new Set<string>();
      const files = await this.findClaimFiles(seen);
      for (const memory of this.memories.values()) memory.forget();
      const claimFiles = await this.readClaimFiles(files);
      return this.judge(claimFiles, (root) => this.openSubject(root, seen));
    });
  }

  /** Judges again by what is known: no process is started, and what git would have to say stays as it was. */
  recheck(): Promise<Snapshot> {
    return this.inTurn(async () => {
      const claimFiles = await this.readClaimFiles([...this.claimFiles.keys()]);
      for (const { history } of this.subjects.values()) if (history) history.asking = false;
      try {
        return await this.judge(claimFiles, (root) => Promise.resolve(this.subjects.get(root)));
      } finally {
        for (const { history } of this.subjects.values()) if (history) history.asking = true;
      }
    });
  }

  /** The repositories and folders that evidence was looked for in. */
  get knownSubjects(): readonly Subject[] {
    return [...this.subjects.values()];
  }

  private forgetFile(file: string): void {
    for (const subject of this.subjects.values()) {
      const path = inSubject(subject, file);
      if (path === undefined) continue;
      subject.contents.forget(path);
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
    for (const { git } of this.subjects.values()) git?.dispose();
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

  private async findClaimFiles(seen: Set<string>): Promise<readonly string[]> {
    if (this.options.claimFiles) return this.options.claimFiles;
    const listFiles = async (root: string): Promise<readonly string[] | undefined> => {
      const subject = await this.openSubject(root, seen);
      return subject.facts.withoutGit ? undefined : subject.index.filesIn('');
    };
    const found: string[] = [];
    for (const root of this.options.roots)
      found.push(...(await discoverClaimFiles(root, this.host, listFiles)));
    return [...new Set(found)];
  }

  private async readClaimFiles(files: readonly string[]): Promise<ClaimFile[]> {
    const read = await Promise.all(files.map((file) => this.readClaimFile(file)));
    this.claimFiles = new Map(read.map((one) => [one.file, one]));
    return read;
  }

  /** One parse a version of a file: the last reading stands as long as the text is the same. */
  private async readClaimFile(file: string): Promise<ClaimFile> {
    const before = this.claimFiles.get(file);
    const open = this.documents.get(file);
    if (open !== undefined) return before?.text === open ? before : readClaimFile(file, open);
    const root = rootOf(file, this.options) ?? folderOf(file);
    const bytes = await this.host.files.read(root, pathBelow(root, file) ?? baseName(file), CLAIM_FILE_LIMIT);
    const read = bytes.kind === 'file' ? this.unchanged(before, bytes.bytes) : undefined;
    return read ?? readClaimBytes(file, bytes);
  }

  private unchanged(before: ClaimFile | undefined, bytes: Uint8Array): ClaimFile | undefined {
    return before && before.text !== '' && new TextDecoder().decode(bytes) === before.text
      ? before
      : undefined;
  }

  /** Opens a subject once a check. */
  private async openSubject(root: string, seen: Set<string>): Promise<Subject> {
    const before = this.subjects.get(root);
    if (before && seen.has(root)) return before;
    seen.add(root);
    const subject = await openSubject(root, this.host, this.syntax, this.documents, before);
    this.subjects.set(root, subject);
    return subject;
  }

  private async judge(
    files: readonly ClaimFile[],
    subjectAt: (root: string) => Promise<Subject | undefined>,
  ): Promise<Snapshot> {
    const { host, options, documents } = this;
    const memoryOf = ({ root }: Subject): VerdictMemory => {
      const memory = this.memories.get(root) ?? new VerdictMemory();
      this.memories.set(root, memory);
      return memory;
    };
    const { cases, findings } = await judgeCases(files, { host, options, documents, subjectAt, memoryOf });
    const read = files.flatMap((file) => file.read.findings);
    return assemble(
      cases,
      files.map(({ file }) => file),
      [...read, ...findings],
      host.clock.now(),
    );
  }
}
