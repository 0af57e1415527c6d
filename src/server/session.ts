import type { Diagnostic } from 'vscode-languageserver';
import type { Host } from '../ports/host.ts';
import type { ClaimText } from '../project/editing/claim-text.ts';
import type { Texts } from '../project/editing/file-edits.ts';
import type { LinkName, ReviewOutcome } from '../project/reviews/review-request.ts';
import type { Impact } from '../project/impact/impact.ts';
import { Project } from '../project/project.ts';
import { commitText, revisionText } from '../project/subject/revisions.ts';
import type { Snapshot } from '../project/snapshot.ts';
import { type Subject, inSubject } from '../project/subject/subject.ts';
import { diagnosticsByUri } from '../service/diagnostics.ts';
import { evidenceStanding } from '../service/evidence-standing.ts';
import { interestOf } from '../service/interest.ts';
import { filesOfLink } from '../service/reviewable.ts';
import { type Lookup, createLookup } from '../service/lookup.ts';
import { summarizeSnapshot } from '../service/summary.ts';
import { toFile, toUri } from '../service/uris.ts';
import type { Revision } from '../service/views.ts';
import { createNews } from './news.ts';
import { CHANGED, EVIDENCE_STANDING, INTEREST } from './protocol.ts';
import { type Look, createSchedule } from './schedule.ts';
import type { FileChanges } from './watched-files.ts';

/** What a session tells the editor. */
export interface Outlet {
  send(method: string, params: unknown): void;
  publish(uri: string, diagnostics: Diagnostic[]): void;
  /** The folder with a page for every rule, absolute. */
  readonly pages?: string;
  refreshLenses(): void;
  /** Has the editor watch these git directories. */
  watch(gitDirs: readonly string[]): void;
  log(message: string): void;
}

/** The project behind one connection: it takes in what happens, looks again when that is due, and tells what is new. */
export interface Session {
  /** The last that is known. */
  lookup(): Lookup;
  /** Whether the cases were looked at once. */
  isChecked(): boolean;
  /** The last that is known, once it is about what editors hold now; after a while whatever is known. */
  settled(): Promise<Lookup>;
  now(): Date;
  setDocument(uri: string, text: string | undefined): void;
  /** A document was opened: of a claim file more is worth knowing now. */
  opened(uri: string): void;
  setRoots(roots: readonly string[]): void;
  filesChanged(changes: FileChanges): void;
  request(look: Look): void;
  revisionText(revision: Revision): Promise<string | null>;
  commitText(revision: Revision): Promise<string | null>;
  /** Records that evidence was judged. The next look knows it. */
  review(links: readonly LinkName[], note: string | undefined): Promise<ReviewOutcome>;
  /** What a review would record now. */
  wouldReview(links: readonly LinkName[]): Promise<ReviewOutcome>;
  /** Which claims rest on what changed since HEAD, or since HEAD left a revision. Of git nothing is asked between keystrokes. */
  impact(revision: string | undefined): Promise<Impact>;
  /** The repository or folder that evidence lies in, if it was looked at. @param root absolute */
  subjectAt(root: string): Subject | undefined;
  /** The repository or folder that a file lies in, the innermost of those that were looked at. @param file absolute */
  subjectAround(file: string): Subject | undefined;
  /** A claim file as a text that can be edited. @param text what an editor holds of it */
  claimText(file: string, text: string | undefined): ClaimText | undefined;
  /** Where the texts come from that edits go through. @param textOf what the editor holds of a document, by its URI */
  texts(textOf: (uri: string) => string | undefined): Texts;
  dispose(): void;
}

const NOTHING: Snapshot = { cases: [], findings: [], claimFiles: [], standards: [], comments: [] };

/** How long an answer waits for a look, and for the first one, in milliseconds: editors would rather have an old answer than none. */
const PATIENCE = 2000;
const FIRST_PATIENCE = 60_000;

