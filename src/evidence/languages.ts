/** A language whose code is compared by meaning. The name goes into recorded fingerprints: it must not change. */
export type Language = ParsedLanguage | LineLanguage;

/** A language that tree-sitter reads. */
export interface ParsedLanguage {
  readonly name:
    | 'python'
    | 'javascript'
    | 'typescript'
    | 'tsx'
    | 'go'
    | 'rust'
    | 'c'
    | 'cpp'
    | 'ruby'
    | 'java'
    | 'csharp'
    | 'php'
    | 'bash'
    | 'bats'
    | 'powershell'
    | 'css';
  /** The file that holds its tree-sitter grammar, for `GrammarFiles`. */
  readonly grammar: string;
}

/** A notation that is read line by line (see `ini/`). */
export interface LineLanguage {
  readonly name: 'ini' | 'editorconfig' | 'properties';
}

const PYTHON: Language = { name: 'python', grammar: 'tree-sitter-python.wasm' };
const JAVASCRIPT: Language = { name: 'javascript', grammar: 'tree-sitter-javascript.wasm' };
const TYPESCRIPT: Language = { name: 'typescript', grammar: 'tree-sitter-typescript.wasm' };
const TSX: Language = { name: 'tsx', grammar: 'tree-sitter-tsx.wasm' };
const GO: Language = { name: 'go', grammar: 'tree-sitter-go.wasm' };
const RUST: Language = { name: 'rust', grammar: 'tree-sitter-rust.wasm' };
const C: Language = { name: 'c', grammar: 'tree-sitter-cpp.wasm' };
const CPP: Language = { name: 'cpp', grammar: 'tree-sitter-cpp.wasm' };
const RUBY: Language = { name: 'ruby', grammar: 'tree-sitter-ruby.wasm' };
const JAVA: Language = { name: 'java', grammar: 'tree-sitter-java.wasm' };
const CSHARP: Language = { name: 'csharp', grammar: 'tree-sitter-c-sharp.wasm' };
const PHP: Language = { name: 'php', grammar: 'tree-sitter-php.wasm' };
const BASH: Language = { name: 'bash', grammar: 'tree-sitter-bash.wasm' };
const BATS: Language = { name: 'bats', grammar: 'tree-sitter-bash.wasm' };
const POWERSHELL: Language = { name: 'powershell', grammar: 'tree-sitter-powershell.wasm' };
const CSS: Language = { name: 'css', grammar: 'tree-sitter-css.wasm' };
const INI: Language = { name: 'ini' };
const EDITORCONFIG: Language = { name: 'editorconfig' };
const PROPERTIES: Language = { name: 'properties' };

const BY_EXTENSION: ReadonlyMap<string, Language> = new Map<string, Language>([
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
  ['go', GO],
  ['rs', RUST],
  ['c', C],
  ['h', CPP],
  ['cc', CPP],
  ['cpp', CPP],
  ['cxx', CPP],
  ['hh', CPP],
  ['hpp', CPP],
  ['hxx', CPP],
  ['inl', CPP],
  ['ipp', CPP],
  ['rb', RUBY],
  ['rake', RUBY],
  ['java', JAVA],
  ['cs', CSHARP],
  ['php', PHP],
  ['sh', BASH],
  ['bash', BASH],
  ['bats', BATS],
  ['ps1', POWERSHELL],
  ['psm1', POWERSHELL],
  ['css', CSS],
  ['ini', INI],
  ['cfg', INI],
  ['editorconfig', EDITORCONFIG],
  ['properties', PROPERTIES],
]);

const BY_NAME: ReadonlyMap<string, Language> = new Map<string, Language>([
  ['Gemfile', RUBY],
  ['Rakefile', RUBY],
]);

/** The language of a file by its extension or name; undefined for what is not read here. */
export function languageOf(path: string): Language | undefined {
  return BY_EXTENSION.get(extensionOf(path)) ?? BY_NAME.get(path.slice(path.lastIndexOf('/') + 1));
}

/** What stands behind the last dot of a path's last segment, in lower case; '' where there is none. */
export function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The files that hold the grammars of all languages, each once. */
export function grammarFiles(): readonly string[] {
  const languages = [...BY_EXTENSION.values(), ...BY_NAME.values()];
  return [...new Set(languages.flatMap((one) => ('grammar' in one ? [one.grammar] : [])))];
}
