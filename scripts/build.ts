/* `npm run build [-- --minify]`: makes dist/, which is all of the product that runs. */
import { chmod, copyFile, cp, mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { grammarFiles } from '../src/evidence/languages.ts';
import { bundle, BUNDLES } from './bundles.ts';
import { NOTEBOOK_SERVER } from './demo/demos.ts';
import { packExample } from './demo/pack-example.ts';
import { ifMain } from './main.ts';
import { DIST, ROOT } from './paths.ts';
import { writeNotices } from './third-party-notices.ts';

/** The parser and the grammars of the languages in which symbols are found. */
const GRAMMARS = [
  'web-tree-sitter/web-tree-sitter.wasm',
  ...grammarFiles().map((file) => `@vscode/tree-sitter-wasm/wasm/${file}`),
];

/** Lays diagrams out, in a worker of the panel's page. */
const LAYOUT_ENGINE = 'elkjs/lib/elk-worker.min.js';

/**
 * Makes dist/ anew.
 *
 * @param minify for packaging; otherwise source maps are written
 * @throws Error if a source cannot be bundled
 */
export async function build(minify: boolean): Promise<void> {
  await rm(DIST, { recursive: true, force: true });
  const packages = await Promise.all(BUNDLES.map((each) => bundle(each, minify)));
  await copyGrammars();
  await copyFile(join(ROOT, 'node_modules', LAYOUT_ENGINE), join(DIST, basename(LAYOUT_ENGINE)));
  await cp(join(ROOT, 'standards'), join(DIST, 'standards'), { recursive: true });
  await packExample(join(DIST, 'example'), NOTEBOOK_SERVER);
  await writeNotices(new Set(packages.flat()));
  await chmod(join(DIST, 'cli.cjs'), 0o755);
}

async function copyGrammars(): Promise<void> {
  const folder = join(DIST, 'grammars');
  await mkdir(folder, { recursive: true });
  await Promise.all(
    GRAMMARS.map((file) => copyFile(join(ROOT, 'node_modules', file), join(folder, basename(file)))),
  );
}

await ifMain(import.meta.url, () => build(process.argv.includes('--minify')));
