import type { Case } from '../model/case.ts';
import type { Finding } from '../model/finding.ts';
import type { ReferenceProblem } from '../model/graph.ts';
import type { Verdict } from '../model/verdict.ts';

/** What a rule may look at: one case, and what is known of it. */
export interface CaseView {
  /** Absolute path of the claim file, with `/`. */
  readonly file: string;
  readonly case: Case;
  /** By link key; mentions that are no evidence are left out. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** References of this case that lead nowhere, or must not be followed. */
  readonly referenceProblems: readonly ReferenceProblem[];
  readonly subject: {
    /** Absolute path of the subject's root. */
    readonly root: string;
    /** Why history could not be asked, as a sentence; undefined if it could. */
    readonly withoutHistory?: string;
    readonly shallow: boolean;
  };
}

/** Something that is checked of every case, in the editor and on the command line alike. Pure. */
export type Rule = (view: CaseView) => readonly Finding[];
