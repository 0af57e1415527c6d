import type { EvidenceLink } from '../../model/case.ts';
import type { Target, Verdict } from '../../model/verdict.ts';
import type { JudgeContext } from './judge-context.ts';
import { verdict } from './verdicts.ts';

/** Judges evidence by what its author expects it to say, which matters more than whether it changed: reports are made anew all the time. */
export async function judgeReport(
  path: string,
  _link: EvidenceLink,
  { subject }: JudgeContext,
): Promise<Verdict> {
  const id = await subject.contents.id(path);
  const lines = id.kind === 'text' ? id.lines : 1;
  const targets: readonly Target[] = [{ path, startLine: 1, endLine: lines, whole: true }];
  const message =
    'What this evidence is expected to say (expect) cannot be checked yet; only that it is there.';
  return verdict('unknown', 'unsupported', message, { targets });
}
