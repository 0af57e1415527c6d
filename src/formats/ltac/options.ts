import { say } from '../../l10n/say.ts';
import { closest } from '../../model/closest.ts';
import type { Report } from './problem.ts';
import type { Written } from './written.ts';

/** Options that say how far a statement is asserted; an element has at most one. */
const ASSERTIONS = ['asserted', 'needssupport', 'assumed', 'axiomatic', 'defeated', 'ascited'];

const OPTIONS = [
  ...ASSERTIONS,
  'defeater',
  'iscounter',
  'counter',
  'abstract',
  'metaclaim',
  'undeveloped',
] as const;

/** What the options of an element say. */
export interface OptionFlags {
  /** The option that says that support is still needed. */
  readonly needsSupport?: Written;
  /** Nothing has to stand below it. */
  readonly isLeaf: boolean;
  readonly defeated: boolean;
  /** It speaks against what it stands under. */
  readonly attacks: boolean;
}

/** Reads the options of an element. Letter case does not matter in them. */
export function readOptions(
  options: readonly Written[],
  node: string | undefined,
  report: Report,
): OptionFlags {
  const byName = new Map(options.map((option) => [option.text.toLowerCase(), option]));
  for (const [name, { text, span }] of byName) {
    if (OPTIONS.includes(name)) continue;
    const similar = name.length > 20 ? undefined : closest(name, OPTIONS);
    const advice = similar
      ? say('Did you mean `{0}`?', similar)
      : say('A text that ends in braces needs `{}` behind it.');
    const message = `${say('Warrant does not know the option `{0}`.', text.slice(0, 40))} ${advice}`;
    report({ rule: 'unknown-option', severity: similar ? 'warning' : 'information', message, span, node });
  }
  const assertions = [...byName].filter(([name]) => ASSERTIONS.includes(name));
  if (assertions.length > 1) {
    const names = assertions
      .map(([name]) => `\`${name}\``)
      .reduce((before, name) => say('{0} and {1}', before, name));
    const [, { span }] = assertions[1]!;
    const message = say('{0} contradict one another. Keep one of them.', names);
    report({ rule: 'conflicting-options', severity: 'warning', message, span, node });
  }
  const needsSupport = byName.get('needssupport');
  return {
    ...(needsSupport && { needsSupport }),
    isLeaf: ['assumed', 'axiomatic', 'undeveloped'].some((name) => byName.has(name)),
    defeated: byName.has('defeated'),
    attacks: ['defeater', 'iscounter', 'counter'].some((name) => byName.has(name)),
  };
}
