import { baseName, folderOf } from '../model/paths.ts';
import type { FileIndex } from './file-index.ts';

/** What is left of a name apart from letter case, `_` and `-`: `TokenStore`, `token_store` and `token-store` are one. */
export function foldName(name: string): string {
  return name.replaceAll(/[_-]/g, '').toLowerCase();
}

/** A file's name without its ending: `store.d.ts` is called `store`, and `store.test.ts` is called after what it tests. */
export function stemOfFile(path: string): string {
  return baseName(path).replace(/(?<=.)(?:\.d)?\.[^.]+$/, '');
}

/**
 * Whether a file is called after a symbol, as many languages have it: `src/token_store.py` after `TokenStore` and `TokenStore.read`,
 * `audit/pump.go` after `audit.Pump`. A single word is the name of too many files.
 */
export function isCalledAfter(path: string, symbol: string): boolean {
  const stem = foldName(stemOfFile(path));
  const [first = '', second] = symbol.split('.');
  if (hasTwoWords(first) && stem === foldName(first)) return true;
  return (
    second !== undefined &&
    stem === foldName(second) &&
    foldName(baseName(folderOf(path))) === foldName(first)
  );
}

/** The files that are called after a symbol. */
export function filesCalledAfter(symbol: string, index: FileIndex): readonly string[] {
  const names = new Set(symbol.split('.').slice(0, 2).map(foldName));
  return [...names].flatMap((name) => index.byStem(name)).filter((path) => isCalledAfter(path, symbol));
}

function hasTwoWords(name: string): boolean {
  return /[a-z\d][A-Z]|[A-Za-z\d]_[A-Za-z]/.test(name);
}
