import { fileURLToPath } from 'node:url';
import { nodeGrammars } from '../../src/node/grammars.ts';
import type { GrammarFiles } from '../../src/ports/grammars.ts';

const PACKAGES = ['web-tree-sitter', '@vscode/tree-sitter-wasm/wasm'];

/** The grammars as the packages bring them. `loaded` lists every file asked for. */
export function installedGrammars(): GrammarFiles & { readonly loaded: string[] } {
  const folders = PACKAGES.map((name) =>
    fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url)),
  );
  const files = nodeGrammars(folders);
  const loaded: string[] = [];
  return {
    loaded,
    load(fileName) {
      loaded.push(fileName);
      return files.load(fileName);
    },
  };
}
