import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeWorkspace } from '../host/workspace.ts';
import type { Journey } from './journey.ts';

/** What the packaged extension has to bring, relative to where it is installed. */
const NEEDED = [
  'package.json',
  'dist/client.cjs',
  'dist/server.cjs',
  'dist/cli.cjs',
  'dist/grammars/web-tree-sitter.wasm',
  'dist/grammars/tree-sitter-python.wasm',
  'dist/grammars/tree-sitter-typescript.wasm',
  'dist/grammars/tree-sitter-tsx.wasm',
  'dist/grammars/tree-sitter-javascript.wasm',
  'dist/standards/owasp-2021.standard.yaml',
  'dist/example/history.fast-import',
  'patterns/security-properties.case.yaml',
  'schemas/case.schema.json',
  'snippets/yaml.json',
  'l10n/bundle.l10n.de.json',
  'package.nls.de.json',
];

/** What only those need who build it. */
const UNWANTED = /(^|\/)(node_modules|src|test|scripts|examples|out)\/|\.(ts|map)$|package-lock\.json$/;

/** What a user gets is what VS Code made of the package, not what lies in the checkout. */
export const installedExtension: Journey = {
  title: 'The installed extension brings all that it needs and nothing else',
  async walk(stage) {
    const workspace = makeWorkspace();
    stage.after(() => workspace.remove());
    const { extensionsFolder } = await stage.open({ workspace: workspace.root });
    const folder = (await readdir(extensionsFolder)).find((name) => name.startsWith('warrant.warrant-'));
    assert.ok(folder, `warrant.warrant is not among the installed extensions in ${extensionsFolder}`);
    const files = await filesIn(join(extensionsFolder, folder));
    assert.deepEqual(
      NEEDED.filter((path) => !files.includes(path)),
      [],
      'Missing from the package',
    );
    assert.deepEqual(
      files.filter((path) => UNWANTED.test(path)),
      [],
      'Not wanted in the package',
    );
  },
};

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.map((path) => path.replaceAll('\\', '/'));
}
