import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import { NODE_STATES } from '../../src/model/state.ts';
import { type Variables, colourOf, contrast } from './support/css-colour.ts';
import { type Theme, defaultThemes } from './support/theme-colours.ts';

/** What WCAG asks for: of signs and borders, and of text. */
const SIGN = 3;
const TEXT = 4.5;

describe('the colours of diagrams and pictures', function () {
  this.timeout(120_000);
  let themes: readonly Theme[] = [];
  before(async () => {
    themes = await defaultThemes();
    assert.equal(themes.length, 4);
  });

  it('can be seen in each of the default themes: borders and signs, and texts on what is inside of boxes', () => {
    const faults = themes.flatMap((theme) => {
      const inks = inksOf(theme);
      const seen = (ink: string, paper: string, least: number): string[] => {
        const found = contrast(colourOf(`var(--ink-${ink})`, inks), colourOf(`var(--ink-${paper})`, inks));
        return found >= least ? [] : [`${theme.name}: ${ink} on ${paper}: ${found.toFixed(1)}`];
      };
      return [
        ...NODE_STATES.flatMap((state) => [
          ...['paper', `${state}-fill`].flatMap((paper) => seen(state, paper, SIGN)),
          ...['text', 'faint'].flatMap((text) => seen(text, `${state}-fill`, TEXT)),
        ]),
        ...['line', 'attack', 'plain'].flatMap((ink) => seen(ink, 'paper', SIGN)),
        ...seen('faint', 'plain-fill', TEXT),
      ];
    });
    assert.deepEqual(faults, []);
  });

  const folder = join(ROOT, 'media', 'walkthrough');
  for (const name of readdirSync(folder)) {
    it(`can be seen in the walkthrough: ${name}`, () => {
      const picture = readFileSync(join(folder, name), 'utf8');
      // What is on a button has that button's colours, which every theme takes care of.
      const inks = [...picture.matchAll(/<(text|tspan|path|circle)\b[^>]*>/g)].flatMap(([element, tag]) =>
        [...element.matchAll(/ (?:fill|stroke)="(var[^"]*)"/g)].map(([, ink]) => ({
          ink: ink!,
          least: tag === 'text' || tag === 'tspan' ? TEXT : SIGN,
        })),
      );
      const faults = themes.flatMap((theme) => {
        const variables = variablesOf(theme);
        const paper = colourOf('var(--vscode-editor-background)', variables);
        return inks.flatMap(({ ink, least }) => {
          if (/button|contrastBorder|editor-background/.test(ink)) return [];
          const found = contrast(colourOf(ink, variables), paper);
          return found >= least ? [] : [`${theme.name}: ${ink}: ${found.toFixed(1)}`];
        });
      });
      assert.deepEqual([...new Set(faults)], []);
    });
  }
});

function variablesOf({ colours }: Theme): Variables {
  return (name) => colours(name.replace(/^--vscode-/, '').replace('-', '.'));
}

/** The variables of the page's style sheet in a theme. */
function inksOf(theme: Theme): Variables {
  const css = readFileSync(join(ROOT, 'src', 'panel', 'ui', 'panel.css'), 'utf8');
  const values = new Map<string, string>();
  for (const selector of ['body', ...(theme.highContrast ? ['body.vscode-high-contrast'] : [])]) {
    const start = css.indexOf(`\n${selector} {`) + selector.length + 3;
    const block = css.slice(start, css.indexOf('}', start));
    for (const [, name, value] of block.matchAll(/(--[\w-]+):([^;]*);/g)) values.set(name!, value!);
  }
  const colours = variablesOf(theme);
  return (name) => (name.startsWith('--vscode-') ? colours(name) : values.get(name));
}
