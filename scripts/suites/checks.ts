import { join } from 'node:path';
import { ROOT } from '../paths.ts';
import { run } from '../run.ts';
import type { Suite } from './suite.ts';

/** Each counts as one. */
export const CHECKS: readonly Suite[] = [
  check('types', 'type-check', 'typescript/bin/tsc', ['--pretty', 'false']),
  check('panel-types', 'type-check the panel, which alone knows a page', 'typescript/bin/tsc', [
    '--pretty',
    'false',
    '--project',
    'src/panel/ui',
  ]),
  check('lint', 'lint, with the walls between folders', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  check('format', 'check the formatting', 'prettier/bin/prettier.cjs', [
    '--check',
    '--log-level',
    'warn',
    '.',
  ]),
];

function check(name: string, what: string, program: string, args: readonly string[]): Suite {
  return {
    name,
    what,
    needs: [],
    async run() {
      const script = join(ROOT, 'node_modules', program);
      const { status, output } = await run(process.execPath, [script, ...args]);
      return [
        status === 0
          ? { title: name }
          : { title: name, error: output.trim() || `status ${status ?? 'killed'}` },
      ];
    },
  };
}
