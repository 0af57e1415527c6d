import { createTwoFilesPatch } from 'diff';
import { revisionText } from '../project/subject/revisions.ts';
import type { Subject } from '../project/subject/subject.ts';
import type { CaseLink } from './review-links.ts';

/** What changed in the evidence of a link since it was last judged, as a unified diff, or a line that says why there is none. */
export async function diffOf({ one, judged }: CaseLink, subjects: readonly Subject[]): Promise<string> {
  const { link, verdict } = judged;
  const { baseline, targets } = verdict;
  const [target] = targets;
  const subject = subjects.find(({ root }) => root === one.subject.root);
  if (!baseline || !target || !subject) return `${link.locator}: there is nothing to compare it with.\n`;
  if (targets.length > 1 || target.startLine === 0) {
    return `${link.locator}: git diff ${baseline.commit.slice(0, 12)} -- ${target.path} shows what changed.\n`;
  }
  const { commit, path, blob } = baseline;
  // Of a review the very content counts: what its commit has at the path may be something else.
  const judgedThen = blob === undefined ? undefined : await subject.history?.text(blob);
  const before =
    blob === undefined
      ? await revisionText(subject, { commit, path })
      : typeof judgedThen === 'object'
        ? judgedThen.text
        : null;
  const after = await subject.contents.read(target.path);
  if (before === null || after.kind !== 'text') {
    return `${link.locator}: what was judged is not in this repository as text, so nothing can be compared.\n`;
  }
  if (before === after.text) return `${link.locator}: nothing changed in ${target.path}.\n`;
  return createTwoFilesPatch(`a/${path}`, `b/${target.path}`, before, after.text, '', '', { context: 3 });
}
