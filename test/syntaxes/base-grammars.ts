import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import glob from 'fast-glob';
import { CACHE } from '../../scripts/paths.ts';
import { serverPackage } from '../../scripts/vscode/server-package.ts';

/** A grammar that an extension contributes, as its manifest says. */
export interface ContributedGrammar {
  readonly scopeName: string;
  /** Absolute. */
  readonly path: string;
  /** The scopes of the grammars it is injected into. */
  readonly injectTo: readonly string[];
}

/** Where the extensions lie that VS Code brings, in the cache: of the served one, then of the desktop one on each system. */
const PLACES = [
  'code-server-*/node_modules/code-server/lib/vscode/extensions',
  'desktop/vscode-*/{,*/}resources/app/extensions',
  'desktop/vscode-*/*.app/Contents/Resources/app/extensions',
];

/**
 * The folder of the extensions that VS Code brings. Any VS Code in the cache will do; if there is none, it is installed.
 *
 * @throws Error where there is no VS Code to install
 */
export async function builtInExtensions(): Promise<string> {
  const manifests = PLACES.map((place) => `${place}/yaml/package.json`);
  const [found] = await glob(manifests, { cwd: CACHE, absolute: true, ignore: ['*.partial-*/**'] });
  return found ? dirname(dirname(found)) : join((await serverPackage()).folder, 'extensions');
}

/** The grammars that the extension in `folder` contributes. */
export function grammarsOf(folder: string): ContributedGrammar[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    contributes: { grammars: { scopeName: string; path: string; injectTo?: string[] }[] };
  };
  return manifest.contributes.grammars.map(({ scopeName, path, injectTo = [] }) => ({
    scopeName,
    path: join(folder, path),
    injectTo,
  }));
}
