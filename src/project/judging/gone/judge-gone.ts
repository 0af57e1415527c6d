import { type PathLocator, formatLocator } from '../../../evidence/locator.ts';
import type { EvidenceLink } from '../../../model/case.ts';
import type { Verdict } from '../../../model/verdict.ts';
import type { Subject } from '../../subject/subject.ts';
import { movedInWorkingTree } from './moved-file.ts';
import { broken } from '../verdicts.ts';

/** A file that git knows and the working tree has not: says where it went, or where a symbolic link in its place leads. */
export async function judgeGone(
  path: string,
  locator: PathLocator,
  link: EvidenceLink,
  subject: Subject,
): Promise<Verdict> {
  const leadsTo = await subject.contents.linkText(path);
  if (leadsTo !== undefined) {
    const message = `${path} is a symbolic link to ${leadsTo}, and nothing is there. Bring that back, or lead the symbolic link to where it is now.`;
    return broken('missing', message);
  }
  const movedTo = await movedInWorkingTree(path, subject);
  if (movedTo === undefined)
    return broken('deleted', `${link.locator} is deleted in the working tree (not committed).`);
  const there = formatLocator({ ...locator, path: movedTo });
  return broken('moved', `${link.locator} was moved to ${there} (not committed). Point the link there.`, {
    suggestions: [{ locator: there, why: 'it was moved there, not committed' }],
  });
}
