import { Language as Grammar, Parser, type Tree } from 'web-tree-sitter';
import type { GrammarFiles } from '../ports/grammars.ts';
import { type DataReading, dataFormatOf, readData } from './data/read-data.ts';
import { type Language, type ParsedLanguage, extensionOf, languageOf } from './languages.ts';
import { readIni } from './ini/read-ini.ts';
import { lazy } from './lazy.ts';
import { type LineRange, overlap } from './lines.ts';
import { type ProseReading, isProse, readProse } from './prose/read-prose.ts';
import { keepRecent } from './recent.ts';
import { BASH_OUTLINE } from './syntax/bash-outline.ts';
import { BASH_TOKENS } from './syntax/bash-tokens.ts';
import { opensTooMany } from './syntax/angles.ts';
import { hideTests } from './syntax/bats.ts';
import { CSHARP_OUTLINE } from './syntax/csharp-outline.ts';
import { CSHARP_TOKENS } from './syntax/csharp-tokens.ts';
import { CSS_OUTLINE } from './syntax/css-outline.ts';
import { CSS_TOKENS } from './syntax/css-tokens.ts';
import { JAVA_OUTLINE } from './syntax/java-outline.ts';
import { JAVA_TOKENS } from './syntax/java-tokens.ts';
import { type KeepTree, createTreeKeeper } from './syntax/kept-trees.ts';
import { type Parse, createParse } from './syntax/parse.ts';
import { PHP_OUTLINE } from './syntax/php-outline.ts';
import { PHP_TOKENS } from './syntax/php-tokens.ts';
import { POWERSHELL_OUTLINE } from './syntax/powershell-outline.ts';
import { POWERSHELL_TOKENS } from './syntax/powershell-tokens.ts';
import { ECMASCRIPT_OUTLINE } from './syntax/ecmascript-outline.ts';
import { ECMASCRIPT_TOKENS } from './syntax/ecmascript-tokens.ts';
import { C_OUTLINE, CPP_OUTLINE } from './syntax/cpp-outline.ts';
import { hideMacros } from './syntax/cpp-macros.ts';
import { CPP_TOKENS } from './syntax/cpp-tokens.ts';
import { GO_OUTLINE } from './syntax/go-outline.ts';
import { GO_TOKENS } from './syntax/go-tokens.ts';
import { type Outline, type OutlineRules, readOutline } from './syntax/outline.ts';
import { PYTHON_OUTLINE } from './syntax/python-outline.ts';
import { PYTHON_TOKENS } from './syntax/python-tokens.ts';
import { RUBY_OUTLINE } from './syntax/ruby-outline.ts';
import { RUBY_TOKENS } from './syntax/ruby-tokens.ts';
import { RUST_OUTLINE } from './syntax/rust-outline.ts';
import { RUST_TOKENS } from './syntax/rust-tokens.ts';
import { leavesCommentsOpen, leavesLiteralsOpen, leavesRawStringsOpen } from './syntax/unclosed.ts';
import { type TokenRules, type TokenSequence, readTokens, tokensOfLines } from './syntax/tokens.ts';

/** What is read of a text of code. */
export interface CodeReading extends TokenSequence {
  readonly outline: Outline;
}

/** What parsers can say of the inside of files. Languages and formats are told by the file's extension. */
export interface Syntax {
  /**
   * All that is read of code; undefined where its language is unknown, the file too large, or reading it took too long.
   *
   * @throws Error where a grammar does not come with the product
   */
  code(path: string, text: string): Promise<CodeReading | undefined>;
  /**
   * The symbols of a file; undefined where its language is unknown or the file too large.
   *
   * @throws Error where a grammar does not come with the product
   */
  outline(path: string, text: string): Promise<Outline | undefined>;
  /**
   * The token sequence of some lines, or of all of a file (see `syntax/tokens.ts`). Undefined where its language is unknown, the file too large, or the code in
   * these lines not in order, so that its tokens say nothing.
   *
   * @throws Error where a grammar does not come with the product
   */
  tokens(path: string, text: string, lines?: LineRange): Promise<string[] | undefined>;
  /** What JSON, YAML and TOML say; undefined for other files, and larger ones. */
  data(path: string, text: string): DataReading | undefined;
  /** What Markdown says; undefined for other files, and larger ones. */
  prose(path: string, text: string): ProseReading | undefined;
}

/** Larger files are made by programs; they are not parsed. In UTF-16 units. */
export const MAX_PARSED_CHARACTERS = 1_000_000;

/** How much text the results are kept of, so that all links into one file share one parse. In UTF-16 units. */
const KEPT_CHARACTERS = 2_000_000;

/** The file of web-tree-sitter itself, which has to be of the same version as its script. */
const RUNTIME_FILE = 'web-tree-sitter.wasm';

interface Rules {
  readonly tokens: TokenRules;
  readonly outline: OutlineRules;
  /** Blanks what the grammar had better not see; lengths and lines stay. */
  readonly hide?: (text: string) => string;
  /** Whether a text would take the grammar more memory or time than there is; it is not parsed then. */
  readonly refuses?: (text: string) => boolean;
}