export function createSession(host: Host, roots: readonly string[], outlet: Outlet): Session {
  const project = new Project(host, { roots });
  let lookup = createLookup(NOTHING);
  let published = new Map<string, string>();
  let interest = '';
  let standing = '';
  let checked = false;
  /** The last look asked git. */
  let mayAsk = false;
  /** Git was asked since then what claims rested on. */
  let isCompared = false;
  const news = createNews();

  const tellStanding = (snapshot: Snapshot): void => {
    const files = evidenceStanding(snapshot);
    const text = JSON.stringify(files);
    if (text !== standing) outlet.send(EVIDENCE_STANDING, { files });
    standing = text;
  };
  const tell = (snapshot: Snapshot): void => {
    lookup = createLookup(snapshot);
    published = publishChanged(published, diagnosticsByUri(snapshot, outlet.pages), outlet);
    const wanted = interestOf(snapshot);
    const text = JSON.stringify(wanted);
    if (text !== interest) outlet.send(INTEREST, wanted);
    interest = text;
    if (mayAsk) tellStanding(snapshot);
    outlet.send(CHANGED, { summary: summarizeSnapshot(snapshot), busy: false });
    outlet.refreshLenses();
  };
  const schedule = createSchedule(async (look) => {
    const known = news.begin();
    try {
      mayAsk = look === 'check' || !checked;
      if (mayAsk) isCompared = false;
      if (!mayAsk) return tell(await project.recheck());
      if (!checked) outlet.send(CHANGED, { summary: summarizeSnapshot(NOTHING), busy: true });
      const snapshot = await project.check();
      checked = true;
      tell(snapshot);
      outlet.watch(project.knownSubjects.flatMap(({ gitDirs }) => gitDirs));
    } catch (error) {
      outlet.log(
        `Looking at the cases failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      outlet.send(CHANGED, { summary: summarizeSnapshot(lookup.snapshot), busy: false });
    } finally {
      known();
    }
  });
  const subjectAt = (root: string) => project.knownSubjects.find((subject) => subject.root === root);

  // The news of a change may be on its way yet, and a review is of what is there now.
  const forgetFilesOf = (links: readonly LinkName[]): void => {
    for (const { case: key, link } of links)
      for (const file of filesOfLink(lookup, key, link)) project.forget(file);
  };

  return {
    lookup: () => lookup,
    isChecked: () => checked,
    async settled() {
      await news.settled(checked ? PATIENCE : FIRST_PATIENCE);
      return lookup;
    },
    now: () => host.clock.now(),
    setDocument(uri, text) {
      const file = toFile(uri);
      if (file === undefined) return;
      project.setDocument(file, text);
      news.add();
      schedule.request('recheck');
    },
    opened(uri) {
      if (lookup.snapshot.claimFiles.includes(toFile(uri) ?? '')) schedule.request('check');
    },
    setRoots(folders) {
      project.setRoots(folders);
      schedule.request('check');
    },
    filesChanged(changes) {
      if (changes === 'everything') project.forgetAll();
      else for (const file of changes.changed) project.forget(file);
      schedule.request('check');
    },
    request: (look) => schedule.request(look),
    async revisionText(revision) {
      const subject = subjectAt(revision.root);
      return subject ? revisionText(subject, revision) : null;
    },
    async commitText(revision) {
      const subject = subjectAt(revision.root);
      return subject ? commitText(subject, revision) : null;
    },
    review(links, note) {
      forgetFilesOf(links);
      return project.review({ links, ...(note !== undefined && { note }) });
    },
    wouldReview(links) {
      forgetFilesOf(links);
      return project.review({ links, dryRun: true });
    },
    impact(revision) {
      // Once a check, and not for each keystroke behind it.
      const asks = !isCompared;
      isCompared = true;
      return project.impact(lookup.snapshot, revision, asks);
    },
    subjectAt,
    subjectAround: (file) =>
      [...project.knownSubjects]
        .filter((subject) => inSubject(subject, file) !== undefined)
        .sort((a, b) => b.root.length - a.root.length)[0],
    claimText: (file, text) => project.claimText(file, text),
    texts: (textOf) => ({
      claimText: (file) => project.claimText(file, textOf(toUri(file))),
      text: async (file) => textOf(toUri(file)) ?? (await project.textOf(file)),
      isThere: async (file) => textOf(toUri(file)) !== undefined || project.isThere(file),
      settingsOf: (file) => project.settingsOf(file),
      digest: host.digest,
      now: host.clock.now(),
    }),
    dispose() {
      schedule.dispose();
      project.dispose();
    },
  };
}

/** Publishes what differs from the last time, empty lists for files that are no claim files any more included. */
function publishChanged(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, Diagnostic[]>,
  outlet: Outlet,
): Map<string, string> {
  const published = new Map<string, string>();
  for (const [uri, diagnostics] of now) {
    const text = JSON.stringify(diagnostics);
    if ((before.get(uri) ?? '[]') !== text) outlet.publish(uri, diagnostics);
    published.set(uri, text);
  }
  for (const [uri, text] of before) if (!now.has(uri) && text !== '[]') outlet.publish(uri, []);
  return published;
}
