/** How thorough a look is wanted: from memory, or git included. */
export type Look = 'recheck' | 'check';

export interface Schedule {
  /** Wants a look soon. Wishes that come while one waits are one look, as thorough as the most thorough of them. */
  request(look: Look): void;
  dispose(): void;
}

/** What a pause between events has to last before a look begins, in milliseconds: typing must feel at once, git may wait for a storm of events. */
const PAUSES: Readonly<Record<Look, number>> = { recheck: 40, check: 150 };

/**
 * Runs looks one behind the other, never two at once.
 *
 * @param run does the look; its errors are its own business
 */
export function createSchedule(run: (look: Look) => Promise<void>): Schedule {
  let wanted: Look | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let disposed = false;

  const start = async (): Promise<void> => {
    timer = undefined;
    if (running || !wanted || disposed) return;
    const look = wanted;
    wanted = undefined;
    running = true;
    try {
      await run(look);
    } finally {
      running = false;
      if (wanted) arm();
    }
  };
  const arm = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void start(), PAUSES[wanted ?? 'recheck']);
  };

  return {
    request(look) {
      if (disposed) return;
      wanted = wanted === 'check' ? 'check' : look;
      if (!running) arm();
    },
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
