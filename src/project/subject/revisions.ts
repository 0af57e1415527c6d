import { createTwoFilesPatch } from 'diff';
import { decodeText } from '../../evidence/text.ts';
import { isObjectId } from '../../history/commit-id.ts';
import { describeCommit } from '../../history/commit.ts';
import { renamesBetween } from '../../history/renames.ts';
import { say } from '../../l10n/say.ts';
import { normalizePath } from '../../model/paths.ts';
import { type Git, GitError } from '../../ports/git.ts';
import { EVIDENCE_LIMIT } from './contents.ts';
import type { SubjectHistory } from './subject-history.ts';
import type { Subject } from './subject.ts';

/** A file at a commit. What is asked for comes from outside and is checked here. */
export interface RevisionQuery {
  readonly commit: string;
  readonly path: string;
  /** The id of the very content that is meant: it may be there though the commit is gone, or never have been committed. */
  readonly blob?: string;
}

/** A repository that is asked for what was. Its history knows the way into submodules. */
export type PastRepository = Pick<Subject, 'git' | 'history'>;

/** The text of a file at a commit; null if there is none, it is not text, or it is larger than evidence may be. */
export async function revisionText(repository: PastRepository, query: RevisionQuery): Promise<string | null> {
  const { git, history } = repository;
  const path = checked(query);
  if (path === undefined || !git) return null;
  const { commit, blob } = query;
  if (blob !== undefined && isObjectId(blob)) {
    const read = await history?.text(blob);
    // What the commit has instead is something else, and was not judged.
    return typeof read === 'object' ? read.text : null;
  }
  return (await textAt({ git, history }, commit, path)) ?? null;
}

/** A commit as text: who, when and why, and what it changed in one file. Null if there is no such commit. */
export async function commitText(
  { git, history }: PastRepository,
  query: RevisionQuery,
): Promise<string | null> {
  const path = checked(query);
  if (path === undefined || !git) return null;
  try {
    const facts = await describeCommit(git, query.commit);
    const head = [
      `commit ${facts.commit}`,
      `Author: ${facts.author} <${facts.mail}>`,
      `Date:   ${facts.date}`,
      '',
      ...[facts.summary, ...(facts.body ? ['', ...facts.body.split('\n')] : [])].map((line) =>
        `    ${line}`.trimEnd(),
      ),
      '',
    ].join('\n');
    return `${head}\n${await patch({ git, history }, facts.commit, facts.parents[0], path)}`;
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** The path, normalised, if commit and path are such that git may be asked about them. */
function checked({ commit, path }: RevisionQuery): string | undefined {
  return isObjectId(commit) ? normalizePath(path) : undefined;
}

async function patch(
  repository: OpenPast,
  commit: string,
  parent: string | undefined,
  path: string,
): Promise<string> {
  let before: string | undefined = path;
  let old = parent && (await textAt(repository, parent, path));
  if (parent && old === undefined) {
    before = await oldPath(repository.git, parent, commit, path);
    old = before && (await textAt(repository, parent, before));
  }
  const now = await textAt(repository, commit, path);
  if (old === null || now === null) return `${say('{0} is not text, or too large to show.', path)}\n`;
  return createTwoFilesPatch(`a/${before ?? path}`, `b/${path}`, old ?? '', now ?? '', '', '', {
    context: 3,
  });
}

interface OpenPast {
  readonly git: Git;
  readonly history?: SubjectHistory;
}

/** What a commit has at a path, as text; undefined if it has nothing there, null if it is not text. A submodule's commit is the one recorded then. */
async function textAt(
  { git, history }: OpenPast,
  commit: string,
  path: string,
): Promise<string | null | undefined> {
  const name = `${commit}:${path}`;
  if ((await git.info([name]))[0]) return blobText(git, name);
  const then = history?.submoduleHolds(path) ? await history.atCommit(commit, path) : undefined;
  if (!then || typeof then === 'string') return undefined;
  const read = await history?.text(then.oid);
  return typeof read === 'object' ? read.text : null;
}

async function oldPath(git: Git, parent: string, commit: string, path: string): Promise<string | undefined> {
  return (await renamesBetween(git, parent, commit)).get(path);
}

async function blobText(git: Git, name: string): Promise<string | null> {
  const bytes = await git.blob(name, EVIDENCE_LIMIT);
  const decoded = bytes && decodeText(bytes);
  return decoded?.kind === 'text' ? decoded.text : null;
}
