import type { Digest } from '../../ports/digest.ts';
import type { Subject } from '../subject/subject.ts';

/** What is needed to judge links of one subject. */
export interface JudgeContext {
  readonly subject: Subject;
  readonly now: Date;
  readonly digest: Digest;
}
