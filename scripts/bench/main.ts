import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ifMain } from '../main.ts';
import { measureCold, measureMemory } from './cold.ts';
import { measureFeatures } from './features.ts';
import { CLI } from './paths.ts';
import { type Measured, table } from './report.ts';
import { measureCommits, measureLinks } from './scale.ts';
import { measureWarm } from './warm.ts';

const USAGE = 'npm run bench -- [--quick] [--only cold|links|commits|warm|features|memory] [--rounds N]';

type Measure = (quick: boolean, rounds: number | undefined) => Promise<Measured[]>;

/** What can be measured, by name. Quick is a tenth of the size, with fewer rounds: to see that it works, and no answer. */
const MEASURES: Readonly<Record<string, Measure>> = {
  cold: (quick, rounds) =>
    quick ? measureCold(1000, rounds ?? 3, 200) : measureCold(10_000, rounds ?? 7, 2000),
  links: (quick, rounds) =>
    measureLinks(quick ? [100, 1000] : [1000, 10_000, 100_000], rounds ?? (quick ? 3 : 5)),
  commits: (quick, rounds) => measureCommits(100, quick ? 2000 : 20_000, rounds ?? (quick ? 3 : 9)),
  warm: (quick, rounds) => measureWarm(quick ? 1000 : 10_000, rounds ?? (quick ? 5 : 15)),
  features: (quick, rounds) => measureFeatures(quick ? 3000 : 30_000, rounds ?? 100),
  memory: (quick) => measureMemory(quick ? [1000] : [10_000, 100_000]),
};

/**
 * Makes repositories of seeded random content and history, and prints how what Warrant takes compares with the least that it could take, measured
 * in the same run.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const { only, quick } = values;
  const rounds = values.rounds === undefined ? undefined : Math.max(1, Number(values.rounds) || 1);
  if (only !== undefined && !(only in MEASURES)) throw new Error(`There is no ${only}. ${USAGE}`);
  if (!existsSync(CLI)) throw new Error(`${CLI} does not exist. Run npm run build first.`);
  const rows: Measured[] = [];
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (only !== undefined && name !== only) continue;
    console.error(`${name} …`);
    rows.push(...(await measure(quick, rounds)));
  }
  console.log(table(rows));
}

await ifMain(import.meta.url, main);
