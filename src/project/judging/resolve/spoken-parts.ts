import { isCalledAfter } from '../../../evidence/called-after.ts';
import { dataFormatOf } from '../../../evidence/data/read-data.ts';
import { type Fragment, formatFragment } from '../../../evidence/fragment.ts';
import { say } from '../../../l10n/say.ts';
import type { EvidenceLink } from '../../../model/case.ts';
import type { Verdict } from '../../../model/verdict.ts';
import type { Subject } from '../../subject/subject.ts';
import { type ReferencePoint, isUnread, thenAt, versionAt } from '../../subject/versions.ts';
import type { BaselineAnswer } from '../baseline/baseline.ts';
import type { ResolvedLink } from './resolve-link.ts';

/*
 * Prose names what is no part of its file by itself: a local constant, a parameter, a key of settings without the way to it. Such a name rests on the part that
 * it stands in, if that is a single one; else on the whole file.
 */

/** A link with the part that it speaks of, where that is not what it names. Reads its file. */
export async function withSpokenPart(resolved: ResolvedLink, subject: Subject): Promise<ResolvedLink> {
  const { link, locator, resolution, lenient } = resolved;
  if (!lenient || locator.kind !== 'path' || link.expect !== undefined) return resolved;
  if (resolution?.kind !== 'found' || resolution.form !== 'file') return resolved;
  const part = await spokenPart(resolution.path, locator.fragment, link, subject);
  return part ? { ...resolved, locator: { ...locator, fragment: part }, spoken: locator } : resolved;
}

/** The part of a file that a link speaks of, where it names none that can be found there. */
export async function spokenPart(
  path: string,
  fragment: Fragment | undefined,
  link: EvidenceLink,
  { contents, comparer }: Subject,
): Promise<Fragment | undefined> {
  const name = fragment?.kind === 'symbol' ? fragment.name : fragment ? undefined : keyIn(link, path);
  if (name === undefined || isNameOfFile(path, name, link)) return undefined;
  const content = await contents.read(path);
  if (content.kind !== 'text') return undefined;
  if (fragment && (await comparer.locate(content, fragment)).kind !== 'missing') return undefined;
  return comparer.partAround(content, name);
}

/** A name behind the path of a file of data, where a pointer would have to stand. */
function keyIn({ locator }: EvidenceLink, path: string): string | undefined {
  const hash = locator.indexOf('#');
  const name = hash < 0 || !dataFormatOf(path) ? '' : locator.slice(hash + 1);
  return /^[\w$.:-]{1,200}$/.test(name) && !/:\/\//.test(locator) ? name : undefined;
}

/** A name that stands alone in prose may be that of the file, whatever the file holds. */
export function isNameOfFile(path: string, name: string, { cited, doubtful }: EvidenceLink): boolean {
  return !cited && doubtful === true && isCalledAfter(path, name);
}

/** Whether a file had a symbol when it was judged, and so has lost it; false where that cannot be told. */
export async function wasSymbol(
  fragment: Fragment | undefined,
  { path, oid }: { readonly path: string; readonly oid: string },
  answer: BaselineAnswer,
  subject: Subject,
): Promise<boolean> {
  if (fragment?.kind !== 'symbol' || (answer.kind !== 'commit' && answer.kind !== 'as-at-head')) return false;
  const point: ReferencePoint = answer.kind === 'commit' ? answer : { kind: 'head' };
  const then = await thenAt(point, path, subject);
  if (!then || isUnread(then) || then.oid === oid) return false;
  const before = await versionAt(then, subject);
  const last = fragment.name.slice(fragment.name.lastIndexOf('.') + 1);
  // Few versions have the word at all, and only those are worth a parse.
  if (typeof before !== 'object' || !before.text.includes(last)) return false;
  const { kind } = await subject.comparer.locate(before, fragment);
  return kind === 'lines' || kind === 'ambiguous';
}

/** Says of stale evidence what is compared in place of what is written. */
export function sayingWhere(found: Verdict | undefined, part: Fragment | undefined): Verdict | undefined {
  if (found?.state !== 'stale' || !part) return found;
  const where = formatFragment(part).slice(1);
  return {
    ...found,
    message: [found.message, say('What is compared is {0}, where it stands.', where)].join(' ').trim(),
  };
}
