import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IOnigLib, Registry } from 'vscode-textmate';
import { ROOT } from '../../scripts/paths.ts';
import { builtInExtensions, grammarsOf } from './base-grammars.ts';
import type { ContributedGrammar } from './base-grammars.ts';

const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma');
const textmate = require('vscode-textmate') as typeof import('vscode-textmate');

/** The grammars of VS Code that Warrant's are injected into. */
export type Language = 'yaml' | 'markdown';

/** A stretch of one line with its scopes, outermost first. Offsets are 0-based, `end` is exclusive. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

export interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Splits a text as the editor does, line by line. */
export type Tokenizer = (text: string, language: Language) => Promise<Line[]>;

const ROOT_SCOPES = { yaml: 'source.yaml', markdown: 'text.html.markdown' } as const;

/** VS Code's own grammars for YAML and Markdown with those that Warrant's manifest contributes. */
export async function warrantTokenizer(): Promise<Tokenizer> {
  return tokenizerOf([...(await baseGrammars()), ...grammarsOf(ROOT)]);
}

/** VS Code's own grammars alone. */
export async function plainTokenizer(): Promise<Tokenizer> {
  return tokenizerOf(await baseGrammars());
}

/** Whether a scope is one of Warrant's. */
export function isWarrantScope(scope: string): boolean {
  return scope.split('.').includes('warrant');
}

/** A registry of the grammars that can load them by scope and knows what is injected where. */
export function registryOf(grammars: readonly ContributedGrammar[]): Registry {
  return new textmate.Registry({
    onigLib: onigLib(),
    loadGrammar: (scopeName) => {
      const path = grammars.find((grammar) => grammar.scopeName === scopeName)?.path;
      return Promise.resolve(path ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null);
    },
    getInjections: (scopeName) =>
      grammars.filter(({ injectTo }) => injectTo.includes(scopeName)).map((grammar) => grammar.scopeName),
  });
}

export async function baseGrammars(): Promise<ContributedGrammar[]> {
  const extensions = await builtInExtensions();
  return ['yaml', 'markdown-basics', 'html'].flatMap((name) => grammarsOf(join(extensions, name)));
}

function tokenizerOf(grammars: readonly ContributedGrammar[]): Tokenizer {
  const registry = registryOf(grammars);
  return async (text, language) => {
    const grammar = (await registry.loadGrammar(ROOT_SCOPES[language]))!;
    let state = textmate.INITIAL;
    return text.split('\n').map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return {
        text: line,
        tokens: tokens.map(({ startIndex, endIndex, scopes }) => ({
          start: startIndex,
          end: endIndex,
          scopes,
        })),
      };
    });
  };
}

let loaded: Promise<void> | undefined;

async function onigLib(): Promise<IOnigLib> {
  const wasm = require.resolve('vscode-oniguruma/release/onig.wasm');
  loaded ??= oniguruma.loadWASM(readFileSync(wasm));
  await loaded;
  return {
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  };
}
