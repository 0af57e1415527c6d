import { type PathLocator, formatLocator } from '../../../evidence/locator.ts';
import { say } from '../../../l10n/say.ts';
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
    const message = say(
      '{0} is a symbolic link to {1}, and nothing is there. Bring that back, or lead the symbolic link to where it is now.',
      path,
      leadsTo,
    );
    return broken('missing', message);
  }
  const movedTo = await movedInWorkingTree(path, subject);
  if (movedTo === undefined)
    return broken('deleted', say('{0} is deleted in the working tree (not committed).', link.locator));
  const there = formatLocator({ ...locator, path: movedTo });
  const message = say('{0} was moved to {1} (not committed). Point the link there.', link.locator, there);
  return broken('moved', message, {
    suggestions: [{ locator: there, why: say('it was moved there, not committed') }],
  });
}
