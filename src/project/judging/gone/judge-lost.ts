import type { Verdict } from '../../../model/verdict.ts';
import type { FindBaseline } from '../baseline/baseline.ts';
import { judgeUnlocated } from '../file-verdicts.ts';
import type { JudgeContext } from '../judge-context.ts';
import type { ResolvedLink } from '../resolve/resolve-link.ts';
import { wasSymbol } from '../resolve/spoken-parts.ts';

/**
 * Judges a guess: that a file had a symbol when prose that only names the symbol was written, and has lost it since. 'not-evidence' where that is not
 * so, or cannot be told.
 */
export async function judgeLost(
  { locator, resolution }: ResolvedLink,
  findBaseline: FindBaseline,
  { subject }: JudgeContext,
): Promise<Verdict | 'not-evidence'> {
  if (locator.kind !== 'path' || resolution?.kind !== 'found' || !locator.fragment) return 'not-evidence';
  const { path } = resolution;
  const id = await subject.contents.id(path);
  if (id.kind !== 'text') return 'not-evidence';
  const rests = (await subject.history?.restsOn(path)) ?? [path];
  const answer = await findBaseline((changed) => rests.some((one) => changed.has(one)));
  if (!(await wasSymbol(locator.fragment, { path, oid: id.oid }, answer, subject))) return 'not-evidence';
  const content = await subject.contents.read(path);
  if (content.kind !== 'text') return 'not-evidence';
  const located = await subject.comparer.locate(content, locator.fragment);
  if (located.kind === 'lines') return 'not-evidence';
  return judgeUnlocated(located, locator, { path, startLine: 1, endLine: id.lines ?? 1, whole: true });
}
