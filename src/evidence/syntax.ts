import { Language as Grammar, Parser } from 'web-tree-sitter';
import type { GrammarFiles } from '../ports/grammars.ts';
import { type Language, languageOf } from './languages.ts';
import { type LineRange, overlap } from './lines.ts';
import { ECMASCRIPT_OUTLINE } from './syntax/ecmascript-outline.ts';
import { ECMASCRIPT_TOKENS } from './syntax/ecmascript-tokens.ts';
import { type Outline, type OutlineRules, readOutline } from './syntax/outline.ts';
import { PYTHON_OUTLINE } from './syntax/python-outline.ts';
import { PYTHON_TOKENS } from './syntax/python-tokens.ts';
import { type TokenRules, type TokenSequence, readTokens, tokensOfLines } from './syntax/tokens.ts';

/** What tree-sitter can say of code. Languages are told by the file's extension. */
export interface Syntax {
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
}

/** Larger files are made by programs; they are not parsed. In UTF-16 units. */
export const MAX_PARSED_CHARACTERS = 1_000_000;

/** How much text the results are kept of, so that all links into one file share one parse. In UTF-16 units. */
const KEPT_CHARACTERS = 2_000_000;

/** The file of web-tree-sitter itself, which has to be of the same version as its script. */
const RUNTIME_FILE = 'web-tree-sitter.wasm';

const RULES: Readonly<Record<Language['name'], { tokens: TokenRules; outline: OutlineRules }>> = {
  python: { tokens: PYTHON_TOKENS, outline: PYTHON_OUTLINE },
  javascript: { tokens: ECMASCRIPT_TOKENS, outline: ECMASCRIPT_OUTLINE },
  typescript: { tokens: ECMASCRIPT_TOKENS, outline: ECMASCRIPT_OUTLINE },
  tsx: { tokens: ECMASCRIPT_TOKENS, outline: ECMASCRIPT_OUTLINE },
};

interface Reading extends TokenSequence {
  readonly outline: Outline;
}

interface Kept {
  readonly language: Language;
  readonly text: string;
  readonly reading: Promise<Reading | undefined>;
}

/** Reads code with tree-sitter. Runtime and grammars are loaded on first use, once each; trees are freed as soon as they are read. */
export function createSyntax(files: GrammarFiles): Syntax {
  const parserFor = createParsers(files);
  let kept: readonly Kept[] = [];

  const parse = async (language: Language, text: string): Promise<Reading | undefined> => {
    const parser = await parserFor(language);
    // As compilers read it: one kind of line end, in strings too. Line numbers stay as they are.
    return readWith(parser, language, text.replace(/\r\n?/g, '\n'));
  };
  const read = (path: string, text: string): Promise<Reading | undefined> => {
    const language = languageOf(path);
    if (!language || text.length > MAX_PARSED_CHARACTERS) return Promise.resolve(undefined);
    const known = kept.find((one) => one.language === language && one.text === text);
    const latest = known ?? { language, text, reading: parse(language, text) };
    kept = withinBudget([latest, ...kept.filter((one) => one !== known)]);
    return latest.reading;
  };

  return {
    outline: async (path, text) => (await read(path, text))?.outline,
    async tokens(path, text, lines) {
      const reading = await read(path, text);
      if (!reading || reading.errors.some((error) => !lines || overlap(error, lines))) return undefined;
      return tokensOfLines(reading.tokens, lines);
    },
  };
}

/** The latest results whose texts fit into the budget together. */
function withinBudget(kept: readonly Kept[]): readonly Kept[] {
  let characters = 0;
  const end = kept.findIndex((one) => (characters += one.text.length) > KEPT_CHARACTERS);
  return end < 0 ? kept : kept.slice(0, end);
}

function createParsers(files: GrammarFiles): (language: Language) => Promise<Parser> {
  const parsers = new Map<Language, Promise<Parser>>();
  let runtime: Promise<void> | undefined;
  const load = async (language: Language): Promise<Parser> => {
    runtime ??= initRuntime(files);
    await runtime;
    const grammar = await Grammar.load(await files.load(language.grammar));
    return new Parser().setLanguage(grammar);
  };
  return (language) => {
    const parser = parsers.get(language) ?? load(language);
    parsers.set(language, parser);
    return parser;
  };
}

async function initRuntime(files: GrammarFiles): Promise<void> {
  const wasmBinary = await files.load(RUNTIME_FILE);
  // Naming the file keeps the library from looking for it beside its script, which is somewhere else once bundled.
  await Parser.init({ wasmBinary, locateFile: () => RUNTIME_FILE });
}

/** Undefined where reading took more steps than a text of this size needs: ambiguity can make tree-sitter slow, and a hostile file would. */
function readWith(parser: Parser, language: Language, text: string): Reading | undefined {
  // The library reports every hundred operations; ordinary code needs a report every 30 to 75 characters.
  let reportsLeft = text.length + 1000;
  const tree = parser.parse(text, null, { progressCallback: () => --reportsLeft < 0 });
  if (!tree) {
    parser.reset();
    return undefined;
  }
  try {
    const { tokens, outline } = RULES[language.name];
    return { ...readTokens(tree, text, tokens), outline: readOutline(tree, text, outline) };
  } finally {
    tree.delete();
  }
}
