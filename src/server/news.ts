/** What was heard since the last look, so that answers about places can wait until they are about what the editor shows. */
export interface News {
  /** Something was heard. */
  add(): void;
  /** A look begins; what it returns is called when its result can be asked for. */
  begin(): () => void;
  /** Resolves when all that was heard until now is known, at the latest after some milliseconds. */
  settled(patience: number): Promise<void>;
}

/** Nothing heard yet. */
export function createNews(): News {
  let heard = 0;
  let known = 0;
  const waiting = new Set<{ readonly until: number; readonly go: () => void }>();
  return {
    add: () => void heard++,
    begin() {
      const seen = heard;
      return () => {
        known = Math.max(known, seen);
        for (const one of [...waiting]) if (one.until <= known) one.go();
      };
    },
    settled(patience) {
      if (known >= heard) return Promise.resolve();
      return new Promise((resolve) => {
        const one = {
          until: heard,
          go: () => {
            clearTimeout(timer);
            waiting.delete(one);
            resolve();
          },
        };
        const timer = setTimeout(one.go, patience);
        waiting.add(one);
      });
    },
  };
}
