import { message, say } from '../../l10n/say.ts';
import { baseName } from '../../model/paths.ts';
import { pathLikeness } from '../markdown/path-like.ts';
import { EXTENSIONS } from '../markdown/path-words.ts';
import { fieldNamed, fieldsOf } from './pairs.ts';
import type { Field } from './pairs.ts';
import { placeOf, reportWrongType, shapeOf } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Written } from './scalars.ts';
import { oneString, someStrings } from './strings.ts';
import { shown } from './wording.ts';

/** Where a threat comes in. */
export interface EntryPoints {
  /** Places in the subject, which are watched. */
  readonly locators: readonly Written[];
  /** Routes and other words, which are kept and never looked up. */
  readonly texts: readonly Written[];
}

const KEYS = ['at', 'route'] as const;

const HOW = message(
  'Write a route such as `POST /v1/run`, a place in the code such as `src/api.py#post_run`, or both: `{at: src/api.py#post_run, route: POST /v1/run}`.',
);

/** Reads `entryPoints`: one or a list of routes, locators, and objects that name both. */
export function readEntryPoints(
  reading: Reading,
  field: Field | undefined,
  node: string | undefined,
): EntryPoints {
  const locators: Written[] = [];
  const texts: Written[] = [];
  const add = (written: Written): void => {
    if (written.text === '') return;
    (isWrittenLocator(written.text) ? locators : texts).push(written);
    reportHiddenLocator(reading, written, node);
  };
  if (!field) return { locators, texts };
  const whole = shapeOf(reading, field.value);
  const values = whole.is === 'list' ? whole.items : [field.value];
  for (const value of values) {
    const shape = shapeOf(reading, value);
    if (shape.is === 'scalar') add(shape.written);
    if (shape.is === 'list') {
      reportWrongType(reading, placeOf(reading, value, field.key.span), say(HOW), { node });
    }
    if (shape.is !== 'map') continue;
    if (shape.hidden) add(shape.hidden);
    const parts = fieldsOf(reading, shape.map, KEYS, say('an entry point'), node);
    const [at, route] = KEYS.map((name) => fieldNamed(parts, name));
    const expected = { message: say(HOW), node };
    if (at) locators.push(...someStrings(reading, at.value, at.key.span, expected));
    const text = route && oneString(reading, route.value, route.key.span, expected);
    if (text?.text) texts.push(text);
  }
  return { locators, texts };
}

/**
 * Whether an entry point that is written as one text is a place in the subject; else it is a route or a word. It is one if it names a symbol
 * or lines behind `#`, a folder with `/` at its end, a glob, or a file with an ending that people know. Anything else needs `at`, as
 * `api/v1/jobs` is a route as often as a folder.
 */
export function isWrittenLocator(text: string): boolean {
  const hash = text.indexOf('#');
  const path = hash < 0 ? text : text.slice(0, hash);
  if (hash === text.length - 1 || pathLikeness(path) === 'no') return false;
  if (hash > 0 || path.endsWith('/')) return true;
  const name = baseName(path);
  return (path.includes('/') && path.includes('*')) || EXTENSIONS.has(name.slice(name.lastIndexOf('.') + 1));
}

/** `src/api.py#post_run (POST /v1/run)` is a text, and nobody would notice that it is not watched. */
function reportHiddenLocator(reading: Reading, { text, span }: Written, node: string | undefined): void {
  const first = text.slice(0, 300).split(/\s/, 1)[0]!;
  if (first.length === text.length || !isWrittenLocator(first)) return;
  const message = say(
    'This entry point is read as a text, and `{0}` is not looked up. Write `{at: {0}, route: …}`.',
    shown(first),
  );
  reportWrongType(reading, span, message, { node, severity: 'warning' });
}
