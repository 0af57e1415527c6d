import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { IGrammar, IRawTheme, StateStack } from 'vscode-textmate';
import { builtInExtensions, grammarsOf } from './base-grammars.ts';
import { ROOT } from '../../scripts/paths.ts';
import { baseGrammars, registryOf } from './tokenizer.ts';

const THEMES = ['dark_modern', 'light_modern', '2026-dark', '2026-light', 'hc_black', 'hc_light'];

const YAML = `case: Title
claims:
  C1:
    text: Prose
    satisfies: [OWASP-2021:A02]
    supportedBy: [other/C3]
    evidence: [src/server.py#L10, src/server.py#create_app]
`;

const MARKDOWN = `# Assurance case

- **Rebuttal R2:** Unless \`code\` fails.
- \`src/server.py#L10\` and \`src/server.py#create_app\`
`;

/** Words that have to look different from one another: each says something else. */
const YAML_WORDS = ['claims', 'C1', 'text', 'Prose', 'OWASP-2021:A02', 'src/server.py', 'L10', 'create_app'];
const MARKDOWN_WORDS = ['Rebuttal', 'R2', 'code', 'src/server.py', 'L10', 'create_app'];

describe('colours in the themes that VS Code brings', () => {
  for (const theme of THEMES) {
    it(theme, async function () {
      this.timeout(600_000); // the first time, VS Code may have to be downloaded
      const registry = registryOf([...(await baseGrammars()), ...grammarsOf(ROOT)]);
      registry.setTheme(
        readTheme(join(await builtInExtensions(), 'theme-defaults', 'themes', `${theme}.json`)),
      );
      const looks = async (scope: string, text: string, words: readonly string[]): Promise<string[]> => {
        const grammar = (await registry.loadGrammar(scope))!;
        return words.map((word) => lookOf(word, text, grammar));
      };
      assertDistinct(YAML_WORDS, await looks('source.yaml', YAML, YAML_WORDS));
      assertDistinct(MARKDOWN_WORDS, await looks('text.html.markdown', MARKDOWN, MARKDOWN_WORDS));
    });
  }
});

function assertDistinct(words: readonly string[], looks: readonly string[]): void {
  const alike = looks.flatMap((look, index) => {
    const first = looks.indexOf(look);
    return first < index ? [`${words[first]} and ${words[index]}`] : [];
  });
  assert.deepEqual(alike, [], 'look alike');
}

/** Foreground and font style where `word` first stands in the text. */
function lookOf(word: string, text: string, grammar: IGrammar): string {
  let state: StateStack | null = null;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine2(line, state);
    state = ruleStack;
    const at = line.indexOf(word);
    if (at < 0) continue;
    let token = 0;
    while (token + 2 < tokens.length && tokens[token + 2]! <= at) token += 2;
    return describeMetadata(tokens[token + 1]!);
  }
  throw new Error(`"${word}" is not in the text.`);
}

/** The bits of a token's metadata that hold its font style (11-14) and foreground (15-23). */
function describeMetadata(metadata: number): string {
  return `foreground ${(metadata >>> 15) & 0x1ff}, style ${(metadata >>> 11) & 0xf}`;
}

interface ThemeFile {
  readonly include?: string;
  readonly tokenColors?: IRawTheme['settings'];
  readonly colors?: Readonly<Record<string, string>>;
}

/** A theme with those it includes; its rules come last, so they win. */
function readTheme(file: string): IRawTheme {
  const { include, tokenColors = [], colors = {} } = JSON.parse(readFileSync(file, 'utf8')) as ThemeFile;
  const inherited = include ? readTheme(join(dirname(file), include)).settings : [];
  const foreground = colors['editor.foreground'];
  const defaults = foreground ? [{ settings: { foreground } }] : [];
  return { settings: [...defaults, ...inherited, ...tokenColors] };
}
