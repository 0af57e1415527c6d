import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { join } from 'node:path';
import { OUT, ROOT } from './paths.ts';

interface Bundle {
  /** Relative to the checkout. */
  readonly entry: string;
  /** Relative to the checkout. */
  readonly outfile: string;
  readonly options: BuildOptions;
}

/** CommonJS, as most of the packages that go in are; `.cjs`, because package.json says that `.js` is something else. */
const NODE: BuildOptions = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Packages that also come as modules are bundled as such; what is called `main` may load its parts in ways that cannot be followed.
  mainFields: ['module', 'main'],
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: {
    'import.meta.url': 'importMetaUrl',
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
};

/** Runs in a webview. */
const BROWSER: BuildOptions = { platform: 'browser', format: 'iife', target: 'es2022' };

export const BUNDLES: readonly Bundle[] = [
  {
    entry: 'src/client/extension.ts',
    outfile: 'dist/client.cjs',
    options: { ...NODE, external: ['vscode'] },
  },
  { entry: 'src/server/main.ts', outfile: 'dist/server.cjs', options: NODE },
  { entry: 'src/cli/main.ts', outfile: 'dist/cli.cjs', options: executable(NODE) },
  { entry: 'src/panel/ui/index.ts', outfile: 'dist/panel.js', options: BROWSER },
  { entry: 'src/panel/ui/panel.css', outfile: 'dist/panel.css', options: BROWSER },
];

function executable(options: BuildOptions): BuildOptions {
  return { ...options, banner: { js: `#!/usr/bin/env node\n${options.banner?.js ?? ''}` } };
}

/**
 * Bundles one entry point.
 *
 * @returns the folders of the packages that went into it, relative to the checkout
 * @throws Error if it does not bundle
 */
export async function bundle({ entry, outfile, options }: Bundle, minify: boolean): Promise<string[]> {
  const result = await build({
    ...options,
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    // Lines are kept: an error that shows its place is to show a line, not the whole program.
    minifySyntax: minify,
    minifyIdentifiers: minify,
    sourcemap: !minify,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return Object.keys(result.metafile.inputs).flatMap((path) => packageFolder(path) ?? []);
}

/** Bundles the suite that runs inside VS Code, a file each, so that mocha says which file a test is in. */
export async function bundleHostSuite(): Promise<void> {
  await rm(join(OUT, 'test', 'host'), { recursive: true, force: true });
  await build({
    ...NODE,
    absWorkingDir: ROOT,
    entryPoints: ['test/host/index.ts', 'test/host/*.test.ts'],
    outdir: join(OUT, 'test', 'host'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'silent',
  });
}

function packageFolder(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}
