import { say } from '../../l10n/say.ts';
import { type FileIndex, createFileIndex } from '../../evidence/file-index.ts';
import { isObjectId } from '../../history/commit-id.ts';
import type { FileDelta } from '../../history/raw.ts';
import { sayWithoutGit } from '../judging/explain.ts';
import type { Subject } from '../subject/subject.ts';
import type { SubjectHistory } from '../subject/subject-history.ts';
import { type Then, type Unread, thenAt } from '../subject/versions.ts';

/** The moment that the present is compared with: HEAD, or the commit at which a branch left another. */
export interface Base {
  /** A full commit id. */
  readonly commit: string;
  readonly history: SubjectHistory;
  /** What was at a path that is there now, under whatever name: null if nothing was, undefined if git may not be asked now. */
  at(path: string): Promise<Then | Unread | null | undefined>;
  /** Every file as it was then; undefined as above. */
  files(): Promise<FilesThen | undefined>;
}

/** The files of a subject as they were. */
export interface FilesThen {
  /** Path to blob id; of a submodule that was not opened to the commit that is recorded. */
  readonly ids: ReadonlyMap<string, string>;
  readonly index: FileIndex;
  /** What files that were renamed since are called now. */
  readonly renamedTo: ReadonlyMap<string, string>;
}

/** A sentence that says why there is nothing to compare with. */
export interface NoBase {
  readonly problem: string;
}

/**
 * Opens what a subject is compared with. For a revision this costs two processes, however much there is to compare, and for HEAD none.
 *
 * @param revision as a person writes it; its last common commit with HEAD is meant. HEAD itself, if left out
 * @throws GitError
 */
export async function openBase(subject: Subject, revision?: string): Promise<Base | NoBase> {
  const { history, facts } = subject;
  if (!history) return { problem: sayWithoutGit(facts.withoutGit ?? 'no-repository') };
  const commit = revision === undefined ? history.facts.head : await mergeBase(subject, revision);
  if (typeof commit !== 'string') return commit;
  if (commit === history.facts.head) return headOf(subject, history);
  const [deltas = []] = await history.differences([{ before: commit, after: history.facts.head }]);
  const touched = new Set(deltas.flatMap(({ path, oldPath }) => [path, ...(oldPath ? [oldPath] : [])]));
  const head = headOf(subject, history);
  return {
    commit,
    history,
    async at(path) {
      const rests = await history.restsOn(path);
      return rests.some((one) => touched.has(one)) ? history.atCommit(commit, path) : head.at(path);
    },
    files: once(() => filesBefore(deltas, commit, head, history)),
  };
}

function headOf(subject: Subject, history: SubjectHistory): Base {
  return {
    commit: history.facts.head,
    history,
    at: (path) => thenAt({ kind: 'head' }, path, subject),
    files: once(() => filesAtHead(history)),
  };
}

/** Submodules that are not opened stand for themselves; what a symbolic link leads to counts. */
async function filesAtHead(history: SubjectHistory): Promise<FilesThen | undefined> {
  const listed = await history.tree(history.facts.head, '');
  if (!listed || typeof listed === 'string') return undefined;
  const ids = new Map<string, string>();
  for (const { path, oid, kind } of listed) {
    const then = kind === 'link' ? await history.atCommit(history.facts.head, path) : { oid };
    if (then && typeof then !== 'string') ids.set(path, then.oid);
  }
  return filesOf(ids);
}

/** The files before some differences were made. */
async function filesBefore(
  deltas: readonly FileDelta[],
  commit: string,
  head: Base,
  history: SubjectHistory,
): Promise<FilesThen | undefined> {
  const files = await head.files();
  if (!files) return undefined;
  const ids = new Map(files.ids);
  const renamedTo = new Map<string, string>();
  for (const { path } of deltas) ids.delete(path);
  for (const { path, oldPath, before } of deltas) {
    const then = history.isLink(path) ? await history.atCommit(commit, path) : { oid: before[0] };
    if (!then || typeof then === 'string' || then.oid === undefined) continue;
    ids.set(oldPath ?? path, then.oid);
    if (oldPath !== undefined) renamedTo.set(oldPath, path);
  }
  return filesOf(ids, renamedTo);
}

function filesOf(ids: ReadonlyMap<string, string>, renamedTo: FilesThen['renamedTo'] = new Map()): FilesThen {
  return { ids, index: createFileIndex([...ids.keys()]), renamedTo };
}

/** The last commit that HEAD and a revision have in common. */
async function mergeBase({ git, history, root }: Subject, revision: string): Promise<string | NoBase> {
  if (!/^[^\s\p{Cc}-][^\s\p{Cc}]*$/u.test(revision))
    return { problem: say('"{0}" is no revision.', revision) };
  // Not kept: a branch may have moved since it was last asked for.
  const [found] = await git!.info([`${revision}^{commit}`]);
  if (!found) return { problem: say('{0} has no revision {1}.', root, revision) };
  const head = history!.facts.head;
  if (found.oid === head) return head;
  const common = (await git!.run(['merge-base', found.oid, head], { accept: [1] })).trim();
  if (isObjectId(common)) return common;
  const why = history!.facts.shallow
    ? say('The clone is shallow: fetch more of its history (git fetch --unshallow).')
    : say('Name a revision that this branch comes from.');
  const problem = say('HEAD and {0} have no commit in common in {1}.', revision, root);
  return { problem: `${problem} ${why}` };
}

/** What is not known yet is asked for again. */
function once<T>(make: () => Promise<T | undefined>): () => Promise<T | undefined> {
  let made: Promise<T | undefined> | undefined;
  return async () => {
    made ??= make();
    const known = await made;
    if (known === undefined) made = undefined;
    return known;
  };
}
