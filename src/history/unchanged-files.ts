import type { FileStamp, Instant } from '../ports/file-stamp.ts';
import type { IndexEntry } from './git-index.ts';

const REGULAR_FILE = 0o100000;
const KIND_OF_FILE = 0o170000;

/**
 * Whether a file is certainly still the blob that git's index has for it, by the same signs that git goes by, and more strictly: everything that the
 * file system says of it is what it was, and the entry was written later than the file. Otherwise it may be, and has to be read.
 *
 * @param written when the index itself was last written
 */
export function isSurelyUnchanged(entry: IndexEntry, now: FileStamp, written: Instant): boolean {
  const { stamp, mode, special, skipWorktree } = entry;
  if (special || skipWorktree || (mode & KIND_OF_FILE) !== REGULAR_FILE) return false;
  return (
    // Git writes 0 where it is not sure itself.
    stamp.size !== 0 &&
    stamp.size === now.size &&
    stamp.inode === now.inode &&
    isSame(stamp.modified, now.modified) &&
    isSame(stamp.changed, now.changed) &&
    isBefore(stamp.modified, written)
  );
}

function isSame(a: Instant, b: Instant): boolean {
  return a.seconds === b.seconds && a.nanoseconds === b.nanoseconds;
}

/**
 * A file that was written again right after git looked at it may look the same. Where one of the times is a whole number of seconds the file
 * system, or whoever wrote the index, may keep no more than that.
 */
function isBefore(a: Instant, b: Instant): boolean {
  if (a.seconds !== b.seconds) return a.seconds < b.seconds;
  return a.nanoseconds !== 0 && b.nanoseconds !== 0 && a.nanoseconds < b.nanoseconds;
}
