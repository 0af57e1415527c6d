import { decodeText } from '../../evidence/text.ts';
import { linesToAppend } from '../../formats/reviews/write-reviews.ts';
import { message, say } from '../../l10n/say.ts';
import { baseName } from '../../model/paths.ts';
import type { ReviewRecord } from '../../model/review.ts';
import type { FileWritten } from '../../ports/file-writer.ts';
import type { Host } from '../../ports/host.ts';
import { joinedBytes } from './joined-bytes.ts';
import { REVIEW_FILE_LIMIT } from './review-store.ts';

/** Why nothing can be appended to a review file, as a sentence; undefined where nothing is seen to be in the way. */
export async function whyNotAppendable(
  root: string,
  path: string,
  files: Host['files'],
): Promise<string | undefined> {
  const kind = await files.kind(root, path);
  if (kind === 'folder') return say('{0} cannot be written: it is a folder. Move it away.', baseName(path));
  return kind === 'outside' ? sayUnread(baseName(path), 'outside') : undefined;
}

/** Somebody else may write at the same moment; more often than this in a row nobody does. */
const MOST_ATTEMPTS = 8;

/**
 * Appends records to a review file, all of them or none, and makes it if there is none yet. What stands in it stays, whatever it is.
 *
 * @returns undefined, or a sentence that says why nothing was written
 */
export async function appendReviews(
  root: string,
  path: string,
  records: readonly ReviewRecord[],
  { files, writer }: Pick<Host, 'files' | 'writer'>,
): Promise<string | undefined> {
  const name = baseName(path);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const read = await files.read(root, path, REVIEW_FILE_LIMIT);
    if (read.kind !== 'file' && read.kind !== 'missing') return sayUnread(name, read.kind);
    const decoded = read.kind === 'file' ? decodeText(read.bytes) : undefined;
    if (decoded && decoded.kind !== 'text')
      return say(
        '{0} is not a text in UTF-8, so nothing is appended to it. Restore it from git first.',
        name,
      );
    const added = new TextEncoder().encode(linesToAppend(decoded?.text, records));
    const written =
      read.kind === 'file'
        ? await writer.replace(root, path, read.bytes, joinedBytes(read.bytes, added))
        : await writer.create(root, path, added);
    if (written.kind === 'written') return undefined;
    if (written.kind !== 'changed' && written.kind !== 'exists') return sayUnwritten(name, written);
  }
  return say('{0} is being written by something else. Try again when it stands still.', name);
}

const WHY_UNREAD = {
  outside: message('{0} cannot be written: it is a link that leads out of the workspace.'),
  'too-large': message('{0} cannot be written: it is larger than 16 MB.'),
  unreadable: message('{0} cannot be written: it cannot be opened as a file.'),
} as const;

function sayUnread(name: string, kind: keyof typeof WHY_UNREAD): string {
  return say(WHY_UNREAD[kind], name);
}

/** Why a file was not written, as a sentence. */
export function sayUnwritten(name: string, written: FileWritten): string {
  switch (written.kind) {
    case 'outside':
      return say('{0} is a link that leads out of the workspace, and Warrant writes nothing there.', name);
    case 'no-folder':
      return say('{0} cannot be written: its folder does not exist.', name);
    case 'failed':
      return say('{0} cannot be written: {1}.', name, written.why);
    case 'exists':
    case 'changed':
    case 'written':
      return say('{0} was changed by something else meanwhile. Try again.', name);
  }
}
