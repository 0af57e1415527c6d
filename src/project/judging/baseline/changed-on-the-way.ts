import type { PathLocator } from '../../../evidence/locator.ts';
import type { EvidenceLink } from '../../../model/case.ts';
import { versionAt } from '../../subject/versions.ts';
import type { FindBaseline } from './baseline.ts';
import type { JudgeContext } from '../judge-context.ts';

/**
 * Whether evidence that was moved also means something else than when it was judged. Whoever points the link to its new place has to know: that alone judges
 * nothing (see `look-through.ts`), so the link will be stale. False where it cannot be said.
 */
export async function changedOnTheWay(
  locator: PathLocator,
  movedTo: string,
  link: EvidenceLink,
  findBaseline: FindBaseline,
  { subject }: JudgeContext,
): Promise<boolean> {
  const answer = await findBaseline(() => true);
  const judged =
    answer.kind === 'commit'
      ? answer.baseline.commit
      : answer.kind === 'review'
        ? answer.record.commit
        : undefined;
  const then = judged ? await subject.history?.atCommit(judged, locator.path) : undefined;
  if (!then || typeof then === 'string') return false;
  const [before, now] = await Promise.all([versionAt(then, subject), subject.contents.read(movedTo)]);
  if (!before || typeof before === 'string' || now.kind !== 'text') return false;
  const { kind } = await subject.comparer.compare(before, now, locator.fragment, link.watch);
  return kind === 'different';
}
