import { say } from '../../l10n/say.ts';
import { isGlob } from '../../evidence/glob.ts';
import { type LocatorOptions, parseLocator } from '../../evidence/locator.ts';
import type { Found } from '../../evidence/resolve.ts';
import type { JudgedLink } from '../snapshot.ts';
import { membership } from '../subject/folder-history.ts';
import type { Subject } from '../subject/subject.ts';
import { compareOne, filesNow } from '../judging/judge-folder.ts';
import { isUnread } from '../subject/versions.ts';
import type { Base, FilesThen } from './base.ts';
import type { LinkComparison } from './compare-link.ts';

/**
 * Which files of a folder or a glob mean something else than at the base.
 *
 * @param options where relative patterns of a document start
 * @throws GitError
 */
export async function compareFolder(
  judged: JudgedLink,
  subject: Subject,
  base: Base,
  options: LocatorOptions,
): Promise<LinkComparison> {
  if (judged.verdict.reason === 'too-large')
    return { kind: 'unknown', why: say('It stands for more files than are compared.') };
  const found = foundBy(judged, subject, options);
  const files = await base.files();
  if (!files) return notYet();
  const then = idsThen(found, files);
  const now = await filesNow(found.paths, subject);
  const different: string[] = [];
  let kind: 'same' | 'untouched' | 'unknown' = 'same';
  for (const path of new Set([...then.keys(), ...now.keys()])) {
    const compared = await compareOne(path, then.get(path), now.get(path), subject);
    if (compared === undefined) return notYet();
    if (compared === 'different') different.push(path);
    else if (compared === 'cosmetic' && kind === 'same') kind = 'untouched';
    else if (isUnread(compared)) kind = 'unknown';
  }
  if (different.length > 0)
    return then.size === 0 ? { kind: 'added' } : { kind: 'changed', files: different.sort() };
  return kind === 'unknown' ? { kind, why: say('Not all of its files can be compared.') } : kind;
}

function notYet(): LinkComparison {
  return { kind: 'unknown', why: say('It has not been compared yet.') };
}

/** The files that were in it, each under the name that it has now where that is in it, too. */
function idsThen(found: Found, { ids, index, renamedTo }: FilesThen): Map<string, string> {
  const contains = membership(found);
  const were = found.form === 'folder' ? index.filesIn(found.path) : index.glob(found.path);
  const then = new Map<string, string>();
  for (const path of were.length > 0 || found.form === 'folder'
    ? were
    : found.paths.filter((one) => ids.has(one))) {
    const now = renamedTo.get(path);
    then.set(now !== undefined && contains(now) ? now : path, ids.get(path)!);
  }
  return then;
}

/** What a judged link stands for, as when it was judged. */
function foundBy(
  { link, verdict: { targets } }: JudgedLink,
  { index }: Subject,
  options: LocatorOptions,
): Found {
  const path = targets[0]!.path;
  if (targets[0]!.startLine === 0) return { kind: 'found', form: 'folder', path, paths: index.filesIn(path) };
  const locator = parseLocator(link.locator, options);
  const pattern = locator.kind === 'path' && isGlob(locator.path) ? locator.path : path;
  return { kind: 'found', form: 'glob', path: pattern, paths: targets.map((target) => target.path) };
}
