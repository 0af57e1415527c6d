import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, as an absolute path without a trailing separator. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** What is downloaded once and kept between runs. Ignored by git. */
export const CACHE = join(ROOT, '.vscode-test');

/** What a run leaves behind: logs, results, screenshots, the packaged extension. Ignored by git. */
export const OUT = join(ROOT, 'out');

/** The packaged product. Ignored by git. */
export const DIST = join(ROOT, 'dist');

/** The demo workspace. Ignored by git. */
export const DEMO = join(ROOT, '.demo', 'notebook-server');
