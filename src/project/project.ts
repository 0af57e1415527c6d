import { type Syntax, createSyntax } from '../evidence/syntax.ts';
import { describeCommit } from '../history/commit.ts';
import type { Case } from '../model/case.ts';
import type { Finding } from '../model/finding.ts';
import { baseName, folderOf, joinPath, normalizePath, pathBelow } from '../model/paths.ts';
import type { Baseline, Verdict } from '../model/verdict.ts';
import { type CaseVerdicts, assemble } from './assemble.ts';
import { CLAIM_FILE_LIMIT, type ClaimFile, readClaimBytes, readClaimFile } from './claim-file.ts';
import { claimFileHistory } from './claim-history.ts';
import { isDirty } from './dirty.ts';
import { discoverClaimFiles } from './discover.ts';
import type { Host, ProjectOptions } from './host.ts';
import { type LinkQuestion, VerdictMemory, judgeLinks } from './judge-links.ts';
import type { Snapshot } from './snapshot.ts';
import { type Subject, inSubject, openSubject, repositoryRoot } from './subject.ts';

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
    const root = this.rootOf(file) ?? folderOf(file);
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
    const findings: Finding[] = files.flatMap(({ read }) => read.findings);
    const questions = new Map<Subject, CaseQuestions[]>();
    for (const file of files) {
      for (const one of file.read.cases) {
        const { root, problem } = await this.subjectRoot(file.file, one);
        if (problem) findings.push(problem);
        const subject = await subjectAt(root);
        if (!subject) continue;
        const asked = await this.questionsOf(file, one, subject);
        questions.set(subject, [...(questions.get(subject) ?? []), asked]);
      }
    }
    const cases: CaseVerdicts[] = [];
    const now = this.host.clock.now();
    for (const [subject, asked] of questions) {
      const memory = this.memories.get(subject.root) ?? new VerdictMemory();
      this.memories.set(subject.root, memory);
      const verdicts = await judgeLinks(
        asked.flatMap((one) => one.questions),
        subject,
        memory,
        now,
      );
      const targets = verdicts.flatMap((verdict) => verdict?.targets.map(({ path }) => path) ?? []);
      const claimFiles = asked.flatMap(({ file }) => inSubject(subject, file) ?? []);
      const facts = { ...subject.facts, dirty: await isDirty(subject, [...claimFiles, ...targets]) };
      let at = 0;
      for (const { file, case: one, questions: links } of asked) {
        const byKey = new Map<string, Verdict>();
        for (const { link } of links) {
          const verdict = verdicts[at++];
          if (verdict) byKey.set(link.key, verdict);
        }
        cases.push({ key: keyOf(file, one, cases), file, case: one, subject: facts, verdicts: byKey });
      }
    }
    cases.sort((a, b) =>
      a.file < b.file ? -1 : a.file > b.file ? 1 : a.case.range.start.line - b.case.range.start.line,
    );
    return assemble(
      cases,
      files.map(({ file }) => file),
      findings,
      now,
    );
  }

  private async questionsOf({ file, text }: ClaimFile, one: Case, subject: Subject): Promise<CaseQuestions> {
    const path = inSubject(subject, file);
    const inSameRepository =
      path !== undefined && (await repositoryRoot(folderOf(file), this.host)) === subject.root;
    await subject.history?.listHead();
    const claimFile =
      inSameRepository && subject.history
        ? await claimFileHistory(subject, path, text, this.host.digest)
        : undefined;
    const pinned = inSameRepository ? undefined : await this.pinned(subject);
    const shared = {
      lenient: one.format === 'markdown',
      ...(path === undefined ? {} : { documentFolder: folderOf(path) }),
      ...(claimFile ? { claimFile, isOpen: this.documents.has(file) } : {}),
      ...(pinned ? { pinned } : {}),
    };
    return { file, case: one, questions: one.evidence.map((link) => ({ link, ...shared })) };
  }

  /** The revision at which a subject apart from its case was judged, if one was named. */
  private async pinned({ history, git, root }: Subject): Promise<Omit<Baseline, 'path'> | undefined> {
    const rev = this.options.subject?.root === root ? this.options.subject.rev : undefined;
    if (rev === undefined || !history || !git) return undefined;
    const commit = await history.commit(rev);
    if (!commit) return undefined;
    const { author, date } = await describeCommit(git, commit);
    return { commit, by: 'revision', author, date };
  }

  /** Where the evidence of a case lies. A case may name a folder of its own workspace, and no other. */
  private async subjectRoot(file: string, one: Case): Promise<{ root: string; problem?: Finding }> {
    if (this.options.subject) return { root: this.options.subject.root };
    const folder = folderOf(file);
    const home = (await repositoryRoot(folder, this.host)) ?? this.rootOf(file) ?? folder;
    const wanted = one.subject?.path;
    if (wanted === undefined || wanted === '.') return { root: home };
    const path = normalizePath(wanted);
    if (path !== undefined && (await this.host.files.kind(home, path)) === 'folder')
      return { root: joinPath(home, path) };
    const message =
      path === undefined
        ? `The subject ${wanted} lies outside ${home}. A case cannot send Warrant elsewhere: say so with --subject ${wanted}.`
        : `The subject ${wanted} is not a folder in ${home}. Evidence is looked for in ${home} instead.`;
    return {
      root: home,
      problem: { rule: 'subject', severity: 'error', message, file, range: one.subject!.range },
    };
  }

  private rootOf(file: string): string | undefined {
    return this.options.roots.find((root) => pathBelow(root, file) !== undefined);
  }
}

/** A case's name among all: its file and id, and a number where a file uses an id twice. */
function keyOf(file: string, { id }: Case, others: readonly CaseVerdicts[]): string {
  const same = others.filter((other) => other.file === file && other.case.id === id).length;
  return `${file}#${id}${same > 0 ? `~${same + 1}` : ''}`;
}

interface CaseQuestions {
  readonly file: string;
  readonly case: Case;
  readonly questions: readonly LinkQuestion[];
}