const RULES: Readonly<Record<ParsedLanguage['name'], Rules>> = {
  python: { tokens: PYTHON_TOKENS, outline: PYTHON_OUTLINE },
  javascript: { tokens: ECMASCRIPT_TOKENS, outline: ECMASCRIPT_OUTLINE },
  typescript: { tokens: ECMASCRIPT_TOKENS, outline: ECMASCRIPT_OUTLINE },
  tsx: { tokens: ECMASCRIPT_TOKENS, outline: ECMASCRIPT_OUTLINE },
  go: { tokens: GO_TOKENS, outline: GO_OUTLINE },
  rust: { tokens: RUST_TOKENS, outline: RUST_OUTLINE, refuses: leavesRawStringsOpen },
  c: { tokens: CPP_TOKENS, outline: C_OUTLINE, hide: hideMacros, refuses: leavesCommentsOpen },
  cpp: { tokens: CPP_TOKENS, outline: CPP_OUTLINE, hide: hideMacros, refuses: leavesCommentsOpen },
  ruby: { tokens: RUBY_TOKENS, outline: RUBY_OUTLINE, refuses: leavesLiteralsOpen },
  bats: { tokens: BASH_TOKENS, outline: BASH_OUTLINE, hide: hideTests },
  bash: { tokens: BASH_TOKENS, outline: BASH_OUTLINE },
  csharp: { tokens: CSHARP_TOKENS, outline: CSHARP_OUTLINE, refuses: opensTooMany },
  css: { tokens: CSS_TOKENS, outline: CSS_OUTLINE },
  java: { tokens: JAVA_TOKENS, outline: JAVA_OUTLINE, refuses: opensTooMany },
  php: { tokens: PHP_TOKENS, outline: PHP_OUTLINE },
  powershell: { tokens: POWERSHELL_TOKENS, outline: POWERSHELL_OUTLINE },
};

/** Reads code with tree-sitter. Runtime and grammars are loaded on first use, once each. */
export function createSyntax(files: GrammarFiles): Syntax {
  const parserFor = createParsers(files);
  const keepTree = createTreeKeeper();
  const recallCode = keepRecent<Promise<CodeReading | undefined>>(KEPT_CHARACTERS);
  const recallData = keepRecent<DataReading | undefined>(KEPT_CHARACTERS);
  const recallProse = keepRecent<ProseReading | undefined>(KEPT_CHARACTERS);

  const parse = async (language: Language, text: string): Promise<CodeReading | undefined> => {
    // As compilers read it: one kind of line end, in strings too. Line numbers stay as they are.
    const lines = text.replace(/\r\n?/g, '\n');
    if (!('grammar' in language)) return readIni(language.name, lines);
    return readWith(await parserFor(language), language, lines, keepTree);
  };
  const code = (path: string, text: string): Promise<CodeReading | undefined> => {
    const language = languageOf(path);
    if (!language || text.length > MAX_PARSED_CHARACTERS) return Promise.resolve(undefined);
    return recallCode(language.name, text, () => parse(language, text));
  };

  return {
    code,
    outline: async (path, text) => (await code(path, text))?.outline,
    async tokens(path, text, lines) {
      const reading = await code(path, text);
      if (!reading || reading.errors.some((error) => !lines || overlap(error, lines))) return undefined;
      return tokensOfLines(reading.tokens, lines);
    },
    data(path, text) {
      const format = dataFormatOf(path);
      return format && recallData(format, text, () => readData(format, text));
    },
    prose: (path, text) =>
      isProse(path) ? recallProse(extensionOf(path), text, () => readProse(path, text)) : undefined,
  };
}

function createParsers(files: GrammarFiles): (language: ParsedLanguage) => Promise<Parse> {
  const parsers = new Map<ParsedLanguage, Promise<Parse>>();
  let runtime: Promise<void> | undefined;
  const load = async (language: ParsedLanguage): Promise<Parse> => {
    runtime ??= initRuntime(files);
    await runtime;
    return createParse(await Grammar.load(await files.load(language.grammar)));
  };
  return (language) => {
    const parse = parsers.get(language) ?? load(language);
    parsers.set(language, parse);
    return parse;
  };
}

async function initRuntime(files: GrammarFiles): Promise<void> {
  const wasmBinary = await files.load(RUNTIME_FILE);
  // Naming the file keeps the library from looking for it beside its script, which is somewhere else once bundled.
  await Parser.init({ wasmBinary, locateFile: () => RUNTIME_FILE });
}

/**
 * Symbols and tokens are each read when they are first asked for: most links need only one of them. Undefined where the text cannot be
 * parsed (see `syntax/parse.ts`).
 */
function readWith(
  parseText: Parse,
  language: ParsedLanguage,
  text: string,
  keepTree: KeepTree,
): CodeReading | undefined {
  const rules = RULES[language.name];
  const parse = (): Tree | null => (rules.refuses?.(text) ? null : parseText(rules.hide?.(text) ?? text));
  const parsed = parse();
  if (!parsed) return undefined;
  const tree = keepTree(parsed, () => parse()!, text.length);
  let toRead = 2;
  const once = <T>(read: (tree: Tree) => T): (() => T) =>
    lazy(() => {
      const result = tree.read(read);
      if (--toRead === 0) tree.release();
      return result;
    });
  const sequence = once((kept) => readTokens(kept, text, rules.tokens));
  const outline = once((kept) => readOutline(kept, text, rules.outline));
  return {
    get tokens() {
      return sequence().tokens;
    },
    get comments() {
      return sequence().comments;
    },
    get errors() {
      return sequence().errors;
    },
    get outline() {
      return outline();
    },
  };
}
