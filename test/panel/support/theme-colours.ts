import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInExtensions } from '../../syntaxes/base-grammars.ts';

/** A colour of a theme by its id, as in `charts.green`; undefined where the theme has none. */
export type ThemeColours = (id: string) => string | undefined;

export interface Theme {
  readonly name: string;
  readonly colours: ThemeColours;
  readonly highContrast: boolean;
}

type Kind = 'light' | 'dark' | 'hcDark' | 'hcLight';

/** What VS Code takes where a theme says nothing, as it registers them (4.139 of code-server): light, dark, high contrast dark and light. */
const DEFAULTS: Readonly<Record<string, readonly [string?, string?, string?, string?]>> = {
  foreground: ['#616161', '#CCCCCC', '#FFFFFF', '#292929'],
  'editor.background': ['#FFFFFF', '#1E1E1E', '#000000', '#FFFFFF'],
  'editor.foreground': ['#333333', '#BBBBBB', '#FFFFFF', '#292929'],
  descriptionForeground: ['#717171', '#CCCCCCB3', '#FFFFFFB3', '#292929B3'],
  errorForeground: ['#A1260D', '#F48771', '#F48771', '#B5200D'],
  'icon.foreground': ['#424242', '#C5C5C5', '#FFFFFF', '#292929'],
  'textLink.foreground': ['#006AB1', '#3794FF', '#21A6FF', '#0F4A85'],
  'editorWarning.foreground': ['#BF8803', '#CCA700', '#FFD370', '#895503'],
  'editorError.foreground': ['#E51400', '#F14C4C', '#F48771', '#B5200D'],
  'list.errorForeground': ['#B01011', '#F88070'],
  'list.warningForeground': ['#855F00', '#CCA700'],
  'charts.red': ['#E51400', '#F14C4C', '#F48771', '#B5200D'],
  'charts.green': ['#388A34', '#89D185', '#89D185', '#374E06'],
  'testing.iconPassed': ['#73C991', '#73C991', '#73C991', '#007100'],
  'terminal.ansiGreen': ['#107C10', '#0DBC79', '#00CD00', '#136C13'],
};

const KINDS: readonly Kind[] = ['light', 'dark', 'hcDark', 'hcLight'];

const THEMES: readonly (readonly [file: string, kind: Kind])[] = [
  ['light_modern.json', 'light'],
  ['dark_modern.json', 'dark'],
  ['hc_black.json', 'hcDark'],
  ['hc_light.json', 'hcLight'],
];

/** The themes that VS Code brings, of each kind the usual one, from the VS Code in the cache. */
export async function defaultThemes(): Promise<Theme[]> {
  const folder = join(await builtInExtensions(), 'theme-defaults', 'themes');
  return THEMES.map(([file, kind]) => {
    const own = readTheme(folder, file);
    return {
      name: file,
      highContrast: kind.startsWith('hc'),
      colours: (id) => {
        if (!(id in DEFAULTS)) throw new Error(`The default of ${id} is not known: add it.`);
        return own[id] ?? DEFAULTS[id]![KINDS.indexOf(kind)];
      },
    };
  });
}

function readTheme(folder: string, file: string): Readonly<Record<string, string>> {
  const { include, colors } = JSON.parse(
    readFileSync(join(folder, file), 'utf8').replace(/^\s*\/\/.*$/gm, ''),
  ) as { readonly include?: string; readonly colors?: Readonly<Record<string, string>> };
  return { ...(include === undefined ? {} : readTheme(folder, include)), ...colors };
}
