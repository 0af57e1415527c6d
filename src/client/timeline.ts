/** What happened, and when: `at` in milliseconds on the clock of `performance.now()`. */
export interface TimelineEntry {
  readonly step: TimelineStep;
  readonly at: number;
}

export type TimelineStep =
  'activate called' | 'activate returned' | 'server starting' | 'server running' | 'first judgement';

export interface Timeline {
  /** In the order in which it happened. Only the first time of each step is kept. */
  readonly entries: readonly TimelineEntry[];
  /** Notes that a step was reached now. */
  mark(step: TimelineStep): void;
}

/** A timeline on the given clock. Tests assert its order, so that slow starts cannot come back unseen. */
export function createTimeline(now: () => number): Timeline {
  const entries: TimelineEntry[] = [];
  return {
    entries,
    mark(step) {
      if (entries.some((entry) => entry.step === step)) return;
      entries.push({ step, at: now() });
    },
  };
}
