import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { damagesOf } from '../../test/support/damage.ts';
import { readDamaged } from '../../test/support/read-damaged.ts';

/*
 * Reads every claim file of the shared corpus many times over, each time damaged otherwise: cut off somewhere, or with one byte changed. No
 * reading may throw, take over two seconds, or give a range outside the text. `npm run damage -- [each] [seed] [name]`
 */

const LIMIT_MILLISECONDS = 2000;
/** What lies beside the documents and is none. */
const NOT_CLAIMS = /^(?:labels\.json|SOURCE\.txt|LICENSE.*|TREE.*)$/;

const [each = '200', seed = '1', name = ''] = process.argv.slice(2);
const corpus = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
if (!existsSync(corpus)) {
  console.log('The shared corpus is not here (../shared/corpus beside the checkout); nothing was read.');
  process.exit();
}

let failed = 0;
let total = 0;
for (const file of filesBelow(corpus).filter((path) => path.includes(name))) {
  const damages = damagesOf(readFileSync(file), Number(each), Number(seed));
  const { readings, slowestMilliseconds, troubles } = readDamaged(file, damages, () => performance.now());
  total += readings;
  const slow = slowestMilliseconds > LIMIT_MILLISECONDS;
  if (slow || troubles.length > 0) failed++;
  const verdict = troubles.length > 0 ? `${troubles.length} TROUBLES` : slow ? 'TOO SLOW' : 'ok';
  console.log(
    `${verdict.padEnd(12)} ${String(readings).padStart(5)} readings, slowest ${slowestMilliseconds.toFixed(0).padStart(5)} ms  ${relative(corpus, file)}`,
  );
  for (const { damage, what } of troubles.slice(0, 3)) console.log(`  ${damage}: ${what}`);
}
console.log(`${total} readings; ${failed === 0 ? 'no file' : `${failed} files`} gave trouble.`);
process.exitCode = failed === 0 ? 0 : 1;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        !NOT_CLAIMS.test(entry.name) &&
        dirname(join(entry.parentPath, entry.name)) !== corpus,
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
