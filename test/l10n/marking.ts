import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayIn } from '../../src/l10n/say.ts';
import { ROOT } from '../../scripts/paths.ts';

/** The messages of a language as they ship. @param name such as `bundle.l10n.de.json` */
export function bundleOf(name: string): Record<string, string> {
  return JSON.parse(readFileSync(join(ROOT, 'l10n', name), 'utf8')) as Record<string, string>;
}

/**
 * Says from now on what every message says of its own between `«` and `»`, so that it can be told from what is put in, and from what nobody could translate.
 * Call `sayIn({})` in the end.
 */
export function sayMarked(): void {
  const messages = Object.keys(bundleOf('bundle.l10n.json'));
  sayIn(Object.fromEntries(messages.map((message) => [message, marked(message)])));
}

function marked(message: string): string {
  return message
    .split(/(\{\d\})/)
    .map((piece, at) => (at % 2 === 1 || piece === '' ? piece : `«${piece}»`))
    .join('');
}

/** Web addresses, and names as people give them to files and parts: `src/a.py#login`, `x.yaml`, `#tls`. */
const NAMES = /https?:\S+|[\w@-]*(?:[./#~:][\w-]+)+\/?/g;

/**
 * The words of a text that are in no message.
 *
 * @param known words of the case and its evidence, which are nobody's to translate
 */
export function unmarked(text: string, known: ReadonlySet<string>): string[] {
  const rest = text.replace(/«[^«»]*»/g, '\n').replace(NAMES, '\n');
  const words = [...rest.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
  return words.filter((word) => /^\p{L}{2,}$/u.test(word) && !known.has(word));
}
