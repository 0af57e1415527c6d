import { say } from '../l10n/say.ts';
import { GitError } from '../ports/git.ts';

/** Whether a text is a full object id (SHA-1 or SHA-256, lower case), and so cannot be an option or an expression to git. */
export function isObjectId(text: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** Gives back a full commit id or `HEAD`. @throws GitError for anything else, before it reaches git */
export function safeRevision(revision: string): string {
  if (revision === 'HEAD' || isObjectId(revision)) return revision;
  throw new GitError('failed', say('"{0}" is not a full commit id. Give all of its digits.', revision));
}
