import { baseName } from '../../../model/paths.ts';
import type { Subject } from '../../subject/subject.ts';

/** How many new files are compared with one that is gone. */
const MOST_FILES = 200;

/**
 * Where a file that is gone from the working tree, but not from HEAD, was moved without a commit: to the one new file that has its
 * content or, if none has, its name. Undefined if that is not one file.
 */
export async function movedInWorkingTree(
  path: string,
  { history, index, contents }: Subject,
): Promise<string | undefined> {
  const oid = history?.headOid(path);
  if (!history || !oid) return undefined;
  const fresh = index.filesIn('').filter((other) => history.headOid(other) === null);
  if (fresh.length > MOST_FILES) return undefined;
  const ids = await Promise.all(fresh.map((other) => contents.id(other)));
  const same = fresh.filter((_, at) => {
    const id = ids[at]!;
    return id.kind === 'text' || id.kind === 'binary' ? id.oid === oid : false;
  });
  const candidates = same.length > 0 ? same : fresh.filter((other) => baseName(other) === baseName(path));
  return candidates.length === 1 ? candidates[0] : undefined;
}
