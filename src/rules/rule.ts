import type { Case } from '../model/case.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { ReferenceProblem } from '../model/graph.ts';
import type { RuleLevel } from '../model/settings.ts';
import type { Standard } from '../model/standard.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Element } from './elements.ts';

/** What a rule may look at: one case, and what is known of it. */
export interface CaseView {
  /** Absolute path of the claim file, with `/`. */
  readonly file: string;
  readonly case: Case;
  /** The nodes of the case in the order of the document, each with what stands around it. */
  readonly elements: readonly Element[];
  /**
   * The argument was made out of prose or a drawing, whose authors follow no notation to the letter: what only the author of a native file
   * can act on is not said there, or in a low voice.
   */
  readonly lenient: boolean;
  /** By link key; mentions that are no evidence are left out. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** References of this case that lead nowhere, or must not be followed. */
  readonly referenceProblems: readonly ReferenceProblem[];
  /** The standards that are known: those that come with the product, and those of the workspace. */
  readonly standards: readonly Standard[];
  /** ISO 8601 date. */
  readonly today: string;
  readonly subject: {
    /** Absolute path of the subject's root. */
    readonly root: string;
    /** Why history could not be asked, as a sentence; undefined if it could. */
    readonly withoutHistory?: string;
    readonly shallow: boolean;
  };
}

/** What is known of a kind of finding before anything is found. */
export interface RuleInfo {
  /** Also the name of its page in `docs/rules`, and of its setting in `warrant.yaml`. */
  readonly id: string;
  /** How serious its findings are, unless one says otherwise of itself or a person set it. */
  readonly level: RuleLevel;
  /** What it finds, as the end of the sentence "It finds …", without a full stop. */
  readonly about: string;
  /** It cannot be set or silenced: something was not read, and silence would pass for "nothing wrong". */
  readonly fixed?: boolean;
}

/** What a rule finds. It has its rule's severity, or a milder one of its own. */
export interface RuleFinding extends Omit<Finding, 'rule' | 'severity'> {
  readonly severity?: Severity;
}

/** Something that is checked of every case, in the editor and on the command line alike. Pure, and linear in the case. */
export interface Rule extends RuleInfo {
  readonly check: (view: CaseView) => readonly RuleFinding[];
}

/** Finds what several rules tell apart by its reason. */
export type Check = (view: CaseView) => readonly Finding[];
