import { join } from 'node:path';
import { DIST } from '../paths.ts';

/** The command line as it is shipped. */
export const CLI = process.env['WARRANT_BENCH_CLI'] ?? join(DIST, 'cli.cjs');
