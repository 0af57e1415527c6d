/** Numbers from 0 up to 1 that are the same for one seed: a linear congruential generator, which is random enough to break files. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What happened to a file. */
export interface Damage {
  readonly what: string;
  readonly bytes: Uint8Array;
}

/** The file cut off at random places, and the file with single bytes replaced by random others. */
export function* damagesOf(bytes: Uint8Array, each: number, seed: number): Generator<Damage> {
  const random = randomFrom(seed);
  const place = (): number => Math.floor(random() * bytes.length);
  for (let i = 0; i < each; i++) {
    const end = place();
    yield { what: `cut off at byte ${end}`, bytes: bytes.slice(0, end) };
  }
  for (let i = 0; i < each; i++) {
    const at = place();
    const copy = bytes.slice();
    copy[at] = (copy[at]! + 1 + Math.floor(random() * 255)) % 256;
    yield { what: `byte ${at} replaced by ${copy[at]}`, bytes: copy };
  }
}
