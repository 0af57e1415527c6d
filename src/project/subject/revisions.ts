import { createTwoFilesPatch } from 'diff';
import { decodeText } from '../../evidence/text.ts';
import { isObjectId } from '../../history/commit-id.ts';
import { describeCommit } from '../../history/commit.ts';
import { renamesBetween } from '../../history/renames.ts';
import { normalizePath } from '../../model/paths.ts';
import { type Git, GitError } from '../../ports/git.ts';
import { EVIDENCE_LIMIT } from './contents.ts';

/** A file at a commit. What is asked for comes from outside and is checked here. */
export interface RevisionQuery {
  readonly commit: string;
  readonly path: string;
}

/** The text of a file at a commit; null if there is none, it is not text, or it is larger than evidence may be. */
export async function revisionText(git: Git, query: RevisionQuery): Promise<string | null> {
  const path = checked(query);
  return path === undefined ? null : blobText(git, `${query.commit}:${path}`);
}

/** A commit as text: who, when and why, and what it changed in one file. Null if there is no such commit. */
export async function commitText(git: Git, query: RevisionQuery): Promise<string | null> {
  const path = checked(query);
  if (path === undefined) return null;
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
    return `${head}\n${await patch(git, facts.commit, facts.parents[0], path)}`;
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** The path, normalised, if commit and path are such that git may be asked about them. */
function checked({ commit, path }: RevisionQuery): string | undefined {
  return isObjectId(commit) ? normalizePath(path) : undefined;
}

async function patch(git: Git, commit: string, parent: string | undefined, path: string): Promise<string> {
  const before =
    parent && ((await git.info([`${parent}:${path}`]))[0] ? path : await oldPath(git, parent, commit, path));
  const [old, now] = await Promise.all([
    before ? blobText(git, `${parent}:${before}`) : '',
    (await git.info([`${commit}:${path}`]))[0] ? blobText(git, `${commit}:${path}`) : '',
  ]);
  if (old === null || now === null) return `${path} is not text, or too large to show.\n`;
  return createTwoFilesPatch(`a/${before ?? path}`, `b/${path}`, old, now, '', '', { context: 3 });
}

async function oldPath(git: Git, parent: string, commit: string, path: string): Promise<string | undefined> {
  return (await renamesBetween(git, parent, commit)).get(path);
}

async function blobText(git: Git, name: string): Promise<string | null> {
  const bytes = await git.blob(name, EVIDENCE_LIMIT);
  const decoded = bytes && decodeText(bytes);
  return decoded?.kind === 'text' ? decoded.text : null;
}
