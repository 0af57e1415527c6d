import { decodeText } from '../../evidence/text.ts';
import { REVIEW_FILE_ENDING } from '../../formats/reviews/review-file.ts';
import { mergeAttribute } from '../../history/attributes.ts';
import { say } from '../../l10n/say.ts';
import { type Git, GitError } from '../../ports/git.ts';
import type { Host } from '../../ports/host.ts';
import { sayUnwritten } from './append-reviews.ts';
import { joinedBytes } from './joined-bytes.ts';

const ATTRIBUTES = '.gitattributes';
const LINE = `*${REVIEW_FILE_ENDING} merge=union`;
const LIMIT = 1024 * 1024;

/** What was done so that the reviews of two branches merge. */
export interface UnionAttribute {
  /** It was written. */
  readonly file?: string;
  /** A sentence for the person. */
  readonly note?: string;
}

/**
 * Sees to it that git keeps the lines of both sides where two branches meet that both hold reviews. Where somebody set another way to merge them,
 * that stays.
 *
 * @param root of the repository, absolute
 * @param path of a review file, relative to it
 */
export async function ensureUnion(
  root: string,
  path: string,
  git: Git,
  { files, writer }: Pick<Host, 'files' | 'writer'>,
): Promise<UnionAttribute> {
  try {
    const merge = await mergeAttribute(git, path);
    if (merge === 'union') return {};
    if (merge !== undefined) {
      return {
        note: say(
          'The attribute merge={0} is set for {1}, so reviews of two branches may meet as a conflict. `{2}` in {3} would keep both.',
          merge,
          path,
          LINE,
          ATTRIBUTES,
        ),
      };
    }
  } catch (error) {
    if (error instanceof GitError) return {};
    throw error;
  }
  const read = await files.read(root, ATTRIBUTES, LIMIT);
  const decoded = read.kind === 'file' ? decodeText(read.bytes) : undefined;
  if (read.kind !== 'missing' && decoded?.kind !== 'text') {
    return {
      note: `${say('{0} cannot be read.', ATTRIBUTES)} ${sayAdd()}`,
    };
  }
  const before = decoded?.kind === 'text' ? decoded.text : '';
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || before.endsWith('\n') ? '' : end;
  const added = new TextEncoder().encode(`${gap}${LINE}${end}`);
  const written =
    read.kind === 'file'
      ? await writer.replace(root, ATTRIBUTES, read.bytes, joinedBytes(read.bytes, added))
      : await writer.create(root, ATTRIBUTES, added);
  if (written.kind !== 'written') {
    return {
      note: `${sayUnwritten(ATTRIBUTES, written)} ${sayAdd()}`,
    };
  }
  return {
    file: `${root}/${ATTRIBUTES}`,
    note: say(
      'Added `{0}` to {1}, so that the reviews of two branches merge. Commit it with the reviews.',
      LINE,
      ATTRIBUTES,
    ),
  };
}

function sayAdd(): string {
  return say('Add `{0}` to it, so that the reviews of two branches merge.', LINE);
}
