import type { Found } from '../../evidence/resolve.ts';
import { say, sayCount } from '../../l10n/say.ts';
import type { EvidenceLink } from '../../model/case.ts';
import { listNames } from '../../model/phrases.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Subject } from '../subject/subject.ts';
import { verdict } from './verdicts.ts';

/** What git writes above the one side of a conflict. */
const MARK = /^<{7}(?: |\r?$)/m;

/** Evidence in which a merge left both sides: what it will be, nobody has decided yet. Undefined where there is nothing of that. */
export async function judgeConflict(
  { paths, form, path }: Found,
  { locator }: EvidenceLink,
  { contents }: Subject,
): Promise<Verdict | undefined> {
  const conflicts = contents.tracked?.conflicts;
  if (!conflicts || conflicts.size === 0) return undefined;
  const open: string[] = [];
  for (const one of paths) {
    if (!conflicts.has(one)) continue;
    const content = await contents.read(one);
    if (content.kind === 'text' && MARK.test(content.text)) open.push(one);
  }
  if (open.length === 0) return undefined;
  const message =
    form === 'file'
      ? say(
          '{0} is in a merge conflict, and both sides stand in it. Resolve the conflict to have it judged.',
          path,
        )
      : sayCount(
          open.length,
          '{1} in {2} is in a merge conflict, and both sides stand in it. Resolve the conflict to have it judged.',
          '{1} in {2} are in a merge conflict, and both sides stand in it. Resolve the conflict to have it judged.',
          listNames(open, 3),
          locator,
        );
  return verdict('unknown', 'in-conflict', message, {
    targets: [{ path, startLine: form === 'file' ? 1 : 0, endLine: form === 'file' ? 1 : 0, whole: true }],
  });
}
