import type { YAMLMap } from 'yaml';
import { message, say } from '../../l10n/say.ts';
import { fieldNamed, pairsOf } from '../yaml/pairs.ts';
import type { Field } from '../yaml/pairs.ts';
import { reportWrongType, shapeOf } from '../yaml/reading.ts';
import { folded } from '../yaml/scalars.ts';
import type { Written } from '../yaml/scalars.ts';
import { oneString, someStrings } from '../yaml/strings.ts';
import type { GsnReading } from './reading.ts';

/** An undeveloped element of another module that elements of this one develop. */
export interface Development {
  /** The name of the other module. */
  readonly module: string;
  readonly element: Written;
  readonly by: readonly Written[];
}

/** What the `module` block of a file says. */
export interface Module {
  readonly name?: Written;
  readonly brief?: Written;
  /** Files of other modules, as written. */
  readonly uses: readonly Written[];
  readonly develops: readonly Development[];
}

/** Reads `module`. Unknown keys are the author's own information. */
export function readModule(reading: GsnReading, field: Field): Module {
  const shape = shapeOf(reading, field.value);
  if (shape.is !== 'map') {
    const message = say('`module` must hold keys such as `name`, `brief` and `uses`.');
    if (shape.is !== 'nothing') reportWrongType(reading, field.valueSpan, message);
    return { uses: [], develops: [] };
  }
  const fields = pairsOf(reading, shape.map);
  const string = (name: string): Written | undefined => {
    const found = fieldNamed(fields, name);
    const expected = { message: say('`{0}` of `module` must be one text.', name) };
    const written = found && oneString(reading, found.value, found.key.span, expected);
    return written?.text ? written : undefined;
  };
  const uses = fieldNamed(fields, 'uses');
  const message = say('`uses` must list the files of other modules, such as `uses: [part.gsn.yaml]`.');
  const extended = fieldNamed(fields, 'extends');
  return {
    name: string('name'),
    brief: string('brief'),
    uses: uses ? someStrings(reading, uses.value, uses.key.span, { message }) : [],
    develops: extended ? readExtends(reading, extended) : [],
  };
}

const EXTENDS = message(
  '`extends` must be a list such as `extends: [{module: Base, develops: {G1: [G2]}}]`.',
);

function readExtends(reading: GsnReading, field: Field): Development[] {
  const shape = shapeOf(reading, field.value);
  const items = shape.is === 'list' ? shape.items.map((item) => shapeOf(reading, item)) : [shape];
  return items.flatMap((item) => {
    if (item.is === 'map') return readDevelops(reading, item.map);
    if (item.is !== 'nothing') reportWrongType(reading, field.valueSpan, say(EXTENDS));
    return [];
  });
}

function readDevelops(reading: GsnReading, map: YAMLMap.Parsed): Development[] {
  const fields = pairsOf(reading, map);
  const name = fieldNamed(fields, 'module');
  const written = name && oneString(reading, name.value, name.key.span, { message: say(EXTENDS) });
  const field = fieldNamed(fields, 'develops');
  const shape = field && shapeOf(reading, field.value);
  if (!written?.text || shape?.is !== 'map') {
    const [first] = fields;
    if (first) reportWrongType(reading, (field ?? first).key.span, say(EXTENDS));
    return [];
  }
  return pairsOf(reading, shape.map).map(({ key, value }) => {
    const message = say('What develops `{0}` must be the id of an element, or a list of ids.', key.text);
    const by = someStrings(reading, value, key.span, { message });
    return { module: folded(written.text), element: key, by };
  });
}
