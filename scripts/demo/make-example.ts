/* `npx tsx scripts/demo/make-example.ts NAME`: makes one of the demos in .demo/NAME. */
import { join } from 'node:path';
import { ifMain } from '../main.ts';
import { ROOT } from '../paths.ts';
import { JOB_ENGINE, NOTEBOOK_SERVER, SCANNER_MODULE } from './demos.ts';
import { makeDemo } from './make-demo.ts';

const DEMOS = [NOTEBOOK_SERVER, JOB_ENGINE, SCANNER_MODULE];

await ifMain(import.meta.url, async () => {
  const name = process.argv[2];
  const demo = DEMOS.find((one) => one.name === name);
  if (!demo) throw new Error(`Name one of: ${DEMOS.map((one) => one.name).join(', ')}.`);
  const folder = join(ROOT, '.demo', demo.name);
  await makeDemo(folder, demo);
  console.log(`${folder} is made.`);
});
