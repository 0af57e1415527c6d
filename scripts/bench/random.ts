/** Numbers that look random and are the same for the same seed on every machine. */
export interface Random {
  /** A whole number from 0 up to `limit`, exclusive. */
  below(limit: number): number;
  /** One of some things. @throws RangeError where there is none */
  pick<T>(things: readonly T[]): T;
}

/** Makes a source of numbers (Mulberry32, by Tommy Ettinger; public domain). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (things) => {
      if (things.length === 0) throw new RangeError('there is nothing to pick from');
      return things[below(things.length)]!;
    },
  };
}
