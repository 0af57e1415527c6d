import type { Reason } from '../../../model/state.ts';

/** A report of several that a link may lead to. */
export interface Placed<T> {
  /** In the subject. */
  readonly path: string;
  readonly report: T;
}

/** Something that is not as expected. */
export interface Unmet {
  readonly reason: Extract<Reason, 'expectation' | 'test-failed' | 'too-old'>;
  /** Begins in lower case and has no full stop. */
  readonly message: string;
  /** What to do now, a whole sentence, where that is not what one does about such reports. */
  readonly advice?: string;
  readonly path?: string;
  /** 1-based. */
  readonly line?: number;
}

/** What was compared, and what came of it. All texts continue a sentence. */
export interface Outcome {
  readonly unmet: readonly Unmet[];
  /** The numbers, met or not. */
  readonly said: readonly string[];
  /** What could not be told from the report, so that it is not as expected either. */
  readonly unsure: readonly string[];
  /** What a person should know besides: whole sentences. */
  readonly notes: readonly string[];
}

/** Several outcomes as one. */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  return {
    unmet: outcomes.flatMap(({ unmet }) => unmet),
    said: outcomes.flatMap(({ said }) => said),
    unsure: outcomes.flatMap(({ unsure }) => unsure),
    notes: outcomes.flatMap(({ notes }) => notes),
  };
}

/** An outcome of which only some parts are given. */
export function outcome(parts: Partial<Outcome>): Outcome {
  return { unmet: [], said: [], unsure: [], notes: [], ...parts };
}
