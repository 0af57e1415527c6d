interface Flight {
  readonly result: Promise<string>;
  readonly controller: AbortController;
  waiting: number;
}

export interface Request {
  /** Ends the wait of this caller. */
  readonly signal: AbortSignal | undefined;
  /** The error of a caller that no longer waits. */
  readonly cancelled: () => Error;
  /** Does the work; the signal says that nobody waits for it any more. */
  readonly start: (signal: AbortSignal) => Promise<string>;
}

/** Lets requests of the same key share one piece of work while it is under way. */
export function shareInFlight(): (key: string, request: Request) => Promise<string> {
  const flights = new Map<string, Flight>();

  const take = (key: string, start: Request['start']): Flight => {
    const known = flights.get(key);
    if (known !== undefined) return known;
    const controller = new AbortController();
    const flight: Flight = { result: start(controller.signal), controller, waiting: 0 };
    flights.set(key, flight);
    return flight;
  };

  return async (key, { signal, cancelled, start }) => {
    if (signal?.aborted === true) throw cancelled();
    const flight = take(key, start);
    flight.waiting++;
    try {
      return await (signal === undefined ? flight.result : unlessAborted(flight.result, signal, cancelled));
    } finally {
      flight.waiting--;
      if (flight.waiting === 0) {
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort();
      }
    }
  };
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, cancelled: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(cancelled());
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Lets at most `limit` tasks run at a time, the others in the order they came. */
export function limitTo(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= limit) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await task();
    } finally {
      // The place passes straight to the next, so that no newcomer can slip in between.
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
