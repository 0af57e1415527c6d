/** A programming language whose code is compared by meaning. The name goes into recorded fingerprints: it must not change. */
export interface Language {
  readonly name: 'python' | 'javascript' | 'typescript' | 'tsx';
  /** The file that holds its tree-sitter grammar, for `GrammarFiles`. */
  readonly grammar: string;
}

const PYTHON: Language = { name: 'python', grammar: 'tree-sitter-python.wasm' };
const JAVASCRIPT: Language = { name: 'javascript', grammar: 'tree-sitter-javascript.wasm' };
const TYPESCRIPT: Language = { name: 'typescript', grammar: 'tree-sitter-typescript.wasm' };
const TSX: Language = { name: 'tsx', grammar: 'tree-sitter-tsx.wasm' };

const BY_EXTENSION: ReadonlyMap<string, Language> = new Map([
  ['py', PYTHON],
  ['pyi', PYTHON],
  ['js', JAVASCRIPT],
  ['cjs', JAVASCRIPT],
  ['mjs', JAVASCRIPT],
  ['jsx', JAVASCRIPT],
  ['ts', TYPESCRIPT],
  ['cts', TYPESCRIPT],
  ['mts', TYPESCRIPT],
  ['tsx', TSX],
]);

/** The language of a file by its extension; undefined for what tree-sitter does not read here. */
export function languageOf(path: string): Language | undefined {
  return BY_EXTENSION.get(extensionOf(path));
}

/** What stands behind the last dot of a path's last segment, in lower case; '' where there is none. */
export function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
