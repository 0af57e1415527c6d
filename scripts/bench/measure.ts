import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { GIT_ENVIRONMENT } from './make-repository.ts';

/** What running a program took. */
export interface Run {
  /** From its start to its end, in milliseconds. */
  readonly wall: number;
  readonly output: string;
}

/** Runs a program to its end and notes the time. Exit statuses above 1 are errors. */
export async function run(
  program: string,
  args: readonly string[],
  cwd: string,
  input: string | Uint8Array = '',
): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, { cwd, env: GIT_ENVIRONMENT, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => {}); // It may end without reading all of it.
  child.stdin.end(input);
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  const [status] = (await once(child, 'close')) as [number | null];
  const wall = performance.now() - start;
  if (status === null || status > 1) throw new Error(`${program} ${args.join(' ')} ended with ${status}.`);
  return { wall, output: Buffer.concat(pieces).toString() };
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Measures several things in turns, so that what else the machine does in the meantime falls on all of them alike.
 *
 * @returns the median of each, in milliseconds
 */
export async function inTurns<K extends string>(
  rounds: number,
  things: Readonly<Record<K, () => Promise<number> | number>>,
): Promise<Record<K, number>> {
  const times = new Map<K, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(things) as K[]) {
      times.set(name, [...(times.get(name) ?? []), await things[name]()]);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)])) as Record<K, number>;
}
