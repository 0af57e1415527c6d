import { coldCheck } from './check.ts';
import { type MadeRepository, makeRepository } from './make-repository.ts';
import { inTurns } from './measure.ts';
import { type Measured, ms } from './report.ts';
import { type Shape, shapeFor } from './shape.ts';

/** What ten times as many links cost, step by step. */
export async function measureLinks(sizes: readonly number[], rounds: number): Promise<Measured[]> {
  return withTimes(
    sizes.map((links) => shapeFor(links)),
    rounds,
    (times) =>
      sizes.slice(1).map((links, i) => ({
        what: `cold check of ${links} links / ${sizes[i]} links`,
        ratio: times[i + 1]! / times[i]!,
        unit: '×',
        target: { kind: 'at most', value: (links / sizes[i]!) * 1.1 },
        details: `${ms(times[i + 1]!)} and ${ms(times[i]!)}`,
      })),
  );
}

/** What a longer history costs, where the links, the files and what changed are the same. */
export async function measureCommits(few: number, many: number, rounds: number): Promise<Measured[]> {
  const shapes = [few, many].map((commits) => shapeFor(1000, { commits, files: 2000, changedFiles: 40 }));
  return withTimes(shapes, rounds, ([short, long]) => [
    {
      what: `cold check of 1000 links, ${many} commits / ${few} commits`,
      ratio: long! / short!,
      unit: '×',
      target: { kind: 'at most', value: 1.5 },
      details: `${ms(long!)} and ${ms(short!)}; the claims are as old as half of the history`,
    },
  ]);
}

async function withTimes(
  shapes: readonly Shape[],
  rounds: number,
  rows: (times: readonly number[]) => Measured[],
): Promise<Measured[]> {
  const made: MadeRepository[] = [];
  try {
    for (const shape of shapes) made.push(await makeRepository(shape));
    const things = Object.fromEntries(made.map((one, i) => [String(i), () => coldCheck(one)]));
    const times = await inTurns(rounds, things);
    return rows(made.map((_, i) => times[String(i)]!));
  } finally {
    for (const one of made) one.remove();
  }
}
