/*
 * `npm test [-- SUITE…]`: runs all suites, or those that are named and what they need. The last line says how many tests passed and failed.
 */
import { runMain } from './main.ts';
import { CHECKS } from './suites/checks.ts';
import { DESKTOP, HOST } from './suites/host.ts';
import { JOURNEYS } from './suites/journeys.ts';
import { BUILD, GRAMMARS, PACKAGE, VSCODE } from './suites/preparations.ts';
import { runSuites } from './suites/run-suites.ts';
import type { Suite } from './suites/suite.ts';
import { UNIT } from './suites/unit.ts';

/** The suites of one stage run at the same time. Packaging builds anew, so it is not done while another suite uses the build. */
const WHOLE = [[BUILD, VSCODE, ...CHECKS], [GRAMMARS], [UNIT], [HOST], [PACKAGE], [JOURNEYS]];
const ALL = [...WHOLE, [DESKTOP]];

await runMain(async () => {
  const names = process.argv.slice(2);
  const chosen = names.length === 0 ? WHOLE.flat() : names.map(suiteNamed).flatMap(withNeeds);
  const stages = ALL.map((stage) => stage.filter((suite) => chosen.includes(suite)));
  const { passed, failed } = await runSuites(stages, (text) => console.log(text));
  if (failed > 0 || passed === 0) process.exitCode = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
});

function suiteNamed(name: string): Suite {
  const suite = ALL.flat().find((each) => each.name === name);
  if (suite) return suite;
  const known = ALL.flat().map((each) => each.name);
  throw new Error(`There is no suite \`${name}\`; there are: ${known.join(', ')}.`);
}

function withNeeds(suite: Suite): Suite[] {
  return [...suite.needs.map(suiteNamed).flatMap(withNeeds), suite];
}
