import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OUT, ROOT } from '../paths.ts';
import { lastLines, run } from '../run.ts';
import { readMochaResults } from './mocha-results.ts';
import type { Suite } from './suite.ts';

/** All that needs no VS Code, the grammar tests and those of the repository's structure included; see .mocharc.json. */
export const UNIT: Suite = {
  name: 'unit',
  what: 'unit, grammar and structure tests',
  needs: ['grammars'],
  async run() {
    const file = join(OUT, 'results', 'unit.json');
    await rm(file, { force: true });
    const mocha = join(ROOT, 'node_modules', 'mocha', 'bin', 'mocha.js');
    const strict = ['--forbid-only', '--forbid-pending'];
    const reporter = ['--reporter', 'json', '--reporter-option', `output=${file}`];
    const { status, output } = await run(process.execPath, [mocha, ...strict, ...reporter]);
    const results = (await readMochaResults(file)) ?? [];
    if (status === 0 || results.some(({ error }) => error !== undefined)) return results;
    return [
      ...results,
      { title: 'mocha', error: `ended with status ${status ?? 'killed'}:\n${lastLines(output, 40)}` },
    ];
  },
};
