import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ifMain } from '../main.ts';
import { differencesOf, sampleOf } from './differences.ts';
import { replay } from './replay.ts';
import { sayDifference, table } from './report.ts';
import { leftOut, tally } from './tally.ts';

const USAGE = 'npm run replay -- REPOSITORY… [--commits 200] [--sample 20] [--seed 1] [--json FILE]';

/**
 * Goes through the last commits of repositories that hold a case, checks each, and prints how often a comparison of whole files would have
 * called a link stale, and how often Warrant did; then a sample of what they differ in, for a person to judge.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      commits: { type: 'string', default: '200' },
      sample: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new Error(`No repository is named. ${USAGE}`);
  const replays = [];
  for (const repository of positionals) {
    replays.push(await replay(resolve(repository), Number(values.commits), (line) => console.error(line)));
  }
  const rows = replays.flatMap(({ name, commits }) =>
    (['cited', 'all'] as const).map((which) => ({ name, which, tally: tally(commits, which) })),
  );
  console.log(table(rows));
  for (const { name, commits } of replays)
    console.log(
      `\n${name} up to ${commits.at(-1)?.commit ?? '?'}; left out: ${JSON.stringify(leftOut(commits))}`,
    );
  const differences = replays.flatMap(differencesOf);
  const sample = sampleOf(differences, Number(values.sample), Number(values.seed));
  console.log(`\n${differences.length} distinct differences; ${sample.length} of them:\n`);
  for (const [i, one] of sample.entries()) console.log(`${i + 1}. ${sayDifference(one)}`);
  if (values.json !== undefined) {
    await writeFile(resolve(values.json), `${JSON.stringify({ replays, sample }, null, 2)}\n`);
  }
}

await ifMain(import.meta.url, main);
